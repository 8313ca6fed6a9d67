// Brings scripts into the page when they are first needed. They are imported, since the browser reads a module beside the page's own
// thread. Where it refuses that, the background puts the same script there. Either way it comes into the world of the gate, and once a
// page.

import { askToBegin, askToLoad } from './ask.js';
import { left } from './scope.js';
import { Slice } from '../shared/slices.js';

/** @import { Script } from '../../types/protocol.js' */
/** @import { PageSettings } from '../settings/settings.js' */

/** Whether the content script runs in the page. */
export function isContentThere() {
  return left('verbatimContent') ?? false;
}

/**
 * Loads the content script, and has the background make ready for it.
 * @param {(settings: Promise<PageSettings>) => void} asked called with what the background says of the settings
 */
export async function loadContent(asked) {
  await wakeInterfaces();
  const settings = askToBegin();
  settings.catch(() => {
    // Told to the content script, if that comes.
  });
  asked(settings);
  await load('content', isContentThere);
}

/**
 * Firefox makes the extension's interfaces ready when they are first touched: all names, then what one of them holds, then each of
 * that. In one go, and with the look at the page before, it takes too long.
 */
async function wakeInterfaces() {
  const slice = new Slice();
  for (const touch of [() => chrome, () => chrome.runtime]) {
    touch();
    await slice.next();
  }
}

/**
 * Loads a script, unless it is there.
 * @template Loaded
 * @param {Script} script
 * @param {() => Loaded | undefined} loaded
 * @returns {Promise<Loaded | undefined>}
 */
export async function load(script, loaded) {
  for (const bring of [importScript, askToLoad]) {
    if (!loaded()) await bring(script).catch(() => null);
  }
  return loaded();
}

/** @param {Script} script */
async function importScript(script) {
  await import(chrome.runtime.getURL(`content/${script}.js`));
}
