// The toolbar button: shows how Verbatim stands in each tab.

import { readSettings } from '../settings/settings.js';

/** @import { ButtonState } from '../../types/protocol.js' */

/** @param {string} name */
function iconPaths(name) {
  return Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${name}-${size}.png`]));
}

/**
 * Shows how Verbatim stands in a tab.
 * @param {number} tabId
 * @param {ButtonState} state
 */
export async function showState(tabId, { off, waiting, quotes, failed }) {
  const { action, i18n } = chrome;
  const title = i18n.getMessage(off ? 'actionOff' : waiting ? 'actionWaiting' : failed ? 'actionFailed' : 'actionOn');
  const { badge } = await readSettings();
  const count = badge && quotes ? String(quotes) : '';
  try {
    await Promise.all([
      action.setIcon({ tabId, path: iconPaths(off || waiting ? 'verbatim-off' : 'verbatim') }),
      action.setTitle({ tabId, title }),
      action.setBadgeBackgroundColor({ tabId, color: failed ? '#a3261f' : '#4a4e5c' }),
      action.setBadgeText({ tabId, text: off ? i18n.getMessage('badgeOff') : failed ? '!' : count }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
