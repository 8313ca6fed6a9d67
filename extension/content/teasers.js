// Teasers of other articles: a heading that is but a link, with an excerpt beside it, among others of its kind.

/** @import { Block } from './block.js' */

/** A teaser has no more text, in characters. */
const longestTeaser = 900;
/** How far above its heading a teaser's box may be. */
const highestBox = 5;
const linkedHeading = ':is(h2, h3, h4, h5, h6) a[href], a[href] :is(h2, h3, h4, h5, h6)';

/**
 * The blocks that stand in no teaser.
 * @param {Block[]} blocks
 * @param {Element[]} headings that are but links
 */
export function withoutTeasers(blocks, headings) {
  if (headings.length === 0) return blocks;
  const boxes = boxesAround(headings);
  return boxes.size === 0 ? blocks : blocks.filter(({ element }) => !isWithin(element, boxes));
}

/** @param {Element} element @param {Set<Element>} boxes */
function isWithin(element, boxes) {
  for (let above = /** @type {Element | null} */ (element); above; above = above.parentElement) {
    if (boxes.has(above)) return true;
  }
  return false;
}

/**
 * The boxes of teasers: the largest around each heading with no more than a teaser's text that has a neighbour of its kind.
 * @param {Element[]} headings
 */
function boxesAround(headings) {
  /** @type {Set<Element>} */
  const boxes = new Set();
  /** @type {Set<Element>} What holds more than a teaser, mostly all teasers of a list. */
  const large = new Set();
  for (const heading of headings) {
    if (!leadsElsewhere(heading)) continue;
    /** @type {Element | null} */
    let box = null;
    let above = heading.parentElement;
    for (let height = 0; above && height < highestBox && !large.has(above); height += 1, above = above.parentElement) {
      if ((above.textContent ?? '').length > longestTeaser) {
        large.add(above);
        break;
      }
      if (isTwin(above, above.previousElementSibling) || isTwin(above, above.nextElementSibling)) box = above;
    }
    if (box) boxes.add(box);
  }
  return boxes;
}

/** The entries of a live page have headings that link to themselves. @param {Element} heading */
function leadsElsewhere(heading) {
  const link = heading.closest('a') ?? heading.querySelector('a');
  return link !== null && (link.pathname !== location.pathname || link.host !== location.host);
}

/** @param {Element} box @param {Element | null} other */
function isTwin(box, other) {
  return other !== null && other.localName === box.localName && other.querySelector(linkedHeading) !== null;
}
