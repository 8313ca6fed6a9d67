// Where an article stands, as a style of citation writes it. The styles are English whatever language the reader speaks. They are
// written here because there is but one kind of source, and because the libraries that read styles ask for more than that their
// licence is passed on. The tests hold them against what such a library writes.

import { headlineCase } from './headline-case.js';
import { initials, nameParts } from './names.js';

/** @import { CitationStyle, Report } from '../../../types/report.js' */
/** @import { NameParts } from './names.js' */

/**
 * What a reference is made of.
 * @typedef {Pick<Report, 'title' | 'site' | 'url' | 'published' | 'authors'>} Source
 */

/** From so many authors on, MLA names the first alone, APA leaves out those before the last, and so does Chicago. */
const manyForMla = 3;
const manyForApa = 21;
const manyForChicago = 11;

/**
 * @param {Exclude<CitationStyle, 'plain' | 'bibtex' | 'ris'>} style
 * @param {Source} source
 * @param {Date} now when the page was looked at
 */
export function reference(style, source, now) {
  return { apa, mla, chicago }[style](source, dayOf(now));
}

/** @param {Source} source @param {string} accessed */
function apa({ title, site, url, published, authors = [] }, accessed) {
  const names = authors.map(nameParts).map((parts) => inverted({ ...parts, given: initials(parts.given) }, true));
  const when = `(${published ? `${yearOf(published)}, ${inEnglish(published, { month: 'long', day: 'numeric' })}` : 'n.d.'}).`;
  const retrieved = `${siteIn(site)}Retrieved ${longDay(accessed)}, from ${url}`;
  if (names.length === 0) return `${ended(title)} ${when} ${retrieved}`;
  const all = names.length < manyForApa ? joined(names, ', & ') : `${names.slice(0, 19).join(', ')}, . . . ${names.at(-1)}`;
  return `${ended(all)} ${when} ${ended(title)} ${retrieved}`;
}

/** @param {Source} source @param {string} accessed */
function mla({ title, site, url, published, authors = [] }, accessed) {
  const names = authors.map(nameParts);
  const [first, second] = names;
  const who = !first ? '' : names.length >= manyForMla ? `${inverted(first, true)}, et al. ` : `${ended(second ? `${inverted(first, true)}, and ${straight(second)}` : inverted(first, true))} `;
  const where = [site, published ? mlaDay(published) : '', url].filter(Boolean).join(', ');
  return `${who}${quoted(title)} ${where}. Accessed ${mlaDay(accessed)}.`;
}

/** Author and year, of the 17th edition. @param {Source} source @param {string} accessed */
function chicago({ title, site, url, published, authors = [] }, accessed) {
  const [first, ...others] = authors.map(nameParts);
  const rest = others.length + 1 < manyForChicago ? others.map(straight) : [...others.slice(0, 6).map(straight), 'et al.'];
  const year = published ? `${yearOf(published)}.` : 'n.d.';
  const head = first ? `${ended(joined([inverted(first, false), ...rest], ', and '))} ${year} ${quoted(title)}` : `${quoted(title)} ${year}`;
  return `${head} ${siteIn(site)}${published ? `${longDay(published)}. ` : ''}Accessed ${longDay(accessed)}. ${url}.`;
}

/** @param {NameParts} parts @param {boolean} isParticleFirst whether a particle sorts the name */
function inverted({ given, particle, family, suffix }, isParticleFirst) {
  const head = isParticleFirst ? [particle, family] : [family];
  const tail = isParticleFirst ? [given] : [given, particle];
  return [head, tail, [suffix]].map((words) => words.filter(Boolean).join(' ')).filter(Boolean).join(', ');
}

/** @param {NameParts} parts */
function straight({ given, particle, family, suffix }) {
  return [given, particle, family, suffix].filter(Boolean).join(' ');
}

/** @param {string[]} names @param {string} last what stands before the last of them */
function joined(names, last) {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;
}

/** @param {string} title */
function quoted(title) {
  // Within quotation marks, others are single ones.
  const inner = title.replaceAll('“', '‘').replaceAll('”', '’').replace(/"([^"]*)"/g, '‘$1’');
  return `“${ended(headlineCase(inner))}”`;
}

/** With a mark at its end. @param {string} text */
function ended(text) {
  return /[.?!…][’”")]?$/u.test(text) ? text : `${text}.`;
}

/** @param {string} site */
function siteIn(site) {
  return site ? `${ended(site)} ` : '';
}

/** @param {string} day `YYYY-MM-DD` */
function yearOf(day) {
  return day.slice(0, 4);
}

/** @param {string} day */
function longDay(day) {
  return inEnglish(day, { year: 'numeric', month: 'long', day: 'numeric' });
}

/** `14 Mar. 2025`; short names of months are whole. @param {string} day */
function mlaDay(day) {
  const month = inEnglish(day, { month: 'long' });
  const short = month.length <= 4 ? month : month === 'September' ? 'Sept.' : `${month.slice(0, 3)}.`;
  return `${Number(day.slice(8))} ${short} ${yearOf(day)}`;
}

/** @param {string} day @param {Intl.DateTimeFormatOptions} options */
function inEnglish(day, options) {
  return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', ...options }).format(new Date(`${day}T00:00:00Z`));
}

/** The calendar day where the reader is. @param {Date} now */
export function dayOf(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
