// All screens of the extension, and how to reach them in a real browser.

import { pause, waitForCard, waitForPainted } from '../../tests/browser/support/highlights.mjs';
import { goToExtensionPage, openPanel, tabOf, waitForPanel } from '../../tests/browser/support/panel.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { Page } from 'puppeteer-core' */

/** @typedef {'light' | 'dark'} Scheme */
/** @typedef {{ launched: Launched, address: string, scheme: Scheme }} Setting */
/** @typedef {{ width: number, height: number }} Size */

/** Long enough for transitions to end. */
const settled = 400;

/** The screens by name. @type {Record<string, (setting: Setting) => Promise<Uint8Array>>} */
export const screens = {
  page: (setting) => onNews(setting, { width: 1100, height: 760 }, shoot),
  card: (setting) => onNews(setting, { width: 1100, height: 760 }, async (page) => {
    await showCard(page, setting.launched, 'quote', 'Nobody asked us');
    return shoot(page);
  }),
  popup: (setting) => onNews(setting, { width: 1100, height: 760 }, (page) => popupOf(page, setting)),
  panel: (setting) => onNews(setting, { width: 1100, height: 760 }, (page) => panelOf(page, setting, 800)),
  'panel-by-speaker': (setting) => onNews(setting, { width: 1100, height: 760 }, (page) => panelOf(page, setting, 800, async (panel) => {
    await panel.click('input[value=speaker]');
    // The panel scrolls to the words that are visible in the page, which may take a while.
    await atRest(panel);
    await panel.evaluate(() => window.scrollTo({ top: 0, behavior: 'instant' }));
  })),
  'panel-dates': (setting) => onNews(setting, { width: 1100, height: 760 }, (page) => panelOf(page, setting, 800, (panel) => panel.click('input[value=dates]'))),
  'panel-export': (setting) => onNews(setting, { width: 1100, height: 760 }, (page) => panelOf(page, setting, 800, (panel) => panel.click('#export-button'))),
  options: (setting) => ownPage(setting, 'ui/options/options.html', { width: 900, height: 800 }),
  welcome: (setting) => ownPage(setting, 'ui/welcome/welcome.html', { width: 900, height: 800 }),
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
 * The panel of a page, in the size that it has beside the page.
 * @param {Page} page
 * @param {Setting} setting
 * @param {number} height
 * @param {(panel: Page) => Promise<unknown>} [turnTo]
 */
export async function panelOf(page, { launched, scheme }, height, turnTo = async () => {}) {
  const panel = await openPanel(launched, page, { width: 400, height, scheme });
  await waitForPanel(panel);
  await turnTo(panel);
  return shoot(panel).finally(() => panel.close());
}

/** Waits until a page does not scroll any more. @param {Page} page */
async function atRest(page) {
  const place = () => page.evaluate(() => window.scrollY);
  for (let before = -1, now = await place(); now !== before;) {
    before = now;
    await pause(2 * settled);
    now = await place();
  }
}

/** The popup of a page, in its own size. @param {Page} page @param {Setting} setting */
export async function popupOf(page, { launched, scheme }) {
  const popup = await open(launched, 'about:blank', { width: 360, height: 600 }, scheme);
  await goToExtensionPage(launched, popup, 'ui/popup/popup.html');
  await goToExtensionPage(launched, popup, `ui/popup/popup.html?tab=${await tabOf(popup, page.url())}`);
  await pause(settled);
  const size = await popup.evaluate(() => ({ width: document.body.offsetWidth, height: document.body.offsetHeight }));
  await popup.setViewport(size);
  return shoot(popup).finally(() => popup.close());
}

/** A page of the extension in full height. @param {Setting} setting @param {string} path @param {Size} size */
async function ownPage({ launched, scheme }, path, size) {
  const page = await open(launched, 'about:blank', size, scheme);
  await goToExtensionPage(launched, page, path);
  await pause(settled);
  await page.setViewport({ ...size, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  return shoot(page).finally(() => page.close());
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
  // In Firefox, a preference sets the colour scheme of all pages.
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
 * Moves the pointer to marked words that are visible in the window.
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
