// How the user has it for this site.

import { changeSettings, readSettings, siteState, switchSite, watchSettings } from '../settings/settings.js';

/** @import { SiteState } from '../settings/settings.js' */

export const host = location.hostname;

/** @returns {Promise<SiteState>} */
export async function stateOfSite() {
  return siteState(await readSettings(), host);
}

/** @param {boolean} on */
export async function setSite(on) {
  await changeSettings((settings) => switchSite(settings, host, on));
}

/**
 * Calls `changed` whenever the settings change, in this tab or elsewhere.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function watchSite(changed, signal) {
  watchSettings(changed, signal);
}
