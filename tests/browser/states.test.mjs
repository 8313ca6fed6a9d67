// What becomes of a page that is left and comes back, lies idle, or is printed.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { inFirefoxItself } from './support/controls.mjs';
import { painted, waitForPainted } from './support/highlights.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { eventually, pause } from './support/waiting.mjs';

/** Long enough for anything that is going to happen to have happened. */
const settled = 700;
/** An idle page is watched for so long. */
const idle = 5_000;

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article><h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p id="last">“It is our road,” said Ilse Marrow, who runs the school.</p></article></main></body></html>`;
/** An article of so many text nodes that not all are kept. */
const manyNodes = html.replace('<p>', `${`<p>${'<b>the</b> <i>of</i> '.repeat(20)}</p>`.repeat(260)}<p>`);
const quotes = ['“We are not moving,”', '“It is our road,”'];

for (const browserName of browserNames) {
  describe(browserName, () => {
    // A page that its server forbids to store is not kept either.
    const server = useServer((path) => (['/', '/next'].includes(path) ? { body: html } : path === '/many' ? { body: manyNodes } : null), { store: true });
    const launched = useBrowser(browserName);
    /** @type {import('puppeteer-core').Page} */
    let page;
    /** @type {string[]} */
    let complaints;
    beforeEach(async () => {
      ({ page, complaints } = await openPage(launched));
    });

    test('a page that comes back from the back/forward cache is painted, and still follows its changes', async () => {
      await page.goto(server.address);
      await waitForPainted(page);
      await page.evaluate(() => addEventListener('pageshow', ({ persisted }) => {
        document.title = persisted ? 'kept' : 'loaded anew';
      }));
      await page.goto(`${server.address}/next`);
      await waitForPainted(page);
      // Firefox tells the driver nothing of a page that comes back.
      await page.evaluate(() => history.back());
      await page.waitForFunction(() => location.pathname === '/');
      assert.deepEqual(await waitForPainted(page, (texts) => texts.length === quotes.length), quotes);
      assert.equal(await page.title(), 'kept');
      await page.evaluate(() => {
        const late = document.createElement('p');
        late.textContent = '“The ship will sail again,” Vask said.';
        document.querySelector('#last')?.after(late);
      });
      await waitForPainted(page, (texts) => texts.length === quotes.length + 1);
      assert.deepEqual(complaints, []);
    });

    test('in an article of very many text nodes, words are painted again when others of the same text take their place', async () => {
      await page.goto(`${server.address}/many`);
      assert.deepEqual(await waitForPainted(page, (texts) => texts.length === quotes.length), quotes);
      await page.evaluate(() => {
        const words = document.querySelector('#last')?.firstChild;
        words?.replaceWith(words.cloneNode());
      });
      assert.deepEqual(await painted(page, 'quote'), quotes.slice(0, 1));
      assert.deepEqual(await waitForPainted(page, (texts) => texts.length === quotes.length), quotes);
      assert.deepEqual(complaints, []);
    });

    for (const [name, edit] of /** @type {[string, () => void][]} */ ([
      ['by its design mode, at the next click', () => {
        document.designMode = 'on';
      }],
      ['by an attribute of its body', () => {
        document.body.contentEditable = 'true';
      }],
      ['by an attribute around the article', () => document.querySelector('main')?.setAttribute('contenteditable', 'plaintext-only')],
    ])) {
      test(`a page that comes to be edited as a whole is left alone: ${name}`, async () => {
        await page.goto(server.address);
        await waitForPainted(page);
        await page.evaluate(edit);
        await page.click('#last');
        assert.deepEqual(await waitForPainted(page, (texts) => texts.length === 0), []);
        assert.deepEqual(await painted(page, 'date'), []);
        assert.deepEqual(complaints, []);
      });
    }

    test('what is printed is the page as it is, and what was marked is marked afterwards', async () => {
      await page.goto(server.address);
      await waitForPainted(page);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await page.pdf();
      await pause(settled);
      assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
      assert.deepEqual(await painted(page, 'quote'), quotes);
      assert.deepEqual(complaints, []);
    });

    if (browserName === 'chromium') {
      test('nothing shows of the marks in print', async () => {
        await page.goto(server.address);
        await waitForPainted(page);
        const looks = () => page.evaluate(() => [...CSS.highlights.keys()].map((name) => {
          const { backgroundColor, textDecorationLine } = getComputedStyle(document.documentElement, `::highlight(${name})`);
          return `${backgroundColor} ${textDecorationLine}`;
        }));
        const plain = 'rgba(0, 0, 0, 0) none';
        assert.ok((await looks()).every((look) => look !== plain));
        await page.emulateMediaType('print');
        assert.ok((await looks()).every((look) => look === plain));
        await page.emulateMediaType('screen');
      });

      test('an idle page runs no script and sets no timer', async () => {
        await page.goto(server.address);
        await waitForPainted(page);
        await pause(settled);
        await page.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] });
        await pause(idle);
        const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop()));
        const names = new Set(['FunctionCall', 'TimerInstall', 'TimerFire', 'EvaluateScript', 'RequestAnimationFrame', 'RequestIdleCallback']);
        /** @type {{ name: string, args: any }[]} */
        const ours = traceEvents.filter((/** @type {any} */ { name, args }) => names.has(name) && /chrome-extension/.test(JSON.stringify(args)));
        assert.deepEqual(ours, []);
      });
    }

    test('a tab that was discarded is painted when it comes back', async () => {
      await page.goto(server.address);
      await waitForPainted(page);
      const other = await launched.browser.newPage();
      await other.bringToFront();
      assert.equal(await discard(launched, server.address), true);
      await pause(settled);
      // The driver cannot bring forward what Firefox has thrown away.
      if (browserName === 'firefox') await inFirefoxItself(launched.browser, `gBrowser.selectedTab = gBrowser.tabs.find((tab) => tab.hasAttribute('pending'))`);
      const back = await eventually(async () => (await launched.browser.pages()).find((page) => page.url().startsWith(server.address)));
      assert.ok(back, 'the tab is still there');
      if (browserName === 'chromium') await back.bringToFront();
      assert.deepEqual(await waitForPainted(back), quotes);
      await other.close();
    });
  });
}

/**
 * Has the browser throw away the page of a tab in the background, as it does where memory is scarce.
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {string} address
 */
async function discard({ name, browser }, address) {
  if (name === 'firefox') {
    return inFirefoxItself(browser, `(() => {
      const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec.startsWith(${JSON.stringify(address)}));
      return Boolean(tab && gBrowser.discardBrowser(tab, true));
    })()`);
  }
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker');
  const worker = await target.worker();
  return worker?.evaluate(async (address) => {
    const [tab] = (await chrome.tabs.query({})).filter(({ url, title }) => url?.startsWith(address) || title === 'A page');
    return tab?.id === undefined ? false : Boolean(await chrome.tabs.discard(tab.id));
  }, address);
}
