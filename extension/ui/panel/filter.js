// Which statements and dates are shown.

import { dateInWords } from '../../shared/timex.js';
import { whenOf } from '../../export/when.js';

/** @import { Report, ReportDate, ReportStatement } from '../../../types/report.js' */

/**
 * What the reader asks for.
 * @typedef {object} Filter
 * @property {string} search words that must all occur
 * @property {'all' | 'quoted' | 'reported' | 'probable'} kind
 * @property {string} speaker a place in the report's people, `unknown`, or empty for everyone
 */

/** Shows all there is. @type {Filter} */
export const everything = { search: '', kind: 'all', speaker: '' };

/**
 * The report with what matches alone.
 * @param {Report} report
 * @param {Filter} filter
 * @returns {Report}
 */
export function filtered(report, filter) {
  const words = normalized(filter.search).split(' ').filter(Boolean);
  /** @param {ReportStatement} statement */
  const isAskedFor = (statement) => {
    if (!isOfKind(statement, filter.kind) || !isBy(statement, filter.speaker)) return false;
    if (words.length === 0) return true;
    const when = whenOf(statement, report.dates);
    const { text, speaker, role } = statement;
    return has(words, [text, speaker, role, when?.text, when && dateInWords(when)].filter(Boolean).join(' '));
  };
  return {
    ...report,
    statements: report.statements.filter(isAskedFor),
    // What a statement's date says is looked up by its place, so the list is kept whole there.
    dates: report.dates,
  };
}

/**
 * What matches as a report of its own, its statements numbered from 0.
 * @param {Report} report
 * @param {Filter} filter
 * @returns {Report}
 */
export function selection(report, filter) {
  const { statements, people } = filtered(report, filter);
  return {
    ...report,
    statements: statements.map((statement, index) => ({ ...statement, index })),
    people: people.map((person) => ({ ...person, statements: statements.filter((statement) => statement.person === person.index).length })),
  };
}

/**
 * The dates that match; of a filter only the search concerns them.
 * @param {Report} report
 * @param {Filter} filter
 * @returns {ReportDate[]}
 */
export function filteredDates(report, { search }) {
  const words = normalized(search).split(' ').filter(Boolean);
  if (words.length === 0) return report.dates;
  return report.dates.filter((date) => has(words, `${date.before}${date.text}${date.after} ${dateInWords(date)} ${date.value}`));
}

/** @param {string[]} words @param {string} text */
function has(words, text) {
  const within = normalized(text);
  return words.every((word) => within.includes(word));
}

/**
 * @param {Pick<ReportStatement, 'kind' | 'probable'>} statement
 * @param {Filter['kind']} kind
 */
export function isOfKind(statement, kind) {
  if (kind === 'probable') return statement.probable;
  return kind === 'all' || (kind === 'reported') === (statement.kind === 'reported');
}

/** @param {ReportStatement} statement @param {string} speaker */
function isBy({ person }, speaker) {
  return speaker === '' || (speaker === 'unknown' ? person === null : String(person) === speaker);
}

/** Case, accents and the shapes of marks make no difference. @param {string} text */
function normalized(text) {
  return text.normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/[‘’]/g, '\'').replace(/[“”]/g, '"').toLowerCase().replace(/\s+/g, ' ').trim();
}
