// Lengths of time, and repetitions after a length of time, in the reader's language.

import { interfaceLanguage, translate } from './messages.js';

/** @import { english } from './messages.js' */

/** @typedef {keyof typeof english} Key */

/**
 * A unit of TIMEX3: the words of `Intl` for it, or those of ours; how it repeats; how it repeats after a few.
 * @typedef {{ unit?: string, one?: Key, several?: Key, every: Key, everyFew: Key }} Unit
 */

/** @type {Record<string, Unit>} */
const units = {
  TS: { unit: 'second', every: 'everySecond', everyFew: 'everyFewSeconds' },
  TM: { unit: 'minute', every: 'everyMinute', everyFew: 'everyFewMinutes' },
  TH: { unit: 'hour', every: 'everyHour', everyFew: 'everyFewHours' },
  D: { unit: 'day', every: 'everyDay', everyFew: 'everyFewDays' },
  W: { unit: 'week', every: 'everyWeek', everyFew: 'everyFewWeeks' },
  M: { unit: 'month', every: 'everyMonth', everyFew: 'everyFewMonths' },
  Y: { unit: 'year', every: 'everyYear', everyFew: 'everyFewYears' },
  WE: { one: 'oneWeekend', several: 'unitsWeekends', every: 'everyWeekend', everyFew: 'everyFewWeekends' },
  Q: { one: 'oneQuarter', several: 'unitsQuarters', every: 'everyQuarter', everyFew: 'everyFewQuarters' },
  E: { one: 'oneDecade', several: 'unitsDecades', every: 'everyDecade', everyFew: 'everyFewDecades' },
  C: { one: 'oneCentury', several: 'unitsCenturies', every: 'everyCentury', everyFew: 'everyFewCenturies' },
  L: { one: 'oneMillennium', several: 'unitsMillennia', every: 'everyMillennium', everyFew: 'everyFewMillennia' },
};

/** @typedef {{ unit: Unit, code: string, count: number | null }} Amount a number of units, null where it is vague */

/**
 * A length of time: `P2D`, `PT36H`, `PXM`.
 * @param {string} value
 * @returns {string | null} null where it is no length
 */
export function lengthInWords(value) {
  const amounts = amountsOf(value);
  return amounts && amounts.map(amountInWords).join(' ');
}

/** Whether a length says only that there are several of something. @param {string} value */
export function isVagueLength(value) {
  return amountsOf(value)?.some(({ count }) => count === null) ?? false;
}

/**
 * What repeats after a length of time: `P1D`, `P2W`, `PXY`.
 * @param {string} value
 * @returns {string | null} null where it is no length
 */
export function repetitionInWords(value) {
  const amounts = amountsOf(value);
  const [first] = amounts ?? [];
  if (!amounts || !first) return null;
  if (amounts.length === 1 && first.count === null) return translate(first.unit.everyFew);
  if (amounts.length === 1 && first.count === 1) return translate(first.unit.every);
  return translate('everySome', amounts.map(amountInWords).join(' '));
}

/** @param {string} value @returns {Amount[] | null} */
function amountsOf(value) {
  const [, ofDays = '', ofTime = ''] = /^P((?:(?:\d+(?:\.\d+)?|X+)(?:WE|[YQMWDECL]))*)(?:T((?:(?:\d+(?:\.\d+)?|X+)[HMS])+))?$/.exec(value) ?? [];
  const amounts = [['', ofDays], ['T', ofTime]].flatMap(([time = '', part = '']) => (
    Array.from(part.matchAll(/(\d{1,12}(?:\.\d{1,12})?|X{1,4})(WE|[A-Z])/g), ([, count = '', letter = '']) => ({ count: count.startsWith('X') ? null : Number(count), code: time + letter }))));
  const known = amounts.flatMap(({ count, code }) => {
    const unit = units[code];
    return unit ? [{ count, code, unit }] : [];
  });
  return known.length > 0 && known.length === amounts.length ? known : null;
}

/** @param {Amount} amount @returns {string} */
function amountInWords({ unit, code, count }) {
  if (count === null) return translate('lengthSeveral', unit.several ? translate(unit.several) : nameOf(unit, 2));
  // People count months rather than quarters of a year.
  if (code === 'Q') return withUnit('month', 3 * count);
  if (unit.unit) return withUnit(unit.unit, count);
  // A half of what has no smaller parts is written so.
  if (count === 0 && unit.one) return translate('dateLess', translate(unit.one));
  if (count === 1 && unit.one) return translate(unit.one);
  return `${new Intl.NumberFormat(interfaceLanguage()).format(count)} ${unit.several ? translate(unit.several) : ''}`;
}

/** @param {string} unit @param {number} count */
function withUnit(unit, count) {
  return new Intl.NumberFormat(interfaceLanguage(), { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** What several of a unit are called. @param {Unit} unit @param {number} count */
function nameOf({ unit = 'day' }, count) {
  const parts = new Intl.NumberFormat(interfaceLanguage(), { style: 'unit', unit, unitDisplay: 'long' }).formatToParts(count);
  return parts.flatMap(({ type, value }) => (type === 'unit' ? [value.trim()] : [])).join(' ');
}
