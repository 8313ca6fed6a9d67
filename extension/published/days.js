// Reads a day as a page writes it, and how well its time zone is known.

/**
 * A day of the calendar as written, and what its time of day says about the day elsewhere.
 * @typedef {object} WrittenDay
 * @property {string} day `YYYY-MM-DD`
 * @property {number | null} utc the moment in milliseconds where the time is given in UTC, which need not be the publisher's own
 *   zone; null where there is no time, or one of the publisher's own zone
 */

/** Which number comes first in 02/03/2024, or null where nobody knows. @typedef {'day' | 'month' | null} NumberOrder */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const monthName = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const numbers = /(?<![\d.])(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d{3})(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]00:?00)?)?/;
const monthFirst = new RegExp(`\\b(${monthName})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+|-)(?:of\\s+)?(${monthName})\\.?(?:,?\\s+|-)(\\d{4})\\b`, 'i');
const withSlashes = /(?<![\d/.-])(\d{1,2})([/.-])\s?(\d{1,2})\2\s?(\d{4}|\d\d)(?![\d/.-])/;
const weekday = /\b(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\b/i;
const utcTime = /\b(\d\d):(\d\d)(?::\d\d)?\s*(?:GMT|UTC)(?![+-]?\d)/;
const mayBeDay = /\d{4}|\d[/.-]\s?\d{1,2}[/.-]\s?\d\d/;

/** What software writes where it knows no day: the first of its calendar. */
const firstDay = '1851-01-01';
const noDays = new Set(['1899-12-30', '1899-12-31', '1900-01-01', '1969-12-31', '1970-01-01']);

/**
 * The first day that a text names in full, or null.
 * @param {string | null | undefined} text
 * @param {NumberOrder} [order] of a day that is written in numbers
 * @returns {WrittenDay | null}
 */
export function readWrittenDay(text, order = null) {
  // Most texts have no year, which costs less to see than the rest.
  if (!text || !mayBeDay.test(text)) return null;
  const iso = numbers.exec(text);
  if (iso) {
    const day = calendarDay(iso[1], iso[3], iso[4]);
    return day ? { day, utc: iso[8] ? momentOf(day, iso[5], iso[6], iso[7]) : null } : null;
  }
  const day = readNamedMonth(text) ?? readSlashes(text, order);
  const [, hour, minute] = utcTime.exec(text) ?? [];
  return day ? { day, utc: hour ? momentOf(day, hour, minute) : null } : null;
}

/**
 * Midnight to the second is no time: the page has only the day, and its software added the rest.
 * @param {string} day @param {string | undefined} hour @param {string | undefined} minute @param {string | undefined} second
 */
function momentOf(day, hour, minute, second = '00') {
  const time = `${hour}:${minute}:${second}`;
  const moment = Date.parse(`${day}T${time}Z`);
  return time === '00:00:00' || Number.isNaN(moment) ? null : moment;
}

/**
 * The day alone. The time zone never moves it: the article's “Thursday” is the Thursday of its own desk.
 * @param {string | null | undefined} text
 * @returns {string | null}
 */
export function readDay(text) {
  return readWrittenDay(text)?.day ?? null;
}

/**
 * A day of the calendar on which something can have been published, `YYYY-MM-DD`, or null where there is no such day.
 * @param {string | undefined} year
 * @param {string | undefined} month
 * @param {string | undefined} dayOfMonth
 */
export function calendarDay(year, month, dayOfMonth) {
  const written = `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written);
  return exists && written > firstDay && !noDays.has(written) ? written : null;
}

/** The number of a month, by its first three letters. @param {string | undefined} name */
export function monthNumber(name = '') {
  return String(monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

/** @param {string} text */
function readNamedMonth(text) {
  const american = monthFirst.exec(text);
  const british = dayFirst.exec(text);
  if (american && (!british || american.index <= british.index)) return calendarDay(american[3], monthNumber(american[1]), american[2]);
  return british ? calendarDay(british[3], monthNumber(british[2]), british[1]) : null;
}

/**
 * `16/05/2024`, `5/16/24`: where both readings are days, the weekday beside it decides, then the custom of the place.
 * @param {string} text
 * @param {NumberOrder} order
 */
function readSlashes(text, order) {
  const match = withSlashes.exec(text);
  if (!match) return null;
  const [, first = '', , second = '', end = ''] = match;
  const year = end.length === 2 ? `20${end}` : end;
  const readings = { day: calendarDay(year, second, first), month: calendarDay(year, first, second) };
  if (!readings.day || !readings.month || readings.day === readings.month) return readings.day ?? readings.month;
  const named = weekday.exec(text)?.[1]?.toLowerCase();
  const fits = Object.values(readings).filter((day) => named && day && weekdayNames[new Date(day).getUTCDay()] === named);
  if (fits.length === 1) return fits[0] ?? null;
  return order && readings[order];
}
