// The extension's own pages and its store, from a test.

import { clickSurely } from './clicks.mjs';
import { goToExtensionPage, tabOf } from './panel.mjs';
import { longest } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./browsers.mjs').Launched} Launched */

/**
 * Opens a page of the extension in a tab, and waits until it shows what it has to.
 * @param {Launched} launched
 * @param {'popup' | 'options' | 'welcome'} name
 * @param {Page} [about] the page that the popup is about
 */
export async function openScreen(launched, name, about) {
  const page = await launched.browser.newPage();
  clickSurely(page);
  // Keys go to the tab in front.
  await page.bringToFront();
  await goToExtensionPage(launched, page, `ui/${name}/${name}.html${about ? '?tab=-2' : ''}`);
  if (about) await goToExtensionPage(launched, page, `ui/${name}/${name}.html?tab=${await tabOf(page, about.url())}`);
  await page.waitForFunction(() => 'ready' in document.documentElement.dataset);
  return page;
}

/**
 * Leaves nothing of the test before: no settings, and no page but the first, which is one of the extension's.
 * @param {Launched} launched
 */
export async function startAfresh(launched) {
  const [first, ...others] = await launched.browser.pages();
  for (const page of others) await page.close();
  if (!first) throw new Error('no page is open');
  if (!await first.evaluate(() => location.href.includes('/ui/welcome/'))) await goToExtensionPage(launched, first, 'ui/welcome/welcome.html');
  await first.evaluate(() => chrome.storage.sync.clear());
}

/**
 * What is stored. The page is one of the extension's.
 * @param {Page} page
 * @returns {Promise<Record<string, any>>}
 */
export function readStore(page) {
  return page.evaluate(async () => (await chrome.storage.sync.get('settings')).settings ?? {});
}

/** @param {Page} page @param {unknown} settings */
export async function writeStore(page, settings) {
  await page.evaluate((settings) => chrome.storage.sync.set({ settings }), settings);
}

/**
 * Waits until a page comes to say yes.
 * @template Argument
 * @param {Page} page
 * @param {(argument: Argument) => unknown} question
 * @param {Argument} [argument]
 */
export async function until(page, question, argument) {
  await page.waitForFunction(question, { polling: 30, timeout: longest }, argument);
}

/**
 * The addresses of all tabs.
 * @param {Launched} launched
 * @returns {Promise<string[]>}
 */
export async function addressesOfTabs({ name, browser }) {
  if (name === 'chromium') return browser.targets().filter((target) => target.type() === 'page').map((target) => target.url());
  const { connection } = /** @type {any} */ (browser);
  const { result } = await connection.send('browsingContext.getTree', {});
  return result.contexts.map((/** @type {{ url: string }} */ { url }) => url);
}
