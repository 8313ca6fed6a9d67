// Talks to the content script of a tab, and starts it where it does not run yet.

import { dress } from './colours.js';

/**
 * Tells the page of a tab something. Where no content script listens (the page holds no article, was open before Verbatim was
 * installed, or the browser runs it only where the user asks for it) it is started, as far as the browser lets us.
 * @param {number | undefined} tabId
 * @param {{ type: string } & Record<string, unknown>} message
 * @param {number} [frameId] which of its frames; the page itself unless told
 * @returns {Promise<unknown>} the answer, or undefined where Verbatim cannot run
 */
export async function tell(tabId, message, frameId = 0) {
  if (tabId === undefined) return undefined;
  try {
    return await chrome.tabs.sendMessage(tabId, message, { frameId });
  } catch {
    if (!await startIn(tabId)) return undefined;
  }
  return chrome.tabs.sendMessage(tabId, message, { frameId }).catch(() => undefined);
}

/**
 * Starts the content script in a tab that it does not run in.
 * @param {number} tabId
 * @returns {Promise<boolean>} whether it runs there now; it never does in the browser's own pages
 */
export async function startIn(tabId) {
  try {
    const target = { tabId };
    // Firefox takes a path without a slash to be beside the page that calls this, which may be the popup.
    await chrome.scripting.insertCSS({ target, files: ['/content/highlights.css'] });
    await chrome.scripting.executeScript({ target, files: ['/content/gate.js', '/content/content.js'] });
    await dress(target);
    return true;
  } catch {
    return false;
  }
}
