// What is painted on the page: the stretches of the annotations, each with its place in the page's text nodes.

/** @import { Annotations, Span } from '../../types/annotations.js' */
/** @import { Block } from './block.js' */

/**
 * A painted stretch.
 * @typedef {object} Mark
 * @property {'quote' | 'speaker' | 'date'} layer
 * @property {number} index of the quotation or date; of the first quotation for a speaker
 * @property {Span} span
 * @property {StaticRange} range
 */

/**
 * The stretches to paint, in reading order.
 * @param {Annotations} annotations
 * @param {Block[]} blocks
 * @returns {Mark[]}
 */
export function findMarks(annotations, blocks) {
  /** @type {Mark[]} */
  const marks = [];
  const named = new Set();

  /** @param {Mark['layer']} layer @param {number} index @param {Span} span */
  const add = (layer, index, { block, start, end }) => {
    const range = blocks[block]?.range(start, end);
    if (range) marks.push({ layer, index, span: { block, start, end }, range });
  };

  annotations.quotes.forEach((quote, index) => {
    // Titles, nicknames and scare quotes are nobody's words.
    if (quote.kind === 'other') return;
    add('quote', index, quote);
    if (!quote.speaker) return;
    const place = `${quote.speaker.block}:${quote.speaker.start}`;
    if (!named.has(place)) add('speaker', index, quote.speaker);
    named.add(place);
  });
  annotations.dates.forEach((date, index) => add('date', index, date));
  return marks.sort((one, other) => one.span.block - other.span.block || one.span.start - other.span.start);
}

/**
 * A live range over a mark, to measure it or to scroll to it.
 * @param {Mark} mark
 */
export function liveRange({ range }) {
  const live = document.createRange();
  try {
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
  } catch {
    // The text was cut short since; the page will be looked at again in a moment.
  }
  return live;
}
