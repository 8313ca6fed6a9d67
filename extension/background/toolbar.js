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
export async function showState(tabId, { off, waiting, quotes, watched, failed }) {
  const { action, i18n } = chrome;
  const isWatched = !off && !waiting && !failed && watched;
  const title = isWatched ? i18n.getMessage('actionWatched', [String(watched), String(quotes ?? 0)])
    : i18n.getMessage(off ? 'actionOff' : waiting ? 'actionWaiting' : failed ? 'actionFailed' : 'actionOn');
  const { badge } = await readSettings();
  const count = !badge ? '' : isWatched ? i18n.getMessage('badgeWatched', String(watched)) : quotes ? String(quotes) : '';
  try {
    await Promise.all([
      action.setIcon({ tabId, path: iconPaths(off || waiting ? 'verbatim-off' : 'verbatim') }),
      action.setTitle({ tabId, title }),
      action.setBadgeBackgroundColor({ tabId, color: failed ? '#a3261f' : isWatched ? '#7a3d00' : '#4a4e5c' }),
      action.setBadgeText({ tabId, text: off ? i18n.getMessage('badgeOff') : failed ? '!' : count }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}
