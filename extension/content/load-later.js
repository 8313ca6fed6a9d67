// Loads the code that is needed when the reader first asks for something.

import { kept } from '../shared/kept.js';
import { load } from './load.js';

/** @typedef {typeof import('./later.js')} Later */

/** Where it leaves what it exports. */
const scope = /** @type {{ verbatimLater?: Later }} */ (globalThis);

const later = kept(async () => {
  const loaded = await load('later', () => scope.verbatimLater);
  if (!loaded) throw new Error('the extension is gone');
  return loaded;
});

/** @returns {Promise<Later>} */
export function loadLater() {
  return later.get();
}
