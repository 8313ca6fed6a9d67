// What the toolbar button shows on sites that are off, or wait. Pages that hold no article have no content script to tell it, and
// the gate does not know the settings; so on those sites, and only there, a small script has it shown.

import { everySite, readSettings, siteState } from '../settings/settings.js';
import { showState } from './toolbar.js';

/** @import { Settings } from '../settings/settings.js' */

const id = 'standing';

/** Has the script run on just those sites; called when the settings have changed, and after an update, which forgets it. */
export async function watchStanding() {
  const { scripting } = chrome;
  try {
    const script = { id, ...sitesOf(await readSettings()), js: ['content/standing.js'], runAt: /** @type {const} */ ('document_end') };
    const isThere = (await scripting.getRegisteredContentScripts({ ids: [id] })).length > 0;
    if (isThere) await scripting.unregisterContentScripts({ ids: [id] });
    if (script.matches.length > 0) await scripting.registerContentScripts([script]);
  } catch {
    // Two changes came at once, or the browser does not take one of the names: the button says less on those sites.
  }
}

/**
 * Shows how a page's site stands.
 * @param {chrome.runtime.MessageSender} sender
 */
export async function showStanding({ tab, url }) {
  if (tab?.id === undefined || !url) return;
  const state = siteState(await readSettings(), new URL(url).hostname);
  if (state !== 'on') await showState(tab.id, { off: state === 'off', waiting: state === 'waiting' });
}

/** The sites whose pages are not read at once. @param {Settings} settings */
function sitesOf({ on, mode, sitesOff, sitesOn }) {
  if (!on) return { matches: everySite };
  if (mode === 'always') return { matches: patternsOf(sitesOff) };
  return { matches: everySite, excludeMatches: patternsOf(sitesOn.filter((host) => !sitesOff.includes(host))) };
}

/** @param {string[]} hosts */
function patternsOf(hosts) {
  return hosts.map((host) => `*://${host}/*`);
}
