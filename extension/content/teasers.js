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
  const boxes = new Set(headings.flatMap((heading) => boxOf(heading) ?? []));
  if (boxes.size === 0) return blocks;
  return blocks.filter(({ element }) => {
    for (let above = /** @type {Element | null} */ (element); above; above = above.parentElement) {
      if (boxes.has(above)) return false;
    }
    return true;
  });
}

/**
 * The box of a teaser: the largest around the heading with no more than a teaser's text that has a neighbour of its kind.
 * @param {Element} heading
 */
function boxOf(heading) {
  if (!leadsElsewhere(heading)) return null;
  /** @type {Element | null} */
  let box = null;
  let above = heading.parentElement;
  for (let height = 0; above && height < highestBox; height += 1, above = above.parentElement) {
    if ((above.textContent ?? '').length > longestTeaser) break;
    if (isTwin(above, above.previousElementSibling) || isTwin(above, above.nextElementSibling)) box = above;
  }
  return box;
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
