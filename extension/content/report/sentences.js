// The sentences of an article.

import { onOneLine } from '../../shared/foreign-text.js';

/** @import { Span } from '../../../types/annotations.js' */
/** @import { Block } from '../collect/block.js' */

/** The sentences of each block, found when they are first asked for. */
export class Sentences {
  #segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  /** @type {Map<number, number[]>} Where the sentences of a block begin. */
  #starts = new Map();

  /** @param {Pick<Block, 'text'>[]} blocks */
  constructor(blocks) {
    this.blocks = blocks;
  }

  /** @param {number} block @param {number} start @param {number} end */
  around(block, start, end) {
    const text = this.blocks[block]?.text ?? '';
    const known = this.#starts.get(block);
    const starts = known ?? Array.from(this.#segmenter.segment(text), ({ index }) => index);
    if (!known) this.#starts.set(block, starts);
    return { start: starts.findLast((index) => index <= start) ?? 0, end: starts.find((index) => index >= end) ?? text.length };
  }

  /** The text of the sentences that words stand in, from the first of them to the last in the same block. @param {Span} first @param {Span} last */
  textAround(first, last) {
    const { start, end } = this.around(first.block, first.start, last.block === first.block ? Math.max(first.end, last.end) : first.end);
    return onOneLine((this.blocks[first.block]?.text ?? '').slice(start, end));
  }
}
