// Reads a day as a page writes it, and how well its time zone is known.

/**
 * A day of the calendar as written, and what its time of day says about the day elsewhere.
 * @typedef {object} WrittenDay
 * @property {string} day `YYYY-MM-DD`
 * @property {number | null} utcHour the hour of day where the time is given in UTC, which need not be the publisher's own;
 *   null where there is no time, or one of the publisher's own zone
 */

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthName = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const numbers = /(?<![\d.])(\d{4})([-/.]?)(\d\d)\2(\d\d)(?!\d{3})(?:[T ]+(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]00:?00)?)?/;
const monthFirst = new RegExp(`\\b(${monthName})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i');
const dayFirst = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+|-)(?:of\\s+)?(${monthName})\\.?(?:,?\\s+|-)(\\d{4})\\b`, 'i');
const withSlashes = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/])/;
const utcTime = /\b(\d\d):(\d\d)(?::\d\d)?\s*(?:GMT|UTC)(?![+-]?\d)/;

/**
 * The first day that a text names in full, or null.
 * @param {string | null | undefined} text
 * @returns {WrittenDay | null}
 */
export function readWrittenDay(text) {
  // Most texts have no year, which costs less to see than the rest.
  if (!text || !/\d{4}/.test(text)) return null;
  const iso = numbers.exec(text);
  if (iso) {
    const day = calendarDay(iso[1], iso[3], iso[4]);
    if (!day) return null;
    // Midnight to the second is no time: the page has only the day, and its software added the rest.
    const atMidnight = iso[5] === '00' && iso[6] === '00' && (iso[7] ?? '00') === '00';
    return { day, utcHour: iso[8] && !atMidnight ? Number(iso[5]) : null };
  }
  const day = readNamedMonth(text) ?? readSlashes(text);
  const [, hour = '', minute = ''] = utcTime.exec(text) ?? [];
  return day ? { day, utcHour: hour && hour + minute !== '0000' ? Number(hour) : null } : null;
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
 * A day of the calendar, `YYYY-MM-DD`, or null where there is no such day.
 * @param {string | undefined} year
 * @param {string | undefined} month
 * @param {string | undefined} dayOfMonth
 */
export function calendarDay(year, month, dayOfMonth) {
  const written = `${year}-${month?.padStart(2, '0')}-${dayOfMonth?.padStart(2, '0')}`;
  const parsed = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(written) ? written : null;
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

/** `16/05/2024` and `5/16/2024`: only where one of the two can be no month, or both are the same. @param {string} text */
function readSlashes(text) {
  const match = withSlashes.exec(text);
  if (!match) return null;
  const [, first = '', , second = '', year] = match;
  if (Number(first) > 12 || first === second) return calendarDay(year, second, first);
  return Number(second) > 12 ? calendarDay(year, first, second) : null;
}
