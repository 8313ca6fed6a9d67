// Loads the code that is needed when the reader first asks for something.

import { load } from './load.js';

/** @typedef {typeof import('./later.js')} Later */

/** Where it leaves what it exports. */
const scope = /** @type {{ verbatimLater?: Later }} */ (globalThis);

/** @type {Promise<Later> | null} */
let loading = null;

/** @returns {Promise<Later>} */
export function loadLater() {
  loading ??= load('later', () => scope.verbatimLater).then((later) => {
    if (later) return later;
    loading = null;
    throw new Error('the extension is gone');
  });
  return loading;
}
