// The entries of the context menu. Firefox for Android has no such menu.

import { everySite } from '../settings/settings.js';
import { openPanel } from '../shared/open-panel.js';
import { tell } from '../shared/tabs.js';

/** Makes the entries: when the extension was installed or updated, for the browser keeps them. */
export function createMenus() {
  const { contextMenus, i18n } = chrome;
  if (!contextMenus) return;
  contextMenus.removeAll(() => {
    contextMenus.create({ id: 'ask', title: i18n.getMessage('menuAsk'), contexts: ['selection'], documentUrlPatterns: everySite });
    contextMenus.create({ id: 'panel', title: i18n.getMessage('menuPanel'), contexts: ['page'], documentUrlPatterns: everySite });
    contextMenus.create({ id: 'toggle', title: i18n.getMessage('menuToggle'), contexts: ['page'], documentUrlPatterns: everySite });
  });
}

/**
 * Does what was chosen.
 * @param {chrome.contextMenus.OnClickData} chosen
 * @param {chrome.tabs.Tab} [tab]
 */
export function choose({ menuItemId, frameId }, tab) {
  if (menuItemId === 'panel') openPanel(tab);
  if (menuItemId === 'ask') void tell(tab?.id, { type: 'ask' }, frameId);
  if (menuItemId === 'toggle') void tell(tab?.id, { type: 'toggle' });
}
