// What those hear who cannot see the marks, and where the keyboard goes from the card.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openDialog } from './support/accessible.mjs';
import { browserNames, openPage } from './support/browsers.mjs';
import { pressKeys } from './support/controls.mjs';
import { placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { becomes } from './support/waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry stays</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><nav><a href="#first">First</a></nav><main><article><h1>The ferry stays</h1>
<p>“We are not
  moving,” Mayor Teodor Vask said on Thursday, and the hall fell silent, as it had not for many a year.</p>
<p><a href="#before">Before</a> she spoke, <button disabled>nobody</button> <a href="#hidden" hidden>else</a> had thought of the school at all.</p>
<p>“It is our road,” said Ilse Marrow, who runs the <a href="#school">school</a> on the island, beside the old wall.</p>
<p>The <a href="#far">plan</a> came late.</p></article></main></body></html>`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', html]]));
    const launched = useBrowser(browserName);

    /** @param {(page: Page) => Promise<void>} check */
    async function onPage(check) {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/`);
      await waitForPainted(page, ({ length }) => length === 2);
      await check(page);
      await page.close();
    }

    /** What has the keyboard, once it is out of the card. @param {Page} page */
    const focused = (page) => page.evaluate(() => (document.activeElement === document.body ? '' : document.activeElement?.textContent ?? ''));

    /** The words whose card is shown, as they are lit. @param {Page} page */
    const lit = (page) => page.evaluate(() => [...(CSS.highlights.get('verbatim-meant') ?? [])].map(String).map((words) => words.replace(/\s+/g, ' ')));

    /** Goes to the second quotation by the keys. @param {Page} page */
    async function toSecond(page) {
      for (const title of ['Teodor Vask', 'Ilse Marrow']) {
        await pressKeys(launched, page, 'next');
        await waitForCard(page, browserName, (card) => card.title === title);
      }
      await page.bringToFront();
    }

    test('the card is a dialog that says whose words they are, and is described by the words', () => onPage(async (page) => {
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName);
      assert.deepEqual(await openDialog(page, browserName), { name: 'Said by Teodor Vask', description: '“We are not moving,”' });
      for (const [key, dialog] of /** @type {const} */ ([
        ['ArrowRight', { name: 'Speaker Teodor Vask', description: 'Teodor Vask' }],
        ['ArrowRight', { name: 'Date Thursday, March 13, 2025', description: 'Thursday' }],
      ])) {
        await page.keyboard.press(key);
        await becomes(() => openDialog(page, browserName), dialog);
      }
    }));

    test('the words whose card is shown are lit, by the keys and by the pointer, until it goes', () => onPage(async (page) => {
      await toSecond(page);
      assert.deepEqual(await lit(page), ['“It is our road,”']);
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.deepEqual(await lit(page), []);
      const { x, y } = await placeOf(page, 'quote', 0);
      await page.mouse.move(5, 5);
      await page.mouse.move(x, y, { steps: 2 });
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      assert.deepEqual(await lit(page), ['“We are not moving,”']);
    }));

    test('past the card the keyboard goes on after the words, back from it before them', () => onPage(async (page) => {
      await toSecond(page);
      const { actions } = await waitForCard(page, browserName);
      for (let count = 0; count <= actions.length; count += 1) await page.keyboard.press('Tab');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.equal(await focused(page), 'school');
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await toSecond(page);
      await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      await page.keyboard.up('Shift');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.equal(await focused(page), 'Before');
    }));

    test('whoever was somewhere on the page comes back there', () => onPage(async (page) => {
      await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('[href="#before"]')).focus());
      await toSecond(page);
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.equal(await focused(page), 'Before');
    }));

    test('Escape leaves the caret at the words, where nothing had the keyboard', () => onPage(async (page) => {
      await toSecond(page);
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
      assert.equal(await page.evaluate(() => document.getSelection()?.anchorNode?.textContent?.startsWith('“It is our road')), true);
    }));
  });
}
