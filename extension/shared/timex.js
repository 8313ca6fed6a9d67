// TIMEX3 values in words.

import { interfaceLanguage, translate } from './messages.js';

/** @import { DateExpression } from '../../types/annotations.js' */

/** What of a date is put into words. @typedef {Pick<DateExpression, 'type' | 'value' | 'mod' | 'first' | 'last'>} DateValue */

const millisecondsPerDay = 86_400_000;

/** TIMEX3's parts of the day. */
const partsOfDay = /** @type {const} */ ({
  MO: 'partMorning', MI: 'partMidday', AF: 'partAfternoon', EV: 'partEvening', NI: 'partNight', DT: 'partDaytime',
});

const seasons = /** @type {const} */ ({ SP: 'seasonSpring', SU: 'seasonSummer', FA: 'seasonAutumn', WI: 'seasonWinter' });

const modifiers = /** @type {const} */ ({
  APPROX: 'dateAbout', BEFORE: 'dateBefore', AFTER: 'dateAfter', LESS_THAN: 'dateLess', MORE_THAN: 'dateMore',
  EQUAL_OR_LESS: 'dateAtMost', EQUAL_OR_MORE: 'dateAtLeast', START: 'dateEarly', MID: 'dateMiddle', END: 'dateLate',
});

const units = /** @type {const} */ ({ Y: 'year', M: 'month', W: 'week', D: 'day' });

/** Units that `Intl` has no words for. */
const unitsInWords = /** @type {const} */ ({ Q: 'unitsQuarters', WE: 'unitsWeekends', E: 'unitsDecades', C: 'unitsCenturies', L: 'unitsMillennia' });

const unitsOfTime = /** @type {const} */ ({ H: 'hour', M: 'minute', S: 'second' });

/** A Monday, to name weekdays by. */
const someMonday = Date.UTC(2024, 0, 1);

/**
 * A date, time, duration or repetition in the reader's language.
 * @param {DateValue} date
 * @returns {string}
 */
export function dateInWords(date) {
  const words = plainWords(date);
  const modifier = modifiers[/** @type {keyof typeof modifiers} */ (date.mod ?? '')];
  return modifier ? translate(modifier, words) : capitalized(words);
}

/** @param {DateValue} date @returns {string} */
function plainWords({ type, value, first, last }) {
  if (value === 'PRESENT_REF') return translate('dateNow');
  if (value === 'PAST_REF') return translate('datePast');
  if (value === 'FUTURE_REF') return translate('dateFuture');
  if (type === 'SET') return translate('dateEvery', recurrence(value));
  if (type === 'DURATION') return duration(value);
  const calendar = calendarWords(value, first, last);
  const time = /T(.+)/s.exec(value)?.[1];
  if (!time) return calendar;
  return [calendar, timeOfDay(time)].filter(Boolean).join(', ');
}

/**
 * Whether the words for a value name its days, so that they need not be given as well.
 * @param {DateValue} date
 */
export function namesItsDays({ value }) {
  return !/^\d{4}-(SP|SU|FA|AU|WI|Q\d|H\d)$/.test(value) && !/^\d{2,3}$/.test(value);
}

/** @param {string} value @param {string | null} first @param {string | null} last */
function calendarWords(value, first, last) {
  const calendar = value.replace(/T.*/s, '');
  const [year = '', rest = ''] = calendar.split('-');
  if (/^\d{4}(\/\d{4})?$/.test(calendar)) return calendar;
  if (/^\d{3}$/.test(calendar)) return translate('dateDecade', `${calendar}0`);
  if (/^\d{4}-\d{2}$/.test(calendar)) return format(`${calendar}-01`, { month: 'long', year: 'numeric' });
  if (calendar.startsWith('BC')) return beforeChrist(year, rest);
  if (rest in seasons) return season(rest, year);
  if (!first || !last) return translate('dateOpen');
  if (first === last) return longDay(first);
  const days = dayRange(first, last);
  if (/^\d{4}-W\d\d$/.test(calendar)) return translate('dateWeek', days);
  if (/^\d{4}-[QH]\d$/.test(calendar)) return translate('dateQuarter', `${rest} ${year}`, monthRange(first, last));
  return days;
}

/** @param {string} code @param {string} year without which it is any */
function season(code, year) {
  return translate(seasons[/** @type {keyof typeof seasons} */ (code)], year.startsWith('X') ? '' : year).trim();
}

/** @param {string} year `BC0044` @param {string} part a month, a season or nothing */
function beforeChrist(year, part) {
  // The year before the first is 0 to a calendar.
  const day = new Date(Date.UTC(2000, Number(/^\d\d$/.exec(part) ? part : 7) - 1, 15));
  day.setUTCFullYear(1 - Number(year.slice(2)));
  if (Number.isNaN(day.getTime()) || year.length < 6) return translate('dateOpen');
  const inYear = formatter({ year: 'numeric', era: 'short' }).format(day);
  if (part in seasons) return season(part, inYear);
  return part ? formatter({ month: 'long', year: 'numeric', era: 'short' }).format(day) : inYear;
}

/** @param {string} time what follows the `T` */
function timeOfDay(time) {
  const part = partsOfDay[/** @type {keyof typeof partsOfDay} */ (time)];
  if (part) return translate(part);
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (!hours) return '';
  const words = formatter({ timeStyle: 'short' })
    .format(new Date(Date.UTC(2000, 0, 1, Number(hours), Number(minutes))));
  return time.endsWith('Z') ? `${words} UTC` : words;
}

/** @param {string} value `XXXX-WXX-1`, `P1W` */
function recurrence(value) {
  const weekday = /^XXXX-WXX-(\d)/.exec(value)?.[1];
  const part = /T(\w\w)$/.exec(value)?.[1] ?? '';
  const partWords = part in partsOfDay ? translate(partsOfDay[/** @type {keyof typeof partsOfDay} */ (part)]) : '';
  if (weekday) {
    const name = formatter({ weekday: 'long' })
      .format(someMonday + (Number(weekday) - 1) * millisecondsPerDay);
    const clock = /T(\d.*)/s.exec(value)?.[1];
    return [name, clock ? timeOfDay(clock) : partWords].filter(Boolean).join(clock ? ', ' : ' ');
  }
  if (partWords) return partWords;
  const time = /^XXXX-XX-XXT(\d.*)$/.exec(value)?.[1];
  if (time) return timeOfDay(time);
  const [, rest = ''] = value.split('-');
  if (rest in seasons) return season(rest, 'XXXX');
  if (value === 'XXXX-WXX-WE') return translate('dateWeekend');
  const month = /^XXXX-(\d\d)(-\d\d)?/.exec(value);
  if (month) {
    return format(`2024-${month[1]}${month[2] ?? '-01'}`, month[2] ? { day: 'numeric', month: 'long' } : { month: 'long' });
  }
  return duration(value).replace(/^1\s+/, '');
}

/** @param {string} value `P2D`, `PT36H`, `PXM` */
function duration(value) {
  const parts = [...value.matchAll(/(T)?(?<![\dX.])(\d+(?:\.\d+)?|X+)(WE|[A-Z])/g)].map(([, , count = '', unit = ''], index, all) => {
    const ofTime = all.slice(0, index + 1).some((match) => match[1] === 'T');
    return amount(count, unit, ofTime);
  });
  return parts.filter(Boolean).join(' ') || translate('dateOpen');
}

/** @param {string} count @param {string} unit @param {boolean} ofTime */
function amount(count, unit, ofTime) {
  const number = count.startsWith('X') ? null : Number(count);
  if (unit in unitsInWords) {
    const words = translate(unitsInWords[/** @type {keyof typeof unitsInWords} */ (unit)]);
    if (number === null) return translate('dateSome', words);
    if (unit === 'Q') return amount(String(3 * number), 'M', false);
    return `${new Intl.NumberFormat(interfaceLanguage()).format(number)} ${number === 1 && unit === 'WE' ? translate('dateWeekend') : words}`;
  }
  const name = ofTime ? unitsOfTime[/** @type {'H'} */ (unit)] : units[/** @type {'Y'} */ (unit)];
  if (!name) return '';
  const words = new Intl.NumberFormat(interfaceLanguage(), { style: 'unit', unit: name, unitDisplay: 'long' }).format(number ?? 2);
  return number === null ? translate('dateSome', words.replace(/^\D*\d+\s*/, '')) : words;
}

/**
 * A day with its weekday.
 * @param {string} day `YYYY-MM-DD`
 */
export function longDay(day) {
  return format(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/**
 * A day without its weekday.
 * @param {string} day `YYYY-MM-DD`
 */
export function dayInWords(day) {
  return format(day, { day: 'numeric', month: 'long', year: 'numeric' });
}

/**
 * From one day to another.
 * @param {string} first
 * @param {string} last
 */
export function dayRange(first, last) {
  return formatter({ day: 'numeric', month: 'long', year: 'numeric' }).formatRange(instant(first), instant(last));
}

/** @param {string} first @param {string} last */
function monthRange(first, last) {
  return formatter({ month: 'long', year: 'numeric' }).formatRange(instant(first), instant(last));
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
function format(day, options) {
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

/** @param {string} words */
function capitalized(words) {
  return words.charAt(0).toLocaleUpperCase(interfaceLanguage()) + words.slice(1);
}
