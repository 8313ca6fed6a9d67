// Every screen that a reader sees, and how to get there in a real browser with the real extension.

import { pause, waitForCard, waitForPainted } from '../../tests/browser/support/highlights.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { Page } from 'puppeteer-core' */

/** @typedef {'light' | 'dark'} Scheme */
/** @typedef {{ launched: Launched, address: string, scheme: Scheme }} Setting */
/** @typedef {{ width: number, height: number }} Size */

/** Long enough for transitions to end. */
const settled = 400;

/** Each screen by its name. @type {Record<string, (setting: Setting) => Promise<Uint8Array>>} */
export const screens = {
  page: (setting) => onNews(setting, { width: 1100, height: 760 }, shoot),
  card: (setting) => onNews(setting, { width: 1100, height: 760 }, async (page) => {
    await showCard(page, setting.launched, 'quote', 'Nobody asked us');
    return shoot(page);
  }),
  demo: (setting) => onDemo(setting, { width: 1240, height: 800 }, async (page) => {
    await showCard(page, setting.launched, 'quote', 'pretend');
    return shoot(page);
  }),
};

/**
 * @param {Setting} setting
 * @param {Size} size
 * @param {(page: Page) => Promise<Uint8Array>} take
 */
export async function onNews({ launched, address, scheme }, size, take) {
  const page = await open(launched, address, size, scheme);
  await waitForPainted(page);
  return take(page).finally(() => page.close());
}

/** @type {typeof onNews} */
async function onDemo({ launched, address, scheme }, size, take) {
  const page = await open(launched, `${address}/demo/`, size, scheme);
  await waitForPainted(page);
  return take(page).finally(() => page.close());
}

/**
 * @param {Launched} launched
 * @param {string} address
 * @param {Size} size
 * @param {Scheme} scheme
 */
export async function open(launched, address, size, scheme) {
  const page = await launched.browser.newPage();
  await page.setViewport(size);
  // Firefox is told by a preference, for all pages.
  if (launched.name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(address);
  return page;
}

/** @param {Page} page */
export async function shoot(page) {
  await pause(settled);
  return page.screenshot();
}

/**
 * Rests the pointer on marked words, in the part of the page that is in the window.
 * @param {Page} page
 * @param {Launched} launched
 * @param {'quote' | 'speaker' | 'date'} layer
 * @param {string} words
 */
export async function showCard(page, { name }, layer, words) {
  const place = await page.evaluate((layer, words) => {
    const ranges = [...CSS.highlights].filter(([name]) => name.startsWith(`verbatim-${layer}`)).flatMap(([, highlight]) => [...highlight]);
    const boxes = ranges.map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live;
    }).filter((range) => range.toString().includes(words)).flatMap((range) => [...range.getClientRects()]);
    const box = boxes.find(({ width }) => width > 0);
    return box && { x: box.left + Math.min(60, box.width / 2), y: box.top + box.height / 2 };
  }, layer, words);
  if (!place) throw new Error(`“${words}” is not marked`);
  await page.mouse.move(place.x, place.y, { steps: 2 });
  await waitForCard(page, name);
}
