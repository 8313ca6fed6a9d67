// How marks look: what is marked, in which colours, on a light page and on a dark one, and whether that can be read.

import { contrast, fromHex, over } from '../../settings/colour.js';
import { bandColour, defaultColours, leastLineContrast, leastTextContrast, lineColour, tintColour, tintsOfSpeakers } from '../../settings/looks.js';
import { make } from '../elements.js';
import { message, part } from '../page.js';
import { ownTone, showSamples } from '../samples.js';

/** @import { Tone } from '../../settings/looks.js' */
/** @import { Settings } from '../../settings/settings.js' */
/** @import { Save } from './options.js' */

const layers = /** @type {const} */ ([
  { layer: 'quote', shown: 'quotes', name: 'popupQuotes', colour: 'optionsQuoteColour' },
  { layer: 'reported', shown: 'reported', name: 'popupReported', colour: null },
  { layer: 'speaker', shown: 'speakers', name: 'popupSpeakers', colour: 'optionsSpeakerColour' },
  { layer: 'date', shown: 'dates', name: 'popupDates', colour: 'optionsDateColour' },
]);

/** The pages of the preview: their ground and their text, as in options.css. */
const pages = /** @type {const} */ ({ light: { ground: '#ffffff', text: '#1b1d26' }, dark: { ground: '#16181e', text: '#dfe1e8' } });

/** Reported words have the colour of their speaker's quotations, so none is chosen for them. */
const controls = layers.map(({ layer, shown, name, colour }) => ({
  layer,
  shown,
  check: make('input', { type: 'checkbox', name: shown }),
  name,
  own: colour && {
    layer,
    colour,
    picker: make('input', { type: 'color', id: `colour-${layer}` }),
    reset: make('button', { type: 'button', className: 'quiet' }),
  },
}));

/**
 * Builds the controls.
 * @param {Save} save
 * @returns {(settings: Settings) => void} shows settings in them
 */
export function buildMarks(save) {
  /** As last shown. @type {Settings | null} */
  let current = null;
  part('previews', HTMLElement).append(preview('light'), preview('dark'));
  for (const { shown, check, name, own } of controls) {
    const row = make('div', { className: 'mark' }, make('label', { className: 'shown' }, check, message(name)));
    part('marks', HTMLElement).append(row);
    check.addEventListener('change', () => {
      const { checked } = check;
      void save(({ layers }) => ({ layers: { ...layers, [shown]: checked } }));
    });
    if (!own) {
      row.append(make('span', { className: 'soft' }, message('optionsReportedColour')));
      continue;
    }
    const { layer, colour, picker, reset } = own;
    reset.textContent = message('optionsDefault');
    reset.ariaLabel = `${message('optionsDefault')}: ${message(colour)}`;
    row.append(make('label', { className: 'colour' }, message(colour), picker), reset);
    // While a colour is being chosen it is shown; stored it is when it was chosen, for the browser allows only so many changes.
    picker.addEventListener('input', () => {
      if (current) showMarks(withColour(current, layer, picker.value), { chosen: true });
    });
    picker.addEventListener('change', () => {
      const { value } = picker;
      void save((settings) => {
        const { colours, tint } = withColour(settings, layer, value);
        return { colours, tint };
      });
    });
    reset.addEventListener('click', () => {
      void save(({ colours }) => ({ colours: { ...colours, [layer]: null } })).then(() => picker.focus());
    });
  }
  return (settings) => {
    current = settings;
    showMarks(settings);
  };
}

/** To choose a colour of quotations is to have one for all. @param {Settings} settings @param {'quote' | 'speaker' | 'date'} layer @param {string} colour @returns {Settings} */
function withColour(settings, layer, colour) {
  return { ...settings, colours: { ...settings.colours, [layer]: colour }, tint: layer === 'quote' ? 'one' : settings.tint };
}

/**
 * @param {Settings} settings
 * @param {{ chosen?: boolean }} [options] whether a colour is only being chosen, and not stored yet
 */
function showMarks(settings, { chosen = false } = {}) {
  for (const { shown, check, own } of controls) {
    check.checked = settings.layers[shown];
    if (!own) continue;
    if (!chosen) own.picker.value = settings.colours[own.layer] ?? defaultColours[own.layer][ownTone()];
    own.reset.hidden = settings.colours[own.layer] === null;
  }
  showSamples(settings, part('previews', HTMLElement));
  for (const sample of part('previews', HTMLElement).querySelectorAll('[data-layer]')) {
    const control = controls.find(({ layer }) => layer === /** @type {HTMLElement} */ (sample).dataset.layer);
    if (control && !settings.layers[control.shown]) /** @type {HTMLElement} */ (sample).style.cssText = '';
  }
  showContrast(settings);
}

/** Says how well text on the marks can be read, and warns where it cannot, or where a line would hardly be seen. @param {Settings} settings */
function showContrast({ tint, colours }) {
  const tints = tint === 'one' ? [null] : [...Array(tintsOfSpeakers + 1).keys()];
  const measured = /** @type {Tone[]} */ (['light', 'dark']).map((tone) => {
    const ground = fromHex(pages[tone].ground);
    const behind = tints.flatMap((tint) => [tintColour(tint, tone, colours), bandColour(tint, tone, colours)]);
    const text = Math.min(...behind.map((colour) => contrast(fromHex(pages[tone].text), over(colour, ground))));
    const line = Math.min(...[
      ...tints.map((tint) => lineColour({ layer: 'speaker', tint, tone }, colours)), lineColour({ layer: 'date', tone }, colours),
    ].map((colour) => contrast(colour, ground)));
    return { tone, text, line };
  });
  const [light, dark] = measured;
  part('contrast', HTMLElement).textContent = message('optionsContrast', inWords(light?.text ?? 0), inWords(dark?.text ?? 0));
  const faint = measured.filter(({ text, line }) => text < leastTextContrast || line < leastLineContrast);
  const warning = part('contrast-warning', HTMLElement);
  warning.hidden = faint.length === 0;
  warning.textContent = faint.map(({ tone }) => message(tone === 'light' ? 'optionsFaintLight' : 'optionsFaintDark')).join(' ');
}

/** @param {number} ratio rounded down, so that none looks better than it is */
function inWords(ratio) {
  return (Math.floor(ratio * 10) / 10).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1 });
}

/** @param {Tone} tone */
function preview(tone) {
  const mark = (/** @type {string} */ layer, /** @type {string} */ tint, /** @type {string} */ text, probable = false) => (
    make('span', { dataset: { layer, tone, tint, ...(probable && { probable: '' }) } }, text));
  return make('p', { className: 'preview', lang: 'en', dataset: { page: tone } },
    mark('quote', '1', '“This light has brought our boats home since 1921,”'), ' ', mark('speaker', '1', 'Mayor Lena Ortiz'), ' said on ',
    mark('date', '', 'Tuesday'), '. She added that ', mark('reported', '1', 'it would shine for another hundred years'), '. ', mark('quote', '2', '“It costs too much,”'), ' said ', mark('speaker', '2', 'the minister'), '. ',
    mark('quote', '3', '“We shall see.”', true), ' ', mark('speaker', '3', 'One of the fishermen', true), ' turned away.');
}
