// Whether the article is in English: other languages are left alone.

import { isEnglish } from '../../shared/english.js';
import { once } from '../../shared/once.js';

/** @import { Block } from '../collect/block.js' */

/** English text is a third of such words, other languages hardly have them. */
const commonWords = `a about after all also an and are as at be been but by can for from had has have he her his in is it its more not of on one or
  said she that the their they this to was were which who will with would you`;
/** Made when first needed: the gate reads what the page declares, and no more. */
const setOfCommonWords = /* @__PURE__ */ once(() => new Set(commonWords.split(/\s+/)));

/** So many words are enough. */
const sampleSize = 250;
/** No more of one block, in characters: a text may be a single one. */
const longestSample = 2_000;
const englishShare = 0.2;
/** Fewer words show nothing. */
const fewWords = 12;

/**
 * The language that the page declares, a BCP 47 tag, or null.
 * @param {Document} page
 * @returns {string | null}
 */
export function declaredLanguage(page) {
  const declared = page.documentElement.lang
    || page.querySelector('meta[property="og:locale"]')?.getAttribute('content')
    || page.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content')
    || '';
  return declared.trim().replace('_', '-') || null;
}

/**
 * Whether a declared language is English, or unknown.
 * @param {string | null} language
 */
export function mayBeEnglish(language) {
  return language === null || isEnglish(language);
}

/**
 * Whether the text reads as English. Templates declare English for pages in any language, so the words decide.
 * @param {Block[]} blocks
 * @param {string | null} language the declared one
 */
export function readsAsEnglish(blocks, language) {
  const known = setOfCommonWords();
  let words = 0;
  let common = 0;
  for (const block of blocks) {
    // What stands between spaces is near enough to a word, and cheap.
    for (const word of block.text.slice(0, longestSample).toLowerCase().split(' ')) {
      words += 1;
      if (known.has(word)) common += 1;
    }
    if (words >= sampleSize) break;
  }
  if (words < fewWords) return language !== null;
  return common >= englishShare * words;
}
