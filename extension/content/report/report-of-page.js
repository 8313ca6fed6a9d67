// The report of the page that this runs in, and links to its words.

import { liveRange } from '../paint/marks.js';
import { authorsOf } from './authors.js';
import { buildReport, pageFacts, placeKey, positionsIn } from './report.js';
import { linkToText, linkToWholeText } from './text-link.js';
import { pageAround } from '../find/written.js';

/** @import { Reading } from '../reading.js' */
/** @import { Mark } from '../paint/marks.js' */

/**
 * @param {Reading} reading
 * @param {{ positions?: boolean }} [options] whether it is to say where the words stand in the page's text
 */
export function reportOf(reading, { positions = false } = {}) {
  const page = pageAround(document);
  const facts = { ...pageFacts(page, page.location), authors: authorsOf(page) };
  if (!positions) return buildReport(reading, facts);
  const ranges = new Map();
  for (const [layer, all] of /** @type {const} */ ([['quote', reading.annotations.quotes], ['reported', reading.annotations.reported]])) {
    for (const [index, { block, start, end }] of all.entries()) {
      const range = reading.blocks[block]?.range(start, end);
      if (range) ranges.set(placeKey(layer, index), range);
    }
  }
  return buildReport(reading, facts, positionsIn(ranges, document.body), linksTo(reading, ranges, page.location.href));
}

/** To find the shortest link to words takes a while, so for all of a page's words there is only so much time, in milliseconds. */
const longestForLinks = 1_500;

/**
 * Links to the words that statements begin with; once the time is over, to the words as they are, or to the page.
 * @param {Reading} reading
 * @param {Map<string, StaticRange>} ranges by their `placeKey`
 * @param {string} address
 * @returns {Map<string, string>}
 */
function linksTo({ annotations: { statements } }, ranges, address) {
  const until = performance.now() + longestForLinks;
  const links = new Map();
  for (const { quotes, reported } of statements) {
    const keys = reported === null ? quotes.map((index) => placeKey('quote', index)) : [placeKey('reported', reported)];
    for (const key of keys) {
      const range = ranges.get(key);
      if (range) links.set(key, performance.now() < until ? linkToText(liveRange({ range }), address) : linkToWholeText(liveRange({ range }), address));
    }
  }
  return links;
}

/**
 * The page's address with which a browser goes to what somebody said.
 * @param {Mark} mark
 */
export function linkToWords(mark) {
  return linkToText(liveRange(mark), pageAround(document).location.href);
}
