// Lays the user's own colours over those of the manifest's style sheet, in the pages that are read. The browser inserts them on the
// extension's behalf: a style sheet of the page's own would be seen by the page.

import { styleSheet } from '../settings/looks.js';
import { parseSettings } from '../settings/settings.js';

/** @import { Settings } from '../settings/settings.js' */

/**
 * Gives a page the user's own colours, where there are any.
 * @param {chrome.scripting.InjectionTarget} target
 * @param {Settings['colours']} colours
 */
export async function dress(target, colours) {
  if (Object.values(colours).every((colour) => colour === null)) return;
  try {
    await chrome.scripting.insertCSS({ target, css: styleSheet(colours) });
  } catch {
    // The user has left the page meanwhile.
  }
}

/**
 * Changes the colours of a page.
 * @param {chrome.scripting.InjectionTarget} target
 * @param {{ colours: unknown, before: unknown }} message the colours to show, and those shown so far
 */
export async function redress(target, { colours, before }) {
  const css = (/** @type {unknown} */ colours) => styleSheet(parseSettings({ colours }).colours);
  try {
    await chrome.scripting.insertCSS({ target, css: css(colours) });
    await chrome.scripting.removeCSS({ target, css: css(before) });
  } catch {
    // The user has left the page meanwhile, or the browser no longer lets us into it: the marks keep the colours that they have.
  }
}
