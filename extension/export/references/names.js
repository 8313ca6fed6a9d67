// Names of authors as references sort them: family name first.

import { isSuffix } from '../../shared/author-names.js';

/** @import { ReportAuthor } from '../../../types/report.js' */

/**
 * A name in its parts; an organisation has a family name alone.
 * @typedef {object} NameParts
 * @property {string} given
 * @property {string} particle “van den”, which stays with the family name but does not always sort it
 * @property {string} family
 * @property {string} suffix
 */

/** A particle is written small, and stands before the family name. */
const particle = /^\p{Ll}[\p{Ll}’']*$/u;

/**
 * @param {ReportAuthor} author
 * @returns {NameParts}
 */
export function nameParts({ name, isPerson }) {
  if (!isPerson) return { given: '', particle: '', family: name, suffix: '' };
  const words = name.replaceAll(',', ' ').split(/\s+/).filter(Boolean);
  const last = words.length > 2 && isSuffix.test(words.at(-1) ?? '') ? words.pop() ?? '' : '';
  const family = words.pop() ?? '';
  let start = words.length;
  // A person has a given name, whatever it looks like.
  while (start > 1 && particle.test(words[start - 1] ?? '')) start -= 1;
  return { given: words.slice(0, start).join(' '), particle: words.slice(start).join(' '), family, suffix: last };
}

/** `Anne-Marie J.` as `A.-M. J.` @param {string} given */
export function initials(given) {
  return given.split(' ').filter(Boolean).map((name) => name.split('-').filter(Boolean).map((part) => `${[...part][0]}.`).join('-')).join(' ');
}
