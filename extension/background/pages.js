// What pages are told of the settings. To read them from the browser's store takes a page longer than to be told, and the background
// has them at hand.

import { changeSettings, readSettings, switchSite, watchSettings } from '../settings/settings.js';

/** @import { Settings } from '../settings/settings.js' */

/** @type {Promise<Settings> | null} As they are, once they were asked for. */
let known = null;
/** Whether it hears of changes, as it does only in the background. */
let hears = false;

/** The settings as they are now. @returns {Promise<Settings>} */
export function currentSettings() {
  if (!hears) return readSettings();
  known ??= readSettings().catch((error) => {
    known = null;
    throw error;
  });
  return known;
}

/** Keeps to what is stored, and tells all pages of changes. */
export function tellPages() {
  hears = true;
  chrome.storage.onChanged.addListener(() => {
    known = null;
  });
  watchSettings(async (settings) => {
    for (const { id } of await chrome.tabs.query({})) {
      if (id === undefined) continue;
      chrome.tabs.sendMessage(id, { type: 'settings', settings }).catch(() => {
        // There is no content script.
      });
    }
  });
}

/**
 * Turns a site off or on.
 * @param {string} host
 * @param {boolean} on
 * @returns {Promise<Settings>} as they are then
 */
export async function turnSite(host, on) {
  await changeSettings((settings) => switchSite(settings, host, on));
  return readSettings();
}
