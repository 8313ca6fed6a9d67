// What is painted on the page: the stretches of the annotations, each with its place in the page's text nodes.

/** @import { Annotations, Quote, Reported, Span } from '../../../types/annotations.js' */
/** @import { Layer, Said } from '../../../types/protocol.js' */
/** @import { Block } from '../collect/block.js' */

/**
 * A painted stretch.
 * @typedef {object} Mark
 * @property {Layer} layer
 * @property {number} index of the quotation, reported speech or date; for a speaker, of the first words that are attributed
 * @property {Said} [says] of a speaker: what its index counts
 * @property {Span} span
 * @property {StaticRange} range
 * @property {boolean} [watched] whether the words are on the reader's watch list
 */

/**
 * The stretches to paint: the quotations and what is reported, with their speakers, then the dates.
 * @param {Annotations} annotations
 * @param {Block[]} blocks
 * @returns {Generator<Mark>}
 */
export function* findMarks({ quotes, reported, statements, dates }, blocks) {
  const named = new Set();
  const watched = watchedIn(statements);
  /** @param {Said} says @param {number} index @param {Span | null} speaker @returns {Generator<Mark>} */
  function* speakerOf(says, index, speaker) {
    const place = speaker && `${speaker.block}:${speaker.start}`;
    if (!speaker || named.has(place)) return;
    named.add(place);
    const mark = markOf('speaker', index, speaker, blocks);
    if (mark) yield { ...mark, says };
  }
  for (const [index, quote] of quotes.entries()) {
    // Titles, nicknames and scare quotes are nobody's words.
    if (quote.kind === 'other') continue;
    const mark = markOf('quote', index, quote, blocks);
    if (mark) yield watched.quotes.has(index) ? { ...mark, watched: true } : mark;
    yield* speakerOf('quote', index, quote.speaker);
  }
  for (const { reported: index } of statements) {
    const words = reported[index ?? -1];
    if (index === null || !words) continue;
    const mark = markOf('reported', index, words, blocks);
    if (mark) yield watched.reported.has(index) ? { ...mark, watched: true } : mark;
    yield* speakerOf('reported', index, words.speaker);
  }
  for (const [index, date] of dates.entries()) {
    const mark = markOf('date', index, date, blocks);
    if (mark) yield mark;
  }
}

/** The quotations, and what is reported, that the watch list names. A fragment in what is reported is marked with it. @param {Annotations['statements']} statements */
function watchedIn(statements) {
  const watched = statements.filter((statement) => statement.watched);
  return {
    quotes: new Set(watched.flatMap(({ quotes, reported }) => (reported === null ? quotes : []))),
    reported: new Set(watched.map(({ reported }) => reported)),
  };
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
 * What somebody said that a mark is of: the words themselves, or the name of who said them. Nothing for a date.
 * @param {Pick<Mark, 'layer' | 'index' | 'says'>} mark
 * @param {Pick<Annotations, 'quotes' | 'reported'>} annotations
 * @returns {Quote | Reported | undefined}
 */
export function wordsOf({ layer, index, says = 'quote' }, { quotes, reported }) {
  if (layer === 'date') return undefined;
  return ((layer === 'speaker' ? says : layer) === 'reported' ? reported : quotes)[index];
}

/** Whether a mark is of words that somebody said, quoted or reported. @param {Pick<Mark, 'layer'>} mark */
export function isSaid({ layer }) {
  return layer === 'quote' || layer === 'reported';
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

/** Whether two stretches have words in common. @param {Range} one @param {Range} other */
export function overlap(one, other) {
  // Words in a shadow tree and words outside of it are in no order.
  if (one.startContainer.getRootNode() !== other.startContainer.getRootNode()) return false;
  return one.compareBoundaryPoints(Range.END_TO_START, other) < 0 && one.compareBoundaryPoints(Range.START_TO_END, other) > 0;
}
