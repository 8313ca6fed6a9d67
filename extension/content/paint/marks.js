// What is painted on the page: the stretches of the annotations, each with its place in the page's text nodes.

/** @import { Annotations, Span } from '../../../types/annotations.js' */
/** @import { Block } from '../collect/block.js' */

/**
 * A painted stretch.
 * @typedef {object} Mark
 * @property {'quote' | 'speaker' | 'date'} layer
 * @property {number} index of the quotation or date; of the first quotation for a speaker
 * @property {Span} span
 * @property {StaticRange} range
 */

/**
 * The stretches to paint: the quotations with their speakers, then the dates.
 * @param {Annotations} annotations
 * @param {Block[]} blocks
 * @returns {Generator<Mark>}
 */
export function* findMarks({ quotes, dates }, blocks) {
  const named = new Set();
  for (const [index, quote] of quotes.entries()) {
    // Titles, nicknames and scare quotes are nobody's words.
    if (quote.kind === 'other') continue;
    const mark = markOf('quote', index, quote, blocks);
    if (mark) yield mark;
    if (!quote.speaker) continue;
    const place = `${quote.speaker.block}:${quote.speaker.start}`;
    const speaker = named.has(place) ? null : markOf('speaker', index, quote.speaker, blocks);
    if (speaker) yield speaker;
    named.add(place);
  }
  for (const [index, date] of dates.entries()) {
    const mark = markOf('date', index, date, blocks);
    if (mark) yield mark;
  }
}

/**
 * @param {Mark['layer']} layer
 * @param {number} index
 * @param {Span} span
 * @param {Block[]} blocks
 * @returns {Mark | null}
 */
function markOf(layer, index, { block, start, end }, blocks) {
  const range = blocks[block]?.range(start, end);
  return range ? { layer, index, span: { block, start, end }, range } : null;
}

/**
 * A live range over a mark, to measure it or to scroll to it.
 * @param {Pick<Mark, 'range'>} mark
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
