// A link to the very words: the page's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/).

import { generateFragmentFromRange, GenerateFragmentStatus } from 'text-fragments-polyfill/dist/fragment-generation-utils.js';

/**
 * The address with which a browser opens the page at these words; the address alone where no fragment finds them again, as in
 * a shadow tree.
 * @param {Range} range
 * @param {string} address
 * @returns {string}
 */
export function linkToText(range, address) {
  const [page = '', element = ''] = address.split(':~:')[0]?.split('#') ?? [];
  const { status, fragment } = generateFragmentFromRange(range.cloneRange());
  if (status !== GenerateFragmentStatus.SUCCESS || !fragment) return element ? `${page}#${element}` : page;
  const { prefix, textStart, textEnd, suffix } = fragment;
  const parts = [prefix && `${encoded(prefix)}-`, encoded(textStart), textEnd && encoded(textEnd), suffix && `-${encoded(suffix)}`];
  return `${page}#${element}:~:text=${parts.filter(Boolean).join(',')}`;
}

/** Hyphens, commas and ampersands mean something in a text fragment. @param {string} words */
function encoded(words) {
  return encodeURIComponent(words).replaceAll('-', '%2D');
}
