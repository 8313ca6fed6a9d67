// When something was said.

/** @import { Posted, Report, ReportDate, ReportStatement } from '../../types/report.js' */

/**
 * As the text says, or else as the entry of a live page does in which it stands.
 * @param {Pick<ReportStatement, 'date' | 'posted'>} statement
 * @param {Report['dates'] | undefined} dates
 * @returns {ReportDate | Posted | null}
 */
export function whenOf({ date, posted }, dates) {
  return dates?.[date ?? -1] ?? posted ?? null;
}
