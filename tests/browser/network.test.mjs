// No request leaves the extension: the whole network of both browsers is watched through a whole session.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { browserNames, extensionFolder, launch } from './support/browsers.mjs';
import { endBackground, pressKeys } from './support/controls.mjs';
import { placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { goToExtensionPage, openPanel, tabOf, waitForPanel } from './support/panel.mjs';
import { throughProxy } from './support/proxy.mjs';
import { watchExtension, watchingProxy } from './support/watch.mjs';
import { eventually, longest, pause } from './support/waiting.mjs';

const host = 'news.example';

const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry to stay</title><link rel="icon" href="data:,">
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article>
<h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p>
<p>“It is our road,” said Ilse Marrow, who runs the school. Her pupils take it on every <a href="/other">Monday</a>.</p></article></main></body></html>`;

const pages = new Map([
  ['/story', story],
  ['/other', story.replaceAll('ferry', 'ship')],
  ['/german', '<!doctype html><html lang="de"><meta charset="utf-8"><link rel="icon" href="data:,"><article><h1>Die Fähre bleibt</h1><p>„Wir gehen hier nicht weg“, sagte Bürgermeister Teodor Vask am Donnerstag.</p></article>'],
]);

for (const browserName of browserNames) {
  describe(browserName, () => {
    const downloads = mkdtempSync(join(tmpdir(), 'verbatim-downloads-'));
    /** @type {Awaited<ReturnType<typeof watchingProxy>>} */
    let proxy;
    /** @type {import('./support/browsers.mjs').Launched} */
    let launched;
    /** @type {string[]} */
    let askedByExtension = [];
    /** What the session itself asked for. @type {string[]} */
    const visited = [];

    before(async () => {
      proxy = await watchingProxy(host, (path) => pages.get(path) ?? null);
      const { flags, preferences } = throughProxy(browserName, proxy.port);
      const saving = { 'browser.download.folderList': 2, 'browser.download.dir': downloads, 'browser.download.useDownloadDir': true };
      launched = await launch(browserName, { extension: false, flags, preferences: { ...preferences, ...saving } });
      const { browser } = launched;
      if (browserName === 'chromium') {
        const session = await browser.target().createCDPSession();
        await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
      }
      if (browserName === 'chromium') askedByExtension = watchExtension(browser);
      launched = { ...launched, extensionId: await browser.installExtension(extensionFolder) };
    });
    after(async () => {
      await launched?.browser.close();
      await proxy?.close();
      rmSync(downloads, { recursive: true, force: true });
    });

    /** @param {string} path */
    async function visit(path) {
      const page = await launched.browser.newPage();
      const address = `http://${host}${path}`;
      visited.push(address);
      await page.goto(address);
      return page;
    }

    // Without it, the tests below might see nothing because they look at nothing.
    test('what the background asks for is seen', { skip: browserName !== 'chromium' && 'only Chromium’s debugger is asked' }, async () => {
      const page = await visit('/story');
      await waitForPainted(page);
      const background = await launched.browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(String(launched.extensionId)), { timeout: longest });
      await (await background.worker())?.evaluate(() => fetch(chrome.runtime.getURL('manifest.json')).then(({ status }) => status));
      await eventually(() => askedByExtension, (asked) => asked.some((address) => address.endsWith('/manifest.json')));
      await page.close();
    });

    test('reading, pointing and going from quotation to quotation', async () => {
      const page = await visit('/story');
      await waitForPainted(page);
      for (const layer of /** @type {const} */ (['quote', 'speaker', 'date'])) {
        const { x, y } = await placeOf(page, layer, 0);
        await page.mouse.move(x, y, { steps: 2 });
        await waitForCard(page, browserName);
        await page.mouse.move(5, 600, { steps: 2 });
        await waitForCard(page, browserName, ({ title }) => title === '');
      }
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await pressKeys(launched, page, 'toggle');
      await waitForPainted(page, (texts) => texts.length === 0);
      await pressKeys(launched, page, 'toggle');
      await waitForPainted(page);
      await page.evaluate(() => document.querySelector('p')?.after(document.createElement('p'), '“There is more,” Vask said.'));
      await waitForPainted(page, (texts) => texts.length === 3);
      await (await visit('/german')).close();
      await page.close();
    });

    test('the panel, all it shows and all it gives', async () => {
      const page = await visit('/other');
      await waitForPainted(page);
      const panel = await openPanel(launched, page);
      await waitForPanel(panel);
      await useEverything(panel);
      await panel.close();
      await page.close();
    });

    for (const path of ['ui/popup/popup.html', 'ui/options/options.html', 'ui/welcome/welcome.html']) {
      test(`${path}, everything pressed`, async () => {
        const page = await launched.browser.newPage();
        await goToExtensionPage(launched, page, path);
        await pause(300);
        await useEverything(page);
        if (!page.isClosed()) await page.close();
      });
    }

    test('through all of it nothing was asked for but the pages that were visited', async () => {
      await endBackground(launched);
      const page = await visit('/story');
      await pause(1_000);
      assert.deepEqual(proxy.asked.toSorted(), visited.toSorted());
      assert.deepEqual(askedByExtension.filter((address) => !/^(?:chrome-extension|data|blob):/.test(address)), []);
      await page.close();
    });

    test('the extension’s own pages could ask for nothing else if they tried', async () => {
      const page = await launched.browser.newPage();
      await goToExtensionPage(launched, page, 'ui/options/options.html');
      const failed = await page.evaluate(() => Promise.allSettled([
        fetch('http://elsewhere.example/fetch', { mode: 'no-cors' }),
        new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: 'http://elsewhere.example/image' })),
        new Promise((resolve, reject) => new EventSource('http://elsewhere.example/events').addEventListener('error', reject)),
        Promise.resolve(navigator.sendBeacon('http://elsewhere.example/beacon', 'x')).then(() => new Promise((_, reject) => setTimeout(reject, 300))),
      ]).then((results) => results.map(({ status }) => status)));
      assert.deepEqual(failed, ['rejected', 'rejected', 'rejected', 'rejected']);
      await pause(500);
      assert.deepEqual(proxy.asked.filter((address) => address.includes('elsewhere')), []);
      await page.close();
    });

    // Without it, the tests above might see nothing because they look at nothing.
    test('a request would have been seen', async () => {
      const page = await visit('/story');
      const options = await launched.browser.newPage();
      await goToExtensionPage(launched, options, 'ui/options/options.html');
      await options.evaluate((tabId) => chrome.scripting.executeScript({
        target: { tabId }, func: () => void fetch('http://elsewhere.example/by-content-script', { mode: 'no-cors' }),
      }), await tabOf(options, page.url()));
      await eventually(() => proxy.asked, (asked) => asked.includes('http://elsewhere.example/by-content-script'));
    });
  });
}

/**
 * Presses every button of a page of the extension, chooses every choice and writes into every field.
 * @param {import('puppeteer-core').Page} page
 */
async function useEverything(page) {
  page.on('dialog', (dialog) => void dialog.accept().catch(() => {}));
  await page.evaluate(async () => {
    // Leaving the page would end the session.
    globalThis.close = () => {};
    const tick = () => new Promise((resolve) => setTimeout(resolve, 60));
    const used = new Set();
    const next = () => [...document.querySelectorAll('button, input, select, textarea, summary')].find((element) => !used.has(element) && !(/** @type {HTMLInputElement} */ (element)).disabled);
    for (let element = next(); element && used.size < 300; element = next()) {
      used.add(element);
      if (element instanceof HTMLSelectElement) {
        element.selectedIndex = element.options.length - 1;
        element.dispatchEvent(new Event('change', { bubbles: true }));
      } else if (element instanceof HTMLTextAreaElement || (element instanceof HTMLInputElement && /^(?:search|text|url)$/.test(element.type))) {
        for (const text of ['ferry.example', '']) {
          element.value = text;
          element.dispatchEvent(new Event('input', { bubbles: true }));
          element.dispatchEvent(new Event('change', { bubbles: true }));
          await tick();
        }
      } else if (!(element instanceof HTMLInputElement && element.type === 'file')) {
        /** @type {HTMLElement} */ (element).click();
      }
      await tick();
    }
  });
  await pause(300);
}
