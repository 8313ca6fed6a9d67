// What the gate has found out when the content script comes, so that it need not be found out again.

/** @import { Paragraphs } from './article.js' */
/** @import { Settings } from '../settings/settings.js' */

/**
 * @typedef {object} Handover
 * @property {() => Paragraphs[] | null} paragraphs those of the article, or null where the page may have changed since they were found
 * @property {Promise<{ settings: Settings } | null>} settings what the background says of the settings; it may be ended meanwhile
 * @property {() => void} end called when the content script watches the page itself
 */

/** @type {Handover | null} */
let handed = null;

/** @param {Handover} what */
export function handOver(what) {
  handed = what;
}

/** What was handed over, or null where the gate has found no article. */
export function takeOver() {
  return handed;
}
