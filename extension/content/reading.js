// What was found on a page, and the words of what was found.

/** @import { Annotations, Quote, Reported, Span } from '../../types/annotations.js' */
/** @import { Block } from './collect/block.js' */

/**
 * From which block on which day of publication holds, and in an entry of a live page which time of day: each of several articles on a
 * page has its own day.
 * @typedef {{ start: number, published: string | null, time?: string | null }[]} Days
 */

/** What the engine has found, without what the reader has corrected. @typedef {{ annotations: Annotations, days: Days }} Found */

/**
 * A finished look at the article.
 * @typedef {object} Reading
 * @property {Block[]} blocks
 * @property {Annotations} annotations
 * @property {string | null} published the day of the first article
 * @property {Days} days
 */

/** Words between a speaker and the verb of saying that are worth showing, in characters. */
const longestGap = 60;

/**
 * The text of a span.
 * @param {Span} span
 * @param {Block[]} blocks
 */
export function textOf({ block, start, end }, blocks) {
  return blocks[block]?.text.slice(start, end) ?? '';
}

/**
 * When the entry of a live page was published that a block stands in, or null where it stands in none.
 * @param {number} block
 * @param {Days} days
 * @returns {import('../../types/report.js').Posted | null}
 */
export function postedAt(block, days) {
  const { published, time } = days.findLast(({ start }) => start <= block) ?? {};
  if (!published || time === undefined) return null;
  return { type: time ? 'TIME' : 'DATE', value: time ? `${published}T${time}` : published, mod: null, first: published, last: published, text: time ?? published };
}

/**
 * The words that attribute what somebody said: “the Norland leader was quoted as saying”.
 * @param {Quote | Reported} said
 * @param {Block[]} blocks
 */
export function wordsOfAttribution(said, blocks) {
  const { speaker, cue } = said;
  if (!speaker || !cue) return speaker || cue ? textOf(/** @type {Span} */ (speaker ?? cue), blocks) : '';
  const [first, second] = speaker.block < cue.block || (speaker.block === cue.block && speaker.start <= cue.start) ? [speaker, cue] : [cue, speaker];
  const together = first.block === second.block && second.start - first.end <= longestGap
    && !(said.block === first.block && said.start < second.start && said.end > first.end);
  if (together) return textOf({ block: first.block, start: first.start, end: Math.max(first.end, second.end) }, blocks);
  return `${textOf(first, blocks)} … ${textOf(second, blocks)}`;
}
