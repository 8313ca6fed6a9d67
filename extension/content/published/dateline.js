// The day that stands in words beside the headline.

import { readWrittenDay } from './days.js';

/** @import { Signal } from './signals.js' */

/** How much text around the headline may hold the dateline, in text nodes that hold a word or number. */
const nodesAfter = 40;
const nodesBefore = 12;
/** A line of more characters is a sentence that happens to name a day. */
const longestDateline = 120;
const says = /publi[sc]|posted|first aired|created|filed|uploaded/i;
const saysOtherwise = /updat|modif|edited|revised|last changed|copyright|©|expires|event|born|died|accessed/i;

/**
 * The visible date next to the headline.
 * @param {Document} page
 * @param {Element | null} headline
 * @returns {Signal[]}
 */
export function datelineSignals(page, headline) {
  if (!headline || !page.body) return [];
  const after = datedLines(page, headline, true);
  const before = datedLines(page, headline, false);
  const said = [...after, ...before].find(({ words }) => says.test(words));
  if (said) return [{ ...said.written, source: 'said-dateline' }];
  const plain = after[0] ?? before[0];
  return plain ? [{ ...plain.written, source: 'dateline' }] : [];
}

/**
 * The lines that name a day, the nearest to the headline first.
 * @param {Document} page
 * @param {Element} headline
 * @param {boolean} forward
 */
function datedLines(page, headline, forward) {
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  walker.currentNode = headline;
  /** @type {{ words: string, written: import('./days.js').WrittenDay }[]} */
  const found = [];
  // The words before a date often stand in an element of their own: “Published”, then the day; the day, then its year.
  /** @type {string[]} */
  let recent = [];
  let left = forward ? nodesAfter : nodesBefore;
  for (let node = neighbour(walker, forward); node && left > 0; node = neighbour(walker, forward)) {
    const text = (node.nodeValue ?? '').trim();
    if (!/\w/.test(text) || headline.contains(node) || isOutside(node.parentElement)) continue;
    left -= 1;
    if (text.length > longestDateline) {
      recent = [];
      continue;
    }
    recent = forward ? [...recent, text].slice(-3) : [text, ...recent].slice(0, 3);
    const line = recent.join(' ');
    const alone = readWrittenDay(text);
    const written = alone ?? (line.length <= longestDateline ? readWrittenDay(line) : null);
    if (!written) continue;
    const words = alone && !says.test(line) && !saysOtherwise.test(line) ? text : line;
    const meant = lastOf(words);
    if (meant !== 'otherwise') found.push({ words, written });
    recent = [];
  }
  return found;
}

/**
 * What the words before a day say that it is: of “Published … Updated 3 May 2024” the day is that of the update.
 * @param {string} words
 */
function lastOf(words) {
  const beforeDay = words.slice(0, Math.max(words.search(/\d/), 0));
  if (saysOtherwise.test(beforeDay)) return says.test(beforeDay) && beforeDay.search(says) > beforeDay.search(saysOtherwise) ? 'said' : 'otherwise';
  return says.test(beforeDay) ? 'said' : 'plain';
}

/** @param {TreeWalker} walker @param {boolean} forward */
function neighbour(walker, forward) {
  return forward ? walker.nextNode() : walker.previousNode();
}

/** @param {Element | null} element */
function isOutside(element) {
  return element === null || element.closest('script, style, noscript, template, nav, aside, footer, select, [hidden]') !== null;
}
