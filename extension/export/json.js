// A report as JSON for programs: all of it, as `types/report.d.ts` describes it.

/** @import { Report } from '../../types/report.js' */

/** Counts the changes of the format that a program would stumble over. */
const version = 2;

/**
 * @param {Report} report
 * @param {{ engine?: string, now?: Date }} [made] by which version of the engine, and when
 * @returns {string}
 */
export function reportAsJson(report, { engine, now } = {}) {
  // What the reader watches is no finding.
  const statements = report.statements.map((statement) => ({ ...statement, watched: undefined }));
  // Colours are none of the findings.
  const people = report.people.map(({ index, name, role, kind, statements, mentions }) => ({ index, name, role, kind, statements, mentions }));
  return `${JSON.stringify({ format: 'verbatim-report', version, ...(engine && { engine }), ...(now && { retrieved: now.toISOString() }), ...report, statements, people }, null, 2)}\n`;
}
