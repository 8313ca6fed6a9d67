// The watch list: what is told of, how it is marked, counted and listed, and how entries are written, checked and carried along.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import sharp from 'sharp';
import { WatchList } from '../../extension/background/watch.js';
import { reportAsJson } from '../../extension/export/json.js';
import { isOpenToAll } from './support/axe.mjs';
import { browserNames, openPage } from './support/browsers.mjs';
import { prefer, pressKeys, readButton } from './support/controls.mjs';
import { pause, placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openPanel, waitForPanel } from './support/panel.mjs';
import { openScreen, readStore, until, writeStore } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** @import { Page } from 'puppeteer-core' */
/** @import { Annotations, Quote, Reported, Statement } from '../../types/annotations.js' */
/** @import { DeskEntry } from '../../types/desk.js' */

describe('which statements are watched', () => {
  const blocks = [{ kind: /** @type {const} */ ('paragraph'), text: '“The ferry stays,” she said. Zoë Roy said the bridge would close. “Never” is a song. The council said it was “too dear”.' }];
  const text = blocks[0]?.text ?? '';
  /** @param {string} words @param {number | null} person @param {string} [speaker] @param {object} [more] @returns {any} */
  const said = (words, person, speaker, more) => {
    const spanOf = (/** @type {string} */ of) => ({ block: 0, start: text.indexOf(of), end: text.indexOf(of) + of.length });
    return { ...spanOf(words), kind: 'direct', speaker: speaker ? spanOf(speaker) : null, cue: null, person, confidence: 0.9, probable: false, doubt: null, ...more };
  };
  /** @param {Partial<Statement>} of @returns {Statement} */
  const statement = (of) => ({ quotes: [], reported: null, person: null, date: null, confidence: 0.9, probable: false, ...of });
  /** @type {Annotations} */
  const annotations = {
    quotes: [said('“The ferry stays,”', 0, 'she'), said('“Never”', null, undefined, { kind: 'other' }), said('“too dear”', 2)],
    reported: [said('the bridge would close', 1, 'Zoë Roy'), said('it was “too dear”', 2, 'The council')],
    people: [['Lena Ortiz', 'mayor'], ['Zoë Roy', null], ['council', null]].map(([name, role]) => ({ name: name ?? '', role: role ?? null, kind: 'person', mentions: [] })),
    dates: [],
    statements: [statement({ quotes: [0], person: 0 }), statement({ reported: 0, person: 1 }), statement({ quotes: [1] }), statement({ quotes: [2], reported: 1, person: 2 })],
  };
  /** @type {DeskEntry} */
  const isRoys = { layer: 'quote', words: '“The ferry stays,”', before: '', after: ' she said. Zoë Roy said the bridge would', speaker: 'Zoë Roy', at: '2025-03-14T00:00:00.000Z' };
  const { speaker, ...hidden } = isRoys;

  /** The places of the statements that are watched. @type {[name: string, watch: string[], expected: number[], corrections?: DeskEntry[]][]} */
  const rows = [
    ['a name', ['ortiz'], [0]],
    ['a name with an accent, without', ['zoe roy'], [1]],
    ['the words that name the speaker', ['she'], [0]],
    ['a role', ['mayor'], [0]],
    ['words that are quoted', ['ferry'], [0]],
    ['words that are reported', ['BRIDGE close'], [1]],
    ['words that are quoted in what is reported', ['dear'], [3]],
    ['words of several statements', ['ferry bridge'], []],
    ['a name and words', ['ortiz ferry'], [0]],
    ['one of several entries', ['nobody', 'ferry', 'roy'], [0, 1]],
    ['words that nobody says', ['never'], []],
    ['words of the article beside its statements', ['song'], []],
    ['a statement that is given to somebody else', ['roy'], [0, 1], [isRoys]],
    ['a statement that is taken from somebody', ['ortiz'], [], [isRoys]],
    ['a statement that is hidden', ['ferry'], [], [{ ...hidden, hidden: true }]],
  ];
  for (const [name, watch, expected, corrections = []] of rows) {
    test(name, async () => {
      const answer = { annotations, published: '2025-03-14' };
      const marked = await new WatchList(async () => watch).mark(answer, { blocks }, corrections);
      assert.deepEqual(marked.annotations.statements.flatMap(({ watched }, index) => (watched ? index : [])), expected);
      assert.deepEqual([marked.watches, annotations.statements.some(({ watched }) => watched), JSON.stringify(marked).includes(speaker ?? '')], [true, false, true]);
    });
  }

  test('without entries the answer stays what it is; other entries hold at once', async () => {
    /** @type {string[]} */
    let entries = [];
    const list = new WatchList(async () => entries);
    const answer = { annotations, published: null };
    assert.equal(await list.mark(answer, { blocks }, []), answer);
    for (const [entry, expected] of /** @type {const} */ ([['ferry', 0], ['bridge', 1], ['dear', 3]])) {
      entries = [entry];
      const { annotations: { statements } } = await list.mark(answer, { blocks }, []);
      assert.equal(statements.findIndex(({ watched }) => watched), expected);
    }
  });

  test('nobody reads in an export what is watched', () => {
    const report = /** @type {any} */ ({ statements: [{ index: 0, text: '“Yes,”', watched: true }], people: [], dates: [] });
    assert.deepEqual(JSON.parse(reportAsJson(report)).statements, [{ index: 0, text: '“Yes,”' }]);
  });
});

/**
 * How many rows of pixels within the first words of a layer are a line.
 * @param {Page} page
 * @param {'watched' | 'quote'} layer
 */
async function linesAt(page, layer) {
  const { x, y } = await placeOf(page, layer, 0);
  const clip = { x: x - 11, y: y - 12, width: 100, height: 24 };
  const { data, info: { width, height } } = await sharp(await page.screenshot({ clip, captureBeyondViewport: false })).greyscale().raw().toBuffer({ resolveWithObject: true });
  const ground = [...data].toSorted((one, other) => one - other)[data.length >> 1] ?? 0;
  const rows = Array.from({ length: height }, (_, row) => data.subarray(row * width, (row + 1) * width));
  const isLine = rows.map((row) => [...row].filter((pixel) => Math.abs(pixel - ground) > 60).length > 0.7 * width);
  // What reaches to the edge of the picture is the page around the words.
  const first = isLine.indexOf(false);
  return isLine.slice(first, isLine.lastIndexOf(false)).filter(Boolean).length;
}


const story = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry to stay</title><meta property="article:published_time" content="2025-03-14"></head>
<body><main><article><h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday, and the hall fell silent for a while. “Not an inch.”</p>
<p>“The ferries are our road,” said Ilse Marrow, who runs the school on the far side of the island.</p>
<p>The minister, Ada Lund, said the ferry would sail until May, and that a decision would be made before the summer.</p>
<p>“There will be a vote before the summer break,” Vask promised those who had come to hear him.</p></article></main></body></html>`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(() => ({ body: story }));
    const launched = useBrowser(browserName, { preferences: { 'ui.prefersReducedMotion': 1 } });
    /** @type {Page} */
    let options;
    before(async () => void (options = await openScreen(launched, 'options')));

    /** @param {string[]} watch */
    const store = (watch) => writeStore(options, { watch });
    /** @param {string} path */
    async function open(path = '/') {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}${path}`);
      await waitForPainted(page, ({ length }) => length >= 4);
      return page;
    }
    /** @param {Page} page @param {string[]} texts */
    const isMarked = (page, texts) => waitForPainted(page, (found) => JSON.stringify(found) === JSON.stringify(texts), 'watched');

    test('names and patterns are marked on the page, by lines that no other mark has, and go with the list', async () => {
      await store(['marrow', 'who:/lund|nobody/ ferry', '/\\bvote\\b/']);
      const page = await open();
      await isMarked(page, ['“The ferries are our road,”', 'the ferry would sail until May, and that a decision would be made before the summer', '“There will be a vote before the summer break,”']);
      const lines = await page.evaluate(() => getComputedStyle(document.documentElement, '::highlight(verbatim-watched)').textDecorationLine);
      assert.deepEqual(lines.split(' ').toSorted(), ['overline', 'underline']);
      await options.bringToFront();
      await store(['moving']);
      await page.bringToFront();
      await isMarked(page, ['“We are not moving,”', '“Not an inch.”']);
      await store([]);
      await isMarked(page, []);
      await page.close();
    });

    test('it is told apart by a thick line in forced colours too, where all quotations look like selected text', async () => {
      await store(['marrow']);
      await prefer(launched, 'browser.display.document_color_use', 2);
      const { page } = await openPage(launched);
      if (browserName === 'chromium') {
        const session = await page.createCDPSession();
        await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value: 'active' }] });
      }
      await page.goto(`${server.address}/`);
      await isMarked(page, ['“The ferries are our road,”']);
      assert.equal(await page.evaluate(() => matchMedia('(forced-colors: active)').matches), true);
      const [watched, other] = [await linesAt(page, 'watched'), await linesAt(page, 'quote')];
      // Firefox has a thin line below all of them.
      assert.ok(watched > other, `${watched} and ${other} rows of pixels are lines`);
      await prefer(launched, 'browser.display.document_color_use', 0);
      await page.close();
    });

    test('what is watched is counted apart, and what the popup says goes with the page', async () => {
      await store(['vask']);
      const page = await open();
      await isMarked(page, ['“We are not moving,”', '“Not an inch.”', '“There will be a vote before the summer break,”']);
      if (browserName === 'chromium') assert.deepEqual(await readButton(launched), { badge: '★2', title: 'Verbatim: 2 on your watch list, 4 quotations' });
      const popup = await openScreen(launched, 'popup', page);
      await until(popup, () => document.getElementById('watched')?.innerText.replace(/\s+/g, ' ') === '“…” On your watch list 2' && document.getElementById('count-quotes')?.textContent === '4');
      await isOpenToAll(browserName, popup);
      await store(['nobody at all']);
      await page.bringToFront();
      await isMarked(page, []);
      await until(popup, () => document.getElementById('watched')?.hidden);
      await popup.close();
      await page.close();
    });

    test('the panel lists it first, says so, and steps through it first', async () => {
      await store(['lund']);
      const page = await open();
      const panel = await openPanel(launched, page);
      const { headings, statements } = await waitForPanel(panel, ({ headings }) => headings.length > 0);
      assert.deepEqual([headings, statements.map((entry) => entry.slice(0, 24))], [['On your watch list', 'All others'], [
        'Ada Lund watched reporte', 'Teodor Vask Mayor “We ar', 'Ilse Marrow “The ferries', 'Teodor Vask Mayor “There',
      ]]);
      assert.equal(await panel.$eval('section.watched', (section) => document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent), 'On your watch list');
      await isOpenToAll(browserName, panel);
      await panel.bringToFront();
      await panel.click('input[name=view][value=speaker]');
      const bySpeaker = await waitForPanel(panel, ({ headings }) => headings.length > 2);
      assert.deepEqual(bySpeaker.headings, ['On your watch list', 'Teodor Vask', 'Ilse Marrow']);
      await panel.click('input[name=view][value=order]');
      await panel.bringToFront();
      await panel.type('#search', 'a');
      await until(panel, () => document.getElementById('finding-count')?.textContent?.endsWith('found'));
      await panel.keyboard.press('Enter');
      await until(panel, () => document.querySelector('[aria-current]')?.textContent?.startsWith('Ada Lund'));
      await store(['vask']);
      await page.bringToFront();
      await isMarked(page, ['“We are not moving,”', '“Not an inch.”', '“There will be a vote before the summer break,”']);
      await waitForPanel(panel, ({ statements }) => statements[0]?.startsWith('Teodor Vask watched') ?? false);
      await panel.close();
      await page.close();
    });

    test('the card says it to those who go there by the keys; a speaker whom the reader corrects may be another', async () => {
      await store(['marrow']);
      const page = await open('/corrected');
      await isMarked(page, ['“The ferries are our road,”']);
      await pressKeys(launched, page, 'next');
      const first = await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      assert.equal(first.details['Watch list'], undefined);
      for (let count = 0; count <= first.actions.indexOf('Wrong?'); count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const { actions } = await waitForCard(page, browserName, ({ actions }) => actions.includes('It was Ilse Marrow'));
      for (let count = actions.indexOf('Hide this mark'); count < actions.indexOf('It was Ilse Marrow'); count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      const corrected = await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      assert.equal(corrected.details['Watch list'], 'you want to be told of this');
      await isMarked(page, ['“We are not moving,”', '“Not an inch.”', '“The ferries are our road,”']);
      await page.close();
    });

    test('entries are typed, checked and removed by the keyboard alone, and faults are said at their place', async () => {
      await store([]);
      await options.bringToFront();
      await until(options, () => document.getElementById('watch-count')?.textContent === '0 of at most 200 entries');
      await options.focus('#watch');
      await options.keyboard.type('who:/vask|(marrow/');
      await until(options, () => document.getElementById('watch')?.getAttribute('aria-invalid') === 'true');
      const fault = await options.$eval('#watch-fault', (fault) => [fault.textContent, fault.querySelector('mark')?.textContent, fault.role]);
      assert.deepEqual(fault, ['A group is not closed (character 11). who:/vask|(marrow/', '(', 'status']);
      assert.equal(await options.$eval('#watch', (field) => field.getAttribute('aria-describedby')?.split(' ').includes('watch-fault')), true);
      await isOpenToAll(browserName, options);
      await options.keyboard.press('Enter');
      await pause(100);
      assert.deepEqual((await readStore(options)).watch, []);
      for (let count = 0; count < 'marrow/'.length; count += 1) await options.keyboard.press('Backspace');
      await options.keyboard.press('Backspace');
      await options.keyboard.type('marrow/');
      await until(options, () => document.getElementById('watch-fault')?.hidden);
      await options.keyboard.press('Enter');
      await until(options, () => document.querySelectorAll('#watch-list li').length === 1);
      await options.keyboard.type('ferry');
      await options.keyboard.press('Enter');
      await until(options, () => document.getElementById('watch-count')?.textContent === '2 of at most 200 entries');
      await options.keyboard.type('ferry');
      await until(options, () => document.getElementById('watch-fault')?.textContent === 'This is on the list already.');
      assert.deepEqual((await readStore(options)).watch, ['who:/vask|marrow/', 'ferry']);
      await isOpenToAll(browserName, options);
      assert.deepEqual(await options.$$eval('#watch-list button', (buttons) => buttons.map(({ ariaLabel }) => ariaLabel)), ['Remove who:/vask|marrow/', 'Remove ferry']);
      await options.keyboard.press('Tab');
      await options.keyboard.press('Tab');
      await options.keyboard.press('Enter');
      await until(options, () => document.querySelectorAll('#watch-list li').length === 1);
      await until(options, () => document.activeElement?.id === 'watch');
      assert.deepEqual((await readStore(options)).watch, ['ferry']);
    });

    test('plain entries load no second wasm, and a full list takes no more', async () => {
      await store(Array.from({ length: 200 }, (_, index) => `name ${index}`));
      const own = await openScreen(launched, 'options');
      await until(own, () => document.querySelectorAll('#watch-list li').length === 200);
      await own.focus('#watch');
      await own.keyboard.type('one more');
      await until(own, () => document.getElementById('watch-fault')?.textContent === 'The list is full: it holds at most 200 entries.');
      await own.keyboard.press('Enter');
      await pause(100);
      assert.equal((await readStore(own)).watch.length, 200);
      assert.equal(await own.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => name.includes('find_bg.wasm'))), false);
      await own.close();
    });
  });
}
