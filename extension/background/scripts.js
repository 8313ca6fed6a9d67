// Puts beside the gate of a page what the page needs and could not import itself: the content script, where it holds an article, and
// what is needed only later.

import { dress } from '../shared/page-colours.js';
import { startEngine } from './engine.js';
import { settingsFor } from './pages.js';

/** @import { Script } from '../../types/protocol.js' */
/** @import { PageSettings } from '../settings/settings.js' */

/**
 * Makes ready for a page that holds an article.
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<{ settings: PageSettings }>}
 */
export async function beginPage(sender) {
  const settings = await settingsFor(sender);
  // The page will soon ask for both.
  if (settings.state === 'on') startEngine();
  const target = targetOf(sender);
  if (target) void dress(target, settings.colours);
  return { settings };
}

/**
 * @param {Script} script which one
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<boolean>} whether it is there
 */
export async function load(script, sender) {
  const target = targetOf(sender);
  if (!target || (script !== 'content' && script !== 'later')) return false;
  try {
    // The document is whole: the gate stands at its end. Chromium would else wait until the page is idle.
    await chrome.scripting.executeScript({ target, files: [`/content/${script}.js`], injectImmediately: true });
    return true;
  } catch {
    // The user has left the page meanwhile.
    return false;
  }
}

/**
 * Puts the gate, and the style sheet of the marks, into a frame that the page fills itself.
 * @param {number | undefined} frame of the sender's tab; by default the sender
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<boolean>} whether it is there
 */
export async function loadGate(frame, sender) {
  const own = targetOf(sender);
  if (!own) return false;
  const target = frame === undefined ? own : { tabId: own.tabId, frameIds: [frame] };
  try {
    const [answer] = await chrome.scripting.executeScript({ target, func: isWithoutGate, injectImmediately: true });
    if (!answer?.result) return true;
    await chrome.scripting.insertCSS({ target, files: ['/content/highlights.css'] });
    await chrome.scripting.executeScript({ target, files: ['/content/gate.js'], injectImmediately: true });
    return true;
  } catch {
    // The frame was taken away meanwhile.
    return false;
  }
}

/** Runs in the frame. In one of another site the gate would do nothing. */
function isWithoutGate() {
  try {
    return !Object.hasOwn(globalThis, 'verbatimGate') && window.top?.origin === origin;
  } catch {
    return false;
  }
}

/**
 * The document that a message came from: its frame may soon hold another.
 * @param {chrome.runtime.MessageSender} sender
 * @returns {chrome.scripting.InjectionTarget | null}
 */
export function targetOf({ tab, frameId = 0, documentId }) {
  if (tab?.id === undefined) return null;
  return { tabId: tab.id, ...(documentId ? { documentIds: [documentId] } : { frameIds: [frameId] }) };
}
