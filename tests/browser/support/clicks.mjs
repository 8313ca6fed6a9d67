// Clicks that come to the page.

import { TimeoutError } from 'puppeteer-core';
import { longest } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/** After how many milliseconds a click that did not come is lost. */
const lostAfter = 3_000;
/** How often a click is tried. */
const tries = 3;

/**
 * Has the clicks of a page wait until the element stands still, and repeats one of which no event comes to the page: on a busy machine
 * Firefox's driver seems to lose one now and then. A click that came to the page is never repeated.
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
  }, { capture: true });
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
