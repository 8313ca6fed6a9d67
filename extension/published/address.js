// The day that the page's address holds: /2024/05/16/, /2024/may/16/, -20240516, 05162024.

import { calendarDay, monthNumber } from './days.js';

/** @import { Signal } from './signals.js' */

/** @type {[RegExp, (parts: string[]) => string | null][]} */
const formsOfAddress = [
  [/(?:^|[/_-])((?:19|20)\d\d)[/_-](\d\d?)[/_-](\d\d?)(?=[/_.-]|$)/, ([year, month, day]) => calendarDay(year, month, day)],
  [/[/_-]((?:19|20)\d\d)[/_-]?([a-z]{3,9})[/_-]?(\d\d?)(?=[/_.-]|$)/i, ([year, month, day]) => calendarDay(year, monthNumber(month), day)],
  [/[/_-](\d\d?)[/_-]?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[/_-]?((?:19|20)\d\d)(?=[/_.-]|$)/i,
    ([day, month, year]) => calendarDay(year, monthNumber(month), day)],
  [/(?:^|[/_-])(20\d\d)(\d\d)(\d\d)(?!\d)/, ([year, month, day]) => calendarDay(year, month, day)],
];

/**
 * The address may be another than that at which the page says that its article is at home: there, the one who took it over from
 * somebody else shows it, mostly later.
 * @param {string} address
 * @param {string} canonical
 * @returns {Signal[]}
 */
export function addressSignals(address, canonical) {
  const own = daysOf(address, 'address');
  return own.length > 0 ? own : daysOf(canonical, 'canonical');
}

/** @param {string} address @param {'address' | 'canonical'} source @returns {Signal[]} */
function daysOf(address, source) {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  if (!/\d{4}/.test(path)) return [];
  for (const [form, read] of formsOfAddress) {
    const match = form.exec(path);
    const day = match && read(match.slice(1));
    if (day) return [{ day, utc: null, source }];
  }
  return [];
}
