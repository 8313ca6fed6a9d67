// Words of the article that the page shows once more in large type, to attract readers: nobody says them twice.

import { classNameOf, parentElementOf } from '../dom.js';

/** @import { Block } from './block.js' */

/** Shorter words may well be said twice, longer ones are no eye-catcher. */
const fewestLetters = 20;
const mostLetters = 400;
const named = /pull[-_]?quote/i;

/**
 * The blocks without those that repeat what a paragraph says in full.
 * @param {Block[]} blocks
 * @returns {Block[]}
 */
export function withoutRepeats(blocks) {
  const repeated = new Set(blocks.filter(mayRepeat).filter((block) => {
    const letters = lettersOf(block.text);
    return letters.length >= fewestLetters && letters.length <= mostLetters
      && blocks.some((other) => other.kind === 'paragraph' && other.text.length > block.text.length && !mayRepeat(other) && lettersOf(other.text).includes(letters));
  }));
  return repeated.size > 0 ? blocks.filter((block) => !repeated.has(block)) : blocks;
}

/** A block quote, or what is named a pull quote itself or by the box around it. @param {Block} block */
function mayRepeat({ kind, element, text }) {
  if (kind !== 'paragraph') return kind === 'block-quote';
  if (text.length > mostLetters) return false;
  const box = parentElementOf(element);
  return named.test(classNameOf(element)) || (box !== null && named.test(classNameOf(box)));
}

/** Marks and spaces are often others. @param {string} text */
function lettersOf(text) {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}
