// Patterns and fields, by the engine's search (`find/src/lib.rs`). Loaded when somebody first types one.

import init, { Search } from '../wasm/find.js';

/** @import { Place } from './plain.js' */
/** @import { Fault, Places, Texts } from './search.js' */

/** A compiled expression. @typedef {{ find: (texts: Texts) => Places | null, free: () => void }} Compiled */

/** @type {Promise<unknown> | null} */
let ready = null;

/**
 * @param {string} expression
 * @param {boolean} [ofDates] whether dates are searched
 * @returns {Promise<Compiled | { fault: Fault }>}
 */
export async function compile(expression, ofDates = false) {
  await (ready ??= init({ module_or_path: new URL('/wasm/find_bg.wasm', location.href) }));
  /** @type {Search} */
  let search;
  try {
    search = new Search(expression);
  } catch (error) {
    if (error instanceof Error) throw error;
    return { fault: /** @type {Fault} */ (error) };
  }
  if (ofDates) search = search.ofDates();
  return {
    find({ names, words, others, reported, confidence, when }) {
      const found = search.find(names, words, others, reported, confidence, when ?? undefined);
      return found ? placesFrom(found, names.length, words.length) : null;
    },
    free: () => search.free(),
  };
}

/** @param {Uint32Array} found @param {number} names @param {number} words @returns {Places} */
function placesFrom(found, names, words) {
  const all = Array.from({ length: names + words }, () => /** @type {Place[]} */ ([]));
  for (let at = 0; at < found.length; at += 3) {
    const [text = 0, start = 0, end = 0] = found.subarray(at, at + 3);
    all[text]?.push([start, end]);
  }
  return { names: all.slice(0, names), words: all.slice(names) };
}
