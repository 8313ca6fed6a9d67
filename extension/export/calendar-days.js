// Which dates a calendar can hold.

/** @import { ReportDate } from '../../types/report.js' */

/**
 * Whether a date names days that a calendar can hold.
 * @param {Pick<ReportDate, 'type' | 'first' | 'last'>} date
 */
export function isForCalendar({ type, first, last }) {
  return (type === 'DATE' || type === 'TIME') && first !== null && last !== null && /^[1-9]\d{3}-/.test(first) && /^[1-9]\d{3}-/.test(last);
}
