// Which element holds a part of the text.

import { parentElementOf } from '../dom.js';

/** @import { Paragraphs } from './article.js' */

/**
 * The deepest element that holds at least such a share of the paragraphs' text, and how much it holds; null if only the body does.
 * @param {Paragraphs[]} paragraphs
 * @param {Element} body of the page
 * @param {number} share
 * @returns {{ holder: Element, length: number } | null}
 */
export function deepestHolder(paragraphs, body, share) {
  let enough = 0;
  for (const { length } of paragraphs) enough += share * length;
  /** @type {Map<Element, number>} */
  const held = new Map();
  /** @type {Element | null} */
  let holder = null;
  for (const { parent, length } of paragraphs) {
    for (let above = /** @type {Element | null} */ (parent); above && above !== body; above = parentElementOf(above)) {
      const sum = (held.get(above) ?? 0) + length;
      held.set(above, sum);
      if (sum >= enough) {
        holder ??= above;
        break;
      }
    }
    if (holder) break;
  }
  return holder && { holder, length: held.get(holder) ?? 0 };
}
