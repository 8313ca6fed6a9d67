// Clicks that come to the page.

import { TimeoutError } from 'puppeteer-core';
import { longest } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** After how many milliseconds a click that did not come is lost. */
const lostAfter = 3_000;
/** How often a click is tried. */
const tries = 3;

/**
 * Has the clicks of a page wait until the element stands still, and repeats one of which no event comes to the element: on a busy
 * machine the page may still move under the pointer, and Firefox's driver seems to lose a click now and then. A click that came to the
 * element is never repeated.
 * @param {Page} page
 */
export function clickSurely(page) {
  page.click = async (selector) => {
    for (let attempt = 1; ; attempt += 1) {
      await page.evaluate(listen, selector);
      await page.locator(selector).setTimeout(longest).click();
      if (attempt === tries || await hasCome(page)) return;
    }
  };
}

/** What is noted in the page. @typedef {{ awaitedClick?: string, clickHasCome?: boolean }} Notes */

/** In the page: notes that a click comes to an element that is selected. @param {string} selector */
function listen(selector) {
  const notes = /** @type {Notes} */ (globalThis);
  notes.awaitedClick = selector;
  notes.clickHasCome = false;
  addEventListener('click', (event) => {
    const isAwaited = event.isTrusted && notes.awaitedClick === selector;
    notes.clickHasCome ||= isAwaited && event.composedPath().some((node) => node instanceof Element && node.matches(selector));
  }, { capture: true });
}

/** @param {Page} page */
async function hasCome(page) {
  try {
    await page.waitForFunction(() => /** @type {Notes} */ (globalThis).clickHasCome, { polling: 30, timeout: lostAfter });
    return true;
  } catch (error) {
    // A page that the click has closed or led away does not answer either.
    return !(error instanceof TimeoutError);
  }
}
