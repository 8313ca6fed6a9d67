// What is asked about by itself: each of several articles on one page, since the people of one do not speak in another; and parts of a
// very long article, since a message of megabytes would hold the page up while it is written and read.

import { costOf, longestPart } from '../../shared/request-size.js';
import { holds } from '../dom.js';

/** @import { Annotations, Quote, Reported, Span } from '../../../types/annotations.js' */
/** @import { Block } from './block.js' */

/**
 * A stretch of the blocks that is asked about by itself.
 * @typedef {object} Part
 * @property {number} start
 * @property {number} end exclusive
 * @property {Element | null} headline of the article that it is of; null for the first on the page
 */

/**
 * Where each part of the blocks begins and ends.
 * @param {Pick<Block, 'text' | 'kind' | 'element'>[]} blocks
 * @param {boolean} [isLive] whether the articles on the page are entries of one, whose people are the same
 * @returns {Part[]}
 */
export function partsOf(blocks, isLive = false) {
  /** @type {Part[]} */
  const parts = [{ start: 0, end: 0, headline: null }];
  let length = 0;
  /** @type {Element | null} The article of the last headline. */
  let article = null;
  blocks.forEach(({ text, kind, element }, index) => {
    const part = /** @type {Part} */ (parts.at(-1));
    const own = kind === 'headline' ? element.closest('article') : null;
    const begins = !isLive && own !== null && article !== null && !holds(own, article) && !holds(article, own);
    article = own ?? article;
    const cost = costOf({ text });
    length += cost;
    if (!begins && length <= longestPart) {
      part.end = index + 1;
    } else {
      parts.push({ start: index, end: index + 1, headline: begins ? element : part.headline });
      length = cost;
    }
  });
  return parts;
}

/**
 * Puts the annotations of a part behind those of the parts before it.
 * @param {Annotations} all
 * @param {Annotations} part
 * @param {number} start the first block of the part
 */
export function append(all, part, start) {
  const [quotes, reported, people, dates] = [all.quotes.length, all.reported.length, all.people.length, all.dates.length];
  /** @template {Span | null} Place @param {Place} place @returns {Place} */
  const moved = (place) => (place && { ...place, block: place.block + start });
  const counted = (/** @type {number | null} */ index, /** @type {number} */ before) => (index === null ? null : index + before);
  /** @template {Quote | Reported} Words @param {Words} words @returns {Words} */
  const said = (words) => ({ ...moved(words), speaker: moved(words.speaker), cue: moved(words.cue), person: counted(words.person, people) });
  part.sentences.forEach((starts, block) => {
    all.sentences[start + block] = starts;
  });
  for (const quote of part.quotes) all.quotes.push(said(quote));
  for (const words of part.reported) all.reported.push(said(words));
  for (const person of part.people) all.people.push({ ...person, mentions: person.mentions.map(moved) });
  for (const date of part.dates) {
    const anchor = typeof date.anchor === 'object' ? { expression: date.anchor.expression + dates } : date.anchor;
    all.dates.push({ ...moved(date), anchor, decidedBy: moved(date.decidedBy) });
  }
  for (const statement of part.statements) {
    all.statements.push({
      ...statement,
      quotes: statement.quotes.map((index) => index + quotes),
      reported: counted(statement.reported, reported),
      person: counted(statement.person, people),
      date: counted(statement.date, dates),
    });
  }
}
