// Which statements and dates are shown.

import { plainSearch } from '../../search/search.js';
import { textsOf, textsOfDate } from './texts.js';

/** @import { Report, ReportDate, ReportStatement } from '../../../types/report.js' */
/** @import { Texts } from '../../search/search.js' */

/**
 * What the reader asks for.
 * @typedef {object} Filter
 * @property {string} search words that must all occur, patterns and fields
 * @property {'all' | 'quoted' | 'reported' | 'probable'} kind
 * @property {string} speaker a place in the report's people, `unknown`, or empty for everyone
 */

/** Shows all there is. @type {Filter} */
export const everything = { search: '', kind: 'all', speaker: '' };

/** Whether something is searched for. @template Kind @typedef {(of: Kind) => boolean} Accepts */

/**
 * The report with what matches alone.
 * @param {Report} report
 * @param {Filter} filter
 * @param {Accepts<ReportStatement>} [accepts] whether a statement is searched for; by default as plain words
 * @returns {Report}
 */
export function filtered(report, filter, accepts = plainly(filter, (statement) => textsOf(statement, report))) {
  const isAskedFor = (/** @type {ReportStatement} */ statement) => (
    isOfKind(statement, filter.kind) && isBy(statement, filter.speaker) && accepts(statement));
  // What a statement's date says is looked up by its place, so the list of dates is kept whole.
  return { ...report, statements: report.statements.filter(isAskedFor) };
}

/**
 * What matches as a report of its own, its statements numbered from 0.
 * @param {Report} report
 * @param {Filter} filter
 * @param {Accepts<ReportStatement>} [accepts]
 * @returns {Report}
 */
export function selection(report, filter, accepts) {
  const { statements, people } = filtered(report, filter, accepts);
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
 * @param {Accepts<ReportDate>} [accepts]
 * @returns {ReportDate[]}
 */
export function filteredDates(report, filter, accepts = plainly(filter, textsOfDate)) {
  return report.dates.filter(accepts);
}

/** @template Kind @param {Filter} filter @param {(of: Kind) => Texts} textsOf @returns {Accepts<Kind>} */
function plainly({ search }, textsOf) {
  const plain = plainSearch(search);
  return (of) => plain?.accepts(textsOf(of)) ?? true;
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
