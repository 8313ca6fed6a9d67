// What the gate has found out when the content script comes, so that it need not be found out again. The two are scripts of their own,
// and meet in the scope that they share.

import { leave, left } from './scope.js';

/** @import { Paragraphs } from './find/article.js' */
/** @import { PageSettings } from '../settings/settings.js' */

/**
 * @typedef {object} Handover
 * @property {() => Paragraphs[] | null} paragraphs those of the article, or null where the page may have changed since they were found
 * @property {Promise<PageSettings>} settings as the background has them
 * @property {() => void} end called when the content script watches the page itself
 */

/** @param {Handover} what */
export function handOver(what) {
  leave('verbatimHandover', what);
}

/** What was handed over, or null where the gate has found no article. @returns {Handover | null} */
export function takeOver() {
  return left('verbatimHandover') ?? null;
}
