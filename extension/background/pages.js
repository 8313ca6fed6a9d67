// The settings as pages get them. A page takes longer to read them from the browser's store than to receive them, and the background
// has them at hand. Each page gets how its own site stands; the browser says which site that is, not the page.

import { changeSettings, pageSettings, readSettings, switchSite, watchSettings } from '../settings/settings.js';
import { readHiddenTabs, watchHiddenTabs } from '../shared/hidden-tabs.js';
import { kept } from '../shared/kept.js';
import { send } from '../shared/tabs.js';

/** @import { PageSettings, Settings } from '../settings/settings.js' */

const known = kept(readSettings);
const hiddenTabs = kept(readHiddenTabs);

/** The settings as they are now. @returns {Promise<Settings>} */
export function currentSettings() {
  return known.get();
}

/** What the page that asks gets of them. @param {chrome.runtime.MessageSender} sender @returns {Promise<PageSettings>} */
export async function settingsFor(sender) {
  return settingsOfPage(await known.get(), sender);
}

/** @param {Settings} settings @param {chrome.runtime.MessageSender} sender @returns {Promise<PageSettings>} */
async function settingsOfPage(settings, sender) {
  const own = pageSettings(settings, hostOf(sender));
  const isHidden = sender.tab?.id !== undefined && (await hiddenTabs.get()).includes(sender.tab.id);
  return isHidden ? { ...own, layers: { quotes: false, reported: false, speakers: false, dates: false } } : own;
}

/** Keeps up with what is stored, and tells all pages of changes. */
export function tellPages() {
  chrome.storage.onChanged.addListener(() => {
    known.forget();
    hiddenTabs.forget();
  });
  watchSettings(async ({ watch }, before) => {
    const isOtherList = JSON.stringify(watch) !== JSON.stringify(before.watch);
    for (const { id } of await chrome.tabs.query({})) tellTab(id, isOtherList);
  });
  watchHiddenTabs((tabs) => tabs.forEach((tab) => tellTab(tab)));
}

/**
 * Has the pages of a tab ask for the settings again.
 * @param {number | undefined} tab
 * @param {boolean} [isOtherList] whether other things are watched than before
 */
function tellTab(tab, isOtherList = false) {
  if (tab === undefined) return;
  send(tab, { type: 'settings-changed', ...(isOtherList && { isOtherList }) }).catch(() => {
    // There is no content script.
  });
}

/**
 * Turns the site of a page off or on.
 * @param {chrome.runtime.MessageSender} sender
 * @param {boolean} on
 * @returns {Promise<PageSettings>} as they are then
 */
export async function turnSite(sender, on) {
  await changeSettings((settings) => switchSite(settings, hostOf(sender), on));
  return settingsOfPage(await readSettings(), sender);
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
