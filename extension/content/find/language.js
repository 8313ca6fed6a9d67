// Whether the article is in English: other languages are left alone. The words decide, since pages declare the language of a template,
// of an edition or of their menus.

import { isEnglish } from '../../shared/english.js';
import { allWithin } from '../dom.js';
import { once } from '../../shared/once.js';
import { longParagraph } from './article.js';

/** @import { Block } from '../collect/block.js' */
/** @import { Paragraphs } from './article.js' */

/** Words of English that no other language writes alike. */
const ownWords = 'and from have said that the their they this were which with would';
/** Other frequent words of English; other languages have some of them too. */
const commonWords = 'a about after all also an are as at be been but by can for had has he her his in is it its more not of on one or she to '
  + 'was who will you';
/** Created on first use: on most pages the gate reads only what the page declares. @param {string} words */
const setOf = (words) => /* @__PURE__ */ once(() => new Set(words.split(' ')));
const own = /* @__PURE__ */ setOf(ownWords);
const common = /* @__PURE__ */ setOf(commonWords);

/** This many words are enough. */
const sampleSize = 400;
/** Fewer words do not contradict what the page declares. */
const fewWords = 80;
/** Fewer words show nothing at all. */
const hardlyAny = 12;
/** Not more than this of one block, in characters: a text may be a single one. */
const longestSample = 4_000;
/** On 149 stored pages, at least 17 % of the text are such words (28 % on nearly all), and 2.9 % words of English alone. */
const leastCommon = 0.15;
const leastOwn = 0.02;

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
 * Whether texts, whose white space is but spaces, are in English, by their words; null if they are too short to tell.
 * @param {Iterable<string>} texts
 * @param {number} [fewest] that many words are needed
 * @returns {boolean | null}
 */
export function areEnglish(texts, fewest = fewWords) {
  let words = 0;
  let [owned, shared] = [0, 0];
  for (const text of texts) {
    // What is between spaces is close enough to a word, and cheap.
    for (const word of text.slice(0, longestSample).toLowerCase().split(' ')) {
      if (word === '') continue;
      words += 1;
      if (own().has(word)) owned += 1;
      else if (common().has(word)) shared += 1;
    }
    if (words >= sampleSize) break;
  }
  if (words < fewest) return null;
  return (owned >= leastOwn * words || words < fewWords) && owned + shared >= leastCommon * words;
}

/**
 * Whether the page's longer paragraphs are in English; null if they are too short to tell.
 * @param {Document} page
 * @param {Paragraphs[]} paragraphs none if the whole page is to be read
 */
export function isInEnglish(page, paragraphs) {
  return areEnglish(paragraphs.length > 0 ? textsOf(paragraphs) : [((page.querySelector('article') ?? page.body).textContent ?? '').replace(/\s+/g, ' ')]);
}

/** @param {Paragraphs[]} paragraphs */
function* textsOf(paragraphs) {
  for (const { parent } of paragraphs) {
    for (const { textContent } of allWithin(parent, 'p')) {
      const text = textContent ?? '';
      if (text.length >= longParagraph) yield text.replace(/\s+/g, ' ');
    }
  }
}

/**
 * Whether the text reads as English; shorter blocks are bylines, captions and headings, which hold few of these words and often names of
 * other languages. If there is too little of it, what the page declares decides.
 * @param {Pick<Block, 'kind' | 'text'>[]} blocks
 * @param {string | null} language the declared one
 */
export function readsAsEnglish(blocks, language) {
  const running = blocks.filter(({ kind, text }) => text.length >= longParagraph && kind !== 'headline' && kind !== 'subheading' && kind !== 'caption');
  const declared = language !== null && isEnglish(language);
  return areEnglish(textsIn(running)) ?? areEnglish(textsIn(blocks), mayBeEnglish(language) ? hardlyAny : fewWords) ?? declared;
}

/** @param {Pick<Block, 'text'>[]} blocks */
function* textsIn(blocks) {
  for (const { text } of blocks) yield text;
}
