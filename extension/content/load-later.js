// Brings `later.js` into the page when something first needs it.

import { isOrphaned } from './ask.js';

/** @typedef {typeof import('./later.js')} Later */

/** How long to wait for each answer, in milliseconds: the browser may end the background before it has answered. */
const patience = [1_500, 3_000, 6_000];

/** @type {Promise<Later> | null} */
let loading = null;

/**
 * The code that is needed later. The background puts it into this script's world, so it is loaded once a page.
 * @returns {Promise<Later>}
 */
export function loadLater() {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function load() {
  for (const milliseconds of patience) {
    const loaded = loadedLater();
    if (loaded) return loaded;
    if (isOrphaned()) break;
    await Promise.race([
      chrome.runtime.sendMessage({ type: 'load-later' }).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, milliseconds)),
    ]);
  }
  const loaded = loadedLater();
  if (!loaded) throw new Error('the extension is gone');
  return loaded;
}

/** @returns {Later | undefined} */
function loadedLater() {
  return /** @type {{ verbatimLater?: Later }} */ (globalThis).verbatimLater;
}
