// How marks look: their colours, the names of their highlights, and the style sheet that gives each name its looks. The four
// layers are told apart by shape as well as by colour: quotations are tinted, reported words have a low band at their foot, speakers
// a solid line under them, dates a dotted one; what is only probable has a dashed line or band.

import { fromHex, toCss } from './colour.js';

/** @import { Colour } from './colour.js' */
/** @import { Layer } from '../../types/protocol.js' */
/** @import { Settings } from './settings.js' */

/** Whether the page behind the words is light or dark. @typedef {'light' | 'dark'} Tone */

/**
 * What a highlight's looks depend on.
 * @typedef {object} Look
 * @property {Layer} layer
 * @property {Tone} tone
 * @property {number | null} [tint] of a speaker, counted from 1; 0 where nobody was found; null where all have one colour
 * @property {boolean} [probable] whether the speaker is only probable
 * @property {boolean} [plain] a quotation without a tint, or reported words without a band, since its text would be hard to read on one
 */

/** @typedef {Settings['colours']} Colours */

/** The tints of speakers in the order in which they are given out; the first is for words whose speaker was not found. */
const speakerTints = [
  { light: '#6b7080', dark: '#a7adbe' },
  { light: '#4f6fe0', dark: '#8fa6ff' },
  { light: '#2f8526', dark: '#7fc766' },
  { light: '#c23b78', dark: '#f58ab5' },
  { light: '#8250c4', dark: '#c29bf5' },
  { light: '#9a6a00', dark: '#ddb24a' },
  { light: '#00837c', dark: '#4fc7b5' },
];

/** How many speakers have a tint of their own. */
export const tintsOfSpeakers = speakerTints.length - 1;

/** The colours unless the user has chosen others. */
export const defaultColours = {
  quote: { light: '#4f6fe0', dark: '#8fa6ff' },
  speaker: { light: '#4f6fe0', dark: '#8fa6ff' },
  date: { light: '#b4610f', dark: '#eda75c' },
};

/** Text must stand out from what is behind it by so much (WCAG 2.2, 1.4.3), and a line by so much (1.4.11). */
export const leastTextContrast = 4.5;
export const leastLineContrast = 3;

/** How much of the page's own background a tint hides, and a band. */
const tintAlpha = { light: 0.16, dark: 0.2 };
const bandAlpha = { light: 0.22, dark: 0.23 };

/** @type {Tone[]} */
const tones = ['light', 'dark'];
const prefix = 'verbatim-';

/** The highlight of what the watch list names: it lies over those of the words' own looks. */
export const watchedName = `${prefix}watched`;

/** Lines above and below the words, which no other mark has, in the colour of the text, which is readable on any page. */
export const watchedDeclarations = 'text-decoration: underline overline solid 2px currentcolor;';

/**
 * The name of the highlight that has a look. The registry of names is shared with the page, so they carry ours.
 * @param {Look} look
 */
export function highlightName({ layer, tone, tint = null, probable = false, plain = false }) {
  return prefix + [layer, tint, probable && 'probable', plain && 'plain', tone === 'dark' && 'dark']
    .filter((part) => part !== false && part !== null).join('-');
}

/**
 * The tint that lies on the page under a quotation.
 * @param {number | null} tint
 * @param {Tone} tone
 * @param {Colours} colours
 * @returns {Colour}
 */
export function tintColour(tint, tone, colours) {
  return fromHex(speakerColour(tint, tone, colours), tintAlpha[tone]);
}

/**
 * The band at the foot of reported words: of the same colour as the speaker's quotations.
 * @param {number | null} tint
 * @param {Tone} tone
 * @param {Colours} colours
 * @returns {Colour}
 */
export function bandColour(tint, tone, colours) {
  return fromHex(speakerColour(tint, tone, colours), bandAlpha[tone]);
}

/** @param {number | null} tint @param {Tone} tone @param {Colours} colours */
function speakerColour(tint, tone, colours) {
  return tint === null ? colours.quote ?? defaultColours.quote[tone] : (speakerTints[tint] ?? defaultColours.quote)[tone];
}

/**
 * The line under a quotation, reported words, a speaker or a date.
 * @param {Pick<Look, 'layer' | 'tint' | 'tone'>} look
 * @param {Colours} colours
 * @returns {Colour}
 */
export function lineColour({ layer: of, tint = null, tone }, colours) {
  const layer = of === 'reported' ? 'quote' : of;
  const own = layer === 'date' || tint === null || (layer === 'speaker' && colours.speaker) ? colours[layer] : null;
  const otherwise = layer === 'date' || tint === null ? defaultColours[layer] : speakerTints[tint] ?? defaultColours[layer];
  return fromHex(own ?? otherwise[tone]);
}

/**
 * The colour of a speaker on a page of ours, whether that is light or dark.
 * @param {number | null} tint
 * @param {Colours} [colours]
 */
export function accentColour(tint, colours = { quote: null, speaker: null, date: null }) {
  const [light = '', dark = ''] = tones.map((tone) => toCss(lineColour({ layer: 'quote', tint, tone }, colours)));
  return `light-dark(${light}, ${dark})`;
}

/** All looks that there are. @returns {Look[]} */
export function allLooks() {
  const tints = [null, ...speakerTints.keys()];
  const either = [false, true];
  return tones.flatMap((tone) => [
    ...tints.flatMap((tint) => either.flatMap((probable) => [
      ...['quote', 'reported'].flatMap((layer) => either.map((plain) => /** @type {Look} */ ({ layer, tone, tint, probable, plain }))),
      /** @type {Look} */ ({ layer: 'speaker', tone, tint, probable }),
    ])),
    /** @type {Look} */ ({ layer: 'date', tone }),
  ]);
}

/**
 * What CSS declares for a look.
 * @param {Look} look
 * @param {Colours} colours
 */
export function declarations({ layer, tone, tint = null, probable = false, plain = false }, colours) {
  const line = toCss(lineColour({ layer, tint, tone }, colours));
  const background = layer === 'quote' && !plain ? `background-color: ${toCss(tintColour(tint, tone, colours))}; ` : '';
  if (layer === 'date') return `text-decoration: underline dotted 2px ${line};`;
  if (layer === 'reported' && !plain) {
    const band = toCss(bandColour(tint, tone, colours));
    return `text-decoration: underline ${probable ? 'dashed' : 'solid'} 0.35em ${band}; text-underline-offset: -0.15em; text-decoration-skip-ink: none;`;
  }
  if (layer === 'reported') return `text-decoration: underline ${probable ? 'dashed' : 'double'} 1px ${line};`;
  if (layer === 'speaker') return `text-decoration: underline ${probable ? 'dashed 2px' : 'solid 3px'} ${line};`;
  return background + (plain || probable ? `text-decoration: underline ${probable ? 'dashed' : 'solid'} 1px ${line};` : '');
}

/**
 * The style sheet of all highlights.
 * @param {Colours} [colours]
 */
export function styleSheet(colours = { quote: null, speaker: null, date: null }) {
  // Chromium's highlights inherit. A rule for the root alone reaches all words, also in shadow trees, and costs nothing; a rule
  // for every element costs a large page a millisecond each. In Firefox they do not inherit, and cost nothing either way.
  return `${rules(':root', colours)}\n@supports (-moz-appearance: none) {\n${rules('', colours)}}\n`;
}

/** @param {string} element @param {Colours} colours */
function rules(element, colours) {
  const looks = allLooks();
  const selector = (/** @type {string} */ name) => `${element}::highlight(${name})`;
  const selectors = (/** @type {(look: Look) => boolean} */ which) => looks.filter(which).map((look) => selector(highlightName(look))).join(', ');
  const quotes = selectors(({ layer }) => layer === 'quote');
  const probable = selectors(({ probable }) => probable === true);
  const reported = selectors(({ layer }) => layer === 'reported');
  const probableReported = selectors(({ layer, probable }) => layer === 'reported' && probable === true);
  const lines = selectors(({ layer }) => layer === 'speaker' || layer === 'date');
  const speakers = selectors(({ layer, probable }) => layer === 'speaker' && !probable);
  const spotlight = selector(`${prefix}spotlight`);
  const watched = selector(watchedName);
  const meant = selector(`${prefix}meant`);
  const found = selector(`${prefix}found`);
  // Nothing is marked in print. In forced colours Chromium shows every highlight as selected text, whatever its style says, so a line
  // at its lower edge would not be seen: of a double one the upper lies inside, with room below it if it is thin.
  // Nor would one above the words, so an underline is raised to their upper edge.
  return `@media screen {
${looks.map((look) => `${selector(highlightName(look))} { ${declarations(look, colours)} }`).join('\n')}
${watched} { ${watchedDeclarations} }
${meant} { text-decoration: underline solid 2px currentcolor; }
${found} { background-color: #ffe9a3; color: #1b1d26; text-decoration: underline double 1px #1b1d26; }
${spotlight} { background-color: #ffd95e; color: #1b1d26; }
@media (prefers-contrast: more) {
${selectors(({ layer, probable }) => layer === 'quote' && !probable)} { text-decoration: underline solid 1px currentcolor; }
${lines} { text-decoration-thickness: 3px; text-decoration-color: currentcolor; }
${reported} { text-decoration: underline double 1px currentcolor; text-underline-offset: auto; }
${probableReported} { text-decoration-style: dashed; }
${probable} { text-decoration-color: currentcolor; }
}
@media (forced-colors: active) {
${quotes}, ${spotlight} { background-color: Highlight; color: HighlightText; text-decoration-color: HighlightText; }
${lines} { background-color: Canvas; color: CanvasText; text-decoration-color: CanvasText; }
${speakers} { text-decoration-style: double; text-decoration-thickness: 1px; }
${reported} { background-color: Canvas; color: CanvasText; text-decoration: underline solid 1px CanvasText; text-underline-offset: -0.85em; }
${probableReported} { text-decoration-style: dashed; }
${found} { background-color: Mark; color: MarkText; text-decoration: underline double 1px MarkText; }
${meant} { text-decoration: underline solid 2px HighlightText; }
}
}
`;
}
