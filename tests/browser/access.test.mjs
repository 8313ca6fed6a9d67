// Where the browser holds the extension back: what the popup says, and that a page is read all the same when the user asks for it.
// And the context menu.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserNames, extensionFolder, launch, openPage } from './support/browsers.mjs';
import { chooseFromMenu, openPopup, withholdAccess } from './support/controls.mjs';
import { painted, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openScreen, until, writeStore } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { eventually, pause } from './support/waiting.mjs';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><main><article>
<h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p id="plain">The island has waited a long time for an answer, and there was none in the letter that came this week.</p>
<p>“It is our road,” said Ilse Marrow, who runs the school.</p></article></main></body></html>`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', html]]));
    const launched = useBrowser(browserName);

    /** @param {boolean} [read] whether it is to be read already */
    async function openNews(read = true) {
      const { page } = await openPage(launched);
      await page.goto(server.address);
      if (read) await waitForPainted(page, (texts) => texts.length === 2);
      return page;
    }

    /** Selects the first words of an element. @param {import('puppeteer-core').Page} page @param {string} selector */
    function select(page, selector) {
      return page.evaluate((selector) => {
        const text = document.querySelector(selector)?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 4, text, 10);
      }, selector);
    }

    test('a page that was open before the extension was installed is read when the popup opens', async () => {
      const early = await launch(browserName, { extension: false });
      try {
        const { page } = await openPage(early);
        await page.goto(server.address);
        early.extensionId = await early.browser.installExtension(extensionFolder);
        await pause(1_000);
        if (browserName === 'chromium') assert.deepEqual(await painted(page, 'quote'), []);
        await openPopup(early, page);
        await waitForPainted(page, (texts) => texts.length === 2);
      } finally {
        await early.browser.close();
      }
    });

    test('menu: who said the selected words', async () => {
      const news = await openNews();
      await select(news, 'p');
      await chooseFromMenu(launched, news, 'ask');
      const card = await waitForCard(news, browserName, ({ title }) => title === 'Teodor Vask');
      assert.equal(card.label, 'Said by');
      await select(news, '#plain');
      await chooseFromMenu(launched, news, 'ask');
      await waitForCard(news, browserName, ({ title }) => title === 'Speaker not found');
      await news.close();
    });

    test('menu: where pages wait, a question has the page read', async () => {
      const options = await openScreen(launched, 'options');
      await writeStore(options, { mode: 'click' });
      const news = await openNews(false);
      await pause(300);
      assert.deepEqual(await painted(news, 'quote'), []);
      await select(news, 'p');
      await chooseFromMenu(launched, news, 'ask');
      await waitForCard(news, browserName, ({ title }) => title === 'Teodor Vask');
      await writeStore(options, {});
      await options.close();
      await news.close();
    });

    test('menu: off and on for the site', async () => {
      const news = await openNews();
      await chooseFromMenu(launched, news, 'toggle');
      await waitForPainted(news, (texts) => texts.length === 0);
      await chooseFromMenu(launched, news, 'toggle');
      await waitForPainted(news, (texts) => texts.length === 2);
      await news.close();
    });

    // The last tests: what is withheld stays withheld.
    test('withheld: a page is not read, until the button is pressed; the popup says so', async () => {
      await withholdAccess(launched);
      const news = await openNews(false);
      await pause(700);
      assert.deepEqual(await painted(news, 'quote'), []);
      // Chromium asks the user, in a bubble that no test can press, whether to load the page again with the extension.
      if (browserName === 'chromium') return;
      const popup = await openPopup(launched, news);
      await waitForPainted(news, (texts) => texts.length === 2);
      await eventually(popup.text, (text) => text.includes('Your browser holds Verbatim back'));
      assert.match(await popup.text(), /Allow on 127\.0\.0\.1\s+Allow on every site/);
      await news.close();
    });

    test('withheld: the first-run page asks for access', async () => {
      const welcome = await openScreen(launched, 'welcome');
      await until(welcome, () => !document.getElementById('access')?.hidden);
      assert.equal(await welcome.$eval('#allow', (button) => button.textContent), 'Allow on every site');
      await welcome.close();
    });
  });
}
