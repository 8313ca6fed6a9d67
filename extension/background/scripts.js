// Puts beside the gate of a page what the page needs: the content script, where it holds an article, and what is needed only later.

import { dress } from './colours.js';
import { startEngine } from './engine.js';
import { currentSettings } from './pages.js';
import { siteState } from '../settings/settings.js';

/**
 * @param {unknown} script which one
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<unknown>} for the content script the settings, while it is on its way; else whether it is there
 */
export async function load(script, sender) {
  const target = targetOf(sender);
  if (!target || (script !== 'content' && script !== 'later')) return false;
  // The document is whole: the gate stands at its end. Chromium would else wait until the page is idle.
  const loading = chrome.scripting.executeScript({ target, files: [`/content/${script}.js`], injectImmediately: true }).then(() => true, () => {
    // The page was left meanwhile.
    return false;
  });
  if (script === 'later') return loading;
  try {
    const settings = await currentSettings();
    // The page will soon ask for both.
    if (siteState(settings, new URL(sender.url ?? '').hostname) === 'on') void startEngine();
    void dress(target);
    return { settings };
  } catch {
    return loading;
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
