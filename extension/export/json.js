// A report as JSON for programs: all of it, as `types/report.d.ts` describes it.

/** @import { Report } from '../../types/report.js' */

/** Counts the changes of the format that a program would stumble over. */
const version = 2;

/**
 * @param {Report} report
 * @returns {string}
 */
export function reportAsJson(report) {
  // Colours are none of the findings.
  const people = report.people.map(({ index, name, role, statements, mentions }) => ({ index, name, role, statements, mentions }));
  return `${JSON.stringify({ format: 'verbatim-report', version, ...report, people }, null, 2)}\n`;
}
