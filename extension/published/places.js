// Where a page is written, and what follows from it for its days: the zone of its desk, and the order of day and month.

/** @import { Clues } from '../../types/annotations.js' */
/** @import { NumberOrder } from './days.js' */

/** Zones of the countries where news is written in English, by the names that addresses and languages give to countries. */
const zoneOfCountry = {
  ae: 'Asia/Dubai', au: 'Australia/Sydney', bb: 'America/Barbados', bd: 'Asia/Dhaka', bs: 'America/Nassau', bw: 'Africa/Gaborone',
  ca: 'America/Toronto', cn: 'Asia/Shanghai', de: 'Europe/Berlin', eg: 'Africa/Cairo', fj: 'Pacific/Fiji', fr: 'Europe/Paris',
  gb: 'Europe/London', gh: 'Africa/Accra', gy: 'America/Guyana', hk: 'Asia/Hong_Kong', id: 'Asia/Jakarta', ie: 'Europe/Dublin',
  il: 'Asia/Jerusalem', in: 'Asia/Kolkata', it: 'Europe/Rome', jm: 'America/Jamaica', jp: 'Asia/Tokyo', ke: 'Africa/Nairobi',
  kr: 'Asia/Seoul', lk: 'Asia/Colombo', ls: 'Africa/Maseru', mt: 'Europe/Malta', mw: 'Africa/Blantyre', my: 'Asia/Kuala_Lumpur',
  na: 'Africa/Windhoek', ng: 'Africa/Lagos', nl: 'Europe/Amsterdam', np: 'Asia/Kathmandu', nz: 'Pacific/Auckland',
  pg: 'Pacific/Port_Moresby', ph: 'Asia/Manila', pk: 'Asia/Karachi', qa: 'Asia/Qatar', ru: 'Europe/Moscow', rw: 'Africa/Kigali',
  sa: 'Asia/Riyadh', sg: 'Asia/Singapore', th: 'Asia/Bangkok', tr: 'Europe/Istanbul', tt: 'America/Port_of_Spain', tw: 'Asia/Taipei',
  tz: 'Africa/Dar_es_Salaam', ua: 'Europe/Kyiv', ug: 'Africa/Kampala', uk: 'Europe/London', us: 'America/New_York',
  vn: 'Asia/Ho_Chi_Minh', za: 'Africa/Johannesburg', zm: 'Africa/Lusaka', zw: 'Africa/Harare',
};

/** Where the month comes first in a day of numbers, and where people write it either way. */
const monthBeforeDay = new Set(['us', 'ph']);
const eitherWay = 'ca';
/** Zones named beside a time that only those use who write the month first; the others are named by those who write it last. */
const americanZone = /\b(?:[ECMP][SD]?T|A[KS][SD]T|HST)\b/;
const otherZone = /\b(?:GMT|BST|IST|PKT|SGT|HKT|SAST|WAT|EAT|CES?T|A[CEW][SD]T|NZ[SD]T)\b/;

/**
 * The country whose calendar a page follows, as in its address or its language, or null. A language of the United States says
 * little, since software declares it where nobody has chosen another; it counts where the address names no country.
 * @param {Pick<Clues, 'address' | 'language'>} clues
 * @returns {keyof typeof zoneOfCountry | null}
 */
export function countryOf({ address, language }) {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
  const named = [host.split('.').at(-1), /^uk\./.exec(host) ? 'uk' : '', /\/en-([a-z]{2})(?=\/|$)/i.exec(address)?.[1], /^en[-_]([a-z]{2})\b/i.exec(language)?.[1]];
  return /** @type {keyof typeof zoneOfCountry | undefined} */ (named.map((name) => name?.toLowerCase() ?? '').find((name) => Object.hasOwn(zoneOfCountry, name))) ?? null;
}

/**
 * The order of day and month in a day of numbers.
 * @param {keyof typeof zoneOfCountry | null} country
 * @param {string} [text] where it stands
 * @returns {NumberOrder}
 */
export function orderOfNumbers(country, text = '') {
  if (americanZone.test(text)) return 'month';
  if (otherZone.test(text)) return 'day';
  if (country === null || country === eitherWay) return null;
  return monthBeforeDay.has(country) ? 'month' : 'day';
}

/**
 * The day of a moment at the desk in a country.
 * @param {number} moment
 * @param {keyof typeof zoneOfCountry} country
 * @returns {string} `YYYY-MM-DD`
 */
export function dayAtDesk(moment, country) {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zoneOfCountry[country], year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(moment);
  return ['year', 'month', 'day'].map((type) => parts.find((part) => part.type === type)?.value).join('-');
}

/**
 * The time of day at the desk in a country.
 * @param {number} moment
 * @param {keyof typeof zoneOfCountry} country
 * @returns {string} `HH:MM`
 */
export function timeAtDesk(moment, country) {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zoneOfCountry[country], hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(moment);
}
