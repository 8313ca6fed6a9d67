// What a page says of the day of its first article, where the reader has gone on to a later one. Endless pages add articles below the
// first, and their address, their title and often their head go with the reader: what may be of a later article says nothing of the first.

import { partsOf } from './collect/parts.js';
import { cluesOfArticle, gatherClues } from './find/clues.js';
import { entriesOf } from './find/entries.js';
import { repeatedIn } from './find/headings.js';

/** @import { Clues } from '../../types/annotations.js' */
/** @import { Block } from './collect/block.js' */

/**
 * @param {Document} page
 * @param {Element | null} root what holds all articles
 * @param {Block[]} blocks
 * @returns {Clues | null} null where there is one article, or the page is still at the first
 */
export function cluesOfFirst(page, root, blocks) {
  const first = blocks.find(({ kind, element }) => kind === 'headline' && element.closest('article'))?.element;
  const later = first ? headlinesOfLater(root, blocks) : [];
  if (!first || later.length === 0 || !hasGoneOn(page, first, later)) return null;
  const { language, metas, linked } = gatherClues(page);
  const title = page.head.querySelector('meta:is([property="og:title" i], [name="og:title" i])')?.getAttribute('content') ?? '';
  const isOfLater = (/** @type {string} */ text) => !repeatedIn(text, [first]) && repeatedIn(text, later) !== undefined;
  return {
    ...cluesOfArticle(first),
    // The country of the desk stands in it.
    address: `${page.location.origin}/`,
    language,
    metas: isOfLater(title) ? [] : metas,
    linked: linked.filter((text) => !isOfLater(text)),
  };
}

/** @param {Element | null} root @param {Block[]} blocks */
function headlinesOfLater(root, blocks) {
  const headlines = (/** @type {boolean} */ isLive) => [...new Set(partsOf(blocks, isLive).flatMap(({ headline }) => headline ?? []))];
  const found = headlines(false);
  return found.length > 0 && root && entriesOf(root, blocks).length > 0 ? headlines(true) : found;
}

/** Whether the title or the address is another one than the first article's. @param {Document} page @param {Element} first @param {Element[]} later */
function hasGoneOn(page, first, later) {
  if (!repeatedIn(page.title, [first]) && repeatedIn(page.title, later)) return true;
  const loaded = page.defaultView?.performance.getEntriesByType('navigation')[0]?.name;
  return loaded !== undefined && URL.canParse(loaded) && new URL(loaded).pathname !== page.location.pathname;
}
