// Talks to the content script of a tab, and starts it where it does not run yet.

import { readSettings } from '../settings/settings.js';
import { dress } from './page-colours.js';

/** @import { AnswerTo, Message, ToPage } from '../../types/protocol.js' */

/**
 * Sends a message to the page of a tab. Where no content script listens (the page holds no article, was open before Verbatim was
 * installed, or the browser runs it only where the user asks for it) it is started, as far as the browser lets us.
 * @template {keyof ToPage} Type
 * @param {number | undefined} tabId
 * @param {Message<ToPage, Type>} message
 * @param {number} [frameId] which of its frames; by default the page itself
 * @returns {Promise<AnswerTo<ToPage, Type> | undefined>} the answer, or undefined where Verbatim cannot run
 */
export async function tell(tabId, message, frameId = 0) {
  if (tabId === undefined) return undefined;
  try {
    return await send(tabId, message, frameId);
  } catch {
    if (!await startIn(tabId)) return undefined;
  }
  return send(tabId, message, frameId).catch(() => undefined);
}

/**
 * Sends a message to a content script.
 * @template {keyof ToPage} Type
 * @param {number} tabId
 * @param {Message<ToPage, Type>} message
 * @param {number} [frameId] which of the tab's frames; by default all of them
 * @returns {Promise<AnswerTo<ToPage, Type> | undefined>} rejected where no content script listens
 */
export function send(tabId, message, frameId) {
  return frameId === undefined ? chrome.tabs.sendMessage(tabId, message) : chrome.tabs.sendMessage(tabId, message, { frameId });
}

/**
 * Starts the content script in a tab that it does not run in.
 * @param {number} tabId
 * @returns {Promise<boolean>} whether it runs there now; it never does in the browser's own pages
 */
export async function startIn(tabId) {
  try {
    const target = { tabId };
    // Firefox resolves a path without a leading slash against the page that calls this, which may be the popup.
    await chrome.scripting.insertCSS({ target, files: ['/content/highlights.css'] });
    await chrome.scripting.executeScript({ target, files: ['/content/gate.js', '/content/content.js'] });
    await dress(target, (await readSettings()).colours);
    return true;
  } catch {
    return false;
  }
}
