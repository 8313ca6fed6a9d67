// Days of the calendar in the reader's language.

import { interfaceLanguage } from './messages.js';

const millisecondsPerDay = 86_400_000;

/** A Monday, to name weekdays by. */
const someMonday = Date.UTC(2024, 0, 1);

/**
 * A day with its weekday.
 * @param {string} day `YYYY-MM-DD`
 */
export function longDay(day) {
  return formatDay(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/**
 * A day without its weekday.
 * @param {string} day `YYYY-MM-DD`
 */
export function dayInWords(day) {
  return formatDay(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/**
 * From one day to another.
 * @param {string} first
 * @param {string} last
 */
export function dayRange(first, last) {
  return formatter({ day: 'numeric', month: 'long', year: 'numeric' }).formatRange(instant(first), instant(last));
}

/** From one month to another. @param {string} first a day of it @param {string} last */
export function monthRange(first, last) {
  return formatter({ month: 'long', year: 'numeric' }).formatRange(instant(first), instant(last));
}

/** The name of a month, with its year where one is given. @param {string} month `01` @param {string} [year] */
export function monthInWords(month, year) {
  return formatDay(`${year ?? 2024}-${month}-01`, { month: 'long', ...(year !== undefined && { year: 'numeric' }) });
}

/** A day of any year. @param {string} day `05-16` */
export function dayOfAnyYear(day) {
  return formatDay(`2024-${day}`, { day: 'numeric', month: 'long' });
}

/** From one day to another, of any year. @param {string} first `05-16` @param {string} last */
export function dayRangeOfAnyYear(first, last) {
  return formatter({ day: 'numeric', month: 'long' }).formatRange(instant(`2024-${first}`), instant(`2024-${last}`));
}

/** The name of a weekday. @param {number} weekday Monday is 1 */
export function weekdayInWords(weekday) {
  return formatter({ weekday: 'long' }).format(someMonday + (weekday - 1) * millisecondsPerDay);
}

/** A year before Christ, or a month of one. @param {number} year from 1 @param {number} [month] from 1 */
export function beforeChrist(year, month) {
  const day = new Date(Date.UTC(2000, (month ?? 7) - 1, 15));
  // The year before the first is 0 to a calendar.
  day.setUTCFullYear(1 - year);
  return formatter({ year: 'numeric', era: 'short', ...(month !== undefined && { month: 'long' }) }).format(day);
}

/** The time of a clock. @param {number} hours @param {number} minutes @param {number | null} seconds */
export function clockInWords(hours, minutes, seconds) {
  return formatter({ timeStyle: seconds === null ? 'short' : 'medium' }).format(new Date(Date.UTC(2000, 0, 1, hours, minutes, seconds ?? 0)));
}

/** Whether the calendar has such a day. @param {string} day `YYYY-MM-DD` */
export function isDay(day) {
  return /^-?\d{4,}-\d\d-\d\d$/.test(day) && !Number.isNaN(instant(day)) && new Date(instant(day)).toISOString().startsWith(day);
}

/**
 * How many days a day lies after another.
 * @param {string} day
 * @param {string} other
 */
export function daysAfter(day, other) {
  return Math.round((instant(day) - instant(other)) / millisecondsPerDay);
}

/** @param {string} day @param {Intl.DateTimeFormatOptions} options */
function formatDay(day, options) {
  return formatter(options).format(instant(day));
}

/** Making one takes as long as using it fifty times. @type {Map<string, Intl.DateTimeFormat>} */
const formatters = new Map();

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  const language = interfaceLanguage();
  const name = `${language} ${Object.entries(options)}`;
  const known = formatters.get(name);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
  formatters.set(name, made);
  return made;
}

/** @param {string} day */
function instant(day) {
  return Date.parse(`${day}T00:00:00Z`);
}
