// How much each sign of the day of publication weighs, and which day they agree on.

/**
 * One sign of the day of publication.
 * @typedef {object} Signal
 * @property {string} day `YYYY-MM-DD`, as written
 * @property {number | null} utcHour as in `WrittenDay`
 * @property {keyof typeof weightOfSource} source
 */

/** Where a sign stands, and what it weighs. Any two that agree outweigh the address alone. */
export const weightOfSource = {
  'meta': 5,
  'linked-article': 5,
  'property': 4,
  'said-dateline': 4,
  'address': 4,
  'marked-time': 3,
  'linked-page': 3,
  'other-meta': 2.5,
  'dateline': 2.5,
  'time': 2,
};

/** Less than this is a guess, and unknown is better than wrong. */
const enoughWeight = 2.5;
/** A time in UTC may belong to the day before or after at the publisher's desk; it says so a little more softly. */
const softened = 0.8;
/** Before this hour in UTC it is still the day before in places, and from this one on the day after. */
const earlyHour = 9;
const lateHour = 11;
/** What software writes where it knows no day. */
export const earliestDay = '1851';

/**
 * The day that most weight lies on, or null where there is too little.
 * @param {Signal[]} signals in the order of their reliability, which decides between days of the same weight
 * @returns {string | null}
 */
export function agreedDay(signals) {
  /** @type {string | null} */
  let best = null;
  let most = 0;
  for (const day of new Set(signals.map((signal) => signal.day).filter((day) => day > earliestDay))) {
    const weight = weightOn(day, signals);
    if (weight > most) [best, most] = [day, weight];
  }
  return most >= enoughWeight ? best : null;
}

/** @param {string} day @param {Signal[]} signals */
function weightOn(day, signals) {
  // A source says a thing once, however many of its elements repeat it.
  /** @type {Map<string, number>} */
  const bySource = new Map();
  for (const signal of signals) {
    const share = signal.day === day ? 1 : mayFallOn(day, signal) ? softened : 0;
    bySource.set(signal.source, Math.max(bySource.get(signal.source) ?? 0, share * weightOfSource[signal.source]));
  }
  return [...bySource.values()].reduce((sum, weight) => sum + weight, 0);
}

/**
 * Whether a time in UTC may be of this day where the publisher is: between nine hours behind and thirteen ahead, as nearly
 * all of the press is.
 * @param {string} day
 * @param {Signal} signal
 */
function mayFallOn(day, { day: written, utcHour }) {
  if (utcHour === null) return false;
  const days = Math.round((Date.parse(day) - Date.parse(written)) / 86_400_000);
  return (days === -1 && utcHour < earlyHour) || (days === 1 && utcHour >= lateHour);
}
