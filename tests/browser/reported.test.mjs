// Reported speech, as the reader meets it: on the page, in the card, in the popup and in the panel.

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { openPopup, pressKeys } from './support/controls.mjs';
import { painted, pause, placeOf, readCard, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openPanel, waitForPanel } from './support/panel.mjs';
import { openScreen, startAfresh, until, writeStore } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article><h1>A ship for the island</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday. Vask said that the island would pay for a new ship by May.</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p>
<p>Ilse Marrow, who runs the school, told reporters on Wednesday that the ferry had been “far too dear” for families.</p>
<p>The ferry firm said the talks would go on. It warned that the old ship was unsafe. The minister met Oda Brandt. They warned of a long winter.</p></article></main></body></html>`;

/** Two articles, each with people of its own. */
const two = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><main>
<article><h1>A ship for the island</h1><p>“We are not moving,” Mayor Teodor Vask said on Thursday. Vask said that the island would pay for a new ship by May.</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p></article>
<article><h1>A roof for the school</h1><p>“The roof holds,” Oda Brandt said on Monday. Brandt said that the children would be back in spring.</p>
<p>The school has waited a long time for its roof, and there was none in the winter that came this year.</p></article></main></body></html>`;

/** Words of one of two men. */
const doubtful = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title></head><body><main><article><h1>A ship for the island</h1>
<p>Tom Hill and Anton Birk met at the pier. “We stay,” he said.</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p></article></main></body></html>`;

const words = [
  'the island would pay for a new ship by May', 'the ferry had been “far too dear” for families', 'the talks would go on',
  'the old ship was unsafe',
];

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer((path) => (path === '/' ? { body: html } : path === '/two' ? { body: two } : path === '/doubt' ? { body: doubtful } : null));
    const launched = useBrowser(browserName);
    beforeEach(() => startAfresh(launched));

    async function openNews() {
      const { page } = await openPage(launched);
      await page.goto(server.address);
      await waitForPainted(page, (texts) => texts.length === words.length, 'reported');
      return page;
    }

    /** Rests the pointer on the painted words of a layer, and waits for their card. @param {import('puppeteer-core').Page} page @param {'quote' | 'reported' | 'speaker'} layer @param {number} index @param {(card: Awaited<ReturnType<typeof waitForCard>>) => boolean} expected */
    async function cardOf(page, layer, index, expected) {
      const { x, y } = await placeOf(page, layer, index);
      await page.mouse.move(x, y);
      return waitForCard(page, browserName, expected);
    }

    test('it is marked with its speakers, and what is hardly believed in is not', async () => {
      const page = await openNews();
      assert.deepEqual(await painted(page, 'reported'), words);
      assert.deepEqual(await painted(page, 'quote'), ['“We are not moving,”', '“far too dear”']);
      assert.deepEqual(await painted(page, 'speaker'), ['Teodor Vask', 'Vask', 'Ilse Marrow', 'The ferry firm', 'It']);
    });

    test('it has the tint of its speaker, and comes after those who are quoted', async () => {
      const page = await openNews();
      const names = await page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('verbatim-reported')).sort());
      assert.deepEqual(names, ['verbatim-reported-1', 'verbatim-reported-2', 'verbatim-reported-3', 'verbatim-reported-3-probable']);
    });

    test('the card says that the words are the reporter’s, who is meant, and when', async () => {
      const page = await openNews();
      const card = await cardOf(page, 'reported', 1, ({ title }) => title === 'Ilse Marrow');
      assert.equal(card.label, 'Said by, in the reporter’s words');
      assert.equal(card.details.When, 'Wednesday, March 12, 2025');
      assert.match(card.details['In the text'] ?? '', /^“Ilse Marrow, who runs the school, told”$/);
      assert.match(card.details['How sure'] ?? '', /sure/);
    });

    test('where two people may be meant, the card of a quotation names both', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/doubt`);
      await waitForPainted(page);
      const card = await cardOf(page, 'quote', 0, ({ title }) => title === 'Anton Birk');
      assert.equal(card.label, 'Probably said by');
      assert.deepEqual([card.details.Unsure, card.details['Or else']], ['who “he” is', 'Tom Hill']);
    });

    test('of a second article on the page it is marked, too, with its own people', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/two`);
      await waitForPainted(page, (texts) => texts.length === 2, 'reported');
      assert.deepEqual(await painted(page, 'reported'), [words[0], 'the children would be back in spring']);
      await cardOf(page, 'reported', 1, ({ title, label }) => title === 'Oda Brandt' && label === 'Said by, in the reporter’s words');
    });

    test('the card of a fragment that is quoted in it says so', async () => {
      const page = await openNews();
      const card = await cardOf(page, 'quote', 1, ({ title }) => title === 'Ilse Marrow');
      assert.equal(card.label, 'Said by');
      assert.equal(card.details.When, 'Wednesday, March 12, 2025');
    });

    test('the card of a speaker counts what is quoted and what is reported', async () => {
      const page = await openNews();
      const card = await cardOf(page, 'speaker', 0, ({ label }) => label === 'Speaker');
      assert.equal(card.details['On this page'], '1 quotation, 1 reported');
      const other = await cardOf(page, 'speaker', 3, ({ title }) => title === 'the ferry firm');
      assert.equal(other.details['On this page'], '2 reported');
    });

    test('the card says what is unsure', async () => {
      const page = await openNews();
      const card = await cardOf(page, 'reported', 3, ({ title }) => title === 'the ferry firm');
      assert.equal(card.label, 'Probably said by, in the reporter’s words');
      assert.deepEqual([card.details['How sure'], card.details.Unsure], ['only probable: check the text', 'who “It” is']);
    });

    test('the keys go through what is quoted and what is reported', async () => {
      const page = await openNews();
      const titles = [];
      for (const label of ['Said by', 'Said by, in the reporter’s words']) {
        await pressKeys(launched, page, 'next');
        titles.push((await waitForCard(page, browserName, (card) => card.label === label)).title);
      }
      assert.deepEqual(titles, ['Teodor Vask', 'Teodor Vask']);
    });

    test('popup: it is counted, and can be switched off and on', async () => {
      const page = await openNews();
      const popup = await openPopup(launched, page);
      assert.match((await popup.text()).replace(/\s+/g, ' '), /Quotations 2 that Reported 4 Aa Speakers 3/);
      await popup.press('input[name=reported]');
      await waitForPainted(page, (texts) => texts.length === 0, 'reported');
      assert.deepEqual(await painted(page, 'speaker'), ['Teodor Vask', 'Ilse Marrow'], 'who is only reported has no line then');
      await popup.press('input[name=reported]');
      await waitForPainted(page, (texts) => texts.length === words.length, 'reported');
    });

    test('switched off, it has no card, and the keys pass over it', async () => {
      const page = await openNews();
      const { x, y } = await placeOf(page, 'reported', 0);
      const screen = await openScreen(launched, 'welcome');
      await writeStore(screen, { layers: { quotes: true, reported: false, speakers: true, dates: true } });
      await screen.close();
      await waitForPainted(page, (texts) => texts.length === 0, 'reported');
      await page.bringToFront();
      await page.mouse.move(x, y);
      // Longer than the pointer has to rest for a card.
      await pause(400);
      assert.equal(await readCard(page, browserName), null);
      for (const title of ['Teodor Vask', 'Ilse Marrow']) {
        await pressKeys(launched, page, 'next');
        assert.equal((await waitForCard(page, browserName, (card) => card.title === title)).label, 'Said by');
      }
    });

    test('options: it can be switched off, and has no colour of its own', async () => {
      const page = await openNews();
      const options = await openScreen(launched, 'options');
      await options.click('input[name=reported]');
      await waitForPainted(page, (texts) => texts.length === 0, 'reported');
      assert.equal(await options.$eval('.mark:has(input[name=reported])', (row) => row.querySelectorAll('input[type=color]').length), 0);
      assert.equal(await options.$eval('[data-page=light] [data-layer=reported]', (sample) => getComputedStyle(sample).textDecorationLine), 'none');
    });

    test('panel: statements are quoted or reported, in reading order, and can be told apart and filtered', async () => {
      const { page } = await openPage(launched);
      await page.goto(server.address);
      await waitForPainted(page);
      const panel = await openPanel(launched, page);
      const { statements } = await waitForPanel(panel, ({ statements }) => statements.length === 5);
      const expected = [
        ['Teodor Vask Mayor ', '“We are not moving,”'], ['Teodor Vask reported ', words[0]], ['Ilse Marrow reported ', words[1]], ['the ferry firm reported ', words[2]], ['the ferry firm reported probably ', words[3]],
      ];
      for (const [index, [who = '', what = '']] of expected.entries()) {
        assert.ok(statements[index]?.startsWith(who.split(' ')[0] ?? ''), statements[index]);
        assert.ok(statements[index]?.includes(what), statements[index]);
        assert.equal(statements[index]?.includes(' reported '), index > 0, statements[index]);
      }
      await panel.click('input[name=kind][value=reported] + span');
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await panel.click('input[name=kind][value=quoted] + span');
      await waitForPanel(panel, ({ statements }) => statements.length === 1);
      await panel.click('input[name=kind][value=all] + span');
      await panel.click('[data-statement="2"] .entry');
      await until(page, () => CSS.highlights.has('verbatim-spotlight'));
      const lit = await page.evaluate(() => [...CSS.highlights.get('verbatim-spotlight') ?? []].map(String));
      assert.deepEqual(lit, [words[1]]);
    });
  });
}
