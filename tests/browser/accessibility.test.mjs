// Nothing that axe-core knows of keeps people out of our pages, in either colour scheme.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, describe, test } from 'node:test';
import { browserNames, demoFolder } from './support/browsers.mjs';
import { prefer } from './support/controls.mjs';
import { pause, placeOf, waitForPainted } from './support/highlights.mjs';
import { goToExtensionPage, openExport, openPanel, tabOf, waitForPanel } from './support/panel.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** @import { Page } from 'puppeteer-core' */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What a reader may have in front of him in the panel. @type {Record<string, (panel: Page) => Promise<void>>} */
const panelViews = {
  'in order': async () => {},
  'by speaker': (panel) => panel.click('input[value=speaker]'),
  'dates': (panel) => panel.click('input[value=dates]'),
  'nothing found by the search': (panel) => panel.type('#search', 'no such words'),
  'export': openExport,
};

const article = /<article.*?<\/article>/s.exec(readFileSync(`${demoFolder}/index.html`, 'utf8'))?.[0] ?? '';
const news = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News</title></head><body><main>${article}</main></body></html>`;
const empty = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><main><p>Nothing.</p></main></html>';
const demo = folderAnswer(demoFolder);

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer((path) => (path === '/news' ? { body: news } : path === '/empty' ? { body: empty } : demo(path)));
    const launched = useBrowser(browserName);
    for (const scheme of /** @type {const} */ (['light', 'dark'])) describe(scheme, () => checkScheme(server, launched, scheme));
  });
}

/**
 * @param {{ address: string }} server
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {'light' | 'dark'} scheme
 */
function checkScheme(server, launched, scheme) {
  before(() => prefer(launched, 'layout.css.prefers-color-scheme.content-override', scheme === 'dark' ? 0 : 1));

  /** @param {{ width: number, height: number }} [size] */
  async function newPage(size = { width: 1100, height: 800 }) {
    const page = await launched.browser.newPage();
    await page.setViewport(size);
    if (launched.name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    return page;
  }

  /** @param {Page} page */
  async function check(page) {
    // Colours that are on their way to others are no colours to judge.
    await pause(400);
    assert.equal(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), scheme === 'dark');
    assert.deepEqual(await violations(page), []);
  }

  for (const [view, turnTo] of Object.entries(panelViews)) {
    test(`the panel: ${view}`, async () => {
      const page = await newPage();
      await page.goto(`${server.address}/news`);
      await waitForPainted(page);
      const panel = await openPanel(launched, page, { scheme });
      await waitForPanel(panel);
      await turnTo(panel);
      await check(panel);
      await panel.close();
      await page.close();
    });
  }

  test('the panel: a page that is no article', async () => {
    const page = await newPage();
    await page.goto(`${server.address}/empty`);
    const panel = await openPanel(launched, page, { scheme });
    await waitForPanel(panel, ({ state }) => state !== '');
    await check(panel);
    await panel.close();
    await page.close();
  });

  test('the popup', async () => {
    const page = await newPage();
    await page.goto(`${server.address}/news`);
    await waitForPainted(page);
    const popup = await newPage({ width: 380, height: 600 });
    await goToExtensionPage(launched, popup, 'ui/popup/popup.html');
    await goToExtensionPage(launched, popup, `ui/popup/popup.html?tab=${await tabOf(popup, page.url())}`);
    await check(popup);
    await popup.close();
    await page.close();
  });

  for (const path of ['ui/options/options.html', 'ui/welcome/welcome.html']) {
    test(path, async () => {
      const page = await newPage();
      await goToExtensionPage(launched, page, path);
      await check(page);
      await page.close();
    });
  }

  for (const layer of /** @type {const} */ (['quote', 'speaker', 'date'])) {
    test(`the demo page, with the card of a ${layer}`, async () => {
      const page = await newPage();
      // The card's shadow tree is closed, and so hidden from axe: here it is open.
      await page.evaluateOnNewDocument(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function attachOpen(options) {
          return attach.call(this, { ...options, mode: 'open' });
        };
      });
      await page.goto(server.address);
      await waitForPainted(page);
      const { x, y } = await placeOf(page, layer, 1);
      await page.mouse.move(x, y, { steps: 2 });
      await page.waitForFunction(() => document.querySelector('[data-verbatim-card]')?.shadowRoot?.querySelector(':popover-open'));
      await check(page);
      await page.close();
    });
  }
}

/** What axe finds, in a line for each of its rules. @param {Page} page @returns {Promise<string[]>} */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] });
    return violations.map((/** @type {{ id: string, nodes: { target: unknown[], failureSummary: string }[] }} */ { id, nodes: [first, ...more] }) => (
      `${id}: ${first?.target.join(' ')}${more.length > 0 ? ` and ${more.length} more` : ''}: ${first?.failureSummary.replaceAll(/\s+/g, ' ')}`));
  });
}
