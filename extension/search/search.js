// What somebody searches for. Plain words are found here; patterns and fields by the engine's search, a wasm of its own that is loaded
// with the first of them.

import { haveAll, isPlain, placesOf, plainWords } from './plain.js';

/** @import { Place } from './plain.js' */

/**
 * What is searched through.
 * @typedef {object} Texts
 * @property {string[]} names of the speaker, and words that refer to the speaker
 * @property {string[]} words what was said, piece by piece
 * @property {string[]} others what else is known, such as the speaker's role
 * @property {boolean} reported
 * @property {number} confidence
 * @property {string | null} when the value of the day on which it was said
 */

/** Where something was found: the places in each of the names, and of the pieces. @typedef {{ names: Place[][], words: Place[][] }} Places */

/**
 * @typedef {object} Search
 * @property {(texts: Texts) => boolean} accepts
 * @property {(texts: Texts) => Places} places of texts that it accepts
 */

/** What is wrong with an expression: its name, of which field, and where. @typedef {{ name: string, part: string, start: number, end: number }} Fault */

/** How long a search may take in all before it is given up, in milliseconds. A pattern's time is linear, but the reader waits. */
const longest = 2_000;

/** A search that takes too long. */
export class SlowSearch extends Error {}

/**
 * A search for plain words, or null where the expression is more than that.
 * @param {string} expression
 * @returns {Search | null}
 */
export function plainSearch(expression) {
  if (!isPlain(expression)) return null;
  const words = plainWords(expression);
  return {
    accepts: ({ names, words: said, others }) => words.length === 0 || haveAll(words, [...said, ...names, ...others]),
    places: ({ names, words: said }) => ({ names: names.map((text) => placesOf(words, text)), words: said.map((text) => placesOf(words, text)) }),
  };
}

/**
 * A search for anything.
 * @param {string} expression
 * @param {{ ofDates?: boolean }} [options] whether dates are searched, which nobody says
 * @returns {Promise<Search | { fault: Fault }>}
 */
export async function searchFor(expression, { ofDates = false } = {}) {
  const plain = plainSearch(expression);
  if (plain) return plain;
  const { compile } = await import('./patterns.js');
  const compiled = await compile(expression, ofDates);
  if ('fault' in compiled) return compiled;
  let spent = 0;
  /** @type {WeakMap<Texts, Places | null>} */
  const known = new WeakMap();
  const placesIn = (/** @type {Texts} */ texts) => {
    const before = known.get(texts);
    if (before !== undefined) return before;
    if (spent > longest) throw new SlowSearch(expression);
    const start = performance.now();
    const found = compiled.find(texts);
    spent += performance.now() - start;
    known.set(texts, found);
    return found;
  };
  return {
    accepts: (texts) => placesIn(texts) !== null,
    places: (texts) => placesIn(texts) ?? { names: [], words: [] },
  };
}
