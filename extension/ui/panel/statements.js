// The list of an article's statements, in order or by speaker; for the panel and for the demo page.

import { isolated } from '../../shared/foreign-text.js';
import { translate } from '../../shared/messages.js';
import { Slice } from '../../shared/slices.js';
import { dateInWords } from '../../shared/timex.js';
import { accentColour } from '../../settings/looks.js';
import { bySpeaker } from '../../export/by-speaker.js';
import { isFragment } from '../../export/fragments.js';
import { button, element, smallButton } from '../elements.js';
import { whenOf } from '../../export/when.js';

/** @import { Report, ReportStatement } from '../../../types/report.js' */
/** @import { Place } from '../../search/plain.js' */

/**
 * What can be done with a statement.
 * @typedef {object} StatementUse
 * @property {(statement: ReportStatement) => void} reveal shows it on the page
 * @property {(statement: ReportStatement) => void} [cite]
 * @property {(statement: ReportStatement) => void} [link]
 * @property {(statement: ReportStatement) => HTMLElement} [row] what stands below it
 * @property {(statement: ReportStatement) => { name: Place[], text: Place[] }} [found] what of its speaker's name and of its text is marked
 */

/** As many entries as fill any window. */
const atOnce = 30;

/**
 * One list of all statements. What fills the window is there at once; the others follow in slices, for as long as the list stands
 * in the document, so that a long list is seen as soon as a short one.
 * @param {Pick<Report, 'statements' | 'dates' | 'people'>} report
 * @param {StatementUse} use
 * @param {{ whole?: boolean, grown?: () => void }} [options] whether all are to be there at once; called when more of them are there
 */
export function statementsInOrder(report, use, { whole = false, grown = () => {} } = {}) {
  const list = element('ol', 'statements');
  const make = (/** @type {ReportStatement} */ statement) => item(statement, report, use, true);
  const first = whole ? report.statements.length : atOnce;
  list.append(...report.statements.slice(0, first).map(make));
  void follow(list, report.statements.slice(first), make, grown);
  return list;
}

/**
 * A section with what is on the watch list, before all else; nothing where nothing is.
 * @param {Pick<Report, 'statements' | 'dates' | 'people'>} report
 * @param {StatementUse} use
 * @returns {HTMLElement[]}
 */
export function watchedStatements(report, use) {
  const statements = report.statements.filter(({ watched }) => watched);
  if (statements.length === 0) return [];
  const list = element('ol', 'statements');
  list.append(...statements.map((statement) => item(statement, report, use, true)));
  return [sectionOf('watched', 'watched', translate('panelWatchedTitle'), [element('p', 'role', countInWords(statements)), list])];
}

/** The list of all others, below what is on the watch list. @param {HTMLElement} list */
export function otherStatements(list) {
  return sectionOf('others', 'others', translate('panelOthersTitle'), [list]);
}

/** @param {ReportStatement[]} statements */
function countInWords({ length }) {
  return length === 1 ? translate('panelOneStatement') : translate('panelStatements', length);
}

/** @param {string} name @param {string} id of its heading @param {string} title @param {HTMLElement[]} content */
function sectionOf(name, id, title, content) {
  const section = element('section', name);
  const heading = element('h3', 'who', title);
  heading.id = id;
  section.setAttribute('aria-labelledby', id);
  section.append(heading, ...content);
  return section;
}

/**
 * @param {HTMLElement} list
 * @param {ReportStatement[]} statements
 * @param {(statement: ReportStatement) => HTMLElement} make
 * @param {() => void} grown
 */
async function follow(list, statements, make, grown) {
  const slice = new Slice();
  /** @type {HTMLElement[]} */
  let made = [];
  for (const statement of statements) {
    if (slice.isOver || made.length === 0) {
      list.append(...made);
      made = [];
      await slice.next();
      if (!list.isConnected) return;
    }
    made.push(make(statement));
  }
  list.append(...made);
  if (statements.length > 0) grown();
}

/**
 * A section with a heading and a list for each speaker.
 * @param {Pick<Report, 'statements' | 'dates' | 'people'>} report
 * @param {StatementUse} use
 */
export function statementsBySpeaker(report, use) {
  return bySpeaker(report).map(({ person, speaker, role, statements }) => {
    const list = element('ol', 'statements');
    list.append(...statements.map((statement) => item(statement, report, use, false)));
    const about = element('p', 'role', [role && isolated(role), countInWords(statements)].filter(Boolean).join(' · '));
    return sectionOf('speaker', `speaker-${person ?? 'unknown'}`, speaker ?? translate('panelSpeakerUnknown'), [about, list]);
  });
}

/** What is to be known of a statement before its words. @param {ReportStatement} statement */
function notes({ kind, probable, corrected, watched }) {
  const all = [...(watched ? ['panelWatchedNote'] : []), ...(kind === 'reported' ? ['panelReportedNote'] : []), ...(probable ? ['panelProbably'] : []), ...(corrected ? ['panelCorrectedNote'] : [])];
  return all.flatMap((note) => [' ', element('span', 'note', translate(/** @type {'panelProbably'} */ (note)))]);
}

/** @param {ReportStatement} statement @param {Pick<Report, 'dates' | 'people'>} report @param {StatementUse} use @param {boolean} named whether it says who speaks */
function item(statement, { dates, people }, { reveal, cite, link, row, found }, named) {
  const { speaker, role, text, kind } = statement;
  const entry = button('entry', () => reveal(statement));
  const when = whenOf(statement, dates);
  const marks = found?.(statement) ?? { name: [], text: [] };
  if (named) {
    const who = element('span', speaker ? 'who' : 'who unknown', ...(speaker ? marked(speaker, marks.name) : [translate('panelSpeakerUnknown')]));
    who.append(...notes(statement));
    entry.append(who, ' ');
    if (role) entry.append(element('span', 'role', role), ' ');
  } else entry.append(...notes(statement), ' ');
  entry.append(element('span', kind === 'reported' ? 'words reported' : 'words', ...marked(text, marks.text)));
  if (isFragment(statement)) entry.append(' ', element('span', 'sentence', statement.sentence ?? ''));
  if (when) entry.append(' ', element('span', 'when', dateInWords(when)));
  const made = element('li', 'statement', entry);
  made.dataset.statement = String(statement.index);
  const tint = people[statement.person ?? -1]?.tint;
  if (tint) made.style.setProperty('--speaker', accentColour(tint));
  const actions = element('div', 'actions');
  if (cite) actions.append(smallButton(translate('panelCite'), translate('panelCiteTitle'), () => cite(statement)));
  if (link) actions.append(smallButton(translate('panelLink'), translate('panelLinkTitle'), () => link(statement)));
  if (actions.childElementCount > 0) made.append(actions);
  if (row) made.append(row(statement));
  return made;
}

/** A text with what was found in it marked. @param {string} text @param {Place[]} places in order, none within another */
function marked(text, places) {
  const parts = places.flatMap(([start, end], index) => [text.slice(places[index - 1]?.[1] ?? 0, start), element('mark', '', text.slice(start, end))]);
  return [...parts, text.slice(places.at(-1)?.[1] ?? 0)];
}
