// Shows the panel's reader the words that they choose in it.

import { liveRange } from '../paint/marks.js';
import { scrollAndFlash } from '../paint/spotlight.js';

/** @import { Mark } from '../paint/marks.js' */

/** Scrolls to the words of a mark. @param {Mark | undefined} mark @returns {boolean} whether they are still on the page */
export function reveal(mark) {
  if (!mark) return false;
  const words = liveRange(mark);
  if (words.collapsed || !words.startContainer.isConnected) return false;
  scrollAndFlash(words);
  return true;
}
