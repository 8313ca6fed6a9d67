// Brings scripts into the page when they are first needed. The background puts them into the world of the gate, so each is loaded
// once a page.

import { isOrphaned } from './orphaned.js';
import { Slice } from './slices.js';

/** @import { Settings } from '../settings/settings.js' */

/** How long to wait for each answer, in milliseconds: the browser may end the background before it has answered. */
const patience = [1_500, 3_000, 6_000];

/** Where the content script leaves that it is there. */
const scope = /** @type {{ verbatimContent?: true }} */ (globalThis);

/** @type {Set<() => void>} What waits for a script. */
const waiting = new Set();

/** Called by each script when it has come, which is sooner than the background's answer. */
export function arrived() {
  for (const resolve of waiting) resolve();
}

/** Whether the content script runs in the page. */
export function isContentThere() {
  return scope.verbatimContent ?? false;
}

/**
 * Loads the content script.
 * @param {(settings: Promise<{ settings: Settings } | null>) => void} asked called with what the background says of the settings, each time that it is asked
 */
export async function loadContent(asked) {
  await wakeInterfaces();
  await load('content', isContentThere, asked);
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
    if (await askFor('frames', milliseconds)) return true;
  }
  return false;
}

/**
 * Loads a script, unless it is there.
 * @template Script
 * @param {'content' | 'later'} script
 * @param {() => Script | undefined} loaded
 * @param {(answer: Promise<any>) => void} [asked]
 * @returns {Promise<Script | undefined>}
 */
export async function load(script, loaded, asked) {
  for (const milliseconds of patience) {
    if (loaded() || isOrphaned()) break;
    await askFor(script, milliseconds, asked);
  }
  return loaded();
}

/**
 * Asks the background for a script and waits until it has come, but not for ever.
 * @param {'content' | 'later' | 'frames'} script
 * @param {number} milliseconds
 * @param {(answer: Promise<any>) => void} [asked]
 * @returns {Promise<unknown>} its answer, if that came first
 */
function askFor(script, milliseconds, asked) {
  return new Promise((resolve) => {
    /** @param {unknown} [answer] */
    function done(answer) {
      clearTimeout(timer);
      waiting.delete(done);
      resolve(answer);
    }
    const timer = setTimeout(done, milliseconds);
    waiting.add(done);
    const answer = chrome.runtime.sendMessage({ type: 'load', script });
    asked?.(answer);
    // Where the background can say something of the settings the script is still on its way.
    answer.then((known) => known?.settings || done(known), () => {
      // The background was ended meanwhile: it is asked again.
    });
  });
}
