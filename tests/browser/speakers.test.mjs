// What is said of speakers in several places is the same in all: how many statements, which colour, which words.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserNames, demoFolder, openPage } from './support/browsers.mjs';
import { chooseFromMenu } from './support/controls.mjs';
import { pasted } from './support/files.mjs';
import { placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openExport, openPanel, waitForPanel } from './support/panel.mjs';
import { openScreen, until } from './support/screens.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry stays</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article><h1>The ferry stays, the minister says</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday. “Not an inch.”</p>
<p>The Ferry Workers' Union denounced “a slow goodbye” and “a disgrace for all”.</p>
<p>Vask told the council that the ferry was the only road to the island, and that it would stay.</p>
<p id="plain">The harbour was quiet again after the rain, and the boats lay where they had been left.</p>
<p>“It is our road,” said Ilse Marrow, who runs the school.</p></article></main></body></html>`;

const demoQuotes = 18;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', html]]));
    const demo = useServer(folderAnswer(demoFolder));
    const launched = useBrowser(browserName);

    async function openNews() {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/`);
      await waitForPainted(page, ({ length }) => length === 5);
      return page;
    }

    /** @param {Page} page @param {'quote' | 'reported'} layer @param {number} index */
    async function pointAt(page, layer, index) {
      const { x, y } = await placeOf(page, layer, index);
      await page.mouse.move(5, 5);
      await page.mouse.move(x, y, { steps: 2 });
    }

    for (const [name, index, title, offered] of /** @type {const} */ ([
      ['of whoever makes two statements', 0, 'Teodor Vask', true], ['of one statement in two fragments', 2, 'Ferry Workers\' Union', false], ['of a single quotation', 4, 'Ilse Marrow', false],
    ])) {
      test(`all by a speaker is offered where there is more: ${name}`, async () => {
        const page = await openNews();
        await pointAt(page, 'quote', index);
        const { actions } = await waitForCard(page, browserName, (card) => card.title === title);
        assert.equal(actions.includes('All by this speaker'), offered, String(actions));
        await page.close();
      });
    }

    test('popup and panel count the same statements, and the popup says why there are more quotations', async () => {
      const page = await openNews();
      const popup = await openScreen(launched, 'popup', page);
      await until(popup, () => document.getElementById('count-quotes')?.textContent === '5');
      const note = await popup.$eval('#statements', ({ textContent }) => textContent);
      const [, count = ''] = /^The list has (\d) statements: quotations that belong together are one\.$/.exec(note ?? '') ?? [];
      await popup.close();
      const panel = await openPanel(launched, page);
      const { statements, status } = await waitForPanel(panel);
      assert.deepEqual([statements.length, status.slice(0, 12)], [Number(count), `${count} statements`]);
      await panel.close();
      await page.close();
    });

    test('fragments of one statement are parted in the panel, and what goes on is not', async () => {
      const page = await openNews();
      const panel = await openPanel(launched, page);
      const { statements } = await waitForPanel(panel);
      assert.ok(statements.some((statement) => statement.includes('“a slow goodbye” … “a disgrace for all”')), String(statements));
      assert.ok(statements.some((statement) => statement.includes('“We are not moving,” “Not an inch.”')), String(statements));
      await panel.close();
      await page.close();
    });

    test('the sentence around a fragment is in the card, in the panel, and in what is copied, with a link to the words', async () => {
      const page = await openNews();
      const sentence = 'The Ferry Workers\' Union denounced “a slow goodbye” and “a disgrace for all”.';
      await pointAt(page, 'quote', 2);
      const { details } = await waitForCard(page, browserName, (card) => card.title === 'Ferry Workers\' Union');
      assert.equal(details.Sentence, sentence);
      const lit = await page.evaluate(() => [...CSS.highlights.get('verbatim-meant') ?? []].map(String));
      assert.deepEqual(lit, ['“a slow goodbye”', '“a disgrace for all”'], 'all of the statement is lit');
      const panel = await openPanel(launched, page);
      const { statements } = await waitForPanel(panel);
      assert.deepEqual(statements.filter((statement) => statement.includes(sentence)).length, 1, String(statements));
      await panel.bringToFront();
      await openExport(panel);
      /** @param {string} format */
      const copied = async (format) => {
        await panel.click(`[data-format="${format}"] .small`);
        await waitForPanel(panel, ({ told }) => told === 'Copied');
        const text = await pasted(launched);
        await panel.bringToFront();
        await waitForPanel(panel, ({ told }) => told === '');
        return text;
      };
      const markdown = await copied('md');
      assert.ok(markdown.includes('denounced “a slow goodbye” and “a disgrace for all”'), markdown);
      assert.equal(markdown.match(/#:~:text=/g)?.length, statements.length);
      const json = JSON.parse(await copied('json'));
      assert.match(json.retrieved, /^\d{4}-/);
      const fragment = json.statements.find((/** @type {any} */ { kind }) => kind === 'partial');
      assert.deepEqual([fragment.sentence, typeof fragment.quotes[0].position.start], [sentence, 'number']);
      assert.match(await copied('csv'), /#:~:text=/);
      await panel.close();
      await page.close();
    });

    test('the rows of the panel have the colours that the speakers have on the page', async () => {
      const page = await openNews();
      const panel = await openPanel(launched, page);
      await waitForPanel(panel);
      const colours = await panel.$$eval('.statement', (rows) => rows.map((row) => `${row.querySelector('.who')?.firstChild?.textContent}: ${getComputedStyle(row, '::before').backgroundColor}`));
      const speakers = new Set(colours.map((line) => line.split(': ')[0]));
      assert.ok(speakers.size >= 3, String(colours));
      assert.equal(new Set(colours).size, speakers.size, 'each speaker has one colour');
      assert.equal(new Set(colours.map((line) => line.split(': ')[1])).size, speakers.size, 'each has their own');
      assert.ok(!colours.some((line) => /rgba\(0, 0, 0, 0\)|transparent/.test(line)), String(colours));
      await panel.close();
      await page.close();
    });

    test('the card has the colour that its speaker has on the page', async () => {
      const { page } = await openPage(launched);
      // The demo page runs the same code where a test can look into the card.
      await page.evaluateOnNewDocument(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (options) { return attach.call(this, { ...options, mode: 'open' }); };
      });
      await page.goto(demo.address);
      await waitForPainted(page, ({ length }) => length >= demoQuotes);
      /** @type {Map<string, Set<string>>} */
      const colours = new Map();
      for (let index = 0; index < 8; index += 1) {
        await pointAt(page, 'quote', index);
        const { title } = await waitForCard(page, browserName, ({ title, label }) => title !== '' && label !== '');
        await until(page, () => document.querySelector('[data-verbatim-card]')?.shadowRoot?.querySelector('.card:popover-open'));
        const colour = await page.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector('[data-verbatim-card]')?.shadowRoot?.querySelector('.body'))).borderTopColor);
        colours.set(title, (colours.get(title) ?? new Set()).add(colour));
        await page.keyboard.press('Escape');
      }
      assert.ok(colours.size >= 3, String([...colours.keys()]));
      for (const [title, own] of colours) assert.equal(own.size, 1, `${title} has one colour`);
      assert.equal(new Set([...colours.values()].flatMap((own) => [...own])).size, colours.size, 'each has their own');
      await page.close();
    });

    test('“Who said this?” answers for reported words and for the article’s own', async () => {
      const page = await openNews();
      const ask = async (/** @type {string} */ selector, /** @type {string} */ words) => {
        await page.evaluate((selector, words) => {
          const text = /** @type {Text} */ (document.querySelector(selector)?.firstChild);
          const start = text.data.indexOf(words);
          getSelection()?.setBaseAndExtent(text, start, text, start + words.length);
        }, selector, words);
        await chooseFromMenu(launched, page, 'ask');
      };
      await ask('p:nth-of-type(3)', 'the only road');
      assert.equal((await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask')).label, 'Said by, in the reporter’s words');
      await ask('#plain', 'quiet again');
      const { label, subtitle } = await waitForCard(page, browserName, ({ title }) => title === 'Speaker not found');
      assert.deepEqual([label, subtitle], ['The article’s own words', 'Nobody is quoted or reported here']);
      await page.close();
    });
  });
}
