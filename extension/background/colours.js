// Lays the user's own colours over those of the manifest's style sheet, in the page that asks for it.

import { styleSheet } from '../settings/looks.js';
import { parseSettings } from '../settings/settings.js';

/**
 * @param {{ colours?: unknown, before?: unknown }} message the colours to show, and those shown so far
 * @param {chrome.runtime.MessageSender} sender
 */
export async function dress({ colours, before }, { tab, frameId = 0 }) {
  if (tab?.id === undefined) return;
  const target = { tabId: tab.id, frameIds: [frameId] };
  const css = (/** @type {unknown} */ colours) => styleSheet(parseSettings({ colours }).colours);
  try {
    await chrome.scripting.insertCSS({ target, css: css(colours) });
    await chrome.scripting.removeCSS({ target, css: css(before) });
  } catch {
    // The page was left meanwhile, or the browser lets us no longer into it: the marks keep the colours that they have.
  }
}
