// The formats in which the findings can be taken out of the page.

import { saveFile } from '../../shared/files.js';
import { datesForCalendar } from '../../export/calendar-days.js';
import { accentColour } from '../../settings/looks.js';
import { message, part } from '../page.js';
import { button, element } from '../elements.js';

/** @import { Report, ReportPosition, ReportStatement } from '../../../types/report.js' */

/**
 * @typedef {object} Source
 * @property {() => Report | null} shown what is exported
 * @property {() => Promise<Report | undefined>} withPositions the whole report, with the places of its words
 * @property {(text: string) => Promise<void>} copy
 * @property {() => void} saved called when a file was saved
 */

/**
 * @typedef {object} Format
 * @property {string} name the key of its name; what it is for is said by the key with `For` at its end
 * @property {string} ending of the file
 * @property {string} type its media type
 * @property {(report: Report, source: Source) => Promise<string>} write
 */

/** Each is loaded when it is first asked for: the panel opens the sooner. @type {Format[]} */
const formats = [
  { name: 'panelMarkdown', ending: 'md', type: 'text/markdown', write: async (report, source) => (await import('../../export/markdown.js')).reportAsMarkdown(placed(report, await source.withPositions())) },
  {
    name: 'panelHtml', ending: 'html', type: 'text/html', write: async (report, source) => {
      const { reportAsHtml } = await import('../../export/html.js');
      return reportAsHtml(placed(report, await source.withPositions()), { engine: chrome.runtime.getManifest().version, now: new Date(), colourOf: accentColour });
    },
  },
  { name: 'panelCsv', ending: 'csv', type: 'text/csv', write: async (report, source) => (await import('../../export/csv.js')).statementsAsCsv(placed(report, await source.withPositions())) },
  {
    name: 'panelJson', ending: 'json', type: 'application/json', write: async (report, source) => {
      const { reportAsJson } = await import('../../export/json.js');
      return reportAsJson(placed(report, await source.withPositions()), { engine: chrome.runtime.getManifest().version, now: new Date() });
    },
  },
  {
    name: 'panelWebAnnotation', ending: 'jsonld', type: 'application/ld+json', write: async (report, source) => {
      const { reportAsWebAnnotations } = await import('../../export/web-annotation.js');
      return reportAsWebAnnotations(placed(report, await source.withPositions()), new Date(), chrome.runtime.getManifest().version);
    },
  },
  { name: 'panelIcs', ending: 'ics', type: 'text/calendar', write: async (report) => (await import('../../export/calendar.js')).datesAsCalendar(datesForCalendar(report), report) },
];

/** The longest name of a file, without its ending. */
const longestName = 60;

/** Makes the list of formats. @param {Source} source */
export function offerFormats(source) {
  const list = part('formats', HTMLElement);
  const dialog = part('export', HTMLElement);
  dialog.addEventListener('beforetoggle', ({ newState }) => {
    const report = source.shown();
    // Closed it stays as it is, so that the keyboard goes back where it was.
    if (!report || newState !== 'open') return;
    const count = report.statements.length;
    part('export-title', HTMLElement).textContent = message('panelExportHeading', count === 1 ? message('panelOneStatement') : message('panelStatements', count));
    list.replaceChildren(...formats.filter(({ ending }) => ending !== 'ics' || datesForCalendar(report).length > 0).map((format) => item(format, source)));
  });
}

/** @param {Format} format @param {Source} source */
function item({ name, ending, type, write }, source) {
  const label = message(name);
  const copy = button('small', async () => {
    const report = source.shown();
    if (report) await source.copy(await write(report, source));
  }, message('panelCopy'));
  copy.ariaLabel = message('panelCopyTitle', label);
  const save = button('small', async () => {
    const report = source.shown();
    if (!report) return;
    saveFile(await write(report, source), `${fileName(report.title)}.${ending}`, type);
    source.saved();
  }, message('panelDownload'));
  save.ariaLabel = message('panelDownloadTitle', label);
  const made = element('li', 'format', element('span', 'format-name', label), element('span', 'soft', message(`${name}For`)), element('span', 'format-actions', copy, save));
  made.dataset.format = ending;
  return made;
}

/**
 * The report with the places that its words have in another report of the same page, and with the links to them.
 * @param {Report} report
 * @param {Report | undefined} other
 * @returns {Report}
 */
function placed(report, other) {
  /** @template {{ index: number, position: ReportPosition | null }} Words @param {Words[]} all */
  const placesOf = (all) => {
    const positions = new Map(all.map(({ index, position }) => [index, position]));
    return (/** @type {Words} */ words) => ({ ...words, position: positions.get(words.index) ?? null });
  };
  const quoted = placesOf(other?.statements.flatMap(({ quotes }) => quotes) ?? []);
  const told = placesOf(other?.statements.flatMap(({ reported }) => reported ?? []) ?? []);
  const links = new Map(other?.statements.map((statement) => [keyOf(statement), statement.link]) ?? []);
  const statements = report.statements.map((statement) => ({
    ...statement, link: links.get(keyOf(statement)) ?? null, quotes: statement.quotes.map(quoted), reported: statement.reported && told(statement.reported),
  }));
  return { ...report, statements };
}

/** What a statement is known by in every report of a page. @param {ReportStatement} statement */
function keyOf({ reported, quotes }) {
  return reported ? `reported ${reported.index}` : `quote ${quotes[0]?.index}`;
}

/** A title as the name of a file: letters, digits and hyphens, cut between words. @param {string} title */
function fileName(title) {
  const words = title.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  const fitting = words.filter((_, index) => words.slice(0, index + 1).join('-').length <= longestName);
  return fitting.join('-') || words.join('-').slice(0, longestName) || 'verbatim';
}
