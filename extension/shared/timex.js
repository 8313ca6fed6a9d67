// TIMEX3 values in words: a table of the forms that the engine writes, and what a modifier makes of them.

import {
  beforeChrist, clockInWords, dayOfAnyYear, dayRange, dayRangeOfAnyYear, isDay, longDay, monthInWords, monthRange, weekdayInWords,
} from './calendar-words.js';
import { isVagueLength, lengthInWords, repetitionInWords } from './lengths-in-words.js';
import { interfaceLanguage, translate } from './messages.js';

/** @import { DateExpression } from '../../types/annotations.js' */
/** @import { english } from './messages.js' */

/** What of a date is put into words. @typedef {Pick<DateExpression, 'type' | 'value' | 'mod' | 'first' | 'last'> & { text?: string }} DateValue `text` is what the article writes */

/** @typedef {keyof typeof english} Key */

/**
 * How large what is named is, for its modifier: a unit of the calendar, one that English gives an article, a stretch of days, a day,
 * a length, or a length that is vague. Nothing is said of the rest.
 * @typedef {'unit' | 'span' | 'range' | 'day' | 'length' | 'vague' | 'none'} Grain
 */

/**
 * A value in words, and what a modifier needs to know of it.
 * @typedef {object} Worded
 * @property {string} words
 * @property {string} [of] the words after *late* and *early*, where a language changes them
 * @property {Grain} grain which words a modifier has
 */

/** TIMEX3's parts of the day: of a day, of a weekday that repeats, of every day. @type {Record<string, [part: Key, ofWeekday: Key, every: Key]>} */
const partsOfDay = {
  MO: ['partMorning', 'setMorning', 'everyMorning'],
  MI: ['partMidday', 'setMidday', 'everyMidday'],
  AF: ['partAfternoon', 'setAfternoon', 'everyAfternoon'],
  EV: ['partEvening', 'setEvening', 'everyEvening'],
  NI: ['partNight', 'setNight', 'everyNight'],
  DT: ['partDaytime', 'setDaytime', 'everyDaytime'],
};

/** @type {Record<string, Key>} */
const seasons = { SP: 'seasonSpring', SU: 'seasonSummer', FA: 'seasonAutumn', AU: 'seasonAutumn', WI: 'seasonWinter' };

/** @type {Record<string, Key>} */
const references = { PRESENT_REF: 'dateNow', PAST_REF: 'datePast', FUTURE_REF: 'dateFuture' };

/** A clock's time with the letters or the place of its zone. */
const zoneAfterClock = /(?:\d|noon|midnight|o.clock)\s{0,3}(?:[ap]\.?m\.?|[AP]\.?M\.?)?\s{1,3}(?:([A-Z]{2,5})\b|(local|\p{Lu}[\p{Letter}.]{0,20}(?: \p{Lu}[\p{Letter}.]{0,20})?) time\b)/u;

/** @typedef {[form: RegExp, words: (parts: (string | undefined)[], days: { first: string | null, last: string | null }) => Worded | null]} Form */

/** The calendar's part of a date, and who puts it into words. @type {Form[]} */
const forms = [
  [/^(\d{4})$/, ([year]) => unit(String(Number(year)))],
  [/^(\d{4})\/(\d{4})$/, ([year, next]) => range(`${Number(year)}/${Number(next)}`)],
  [/^(\d{3})$/, ([tens]) => span(translate('dateDecade', `${Number(tens)}0`), translate('dateOfDecade', `${Number(tens)}0`))],
  [/^(\d{2})$/, ([hundreds]) => century(Number(hundreds) + 1, 'dateCentury', 'dateOfCentury')],
  [/^BC(\d{4})(?:-(\d\d|SP|SU|FA|AU|WI))?$/, ([year, part]) => partOfYearBeforeChrist(Number(year), part)],
  [/^BC(\d{3})$/, ([tens]) => span(translate('dateDecadeBeforeChrist', `${Number(tens)}0`))],
  [/^BC(\d{2})$/, ([hundreds]) => century(Number(hundreds) + 1, 'dateCenturyBeforeChrist', 'dateCenturyBeforeChrist')],
  [/^BCX+$/, () => range(translate('openYearBeforeChrist'))],
  [/^(\d{4})-(\d\d)$/, ([year, month = '']) => (isMonth(month) ? unit(monthInWords(month, year)) : null)],
  [/^(-?\d{4}-\d\d-\d\d)$/, ([day = '']) => (isDay(day) ? { words: longDay(day), grain: 'day' } : null)],
  [/^(\d{4}|XXXX)-(SP|SU|FA|AU|WI)$/, ([year = '', season = '']) => unit(seasonInWords(season, year))],
  [/^\d{4}-W\d\d$/, (_, days) => within(days, (days) => range(translate('dateWeek', days)))],
  [/^\d{4}-W\d\d-WE$/, (_, days) => within(days, range)],
  [/^(\d{4})-([QH]\d)$/, ([year, part], days) => within(days, () => range(translate('dateQuarter', `${part} ${year}`, monthRange(days.first ?? '', days.last ?? '')))) ?? range(`${part} ${year}`)],
  [/^XXXX-([QH]\d)$/, ([part = '']) => range(translate('openYearOf', part))],
  [/^XXXX-QX$/, () => range(translate('openQuarter'))],
  [/^XXXX-HX$/, () => range(translate('openHalf'))],
  [/^XXXX$/, () => range(translate('openYear'))],
  [/^XXX$/, () => range(translate('openDecade'))],
  [/^XX$/, () => range(translate('openCentury'))],
  [/^(?:XXXX|\d{4})-WXX$/, () => range(translate('openWeek'))],
  [/^(?:XXXX|\d{4})-WXX-WE$/, () => range(translate('openWeekend'))],
  [/^(?:XXXX|\d{4})-WXX-([1-7])$/, ([weekday]) => ({ words: translate('openWeekday', weekdayInWords(Number(weekday))), grain: 'day' })],
  [/^(?:XXXX|\d{4})-XX$/, () => range(translate('openMonth'))],
  [/^XXXX-(\d\d)$/, ([month = '']) => (isMonth(month) ? unit(monthInWords(month)) : null)],
  [/^XXXX-(\d\d-\d\d)$/, ([day = '']) => (isDay(`2024-${day}`) ? { words: dayOfAnyYear(day), grain: 'day' } : null)],
  [/^XXXX-(\d\d-\d\d)\/XXXX-(\d\d-\d\d)$/, ([first = '', last = '']) => (isDay(`2024-${first}`) && isDay(`2024-${last}`) ? range(dayRangeOfAnyYear(first, last)) : null)],
  [/^(?:XXXX|\d{4})-XX-(\d\d)$/, ([day]) => ({ words: translate('openDayOf', Number(day)), grain: 'day' })],
  [/^(?:XXXX|\d{4})-XX-XX$/, () => ({ words: translate('openDay'), grain: 'day' })],
  [/^(\d{4}|XXXX)-(\d\d)-XX$/, ([year = '', month = '']) => (isMonth(month) ? { words: translate('openDayIn', year === 'XXXX' ? monthInWords(month) : monthInWords(month, year)), grain: 'day' } : null)],
];

/** What repeats, and who puts it into words; what repeats after a length of time is no part of it. @type {Form[]} */
const repetitions = [
  [/^XXXX-WXX-([1-7])$/, ([weekday]) => every(weekdayInWords(Number(weekday)))],
  [/^XXXX-WXX-([1-7])T(\d.*)$/, ([weekday, clock = '']) => every(`${weekdayInWords(Number(weekday))}, ${timeOfDay(clock)}`)],
  [/^XXXX-WXX-([1-7])T(MO|MI|AF|EV|NI|DT)$/, ([weekday, part = '']) => every(translate(ofDay(part)[1], weekdayInWords(Number(weekday))))],
  [/^XXXX-WXX-WE$/, () => repeated(translate('everyWeekend'))],
  [/^XXXX-WXX-WET(MO|MI|AF|EV|NI|DT)$/, ([part = '']) => repeated(`${translate('everyWeekend')}, ${translate(ofDay(part)[0])}`)],
  [/^XXXX-XX-XXT(MO|MI|AF|EV|NI|DT)$/, ([part = '']) => repeated(translate(ofDay(part)[2]))],
  [/^XXXX-XX-XXT(\d.*)$/, ([clock = '']) => repeated(`${translate('everyDay')}, ${timeOfDay(clock)}`)],
  [/^XXXX-XX-XX$/, () => repeated(translate('everyDay'))],
  [/^XXXX-(SP|SU|FA|AU|WI)$/, ([season = '']) => repeated(translate('everySeason', seasonInWords(season, 'XXXX')))],
  [/^XXXX-(\d\d)$/, ([month = '']) => (isMonth(month) ? every(monthInWords(month)) : null)],
  [/^XXXX-(\d\d-\d\d)$/, ([day = '']) => (isDay(`2024-${day}`) ? every(dayOfAnyYear(day)) : null)],
];

/** What a modifier says of each grain. @type {Record<string, Partial<Record<Grain, Key>>>} */
const modifiers = {
  APPROX: { ...near(), length: 'dateAbout' },
  BEFORE: { unit: 'dateBefore', span: 'dateBeforeThe', range: 'dateBefore', day: 'dateBefore', length: 'dateLess', vague: 'lengthOrLess' },
  AFTER: { unit: 'dateAfter', span: 'dateAfterThe', range: 'dateAfter', day: 'dateAfter', length: 'dateMore', vague: 'lengthOrMore' },
  // *Less than two years ago* is a year that the words only come near to, from which side is not said.
  LESS_THAN: { ...near(), length: 'dateLess', vague: 'lengthOrLess' },
  MORE_THAN: { ...near(), length: 'dateMore', vague: 'lengthOrMore' },
  EQUAL_OR_LESS: { ...near(), length: 'dateAtMost', vague: 'lengthOrLess' },
  EQUAL_OR_MORE: { ...near(), length: 'dateAtLeast', vague: 'lengthOrMore' },
  START: { unit: 'dateEarly', span: 'dateEarly', range: 'dateBeginning', day: 'dateEarlyDay', length: 'dateBeginning', vague: 'dateBeginning' },
  MID: { unit: 'dateMiddle', span: 'dateMiddle', range: 'dateMiddleOf', day: 'dateMiddleOf', length: 'dateMiddleOf', vague: 'dateMiddleOf' },
  END: { unit: 'dateLate', span: 'dateLate', range: 'dateEnd', day: 'dateLateDay', length: 'dateEnd', vague: 'dateEnd' },
};

/** What says that a date is only near. @returns {Partial<Record<Grain, Key>>} */
function near() {
  return { unit: 'dateAbout', span: 'dateAboutThe', range: 'dateAbout', day: 'dateAbout' };
}

/**
 * A date, time, duration or repetition in the reader's language.
 * @param {DateValue} date
 * @returns {string}
 */
export function dateInWords(date) {
  const { words, of = words, grain } = worded(date);
  const key = modifiers[date.mod ?? '']?.[grain];
  if (!key) return capitalized(words);
  return capitalized(translate(key, key === 'dateEarly' || key === 'dateMiddle' || key === 'dateLate' ? of : words));
}

/** @param {DateValue} date @returns {Worded} */
function worded({ type, value, first, last, mod, text }) {
  const reference = references[value];
  if (reference) return { words: translate(reference), grain: 'none' };
  const days = { first, last };
  if (type === 'DURATION') return durationInWords(value);
  if (type === 'SET') {
    const length = repetitionInWords(value);
    return length ? repeated(length) : find(repetitions, value, days) ?? { words: translate('everyOpen'), grain: 'none' };
  }
  const [, calendar = '', time] = /^(.*?)(?:T(.*))?$/s.exec(value) ?? [];
  const day = find(forms, calendar, days) ?? within(days, (words) => ({ words, grain: 'range' })) ?? { words: translate('dateOpen'), grain: /** @type {const} */ ('none') };
  if (time === undefined) return day;
  const part = partsOfDay[time]?.[0];
  const ofPart = part && { START: /** @type {const} */ ('partEarly'), MID: /** @type {const} */ ('partMiddle'), END: /** @type {const} */ ('partLate') }[mod ?? ''];
  if (part && ofPart) return { words: `${day.words}, ${translate(ofPart, translate(part))}`, grain: 'none' };
  const zone = part ? '' : zoneIn(text ?? '');
  const clock = part ? translate(part) : timeOfDay(time, zone);
  return { words: [day.words, clock].filter(Boolean).join(', '), grain: 'day' };
}

/** @param {string} value @returns {Worded} */
function durationInWords(value) {
  const words = lengthInWords(value);
  if (words === null) return { words: translate('lengthOpen'), grain: 'none' };
  return { words, grain: isVagueLength(value) ? 'vague' : 'length' };
}

/** @param {Form[]} table @param {string} value @param {{ first: string | null, last: string | null }} days */
function find(table, value, days) {
  for (const [form, words] of table) {
    const [whole, ...parts] = form.exec(value) ?? [];
    if (whole !== undefined) return words(parts, days);
  }
  return null;
}

/**
 * Whether the words for a value name its days, so that they need not be given as well.
 * @param {Pick<DateValue, 'value'>} date
 */
export function namesItsDays({ value }) {
  return !/^\d{4}-(SP|SU|FA|AU|WI|Q\d|H\d)$/.test(value) && !/^\d{2,3}$/.test(value);
}

/** @param {string} words @returns {Worded} */
function unit(words) {
  return { words, grain: 'unit' };
}

/** @param {string} words @param {string} [of] @returns {Worded} */
function span(words, of = words) {
  return { words, of, grain: 'span' };
}

/** @param {string} words @returns {Worded} */
function range(words) {
  return { words, grain: 'range' };
}

/** What is known by its first and last day. @param {{ first: string | null, last: string | null }} days @param {(days: string) => Worded} words */
function within({ first, last }, words) {
  return first && last && isDay(first) && isDay(last) ? words(first === last ? longDay(first) : dayRange(first, last)) : null;
}

/** @param {number} number @param {Key} key @param {Key} of @returns {Worded} */
function century(number, key, of) {
  return span(translate(key, ordinal(number)), translate(of, ordinal(number)));
}

/** @param {number} year @param {string} [part] a month or a season */
function partOfYearBeforeChrist(year, part) {
  if (year === 0 || (part && /\d/.test(part) && !isMonth(part))) return null;
  if (!part) return unit(beforeChrist(year));
  return unit(part in seasons ? seasonInWords(part, beforeChrist(year)) : beforeChrist(year, Number(part)));
}

/** @param {string} season @param {string} year of which it is, or `XXXX` */
function seasonInWords(season, year) {
  return translate(/** @type {Key} */ (seasons[season]), year.startsWith('X') ? '' : year).trim();
}

/** @param {string} what @returns {Worded} */
function every(what) {
  return repeated(translate('dateEvery', what));
}

/** @param {string} words @returns {Worded} */
function repeated(words) {
  return { words, grain: 'length' };
}

/** @param {string} part */
function ofDay(part) {
  return /** @type {[Key, Key, Key]} */ (partsOfDay[part]);
}

/** @param {string} month */
function isMonth(month) {
  return Number(month) >= 1 && Number(month) <= 12;
}

/** @param {string} time what follows the `T` @param {string} [zone] as the article names it */
function timeOfDay(time, zone = '') {
  const [, hours, minutes, seconds, universal] = /^(\d\d):(\d\d)(?::(\d\d))?(Z?)$/.exec(time) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return '';
  const words = clockInWords(Number(hours), Number(minutes), seconds === undefined ? null : Number(seconds));
  return [words, universal ? 'UTC' : zone].filter(Boolean).join(' ');
}

/** The zone in the words of an article: *5 p.m. EST*, *9 a.m. local time on Friday*. @param {string} text */
function zoneIn(text) {
  const [, zone = '', place = ''] = zoneAfterClock.exec(text) ?? [];
  if (place === 'local') return translate('timeLocal');
  if (place) return translate('timeOfPlace', place);
  return /^[AP]M$/.test(zone) ? '' : zone;
}

/** @param {number} number */
function ordinal(number) {
  const keys = /** @type {Record<string, Key>} */ ({ one: 'ordinalOne', two: 'ordinalTwo', few: 'ordinalFew' });
  return translate(keys[new Intl.PluralRules(interfaceLanguage(), { type: 'ordinal' }).select(number)] ?? 'ordinalOther', number);
}

/** @param {string} words */
function capitalized(words) {
  return words.charAt(0).toLocaleUpperCase(interfaceLanguage()) + words.slice(1);
}
