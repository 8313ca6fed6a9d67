// The settings as pages get them. A page takes longer to read them from the browser's store than to receive them, and the background
// has them at hand.

import { changeSettings, readSettings, switchSite, watchSettings } from '../settings/settings.js';
import { kept } from '../shared/kept.js';
import { send } from '../shared/tabs.js';

/** @import { Settings } from '../settings/settings.js' */

const known = kept(readSettings);

/** The settings as they are now. @returns {Promise<Settings>} */
export function currentSettings() {
  return known.get();
}

/** Keeps up with what is stored, and sends changes to all pages. */
export function tellPages() {
  chrome.storage.onChanged.addListener(() => known.forget());
  watchSettings(async (settings) => {
    for (const { id } of await chrome.tabs.query({})) {
      if (id === undefined) continue;
      send(id, { type: 'settings', settings }).catch(() => {
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
