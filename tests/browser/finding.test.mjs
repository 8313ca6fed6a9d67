// Searching in the panel: patterns and fields, what is marked in the list and on the page, stepping through it, and what is wrong.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import { browserNames, launch, openPage } from './support/browsers.mjs';
import { pause } from './support/highlights.mjs';
import { openPanel, waitForPanel } from './support/panel.mjs';
import { serve } from './support/server.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const filler = '<p>The harbour was quiet again after the rain, and the boats lay where they had been left, one beside the other, all along the wall.</p>'.repeat(8);
const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry</title><meta property="article:published_time" content="2025-03-14"></head>
<body><main><article><h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday. “Not an inch.”</p>${filler}
<p>“The ferries are our road,” said Ilse Marrow, who runs the school.</p>${filler}
<p>“No ferry, no island,” she said. The minister, Ada Lund, said the ferry would sail until May.</p></article></main></body></html>`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    /** @type {import('./support/browsers.mjs').Launched} */
    let launched;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    /** @type {Page} */
    let page;
    /** @type {Page} */
    let panel;
    /** @type {string[]} */
    const complaints = [];
    before(async () => {
      server = await serve((path) => (path === '/' ? { body: story } : null));
      launched = await launch(browserName, { preferences: { 'ui.prefersReducedMotion': 1 } });
      ({ page } = await openPage(launched));
      await page.goto(`${server.address}/`);
      panel = await openPanel(launched, page);
      panel.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      panel.on('pageerror', (error) => complaints.push(String(error)));
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
    });
    after(async () => {
      await launched?.browser.close();
      await server?.close();
    });

    /** Puts an expression in place of the one before, as if it were pasted. @param {string} expression */
    async function search(expression) {
      await panel.bringToFront();
      await panel.focus('#search');
      await panel.evaluate((expression) => {
        const search = /** @type {HTMLInputElement} */ (document.getElementById('search'));
        search.value = expression;
        search.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }, expression);
    }

    /** Waits until a question has the expected answer. @template Answer @param {() => Promise<Answer>} ask @param {Answer} expected */
    async function eventually(ask, expected) {
      const deadline = Date.now() + 8_000;
      while (JSON.stringify(await ask()) !== JSON.stringify(expected) && Date.now() < deadline) await pause(30);
      assert.deepEqual(await ask(), expected);
    }

    const inList = () => panel.$$eval('#list mark', (marks) => marks.map(({ textContent }) => textContent));
    const onPage = () => page.evaluate(() => [...(CSS.highlights.get('verbatim-found') ?? [])].map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)));
    const count = () => panel.$eval('#finding-count', ({ textContent }) => textContent);
    const current = () => panel.$eval('#list', (list) => list.querySelector('[aria-current]')?.textContent?.slice(0, 14) ?? null);

    test('plain words need no wasm, and are marked in the list and on the page', async () => {
      await search('ROAD ilse');
      await waitForPanel(panel, ({ statements }) => statements.length === 1);
      await eventually(inList, ['Ilse', 'road']);
      await eventually(onPage, ['road']);
      assert.equal(await panel.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('find_bg.wasm'))), false);
    });

    /** Types an expression and presses Enter before anything else happens. @param {string} expression @param {boolean} [shiftKey] */
    async function searchAndGo(expression, shiftKey = false) {
      await search('');
      await panel.evaluate((expression, shiftKey) => {
        const search = /** @type {HTMLInputElement} */ (document.getElementById('search'));
        search.value = expression;
        search.dispatchEvent(new InputEvent('input', { bubbles: true }));
        search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', shiftKey, bubbles: true, cancelable: true }));
      }, expression, shiftKey);
    }

    test('Enter right after typing goes to what was typed, as soon as it is searched for', async () => {
      const rows = /** @type {const} */ ([
        // The first pattern has to wait for its wasm.
        ['/not an? inch/', false, '1 of 1', 'Teodor Vask Ma'],
        ['/ferr(y|ies)/', false, '1 of 3', 'Ilse Marrow “T'],
        ['/ferr(y|ies)/', true, '3 of 3', 'Ada Lund repor'],
        ['kind:quoted ferry', false, '1 of 1', 'Ilse Marrow “N'],
        ['ferry', false, '1 of 2', 'Ilse Marrow “N'],
      ]);
      for (const [expression, back, expectedCount, expectedEntry] of rows) {
        await searchAndGo(expression, back);
        await eventually(count, expectedCount);
        await eventually(current, expectedEntry);
      }
      await searchAndGo('/ferr(y/');
      await eventually(() => panel.$eval('#search-fault', (fault) => /** @type {HTMLElement} */ (fault).hidden), false);
      await searchAndGo('nobody /says/ this');
      await waitForPanel(panel, ({ statements }) => statements.length === 0);
    });

    test('a pattern finds, is marked, and is stepped through by keys and buttons', async () => {
      await search('');
      await panel.keyboard.type('/ferr(y|ies)/');
      await waitForPanel(panel, ({ statements }) => statements.length === 3);
      await eventually(inList, ['ferries', 'ferry', 'ferry']);
      await eventually(onPage, ['ferries', 'ferry', 'ferry']);
      assert.equal(await count(), '3 found');
      await panel.keyboard.press('Enter');
      await eventually(count, '1 of 3');
      await eventually(current, 'Ilse Marrow “T');
      assert.equal(await panel.evaluate(() => document.activeElement?.id), 'search');
      await panel.click('#find-next');
      await panel.click('#find-next');
      await eventually(count, '3 of 3');
      await panel.click('#find-next');
      await eventually(count, '1 of 3');
      await panel.focus('#search');
      await panel.keyboard.down('Shift');
      await panel.keyboard.press('Enter');
      await panel.keyboard.up('Shift');
      await eventually(count, '3 of 3');
      await eventually(current, 'Ada Lund repor');
    });

    test('fields narrow it down', async () => {
      const rows = /** @type {const} */ ([
        ['who:/marrow|lund/ road', 1], ['kind:reported', 1], ['who:she', 1], ['when:2025-03-13', 1], ['since:2025-03-14', 3], ['sure:0', 4],
      ]);
      for (const [expression, expected] of rows) {
        await search('nobody says this');
        await waitForPanel(panel, ({ statements }) => statements.length === 0);
        await search(expression);
        await waitForPanel(panel, ({ statements }) => statements.length === expected);
      }
    });

    test('what is wrong is said with its place, and what was found before stays', async () => {
      await search('/ferr(y|ies)/');
      await waitForPanel(panel, ({ statements }) => statements.length === 3);
      await search('what:/ferr(y/');
      await eventually(() => panel.$eval('#search-fault', (fault) => [/** @type {HTMLElement} */ (fault).hidden, fault.textContent, fault.querySelector('mark')?.textContent]),
        [false, 'A group is not closed (character 11). what:/ferr(y/', '(']);
      const field = await panel.$eval('#search', (input) => [input.getAttribute('aria-invalid'), document.getElementById(input.getAttribute('aria-describedby') ?? '')?.role]);
      assert.deepEqual(field, ['true', 'status']);
      await waitForPanel(panel, ({ statements }) => statements.length === 3);
      await panel.evaluate(axe);
      const { violations } = await panel.evaluate(() => /** @type {any} */ (globalThis).axe.run());
      assert.deepEqual(violations.map(({ id }) => id), []);
      await search('/ferr(y)/');
      await waitForPanel(panel, ({ statements }) => statements.length === 2);
      await eventually(() => panel.$eval('#search-fault', (fault) => /** @type {HTMLElement} */ (fault).hidden), true);
    });

    test('dates are searched by patterns too', async () => {
      await search('/unt.l/ who:nobody');
      await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('input[name=view][value=dates]')).click());
      await waitForPanel(panel, ({ dates }) => dates.length === 1 && dates[0] === 'May');
      await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('input[name=view][value=order]')).click());
    });

    test('how to search is told, and closed by the keyboard', async () => {
      await panel.focus('#find-help-button');
      await panel.keyboard.press('Enter');
      await eventually(() => panel.$eval('#find-help', (help) => help.matches(':popover-open')), true);
      await panel.keyboard.press('Escape');
      await eventually(() => panel.$eval('#find-help', (help) => help.matches(':popover-open')), false);
      assert.equal(await panel.evaluate(() => document.activeElement?.id), 'find-help-button');
    });

    test('marks go with the search, and the console is clean', async () => {
      await search('/ferr(y|ies)/');
      await eventually(onPage, ['ferries', 'ferry', 'ferry']);
      await search('');
      await eventually(onPage, []);
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      assert.deepEqual(complaints, []);
    });
  });
}
