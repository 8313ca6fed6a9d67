// Clicks that come to the page.

import { TimeoutError } from 'puppeteer-core';
import { longest } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** After how many milliseconds a click that did not come is lost. */
const lostAfter = 3_000;
/** How often a click is tried. */
const tries = 3;

/**
 * Has the clicks of a page wait until the element stands still, and repeats one that the driver loses: on a busy machine that of Firefox
 * loses one in some hundreds, and the page gets no event at all. A click that came to the page is never repeated.
 * @param {Page} page
 */
export function clickSurely(page) {
  page.click = async (selector) => {
    for (let attempt = 1; ; attempt += 1) {
      await page.evaluate(listen);
      await page.locator(selector).setTimeout(longest).click();
      if (attempt === tries || await hasCome(page)) return;
    }
  };
}

/** In the page: notes that a click comes. */
function listen() {
  const here = /** @type {{ clickHasCome?: boolean }} */ (globalThis);
  here.clickHasCome = false;
  addEventListener('click', ({ isTrusted }) => {
    here.clickHasCome ||= isTrusted;
  }, { capture: true, once: true });
}

/** @param {Page} page */
async function hasCome(page) {
  try {
    await page.waitForFunction(() => /** @type {{ clickHasCome?: boolean }} */ (globalThis).clickHasCome, { polling: 30, timeout: lostAfter });
    return true;
  } catch (error) {
    // A page that the click has closed or led away does not answer either.
    return !(error instanceof TimeoutError);
  }
}
