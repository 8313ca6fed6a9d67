// The toolbar button: turns Verbatim off and on for the site, and shows how it stands.

/** @param {string} name */
function iconPaths(name) {
  return Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${name}-${size}.png`]));
}

/**
 * Turns Verbatim off or on for the tab's site. The page does it: it knows its own address, so that this extension needs no
 * permission to see the addresses of tabs.
 * @param {chrome.tabs.Tab} tab
 */
export async function toggle(tab) {
  await send(tab.id, { type: 'toggle' });
}

/**
 * Goes to the next or previous quotation of the tab's page.
 * @param {string} command
 * @param {chrome.tabs.Tab} [tab]
 */
export async function goTo(command, tab) {
  await send(tab?.id, { type: 'step', direction: command === 'previous' ? -1 : 1 });
}

/**
 * Shows how Verbatim stands in a tab.
 * @param {number} tabId
 * @param {{ off?: boolean, quotes?: number, failed?: boolean }} state
 */
export async function showState(tabId, { off, quotes, failed }) {
  const { action, i18n } = chrome;
  const title = i18n.getMessage(off ? 'actionOff' : failed ? 'actionFailed' : 'actionOn');
  try {
    await Promise.all([
      action.setIcon({ tabId, path: iconPaths(off ? 'verbatim-off' : 'verbatim') }),
      action.setTitle({ tabId, title }),
      action.setBadgeBackgroundColor({ tabId, color: failed ? '#a3261f' : '#4a4e5c' }),
      action.setBadgeText({ tabId, text: off ? i18n.getMessage('badgeOff') : failed ? '!' : quotes ? String(quotes) : '' }),
    ]);
  } catch {
    // The tab was closed meanwhile.
  }
}

/** @param {number | undefined} tabId @param {object} message */
async function send(tabId, message) {
  if (tabId === undefined) return;
  try {
    await chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
  } catch {
    // A page that Verbatim does not run in, such as the browser's own: there is nothing to turn off.
  }
}
