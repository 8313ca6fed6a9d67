// Loads the code that is needed when the reader first asks for something.

import { kept } from '../shared/kept.js';
import { load } from './load.js';
import { left } from './scope.js';

/** @typedef {typeof import('./later.js')} Later */

const later = kept(async () => {
  const loaded = await load('later', () => left('verbatimLater'));
  if (!loaded) throw new Error('the extension is gone');
  return loaded;
});

/** @returns {Promise<Later>} */
export function loadLater() {
  return later.get();
}
