// A report as JSON for programs: all of it, as `types/report.d.ts` describes it.

/** @import { Report } from '../../types/report.js' */

/** Counts the changes of the format that a program would stumble over. */
const version = 2;

/**
 * @param {Report} report
 * @returns {string}
 */
export function reportAsJson(report) {
  return `${JSON.stringify({ format: 'verbatim-report', version, ...report }, null, 2)}\n`;
}
