// Dates of an article as a calendar file (iCalendar, RFC 5545).

import { createEvents } from 'ics';
import { cutAtWord } from '../shared/cut.js';
import { onOneLine, siteInWords } from '../shared/foreign-text.js';
import { isForCalendar } from './calendar-days.js';

/** @import { EventAttributes } from 'ics' */
/** @import { Report, ReportDate } from '../../types/report.js' */

/** So much of a sentence is the title of an event, in characters. */
const longestTitle = 80;

/**
 * @param {ReportDate[]} dates those that are for a calendar
 * @param {Pick<Report, 'title' | 'url' | 'site'>} report
 * @returns {string}
 */
export function datesAsCalendar(dates, report) {
  const events = new Map(dates.filter(isForCalendar).map((date) => eventOf(date, report)).map((event) => [event.uid, event]));
  const { value, error } = createEvents([...events.values()], { productId: 'verbatim' });
  if (error || !value) throw error ?? new Error('no calendar was made');
  return value;
}

/** @param {ReportDate} date @param {Pick<Report, 'title' | 'url' | 'site'>} report @returns {EventAttributes} */
function eventOf(date, { title, site, url }) {
  // A line break of any kind in a value would begin another property, or another event. The library knows only some of them.
  const sentence = onOneLine(`${date.before}${date.text}${date.after}`);
  const shared = {
    // The same for the same words, so that a calendar which imports them again has them once.
    uid: `${fingerprint([url, date.value, sentence].join('\n'))}@verbatim`,
    title: cutAtWord(sentence, longestTitle),
    description: `“${sentence}”\n${onOneLine(title)}, ${onOneLine(siteInWords({ site, url }))}\n${url}`,
    url,
    // The article does not say in which time zone: the hour is that of the clocks where it is read.
    startInputType: /** @type {const} */ ('local'),
    startOutputType: /** @type {const} */ ('local'),
  };
  const day = dayOf(/** @type {string} */ (date.first));
  const time = /T(\d\d):(\d\d)/.exec(date.value);
  if (time) return { ...shared, start: [...day, Number(time[1]), Number(time[2])], duration: { hours: 1 } };
  return { ...shared, start: day, end: dayOf(dayAfter(/** @type {string} */ (date.last))) };
}

/** @param {string} day `YYYY-MM-DD` @returns {[number, number, number]} */
function dayOf(day) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

/** @param {string} day */
function dayAfter(day) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A number that stands for a text, by the hash FNV-1a with 64 bits. @param {string} text */
function fingerprint(text) {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
}
