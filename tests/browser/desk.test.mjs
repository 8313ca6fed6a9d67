// The desk of those who check: citations, who has which share of the words, what the reader corrects, ticks and writes down.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isOpenToAll } from './support/axe.mjs';
import { browserNames, openPage } from './support/browsers.mjs';
import { pressKeys } from './support/controls.mjs';
import { pasted } from './support/files.mjs';
import { painted, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openExport, openPanel, tabOf, waitForPanel } from './support/panel.mjs';
import { openScreen, until } from './support/screens.mjs';
import { useBrowserThatSaves, useServer } from './support/suite.mjs';

/** @typedef {import('puppeteer-core').Page} Page */


const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry to stay, says mayor</title><meta property="og:site_name" content="The Kelmar Courier">
<meta name="author" content="By Rosa Sandoval and Jan van den Berg"><meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article>
<h1>Ferry to stay, says mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday. “Not an inch.”</p>
<p>“It is our road,” said Ilse Marrow, who runs the school on the far side of the island.</p>
<p>The ministry called the plan “too dear”, and said a decision would be made before the summer.</p>
<p>“There will be a vote before the summer break,” Vask promised.</p></article></main></body></html>`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(() => ({ body: story }));
    const { launched, downloads } = useBrowserThatSaves(browserName);

    /** Each test has an address of its own, as what the reader keeps is kept by it. @param {string} path @param {(panel: Page, page: Page) => Promise<void>} check */
    async function beside(path, check) {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}${path}`);
      await waitForPainted(page, ({ length }) => length >= 4);
      const panel = await openPanel(launched, page);
      await waitForPanel(panel);
      await panel.bringToFront();
      try {
        await check(panel, page);
      } finally {
        await panel.close();
        await page.close();
      }
    }

    /** Presses a button of the card by the keyboard. @param {Page} page @param {string} label */
    async function pressInCard(page, label) {
      const { actions } = await waitForCard(page, browserName);
      assert.ok(actions.includes(label), `${label} is not among ${actions}`);
      for (let count = 0; count <= actions.indexOf(label); count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }

    test('citations: the style chosen in the panel is that of the panel and of the card, and stays', () => beside('/cite', async (panel, page) => {
      await openExport(panel);
      await panel.select('#citation-style', 'mla');
      await panel.click('#cite-article');
      await waitForPanel(panel, ({ told }) => told === 'Copied');
      const today = await panel.evaluate(() => new Intl.DateTimeFormat('en-US', { year: 'numeric' }).format());
      const mla = new RegExp(`^Sandoval, Rosa, and Jan van den Berg\\. “Ferry to Stay, Says Mayor\\.” The Kelmar Courier, 14 Mar\\. 2025, ${server.address}/cite\\. Accessed \\d+ [A-Z][a-z]+\\.? ${today}\\.$`);
      assert.match(await pasted(launched), mla);
      await until(panel, async () => /** @type {any} */ ((await chrome.storage.sync.get('settings')).settings)?.citation === 'mla');
      await panel.bringToFront();
      await panel.keyboard.press('Escape');
      await waitForPanel(panel, ({ told }) => told === '');
      await panel.$eval('[data-statement="1"] .small', (button) => /** @type {HTMLElement} */ (button).click());
      await waitForPanel(panel, ({ told }) => told === 'Copied');
      const [words = '', , reference = ''] = (await pasted(launched)).split('\n');
      assert.match(words, /^Ilse Marrow.*: “It is our road,”$/);
      assert.match(reference, mla);
      await pressKeys(launched, page, 'next');
      await pressInCard(page, 'Copy citation');
      await waitForCard(page, browserName, ({ told }) => told === 'Citation copied');
      const copied = (await pasted(launched)).split('\n');
      assert.match(copied[0] ?? '', /^Teodor Vask, Mayor: “We are not moving,” “Not an inch\.”$/);
      assert.match(copied[2] ?? '', mla);
    }));

    test('“Wrong?”: a mark is hidden and a speaker corrected from the card, by the keyboard, kept for the address, and taken back', () => beside('/wrong', async (panel, page) => {
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await pressInCard(page, 'Wrong?');
      const { actions } = await waitForCard(page, browserName, ({ actions }) => actions.includes('Hide this mark'));
      assert.deepEqual(actions.slice(-4), ['Hide this mark', 'It was the ministry', 'It was Ilse Marrow', 'Somebody else …']);
      // The keyboard is on the first answer.
      for (let count = 0; count < 2; count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const shown = await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      assert.equal(shown.details.Corrected, 'by you; Verbatim had found Teodor Vask');
      await waitForPanel(panel, ({ statements }) => /^Ilse Marrow corrected “We are not moving,” “Not an inch\.”/.test(statements[0] ?? ''));
      // Both fragments are one statement, and the page keeps it.
      await page.reload();
      await waitForPainted(page, ({ length }) => length >= 4);
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      await pressInCard(page, 'Undo');
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await pressInCard(page, 'Wrong?');
      await waitForCard(page, browserName, ({ actions }) => actions.includes('Hide this mark'));
      await page.keyboard.press('Enter');
      await waitForCard(page, browserName, ({ title }) => title === 'This mark is hidden');
      assert.equal((await painted(page, 'quote')).some((text) => /not moving|Not an inch/.test(text)), false);
      await waitForPanel(panel, ({ status }) => status === '4 statements by 3 speakers');
      const tab = await tabOf(panel, page.url());
      await until(panel, async (tab) => await chrome.action.getBadgeText({ tabId: tab }) === '3', tab);
      await panel.bringToFront();
      await panel.focus('#corrections-button');
      await panel.keyboard.press('Enter');
      assert.deepEqual(await panel.$$eval('#corrections-list li', (items) => items.map(({ textContent }) => textContent)), ['Mark hidden“We are not moving,”Undo']);
      await isOpenToAll(browserName, panel);
      await panel.click('#save-corrections');
      const { format, url, corrections } = JSON.parse((await downloads.take(/verbatim-corrections\.json$/)).text);
      assert.deepEqual([format, url, corrections.length, corrections[0].found, corrections[0].hidden, corrections[0].words], ['verbatim-corrections', `${server.address}/wrong`, 1, 'Teodor Vask', true, '“We are not moving,”']);
      await panel.click('#corrections-list button');
      await waitForPanel(panel, ({ statements }) => statements.length === 5);
      assert.equal((await painted(page, 'quote')).some((text) => /not moving/.test(text)), true);
      await until(panel, () => /** @type {HTMLElement} */ (document.getElementById('corrections-button')).hidden);
      assert.deepEqual(await panel.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('desk:'))), []);
    }));

    test('“Wrong?”: whoever is not among the names of the card is typed in the panel', () => beside('/else', async (panel, page) => {
      await pressKeys(launched, page, 'next');
      await pressInCard(page, 'Wrong?');
      await waitForCard(page, browserName, ({ actions }) => actions.includes('Somebody else …'));
      for (let count = 0; count < 3; count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await panel.bringToFront();
      await until(panel, () => document.activeElement?.id === 'speaker-of-0');
      await panel.keyboard.type('Oda Brandt');
      await panel.keyboard.press('Enter');
      await waitForPanel(panel, ({ statements }) => /^Oda Brandt corrected “We are not moving,”/.test(statements[0] ?? ''));
      await panel.click('#corrections-button');
      await panel.click('#corrections-list button');
      await waitForPanel(panel, ({ statements }) => /^Teodor Vask/.test(statements[0] ?? ''));
    }));

    test('check list: a tick, a note and a name are kept for the address and exported', () => beside('/check', async (panel, page) => {
      await panel.focus('#check-list');
      await panel.keyboard.press('Enter');
      await until(panel, () => /** @type {HTMLElement} */ (document.querySelector('.desk-row')).checkVisibility());
      await panel.focus('#check-1');
      await panel.keyboard.press(' ');
      await until(panel, () => document.getElementById('checked')?.textContent === '1 of 5 checked');
      await panel.keyboard.press('Tab');
      await panel.keyboard.press('Enter');
      await panel.keyboard.type('Ask the school.');
      await panel.keyboard.press('ArrowUp');
      assert.equal(await panel.evaluate(() => document.activeElement?.className), 'note-text');
      await isOpenToAll(browserName, panel);
      await panel.focus('[data-statement="4"] .wrong');
      await panel.keyboard.press('Enter');
      await panel.keyboard.type('Oda Brandt');
      await panel.keyboard.press('Enter');
      await waitForPanel(panel, ({ statements }) => /^Oda Brandt corrected “There will/.test(statements[4] ?? ''));
      await isOpenToAll(browserName, panel);
      await openExport(panel);
      await panel.click('[data-format="csv"] .small:last-child');
      const rows = (await downloads.take(/\.csv$/)).text.trim().split(/\r?\n/);
      assert.match(rows[2] ?? '', /^Ilse Marrow,.*,no,,yes,Ask the school\.$/);
      assert.match(rows[5] ?? '', /^Oda Brandt,.*,yes,Teodor Vask,no,$/);
      await panel.click('[data-format="html"] .small:last-child');
      const { page: saved } = await openPage(launched);
      await saved.setContent((await downloads.take(/\.html$/)).text);
      assert.deepEqual(await saved.$$eval('.statements li', (items) => items.map((one) => [...one.querySelectorAll('h2, blockquote, mark, .note')].map(({ textContent }) => textContent).join(' '))), [
        'Teodor Vask “We are not moving,” “Not an inch.” “We are not moving,” “Not an inch.”', 'Ilse Marrow “It is our road,” “It is our road,” Note: Ask the school.',
        'the ministry the plan “too dear” the plan “too dear”', 'the ministry a decision would be made before the summer a decision would be made before the summer', 'Oda Brandt “There will be a vote before the summer break,” “There will be a vote before the summer break,”',
      ]);
      await isOpenToAll(browserName, saved);
      await saved.close();
      const again = await openPanel(launched, page);
      await waitForPanel(again, ({ statements }) => statements.length === 5);
      await until(again, () => document.getElementById('checked')?.textContent === '1 of 5 checked');
      assert.deepEqual(await again.$$eval('.desk-row[data-used]', (used) => used.map((row) => [/** @type {HTMLInputElement} */ (row.querySelector('.tick')).checked, /** @type {HTMLTextAreaElement} */ (row.querySelector('.note-text')).value])), [[true, 'Ask the school.']]);
      await again.close();
      const options = await openScreen(launched, 'options');
      await until(options, () => document.getElementById('desk-count')?.textContent === 'Kept for 1 page.');
      await options.click('#desk-erase');
      await isOpenToAll(browserName, options);
      await options.click('#desk-confirm button[value=erase]');
      await until(options, () => document.getElementById('desk-count')?.textContent === 'Nothing is kept.');
      await options.close();
      await panel.bringToFront();
      await waitForPanel(panel, ({ statements }) => /^Teodor Vask/.test(statements[4] ?? ''));
    }));

    test('at a glance: who has which share of the words is a table, sorted and followed by the keyboard', () => beside('/glance', async (panel) => {
      assert.equal(await panel.$eval('#glance-summary', ({ textContent }) => textContent), 'Teodor Vask: 50% of the words\u00a0· unnamed sources: 1\u00a0· 63% quoted');
      await panel.focus('#glance-summary');
      await panel.keyboard.press('Enter');
      await panel.waitForSelector('.shares');
      const table = () => panel.$$eval('.shares tr', (rows) => rows.map((row) => [...row.children].map(({ textContent }) => textContent).join(' | ')));
      assert.deepEqual(await table(), ['Speaker | Statements | Words', 'Teodor Vask person | 2 | 16 · 50%', 'the ministry institution, without a name | 2 | 12 · 38%', 'Ilse Marrow person | 1 | 4 · 13%']);
      assert.equal(await panel.$eval('.facts', ({ innerText }) => /** @type {string} */ (innerText).replace(/\s+/g, ' ').trim()), 'Quoted 20 words · 63% Reported 12 words · 38% Sources 2 with a name, 1 without They are people: 2, institutions: 1');
      await isOpenToAll(browserName, panel);
      await panel.keyboard.press('Tab');
      await panel.keyboard.press('Enter');
      assert.deepEqual((await table()).map((row) => row.split(' | ')[0]), ['Speaker', 'Ilse Marrow person', 'Teodor Vask person', 'the ministry institution, without a name']);
      assert.equal(await panel.$eval('[aria-sort]', (heading) => `${heading.textContent} ${heading.ariaSort} ${heading.contains(document.activeElement)}`), 'Speaker ascending true');
      for (let count = 0; count < 3; count += 1) await panel.keyboard.press('Tab');
      await panel.keyboard.press('Enter');
      await waitForPanel(panel, ({ statements }) => statements.length === 1 && /our road/.test(statements[0] ?? ''));
    }));
  });
}
