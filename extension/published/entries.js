// When each entry of a live page was published, from what the page says of it.

import { readWrittenDay } from './days.js';
import { countryOf, dayAtDesk, orderOfNumbers, timeAtDesk } from './places.js';

/** @import { Clues, Entry, EntryClues } from '../../types/annotations.js' */

const oneDay = 86_400_000;
const oneMinute = 60_000;
/** A live page begins with its publication, a little before it at most, and does not go on for ever; other times are of something else. */
const mostBefore = 2;
const mostAfter = 45;
/** A time of day, as pages write it. */
const timeOfDay = /(?<![\d:.-])([01]?\d|2[0-4])(?:[:.h]([0-5]\d)(?::[0-5]\d)?)?\s?(?:([ap])\.?m\b)?(?![\d:])/gi;

/**
 * @param {EntryClues[]} entries
 * @param {Clues | null} clues
 * @param {string | null} published the day of the page
 * @returns {Entry[]} none where one of them is not near the publication
 */
export function datedEntries(entries, clues, published) {
  const country = clues && countryOf(clues);
  const dated = entries.map(({ block, texts }) => ({ block, ...momentOf(texts, country, published) }));
  return dated.every((entry) => isNear(entry.published, published)) ? dated : [];
}

/**
 * @param {string[]} texts
 * @param {ReturnType<typeof countryOf>} country
 * @param {string | null} published
 * @returns {Pick<Entry, 'published' | 'time'>}
 */
function momentOf(texts, country, published) {
  const written = texts.map((text) => readWrittenDay(text, orderOfNumbers(country, text))).find((day) => day !== null);
  const shown = texts.map(shownTime).find((time) => time !== null) ?? null;
  if (!written) return { published, time: shown };
  const { day, utc } = written;
  if (utc === null) return { published: day, time: shown ?? timeInStamp(texts) };
  // What readers see of the time tells how far the desk is from UTC.
  if (shown) return { published: dayWhere(utc, shown), time: shown };
  return country ? { published: dayAtDesk(utc, country), time: timeAtDesk(utc, country) } : { published: day, time: null };
}

/** The time of day that readers see, `HH:MM`, or null. @param {string} text */
function shownTime(text) {
  // Machines write their times behind the day.
  if (/\d{4}-\d\d-\d\d/.test(text)) return null;
  for (const [, hour = '', minute, half] of text.matchAll(timeOfDay)) {
    if (minute === undefined && half === undefined) continue;
    return `${String(half ? Number(hour) % 12 + (/p/i.test(half) ? 12 : 0) : Number(hour) % 24).padStart(2, '0')}:${minute ?? '00'}`;
  }
  return null;
}

/** The time of day in the publisher's own zone. @param {string[]} texts */
function timeInStamp(texts) {
  const [, hour, minute] = texts.map((text) => /\d{4}-\d\d-\d\d[T ](\d\d):(\d\d)/.exec(text)).find((match) => match !== null) ?? [];
  return hour ? `${hour}:${minute}` : null;
}

/** The day of a moment where clocks show this time. @param {number} utc @param {string} time */
function dayWhere(utc, time) {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const there = new Date(utc);
  const ahead = (hour * 60 + minute) - (there.getUTCHours() * 60 + there.getUTCMinutes());
  // No zone is more than fourteen hours ahead of UTC, nor more than twelve behind.
  const shift = ahead > 14 * 60 ? ahead - 1440 : ahead < -12 * 60 ? ahead + 1440 : ahead;
  return new Date(utc + shift * oneMinute).toISOString().slice(0, 10);
}

/** @param {string | null} day @param {string | null} published */
function isNear(day, published) {
  if (day === null || published === null) return true;
  const after = (Date.parse(day) - Date.parse(published)) / oneDay;
  return after >= -mostBefore && after <= mostAfter;
}
