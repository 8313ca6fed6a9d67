// Which dates a calendar can hold.

/** @import { Report, ReportDate } from '../../types/report.js' */

/** Nobody puts a month or a year into a calendar. */
const mostDays = 7;
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

/**
 * The dates of an article that are for a calendar: without that of its byline.
 * @param {Pick<Report, 'dates' | 'published'>} report
 */
export function datesForCalendar({ dates, published }) {
  return dates.filter((date) => isForCalendar(date) && !isByline(date, published));
}

/** Whether a date says when the article was published or changed: it is written in full, beside no sentence. @param {ReportDate} date @param {string | null} published */
function isByline({ anchor, first, after, before, text }, published) {
  if (published === null || first === null || anchor !== 'none') return false;
  const isNear = Math.abs(Date.parse(first) - Date.parse(published)) <= millisecondsPerDay;
  return isNear && !/[.!?…]["'”’)\]]*\s*$/.test(`${before}${text}${after}`);
}
