// Patterns and fields, by the engine's search (`find/src/lib.rs`). Loaded when somebody first types one.

import init, { needed, Search } from '../wasm/find.js';

/** @import { Place } from './plain.js' */
/** @import { Fault, Places, Texts } from './search.js' */

/** A compiled expression. @typedef {{ find: (texts: Texts) => Places | null, free: () => void }} Compiled */

/** @type {Texts} */
const nothing = { names: [''], words: [''], others: [], reported: false, confidence: 1, when: null };

/** @type {Promise<unknown> | null} */
let ready = null;

function start() {
  return (ready ??= init({ module_or_path: new URL('/wasm/find_bg.wasm', location.href) }));
}

/**
 * @param {string} expression
 * @param {boolean} [ofDates] whether dates are searched
 * @returns {Promise<Compiled | { fault: Fault }>}
 */
export async function compile(expression, ofDates = false) {
  await start();
  return compiled(expression, ofDates);
}

/** @param {string} expression @param {boolean} ofDates @returns {Compiled | { fault: Fault }} */
function compiled(expression, ofDates) {
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

/**
 * One of many expressions, which is compiled when it is first needed or there is time for it.
 * @typedef {object} Lazy
 * @property {string[][]} needed of each list one is in all that it finds, whatever its case and accents
 * @property {() => void} prepare
 * @property {(texts: Texts) => boolean} accepts
 */

/** @param {string[]} expressions those that are wrong find nothing @returns {Promise<Lazy[]>} */
export async function compileLazily(expressions) {
  await start();
  return expressions.map((expression) => {
    /** @type {ReturnType<typeof compiled> | null} */
    let known = null;
    const accepts = (/** @type {Texts} */ texts) => {
      known ??= compiled(expression, false);
      return 'find' in known && known.find(texts) !== null;
    };
    // The browser, too, compiles what it runs for the first time.
    return { needed: needed(expression).map((letters) => letters.split('\n')), accepts, prepare: () => void accepts(nothing) };
  });
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
