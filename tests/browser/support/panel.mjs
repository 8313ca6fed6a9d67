// The panel, opened as a page of its own beside the page that it is about.

import { clickSurely } from './clicks.mjs';
import { inFirefoxItself } from './controls.mjs';
import { eventually, longest } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('./browsers.mjs').Launched} Launched */
/** @typedef {{ evaluate: <Answer>(question: () => Answer) => Promise<Awaited<Answer>> }} Evaluator something that answers questions about a document */

/**
 * The address of a page of the extension.
 * @param {Launched} launched
 * @param {string} path
 */
export async function extensionAddress({ name, browser, extensionId }, path) {
  if (name === 'chromium') return `chrome-extension://${extensionId}/${path}`;
  return inFirefoxItself(browser, `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).getURL(${JSON.stringify(path)})`);
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
  const isOpen = () => page.evaluate((address) => location.href === address && document.readyState === 'complete', address).catch(() => false);
  await eventually(isOpen, Boolean, () => `${address} did not open`);
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
  clickSurely(panel);
  await goToExtensionPage(launched, panel, 'ui/panel/panel.html?tab=-2');
  await goToExtensionPage(launched, panel, `ui/panel/panel.html?tab=${await tabOf(panel, page.url())}`);
  return panel;
}

/**
 * Opens the panel's formats by a click.
 * @param {Page} panel
 */
export async function openExport(panel) {
  await panel.bringToFront();
  await panel.click('#export-button');
  await panel.waitForSelector('#export:popover-open [data-format]', { timeout: longest });
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
 * The panel where the browser shows it beside the page: Chromium's side panel, Firefox's sidebar. It must be open.
 * @param {Launched} launched
 * @returns {Promise<Evaluator>}
 */
export async function sidePanel({ name, browser }) {
  if (name === 'chromium') {
    const target = await browser.waitForTarget((target) => target.url().endsWith('/ui/panel/panel.html'), { timeout: longest });
    return await target.asPage();
  }
  // The driver of Firefox does not reach into the sidebar, but the window around it does.
  return {
    evaluate: async (question) => JSON.parse(await inFirefoxItself(browser, `new Promise(async (resolve) => {
      const find = () => document.getElementById('sidebar').contentDocument?.getElementById('webext-panels-browser');
      for (let wait = 0; wait < ${longest / 50} && !find()?.currentURI?.spec.includes('/ui/panel/'); wait += 1) await new Promise((later) => setTimeout(later, 50));
      const { messageManager } = find();
      const listener = ({ data }) => {
        messageManager.removeMessageListener('verbatim-answer', listener);
        resolve(data);
      };
      messageManager.addMessageListener('verbatim-answer', listener);
      const script = ${JSON.stringify(`{ const { document } = content; sendAsyncMessage('verbatim-answer', JSON.stringify((${question})() ?? null)); }`)};
      messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    })`)),
  };
}

/**
 * What the panel shows.
 * @param {Evaluator} panel
 */
export function readPanel(panel) {
  return panel.evaluate(() => {
    const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent?.trim() ?? '';
    const isShown = (/** @type {Element} */ element) => !element.closest('[hidden]');
    return {
      title: text('#title'),
      source: text('#source'),
      status: text('#status'),
      state: document.querySelector('#state:not([hidden])') ? text('#title') : '',
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
 * @param {Evaluator} panel
 * @param {(shown: Awaited<ReturnType<typeof readPanel>>) => boolean} expected
 */
export function waitForPanel(panel, expected = ({ statements }) => statements.length > 0) {
  return eventually(() => readPanel(panel), expected, (shown) => `the panel shows ${JSON.stringify(shown)}`);
}
