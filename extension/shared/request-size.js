// How much a page asks about at once. The page keeps to it, and the background refuses more.

/** @import { Block } from '../../types/annotations.js' */

/** A part of an article costs no more, in characters: the engine is at work on it for a moment only, and other tabs wait no longer. */
export const longestPart = 100_000;
/** Each block costs a little more than its characters. */
const costOfBlock = 10;
/** Of a longer block the rest is not asked about. */
export const longestBlock = longestPart - costOfBlock;

/** What a block adds to the length of its part. @param {Pick<Block, 'text'>} block */
export function costOf({ text }) {
  return Math.min(text.length, longestBlock) + costOfBlock;
}
