// The sentences of an article.

import { onOneLine } from '../../shared/foreign-text.js';

/** @import { Annotations, Span } from '../../../types/annotations.js' */
/** @import { Block } from '../collect/block.js' */

/** The sentences of each block, as the engine reads them: “Dr. Vask” is no end of one. */
export class Sentences {
  #starts;

  /** @param {Pick<Block, 'text'>[]} blocks @param {Pick<Annotations, 'sentences'>} annotations */
  constructor(blocks, { sentences }) {
    this.blocks = blocks;
    this.#starts = sentences;
  }

  /** @param {number} block @param {number} start @param {number} end */
  around(block, start, end) {
    const text = this.blocks[block]?.text ?? '';
    const starts = this.#starts[block] ?? [];
    return { start: starts.findLast((index) => index <= start) ?? 0, end: starts.find((index) => index >= end) ?? text.length };
  }

  /** The text of the sentences that words stand in, from the first of them to the last in the same block. @param {Span} first @param {Span} last */
  textAround(first, last) {
    const { start, end } = this.around(first.block, first.start, last.block === first.block ? Math.max(first.end, last.end) : first.end);
    return onOneLine((this.blocks[first.block]?.text ?? '').slice(start, end));
  }
}
