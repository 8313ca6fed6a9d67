// A report as Markdown: the statements by speaker as block quotes, then the dates as a table.

import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { siteInWords } from '../shared/foreign-text.js';
import { translate } from '../shared/messages.js';
import { dayInWords } from '../shared/calendar-words.js';
import { dateInWords } from '../shared/timex.js';
import { bySpeaker } from './by-speaker.js';
import { correctionInWords } from './corrections.js';
import { isFragment } from './fragments.js';
import { whenOf } from './when.js';

/** @import { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast' */
/** @import { Report, ReportStatement } from '../../types/report.js' */

/**
 * What is not Markdown, but a sign in what many programs read as such: strikethrough, formulas, highlights, comments. Only
 * formulas and strikethrough need but one of them.
 * @type {import('mdast-util-to-markdown').Unsafe[]}
 */
const signsOfDialects = [
  // In an address, it begins what leads to the words.
  { character: '~', inConstruct: 'phrasing', notInConstruct: ['destinationLiteral', 'destinationRaw'] },
  { character: '$', inConstruct: 'phrasing' },
  ...['=', '%'].flatMap((character) => [{ character, before: character }, { character, after: character }].map((pattern) => (
    { ...pattern, inConstruct: /** @type {const} */ ('phrasing') }))),
];

/**
 * @param {Report} report
 * @returns {string}
 */
export function reportAsMarkdown(report) {
  /** @type {RootContent[]} */
  const children = [
    heading(1, report.title),
    paragraph(
      { type: 'link', url: report.url, children: [text(siteInWords(report))] },
      ...(report.published ? [text(`, ${dayInWords(report.published)}`)] : []),
    ),
  ];
  for (const { speaker, role, statements } of bySpeaker(report)) {
    children.push(heading(2, speaker ?? translate('exportSpeakerUnknown')));
    if (role) children.push(paragraph(text(role)));
    children.push(...statements.map((statement) => quotation(statement, report)));
  }
  if (report.dates.length > 0) children.push(heading(2, translate('exportDates')), datesTable(report));
  return toMarkdown({ type: 'root', children }, { bullet: '-', extensions: [gfmTableToMarkdown(), { unsafe: signsOfDialects }] });
}

/** @param {ReportStatement} statement @param {Report} report @returns {RootContent} */
function quotation(statement, { dates }) {
  const { text: words, kind, probable, cue, sentence, link, corrected, checked, note } = statement;
  const when = whenOf(statement, dates);
  const notes = [kind === 'reported' ? translate('exportReportersWords') : '', probable ? translate('exportSpeakerProbable') : '', cue ? translate('exportCue', cue) : '', when ? dateInWords(when) : '', corrected ? correctionInWords(corrected) : '', checked ? translate('exportChecked') : ''].filter(Boolean);
  /** @type {(BlockContent | DefinitionContent)[]} */
  const children = [paragraph(text(words))];
  if (isFragment(statement)) children.push(paragraph(text(translate('exportInSentence', sentence ?? ''))));
  if (note) children.push(paragraph(text(translate('exportNote', note))));
  /** @type {PhrasingContent[]} */
  const below = [
    ...(notes.length > 0 ? [/** @type {PhrasingContent} */ ({ type: 'emphasis', children: [text(notes.join(' · '))] })] : []),
    ...(link ? [/** @type {PhrasingContent} */ ({ type: 'link', url: link, children: [text(translate('panelLink'))] })] : []),
  ];
  if (below.length > 0) children.push(paragraph(...below.flatMap((part, index) => (index > 0 ? [text(' · '), part] : [part]))));
  return { type: 'blockquote', children };
}

/** @param {Report} report @returns {RootContent} */
function datesTable({ dates }) {
  /** @param {string[]} cells */
  const row = (cells) => ({ type: /** @type {const} */ ('tableRow'), children: cells.map((cell) => ({ type: /** @type {const} */ ('tableCell'), children: [text(cell)] })) });
  const rows = dates.map((date) => row([dateInWords(date), date.text, `${date.before}${date.text}${date.after}`]));
  return { type: 'table', children: [row(['exportDate', 'exportWords', 'exportSentence'].map((key) => translate(/** @type {'exportDate'} */ (key)))), ...rows] };
}

/** @param {1 | 2} depth @param {string} value @returns {RootContent} */
function heading(depth, value) {
  return { type: 'heading', depth, children: [text(value)] };
}

/** @param {...PhrasingContent} children @returns {BlockContent} */
function paragraph(...children) {
  return { type: 'paragraph', children };
}

/** @param {string} value @returns {PhrasingContent} */
function text(value) {
  return { type: 'text', value };
}
