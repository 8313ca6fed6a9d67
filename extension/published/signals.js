// How much each sign of the day of publication weighs, and which day they agree on.

import { dayAtDesk } from './places.js';

/**
 * One sign of the day of publication.
 * @typedef {object} Signal
 * @property {string} day `YYYY-MM-DD`, as written
 * @property {number | null} utc as in `WrittenDay`
 * @property {keyof typeof weightOfSource} source
 */

/** @typedef {ReturnType<typeof import('./places.js').countryOf>} Country */

/** Where a sign stands, and what it weighs. Any two that agree outweigh the address alone. */
export const weightOfSource = {
  'meta': 5,
  'linked-article': 5,
  'property': 4,
  'said-dateline': 4,
  'address': 4,
  'canonical': 4,
  'marked-time': 3,
  'linked-page': 3,
  'other-meta': 2.5,
  'bare-dateline': 2.5,
  'dateline': 2.5,
  'time': 2,
  'update': 0,
};

/** Less than this is a guess, and unknown is better than wrong. */
const enoughWeight = 2.5;
/** A time in UTC may belong to the day before or after at the publisher's desk; it says so a little more softly. */
const softened = 0.8;
/** Before this hour in UTC it is still the day before in places, and from this one on the day after. */
const earlyHour = 9;
const lateHour = 11;
const oneDay = 86_400_000;

/**
 * The day that most weight lies on, or null where there is too little. A day that the page shows as that of its publication is
 * not outvoted by later ones, however many: software writes them anew where an article moves or is shown again. And where a
 * page names its update alone, readers take that for the day.
 * @param {Signal[]} signals in the order of their reliability, which decides between days of the same weight
 * @param {Country} [country] where the desk is
 * @returns {string | null}
 */
export function agreedDay(signals, country = null) {
  /** @type {string | null} */
  let best = null;
  let most = 0;
  for (const day of candidateDays(signals, country)) {
    const weight = weightOn(day, signals, country);
    if (weight > most) [best, most] = [day, weight];
  }
  const shown = signals.find(({ source }) => source === 'said-dateline' || source === 'bare-dateline');
  if (shown && best && daysBetween(shown.day, best) > 1) return shown.day;
  return most >= enoughWeight ? best : signals.find(({ source }) => source === 'update')?.day ?? null;
}

/** The days as written, and those that they are at the desk. @param {Signal[]} signals @param {Country} country */
function candidateDays(signals, country) {
  return new Set(signals.flatMap((signal) => [atDesk(signal, country), signal.day]));
}

/** @param {string} day @param {Signal[]} signals @param {Country} country */
function weightOn(day, signals, country) {
  // A source says a thing once, however many of its elements repeat it.
  /** @type {Map<string, number>} */
  const bySource = new Map();
  for (const signal of signals) {
    const share = atDesk(signal, country) === day ? 1 : mayFallOn(day, signal) ? softened : 0;
    bySource.set(signal.source, Math.max(bySource.get(signal.source) ?? 0, share * weightOfSource[signal.source]));
  }
  return [...bySource.values()].reduce((sum, weight) => sum + weight, 0);
}

/** @param {Signal} signal @param {Country} country */
function atDesk({ day, utc }, country) {
  return utc !== null && country !== null ? dayAtDesk(utc, country) : day;
}

/**
 * Whether a time in UTC may be of this day where the publisher is: between nine hours behind and thirteen ahead, as nearly
 * all of the press is.
 * @param {string} day
 * @param {Signal} signal
 */
function mayFallOn(day, { day: written, utc }) {
  if (utc === null) return false;
  const days = daysBetween(written, day);
  const hour = new Date(utc).getUTCHours();
  return days === 0 || (days === -1 && hour < earlyHour) || (days === 1 && hour >= lateHour);
}

/** @param {string} from @param {string} to */
function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / oneDay);
}
