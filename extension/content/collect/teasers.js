// Teasers of other articles: a heading that is but a link, with an excerpt beside it, among others of its kind or with a picture that
// leads to the same place.

import { allWithin, closestTo, elementAfter, elementBefore, firstWithin, localNameOf, parentElementOf, textOf } from '../dom.js';

/** @import { Block } from './block.js' */

/** A teaser has no more text, in characters. */
const longestTeaser = 900;
/** With the white space that some servers indent their HTML with. */
const longestIndented = 20_000;
/** How far above its heading a teaser's box may be. */
const highestBox = 5;
const linkedHeading = ':is(h2, h3, h4, h5, h6) a[href], a[href] :is(h2, h3, h4, h5, h6)';

/**
 * The blocks that stand in no teaser. Of headings that are but links none stays, except those at the heads of articles: where a page
 * holds several, each often leads to itself.
 * @param {Block[]} blocks
 * @param {Set<Block>} headings that are but links
 */
export function withoutTeasers(blocks, headings) {
  if (headings.size === 0) return blocks;
  const boxes = boxesAround([...headings].map(({ element }) => element));
  const heads = [...headings].filter(headsArticle);
  if (heads.length < 2) heads.length = 0;
  for (const block of heads) block.kind = 'headline';
  return blocks.filter((block) => (headings.has(block) ? heads.includes(block) : !isWithin(block.element, boxes)));
}

/** Whether it is the first heading of an article that is longer than a teaser. @param {Block} block */
function headsArticle({ element }) {
  const article = closestTo(element, 'article');
  return article !== null && article.querySelector('h1') === null && article.querySelector('h2, h3, h4, h5, h6')?.contains(element) === true && isLong(article);
}

/** @param {Element} element @param {Set<Element>} boxes */
function isWithin(element, boxes) {
  for (let above = /** @type {Element | null} */ (element); above; above = parentElementOf(above)) {
    if (boxes.has(above)) return true;
  }
  return false;
}

/**
 * The boxes of teasers: the largest around each heading with no more than a teaser's text that has a neighbour of its kind, or else
 * the smallest that leads to the same place once more, as teasers do by their pictures.
 * @param {Element[]} headings
 */
function boxesAround(headings) {
  /** @type {Set<Element>} */
  const boxes = new Set();
  /** @type {Set<Element>} What holds more than a teaser, mostly all teasers of a list. */
  const large = new Set();
  /** @type {Map<Element, boolean>} Whether an element has a heading that is a link. */
  const asked = new Map();
  /** @type {Set<Element>} What holds no more than a teaser. */
  const small = new Set();
  for (const heading of headings) {
    const link = linkOf(heading);
    if (!link || !leadsElsewhere(link)) continue;
    const around = smallAround(heading, small, large);
    const box = around.findLast((above) => isTwin(above, elementBefore(above), asked) || isTwin(above, elementAfter(above), asked))
      ?? around.find((above) => leadsThereTwice(above, heading, link));
    if (box) boxes.add(box);
  }
  return boxes;
}

/**
 * What is around a heading and small enough for a teaser, the nearest first.
 * @param {Element} heading
 * @param {Set<Element>} small known to be so; takes up what is
 * @param {Set<Element>} large known not to be; takes up what is not
 */
function smallAround(heading, small, large) {
  /** @type {Element[]} */
  const found = [];
  for (let above = parentElementOf(heading); above && found.length < highestBox && !large.has(above); above = parentElementOf(above)) {
    if (!small.has(above) && isLong(above)) {
      large.add(above);
      break;
    }
    small.add(above);
    found.push(above);
  }
  return found;
}

/** @param {Element} heading */
function linkOf(heading) {
  return heading.closest('a') ?? heading.querySelector('a');
}

/** The entries of a live page have headings that link to themselves. @param {HTMLAnchorElement} link */
function leadsElsewhere({ pathname, host }) {
  return pathname !== location.pathname || host !== location.host;
}

/** Lists of things to buy do so as well, but into a shop: teasers stay on the site. @param {Element} box @param {Element} heading @param {HTMLAnchorElement} link */
function leadsThereTwice(box, heading, link) {
  if (!isOfThisSite(link) || link.contains(box)) return false;
  for (const other of /** @type {HTMLCollectionOf<HTMLAnchorElement>} */ (allWithin(box, 'a'))) {
    if (other !== link && other.pathname === link.pathname && other.host === link.host && !heading.contains(other)) return firstWithin(box, 'h1') === null;
  }
  return false;
}

/** Some sites have parts with names of their own. @param {HTMLAnchorElement} link */
function isOfThisSite({ hostname }) {
  const [one, other] = [hostname, location.hostname].map((name) => `.${name.replace(/^www\./, '')}`);
  return one !== undefined && other !== undefined && (one.endsWith(other) || other.endsWith(one));
}

/** @param {Element} box */
function isLong(box) {
  const text = textOf(box) ?? '';
  return text.length > longestTeaser && (text.length > longestIndented || text.replace(/\s{2,}/g, ' ').length > longestTeaser);
}

/** @param {Element} box @param {Element | null} other @param {Map<Element, boolean>} asked */
function isTwin(box, other, asked) {
  if (other === null || localNameOf(other) !== localNameOf(box)) return false;
  let holds = asked.get(other);
  if (holds === undefined) asked.set(other, holds = firstWithin(other, linkedHeading) !== null);
  return holds;
}
