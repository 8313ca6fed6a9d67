// Which dates a calendar can hold.

/** @import { ReportDate } from '../../types/report.js' */

/** Nobody puts a year or a decade into a calendar. */
const mostDays = 31;
const millisecondsPerDay = 86_400_000;

/**
 * Whether a date names days that a calendar can hold.
 * @param {Pick<ReportDate, 'type' | 'first' | 'last'>} date
 */
export function isForCalendar({ type, first, last }) {
  if ((type !== 'DATE' && type !== 'TIME') || first === null || last === null) return false;
  // Calendars write years with four digits.
  return /^[1-9]\d{3}-/.test(first) && Date.parse(last) - Date.parse(first) < mostDays * millisecondsPerDay;
}
