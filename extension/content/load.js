// Brings scripts into the page when they are first needed. The gate imports them, since the browser reads a module beside the page's own
// thread, where it would else take longer than all else that a reading needs. Where that fails the background puts the same script
// there: an older Chromium refuses the import, and one with the page's own rules may. Either way it comes into the world of the
// gate, and once a page.

import { isOrphaned } from './orphaned.js';
import { send } from './send.js';
import { Slice } from './slices.js';

/** @import { Settings } from '../settings/settings.js' */

/** How long to wait for an import, in milliseconds. */
const longestImport = 1_500;
/** How long to wait for each answer, in milliseconds: the browser may end the background before it has answered. */
const patience = [1_500, 3_000, 6_000];

/** Where the content script leaves that it is there. */
const scope = /** @type {{ verbatimContent?: true }} */ (globalThis);

/** Whether the content script runs in the page. */
export function isContentThere() {
  return scope.verbatimContent ?? false;
}

/**
 * Loads the content script, and has the background make ready for it.
 * @param {(settings: Promise<{ settings: Settings } | null>) => void} asked called with what the background says of the settings
 */
export async function loadContent(asked) {
  await wakeInterfaces();
  // The background may be ended meanwhile: the content script then asks once more.
  asked(send({ type: 'begin' }).catch(() => null));
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
 * Brings the gate into the frames that the page fills itself.
 * @returns {Promise<boolean>} whether it is there
 */
export async function loadIntoFrames() {
  for (const milliseconds of patience) {
    if (isOrphaned()) return false;
    if (await inTime(() => askFor('frames'), milliseconds)) return true;
  }
  return false;
}

/**
 * Loads a script, unless it is there.
 * @template Script
 * @param {'content' | 'later'} script
 * @param {() => Script | undefined} loaded
 * @returns {Promise<Script | undefined>}
 */
export async function load(script, loaded) {
  if (!loaded()) await inTime(() => importScript(script), longestImport);
  for (const milliseconds of patience) {
    if (loaded() || isOrphaned()) break;
    await inTime(() => askFor(script), milliseconds);
  }
  return loaded();
}

/** @param {'content' | 'later'} script @returns {Promise<unknown>} */
async function importScript(script) {
  try {
    return await import(chrome.runtime.getURL(`content/${script}.js`));
  } catch {
    return null;
  }
}

/** Asks the background for a script. @param {'content' | 'later' | 'frames'} script */
function askFor(script) {
  return send({ type: 'load', script });
}

/**
 * Waits for an attempt, but not for ever.
 * @template Outcome
 * @param {() => Promise<Outcome>} attempt
 * @param {number} milliseconds
 * @returns {Promise<Outcome | null>} what it came to in time
 */
function inTime(attempt, milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), milliseconds);
    attempt().then((outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    }, () => {
      // The background was ended meanwhile: it is asked again.
    });
  });
}
