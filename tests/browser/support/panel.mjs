// The panel, opened as a page of its own beside the page that it is about.

import { pause } from './highlights.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./browsers.mjs').Launched} Launched */

/**
 * The address of a page of the extension.
 * @param {Launched} launched
 * @param {string} path
 */
export async function extensionAddress({ name, browser, extensionId }, path) {
  if (name === 'chromium') return `chrome-extension://${extensionId}/${path}`;
  const { connection } = /** @type {any} */ (browser);
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression: `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).getURL(${JSON.stringify(path)})`,
    target: { context: tree.contexts[0].context }, awaitPromise: false,
  });
  return result.result.value;
}

/**
 * Goes to a page of the extension.
 * @param {Launched} launched
 * @param {Page} page
 * @param {string} path
 */
export async function goToExtensionPage(launched, page, path) {
  const address = await extensionAddress(launched, path);
  if (launched.name === 'chromium') {
    await page.goto(address);
    return;
  }
  // Firefox shows it in another process, and does not tell when it has come there.
  const { connection } = /** @type {any} */ (launched.browser);
  await connection.send('browsingContext.navigate', { context: /** @type {any} */ (page.mainFrame())._id, url: address, wait: 'none' });
  const deadline = Date.now() + 8_000;
  while (!await page.evaluate((address) => location.href === address && document.readyState === 'complete', address).catch(() => false)) {
    if (Date.now() > deadline) throw new Error(`${address} did not open`);
    await pause(30);
  }
}

/**
 * Opens the panel about a page.
 * @param {Launched} launched
 * @param {Page} page
 * @param {{ width?: number, height?: number, scheme?: 'light' | 'dark' }} [options]
 */
export async function openPanel(launched, page, { width = 400, height = 800, scheme = 'light' } = {}) {
  const panel = await launched.browser.newPage();
  await panel.setViewport({ width, height });
  // Firefox takes it from its preferences.
  if (launched.name === 'chromium') await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await goToExtensionPage(launched, panel, 'ui/panel/panel.html?tab=-2');
  await goToExtensionPage(launched, panel, `ui/panel/panel.html?tab=${await tabOf(panel, page.url())}`);
  return panel;
}

/**
 * The browser's number of the tab that shows an address.
 * @param {Page} extensionPage
 * @param {string} address
 */
export async function tabOf(extensionPage, address) {
  const tab = await extensionPage.evaluate(async (address) => (await chrome.tabs.query({})).find(({ url }) => url === address)?.id, address);
  if (tab === undefined) throw new Error(`no tab shows ${address}`);
  return tab;
}

/**
 * What the panel shows.
 * @param {Page} panel
 */
export function readPanel(panel) {
  return panel.evaluate(() => {
    const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent?.trim() ?? '';
    const isShown = (/** @type {Element} */ element) => !element.closest('[hidden]');
    return {
      title: text('#title'),
      source: text('#source'),
      status: text('#status'),
      state: document.querySelector('#state:not([hidden]) h2')?.textContent ?? '',
      statements: [...document.querySelectorAll('[data-statement] .entry')].filter(isShown).map((entry) => entry.textContent ?? ''),
      headings: [...document.querySelectorAll('#list h3')].map((heading) => heading.textContent ?? ''),
      dates: [...document.querySelectorAll('[data-date]')].map((entry) => entry.querySelector('.expression')?.textContent ?? ''),
      current: document.querySelector('[aria-current]')?.textContent ?? '',
      told: text('#told'),
    };
  });
}

/**
 * Waits until the panel shows what is expected.
 * @param {Page} panel
 * @param {(shown: Awaited<ReturnType<typeof readPanel>>) => boolean} expected
 */
export async function waitForPanel(panel, expected = ({ statements }) => statements.length > 0) {
  const deadline = Date.now() + 8_000;
  for (;;) {
    const shown = await readPanel(panel);
    if (expected(shown)) return shown;
    if (Date.now() > deadline) throw new Error(`the panel shows ${JSON.stringify(shown)}`);
    await pause(30);
  }
}
