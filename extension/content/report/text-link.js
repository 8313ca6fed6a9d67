// A link to the very words: the page's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/).

import { generateFragmentFromRange, GenerateFragmentStatus } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/**
 * The address with which a browser opens the page at these words; the address alone where no fragment finds them again, as in
 * a shadow tree, or where the words hold half a surrogate pair, which no address can.
 * @param {Range} range
 * @param {string} address
 * @returns {string}
 */
export function linkToText(range, address) {
  const [page = '', element = ''] = address.split(':~:')[0]?.split('#') ?? [];
  const fragment = fragmentFor(range);
  if (!fragment) return element ? `${page}#${element}` : page;
  const { prefix, textStart, textEnd, suffix } = fragment;
  const parts = [prefix && `${encoded(prefix)}-`, encoded(textStart), textEnd && encoded(textEnd), suffix && `-${encoded(suffix)}`];
  return `${page}#${element}:~:text=${parts.filter(Boolean).join(',')}`;
}

/** The longest words that a link repeats whole, in characters. */
const longestWhole = 200;

/**
 * An address that repeats the words themselves, which needs no look at the rest of the page; the address alone where they are long.
 * @param {Range} range
 * @param {string} address
 */
export function linkToWholeText(range, address) {
  const [page = '', element = ''] = address.split(':~:')[0]?.split('#') ?? [];
  const words = range.toString().replace(/\s+/g, ' ').trim();
  const isShort = words.length > 0 && words.length <= longestWhole && words.isWellFormed();
  return isShort ? `${page}#${element}:~:text=${encoded(words)}` : page;
}

/** @param {Range} range */
function fragmentFor(range) {
  try {
    const { status, fragment } = generateFragmentFromRange(range.cloneRange());
    const isWhole = fragment && Object.values(fragment).every((words) => typeof words !== 'string' || words.isWellFormed());
    return status === GenerateFragmentStatus.SUCCESS && isWhole ? fragment : null;
  } catch {
    // The library asks forms for members that the page may hide.
    return null;
  }
}

/** Hyphens, commas and ampersands mean something in a text fragment. @param {string} words */
function encoded(words) {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
