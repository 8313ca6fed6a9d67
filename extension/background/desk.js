// What the reader keeps about articles, between the store and the pages. A page gets what is kept about itself, no other.

import { addressOf, changeDesk, isCorrection, readDesk, watchDesk } from '../shared/desk.js';
import { send } from '../shared/tabs.js';

/** @import { DeskEntry, DeskMark, WordsPlace } from '../../types/desk.js' */

/**
 * What the reader has corrected in an article.
 * @param {string | undefined} address as the page gives it
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<DeskEntry[]>}
 */
export async function correctionsFor(address, sender) {
  if (!isOwn(address, sender)) return [];
  return (await readDesk(address, isPrivate(sender))).filter(isCorrection);
}

/**
 * Keeps something about a statement.
 * @param {{ address: string, place: WordsPlace, patch: DeskMark }} message
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<DeskEntry[]>} the corrections after that
 */
export async function keep({ address, place, patch }, sender) {
  if (!isOwn(address, sender)) return [];
  return (await changeDesk(address, isPrivate(sender), place, patch)).filter(isCorrection);
}

/** Tells the pages of an article what was corrected in it. */
export function tellOfCorrections() {
  watchDesk(async (address, entries, inPrivate) => {
    const corrections = entries.filter(isCorrection);
    for (const { id, url, incognito } of await chrome.tabs.query({})) {
      if (id === undefined || incognito !== inPrivate || addressOf(url ?? '') !== address) continue;
      send(id, { type: 'desk', address, desk: corrections }).catch(() => {
        // There is no content script.
      });
    }
  });
}

/** Whether an address is of the site that asks. @param {string | undefined} address @param {chrome.runtime.MessageSender} sender @returns {address is string} */
function isOwn(address, { origin = 'null', url = '' }) {
  return typeof address === 'string' && URL.canParse(address) && new URL(address).origin === (origin === 'null' ? new URL(url).origin : origin);
}

/** @param {chrome.runtime.MessageSender} sender */
function isPrivate({ tab }) {
  return tab?.incognito === true;
}
