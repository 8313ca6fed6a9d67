// The settings as pages get them. A page takes longer to read them from the browser's store than to receive them, and the background
// has them at hand. Each page gets how its own site stands; the browser says which site that is, not the page.

import { changeSettings, pageSettings, readSettings, switchSite, watchSettings } from '../settings/settings.js';
import { kept } from '../shared/kept.js';
import { send } from '../shared/tabs.js';

/** @import { PageSettings, Settings } from '../settings/settings.js' */

const known = kept(readSettings);

/** The settings as they are now. @returns {Promise<Settings>} */
export function currentSettings() {
  return known.get();
}

/** What the page that asks gets of them. @param {chrome.runtime.MessageSender} sender @returns {Promise<PageSettings>} */
export async function settingsFor(sender) {
  return pageSettings(await known.get(), hostOf(sender));
}

/** Keeps up with what is stored, and tells all pages of changes. */
export function tellPages() {
  chrome.storage.onChanged.addListener(() => known.forget());
  watchSettings(async () => {
    for (const { id } of await chrome.tabs.query({})) {
      if (id === undefined) continue;
      send(id, { type: 'settings-changed' }).catch(() => {
        // There is no content script.
      });
    }
  });
}

/**
 * Turns the site of a page off or on.
 * @param {chrome.runtime.MessageSender} sender
 * @param {boolean} on
 * @returns {Promise<PageSettings>} as they are then
 */
export async function turnSite(sender, on) {
  const host = hostOf(sender);
  await changeSettings((settings) => switchSite(settings, host, on));
  return pageSettings(await readSettings(), host);
}

/** Has the browser keep what is stored from pages: a page that has broken into its process could read it there. Firefox does not do that. */
export function shutStorage() {
  for (const area of [chrome.storage.local, chrome.storage.sync]) {
    area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => {
      // The browser knows this only of the storage of a session.
    });
  }
}

/** A frame that the page fills itself has no address, but the page's origin. @param {chrome.runtime.MessageSender} sender */
function hostOf({ origin = 'null', url = '' }) {
  return new URL(origin === 'null' ? url : origin).hostname;
}
