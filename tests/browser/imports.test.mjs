// The content script is imported from the extension: no page finds out about the extension by that, and where the import is refused
// the background puts the script there.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { browserNames, extensionFolder, launch, openPage } from './support/browsers.mjs';
import { pause, placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { useServer } from './support/suite.mjs';

/** Long enough for anything that is going to be told to have been told. */
const settled = 400;
const article = `<article><h1>Ferry to stay</h1><p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p>“It is our road,” said Ilse Marrow, who runs the school.</p></article>`;

/** Notes whatever a page can hear of what is loaded in it; its service worker is told of all that the page itself loads. */
const spy = `
  window.heard = [];
  new PerformanceObserver((list) => heard.push(...list.getEntries().map(({ name }) => name))).observe({ type: 'resource', buffered: true });
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => heard.push(blockedURI));
  navigator.serviceWorker.addEventListener('message', ({ data }) => heard.push(data));
  window.isWatched = navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready);`;
const worker = `
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', ({ request }) => clients.matchAll().then((pages) => pages.forEach((page) => page.postMessage(request.url))));`;
const policy = "default-src 'none'; script-src 'nonce-spy'; worker-src 'self'; connect-src 'self'";

/** @type {Map<string, { body: string, type?: string, policy?: string }>} */
const pages = new Map(Object.entries({
  '/spying': { body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><script nonce="spy">${spy}</script></head><body>${article}</body></html>`, policy },
  '/worker.js': { body: worker, type: 'text/javascript' },
  '/known': { body: '' },
  '/article': { body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,"></head><body>${article}</body></html>` },
}));

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(pages);

    /**
     * Does something with an extension of which something is changed.
     * @param {string} path which of its files
     * @param {(text: string) => string} change
     * @param {(launched: import('./support/browsers.mjs').Launched) => Promise<void>} action
     */
    async function withChanged(path, change, action) {
      const folder = mkdtempSync(join(tmpdir(), 'verbatim-extension-'));
      cpSync(extensionFolder, folder, { recursive: true });
      const text = readFileSync(join(folder, path), 'utf8');
      assert.notEqual(change(text), text);
      writeFileSync(join(folder, path), change(text));
      const launched = await launch(browserName, { folder });
      try {
        await action(launched);
      } finally {
        await launched.browser.close();
        rmSync(folder, { recursive: true });
      }
    }

    /** @param {import('./support/browsers.mjs').Launched} launched */
    async function readAndCallForCard(launched) {
      const { page } = await openPage(launched);
      await page.bringToFront();
      await page.goto(`${server.address}/article`);
      await waitForPainted(page, (texts) => texts.length === 2);
      const { x, y } = await placeOf(page, 'quote', 0);
      await page.mouse.move(x, y);
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await page.close();
    }

    /** Has the background put nothing into pages. @param {string} text */
    const withoutBackground = (text) => text.replaceAll('/content/${script}.js', '/nothing/${script}.js');

    test('a page hears nothing of the import, by its own means or by its service worker', () => withChanged('background/main.js', withoutBackground, async (launched) => {
      await readAndCallForCard(launched);
      const { browser, extensionId } = launched;
      const page = await browser.newPage();
      await page.goto(`${server.address}/spying`);
      await page.evaluate(() => /** @type {any} */ (globalThis).isWatched);
      await page.reload();
      await waitForPainted(page, (texts) => texts.length === 2);
      await page.evaluate(() => fetch('/known'));
      await pause(settled);
      const heard = await page.evaluate(() => /** @type {any} */ (globalThis).heard);
      // It does hear what it loads itself.
      assert.equal(heard.filter((/** @type {string} */ address) => address.endsWith('/known')).length, 2, heard.join());
      assert.deepEqual(heard.filter((/** @type {string} */ address) => !/^http:.*(?:known|favicon\.ico)$/.test(address)), []);
      // In Firefox each installation has a name of its own, which no page knows.
      if (browserName !== 'chromium') return;
      await page.goto(`${server.address}/article`);
      assert.deepEqual(await loadable(page, String(extensionId)), []);
    }));

    test('where the import is refused the background puts the scripts there', () => withChanged('manifest.json', withoutResources, readAndCallForCard));
  });
}

/** Lets no page import anything. @param {string} manifest */
function withoutResources(manifest) {
  return JSON.stringify({ ...JSON.parse(manifest), web_accessible_resources: undefined });
}

/**
 * Which of the extension's files a page can load by the extension's public name.
 * @param {import('puppeteer-core').Page} page
 * @param {string} id
 */
async function loadable(page, id) {
  const paths = ['content/content.js', 'content/later.js', 'content/gate.js', 'manifest.json'];
  return page.evaluate(async (id, paths) => {
    const loaded = await Promise.all(paths.map((path) => fetch(`chrome-extension://${id}/${path}`).then(() => true, () => false)));
    return paths.filter((_, index) => loaded[index]);
  }, id, paths);
}
