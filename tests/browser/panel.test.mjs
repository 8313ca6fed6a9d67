// The panel, through the extension's own page: what it shows, how it follows the page, and what can be taken out of it.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import markdownIt from 'markdown-it';
import Papa from 'papaparse';
import { browserNames, openPage } from './support/browsers.mjs';
import { endBackground, pressKeys } from './support/controls.mjs';
import { pasted } from './support/files.mjs';
import { waitForCard, waitForPainted } from './support/highlights.mjs';
import { openExport, openPanel, readPanel, sidePanel, tabOf, waitForPanel } from './support/panel.mjs';
import { useBrowserThatSaves, useServer } from './support/suite.mjs';
import { isAnnotationCollection, isReport, triplesOf } from './support/web-annotation.mjs';
import { becomes, eventually, pause } from './support/waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const filler = '<p>The harbour was quiet again after the rain, and the boats lay where they had been left, one beside the other, all along the old wall.</p>'.repeat(12);

/** @param {string} body @param {string} [title] */
const html = (body, title = 'A page') => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:site_name" content="The Kelmar Courier"><meta property="article:published_time" content="2025-03-14T06:30:00+01:00">
<style>body { max-width: 40rem; margin: 0 auto; font: 18px/1.6 serif; }</style></head><body><main><article>${body}</article></main></body></html>`;

const story = `<h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday. “Not an inch.”</p>
${filler}
<p>“It is our road,” said Ilse Marrow, who runs the school. The first hearing is set for 9.30am next Tuesday.</p>
<p>The ministry called the plan “too dear”. In 1974 the ferry sailed twice a day, and it sails every Tuesday now.</p>
${filler}
<p id="last">“There will be a vote before the summer break,” Vask promised.</p>`;

const pages = new Map([
  ['/story', html(story)],
  ['/other', html('<h1>School opens anew</h1><p>“The roof holds,” said Oda Brandt.</p><p>The school has waited a long time for its roof, and there was none in the winter that came this year.</p>')],
  ['/silent', html('<h1>Rain on the island</h1><p>It rained all day and nobody had anything to say about it, for there was nothing at all to be said about rain.</p><p>The rain is to go on, and the boats will stay in the harbour until it has gone away over the sea.</p>')],
  ['/german', html('<h1>Die Fähre bleibt</h1><p>„Wir gehen hier nicht weg“, sagte Teodor Vask am Donnerstag.</p>').replace('lang="en"', 'lang="de"')],
]);

const longTitle = 'The ferry to the island of Kelmar is to stay after all, says the transport minister in Parliament';
pages.set('/long', html(`<h1>${longTitle}</h1><p>By a reporter who does not exist, March 14, 2025</p>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday, and the hall fell silent, as it had not for many a year.</p>
<p>The first hearing is set for 9.30am next Tuesday, and a new operator is to be found in May 2025, the ministry said.</p>`));

const speakers = ['Teodor Vask', 'Ilse Marrow', 'the ministry', 'Teodor Vask'];

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(pages);
    const { launched, downloads } = useBrowserThatSaves(browserName, { preferences: { 'ui.prefersReducedMotion': 1 } });

    /**
     * @param {string} path
     * @param {(panel: Page, page: Page) => Promise<void>} check
     */
    async function beside(path, check) {
      const { page } = await openPage(launched);
      // Motion would have to be waited for.
      if (browserName === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      /** @type {string[]} */
      const complaints = [];
      try {
        await page.goto(`${server.address}${path}`);
        const panel = await openPanel(launched, page);
        panel.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
        panel.on('pageerror', (error) => complaints.push(String(error)));
        try {
          await check(panel, page);
        } finally {
          await panel.close();
        }
        assert.deepEqual(complaints, [], 'the console is clean');
      } finally {
        await page.close();
      }
    }

    /** @param {Page} panel @param {'order' | 'speaker' | 'dates'} view */
    const look = (panel, view) => panel.evaluate((view) => /** @type {HTMLInputElement} */ (document.querySelector(`input[name=view][value=${view}]`)).click(), view);

    // The first test: Chromium starts no background again that a debugger once held.
    test('it goes on when the background was ended', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await endBackground(launched);
      await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#list .entry')).click());
      await becomes(() => page.evaluate(() => CSS.highlights.has('verbatim-spotlight')), true);
      await endBackground(launched);
      await page.goto(`${server.address}/other`);
      await waitForPanel(panel, ({ title }) => title === 'School opens anew');
    }));

    test('it lists the statements in order, with speakers, dates and counts', () => beside('/story', async (panel) => {
      const shown = await waitForPanel(panel);
      assert.equal(shown.title, 'Ferry to stay, says the island\'s mayor');
      assert.equal(shown.source, 'The Kelmar Courier (127.0.0.1) · March 14, 2025');
      assert.equal(shown.status, '4 statements by 3 speakers');
      assert.deepEqual(shown.statements.map((text, index) => text.startsWith(speakers[index] ?? '?')), [true, true, true, true], JSON.stringify(shown.statements));
      assert.match(shown.statements[0] ?? '', /Mayor “We are not moving,” “Not an inch.” Thursday, March 13, 2025$/);
      const counts = await panel.evaluate(() => [...document.querySelectorAll('.chips b')].map((count) => count.textContent));
      assert.deepEqual(counts.slice(0, 3), ['4', '3', '1']);
    }));

    test('by speaker, each has a heading and a list', () => beside('/story', async (panel) => {
      await waitForPanel(panel);
      await look(panel, 'speaker');
      const shown = await readPanel(panel);
      assert.deepEqual(shown.headings, ['Teodor Vask', 'Ilse Marrow', 'the ministry']);
      assert.equal(await panel.$$eval('#list section > ol', (lists) => lists.length), 3);
      assert.match(shown.statements[1] ?? '', /vote before the summer break/);
    }));

    test('the dates stand along a line of time, with the day of publication among them', () => beside('/story', async (panel) => {
      await waitForPanel(panel);
      await look(panel, 'dates');
      const shown = await readPanel(panel);
      assert.deepEqual(shown.headings, ['1974', '2025', 'Lengths, repetitions, open dates']);
      assert.deepEqual(shown.dates.slice(0, 4), ['1974', 'Thursday', '9.30am next Tuesday', 'the summer']);
      assert.match(await panel.$eval('.published', (item) => item.textContent ?? ''), /^Published: Friday, March 14, 2025$/);
    }));

    test('search, kind and speaker narrow it down, and all can be shown again', () => beside('/story', async (panel) => {
      await waitForPanel(panel);
      await panel.focus('#search');
      await panel.keyboard.type('ROAD');
      await waitForPanel(panel, ({ statements, status }) => statements.length === 1 && status === '1 of 4 statements');
      await panel.keyboard.type(' nobody says this');
      await waitForPanel(panel, ({ statements }) => statements.length === 0);
      assert.equal(await panel.$eval('.nothing p', (text) => text.textContent), 'Nothing matches.');
      await panel.click('.nothing button');
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await panel.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('input[name=kind][value=reported]')).click());
      await waitForPanel(panel, ({ statements }) => statements.length === 1 && /too dear/.test(statements[0] ?? ''));
      await panel.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('input[name=kind][value=all]')).click());
      const vask = await panel.$eval('#speaker', (select) => [.../** @type {HTMLSelectElement} */ (select).options].find(({ text }) => text === 'Teodor Vask (2)')?.value ?? '');
      await panel.select('#speaker', vask);
      await waitForPanel(panel, ({ statements }) => statements.length === 2 && statements.every((text) => text.startsWith('Teodor Vask')));
    }));

    test('an entry leads to its words and lights them, by the keyboard alone', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await panel.bringToFront();
      await panel.focus('#list .entry');
      await panel.keyboard.press('End');
      await panel.keyboard.press('Enter');
      const lit = () => page.evaluate(() => [...(CSS.highlights.get('verbatim-spotlight') ?? [])].map((range) => {
        const live = /** @type {Range} */ (range);
        const { top, bottom } = live.getBoundingClientRect();
        return { text: live.toString(), inView: top >= 0 && bottom <= innerHeight };
      }));
      await becomes(lit, [{ text: '“There will be a vote before the summer break,”', inView: true }]);
      assert.match((await readPanel(panel)).current, /summer break/);
      await panel.keyboard.press('ArrowUp');
      assert.match(await panel.evaluate(() => document.activeElement?.textContent ?? ''), /too dear/);
      // The light goes out by itself.
      await becomes(lit, []);
    }));

    test('of words that it leads to it says nothing, and of words that are gone that they are', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      // All that is read out, also what is told for a moment only.
      await panel.evaluate(() => {
        const told = /** @type {HTMLElement} */ (document.getElementById('told'));
        new MutationObserver(() => (Object.assign(globalThis, { heard: [.../** @type {any} */ (globalThis).heard ?? [], told.textContent] }))).observe(told, { childList: true });
      });
      const heard = () => panel.evaluate(() => /** @type {{ heard?: string[] }} */ (globalThis).heard ?? []);
      const tab = await tabOf(panel, page.url());
      for (const view of /** @type {const} */ (['dates', 'order'])) {
        await look(panel, view);
        const entries = await panel.$$('#list .entry');
        assert.ok(entries.length >= 4, view);
        for (const entry of entries) await entry.evaluate((button) => /** @type {HTMLElement} */ (button).click());
      }
      // When this one is answered, so are the questions before.
      const answer = await panel.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: 'reveal', layer: 'quote', index: 0 }, { frameId: 0 }), tab);
      assert.deepEqual(await heard(), []);
      assert.deepEqual(answer, { shown: true });

      const last = await panel.$('[data-statement="3"] .entry');
      await page.evaluate(() => document.querySelector('#last')?.remove());
      await waitForPanel(panel, ({ statements }) => statements.length === 3);
      await last?.evaluate((button) => /** @type {HTMLElement} */ (button).click());
      await waitForPanel(panel, ({ told }) => told === 'These words are no longer on the page');
      assert.deepEqual(await heard(), ['These words are no longer on the page']);
    }));

    test('a date leads to its words', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await look(panel, 'dates');
      await panel.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('[data-date]')].find((entry) => entry.textContent?.includes('9.30am'))).click());
      await becomes(() => page.evaluate(() => [...(CSS.highlights.get('verbatim-spotlight') ?? [])].map(String)), ['9.30am next Tuesday']);
    }));

    test('the words under the reader’s eyes are marked in the list', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await page.bringToFront();
      for (const [selector, words] of /** @type {[string, RegExp][]} */ ([['#last', /summer break/], ['h1', /We are not moving/]])) {
        await page.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'center' }), selector);
        const shown = await waitForPanel(panel, ({ current }) => words.test(current));
        assert.equal(shown.statements.length, 4);
      }
    }));

    test('what is added to the page is added to the list, and the keyboard stays where it is', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await panel.bringToFront();
      await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelectorAll('#list .entry')[1]).focus());
      await page.evaluate(() => {
        const late = document.createElement('p');
        late.textContent = '“The ship will sail again,” Vask said.';
        document.querySelector('#last')?.after(late);
      });
      await waitForPanel(panel, ({ statements, status }) => statements.length === 5 && status === '5 statements by 3 speakers');
      assert.match(await panel.evaluate(() => document.activeElement?.textContent ?? ''), /It is our road/);
    }));

    test('it follows its tab to other pages, and says in words where there is nothing to show', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await panel.focus('#search');
      await panel.keyboard.type('road');
      await page.goto(`${server.address}/other`);
      const other = await waitForPanel(panel, ({ title }) => title === 'School opens anew');
      assert.equal(other.statements.length, 1, 'what was searched for on the page before is searched for no more');
      await page.goto(`${server.address}/silent`);
      await waitForPanel(panel, ({ title, status }) => title === 'Rain on the island' && status === '0 statements');
      assert.equal(await panel.$eval('.nothing', (text) => text.textContent), 'Nobody is quoted or reported in this article.');
      await page.goto(`${server.address}/german`);
      await waitForPanel(panel, ({ state }) => state === 'No English article');
      await page.goBack();
      await waitForPanel(panel, ({ title }) => title === 'Rain on the island');
      await page.goto('about:blank');
      await waitForPanel(panel, ({ state }) => state === 'Verbatim cannot see this page');
      await page.goto(`${server.address}/story`);
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
    }));

    test('where Verbatim is off or waits to be asked it says so, and offers to change that', () => beside('/story', async (panel, page) => {
      await waitForPanel(panel);
      await pressKeys(launched, page, 'toggle');
      await waitForPanel(panel, ({ state, statements }) => state === 'Verbatim is off here' && statements.length === 0);
      await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#state-action')).click());
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      const put = (/** @type {'always' | 'click'} */ mode) => panel.evaluate(async (mode) => {
        const { settings } = await chrome.storage.sync.get('settings');
        await chrome.storage.sync.set({ settings: { ...settings, version: 1, mode } });
      }, mode);
      try {
        await put('click');
        await page.reload();
        await waitForPanel(panel, ({ state }) => state === 'Not read yet');
        await panel.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#state-action')).click());
        await waitForPanel(panel, ({ statements }) => statements.length === 4);
      } finally {
        await put('always');
      }
    }));

    test('citations and links are copied', () => beside('/story', async (panel) => {
      await waitForPanel(panel);
      await panel.bringToFront();
      await panel.focus('[data-statement="1"] .small');
      await panel.keyboard.press('Enter');
      await waitForPanel(panel, ({ told }) => told === 'Copied');
      assert.match(await pasted(launched), /^Ilse Marrow.*: “It is our road,” “Ferry to stay, says the island's mayor”, The Kelmar Courier \(127\.0\.0\.1\), March 14, 2025, accessed [A-Z][a-z]+ \d+, \d+\. http:\/\/127\.0\.0\.1:\d+\/story#:~:text=\S+$/);
      await panel.bringToFront();
      await panel.focus('[data-statement="3"] .small:last-child');
      await panel.keyboard.press('Enter');
      await pause(300);
      const link = await pasted(launched);
      const { page } = await openPage(launched);
      await page.goto(link);
      await eventually(() => page.evaluate(() => {
        const { top, bottom } = /** @type {Element} */ (document.querySelector('#last')).getBoundingClientRect();
        return scrollY > 0 && top >= 0 && bottom <= innerHeight;
      }), Boolean, () => `${link} does not lead to the words`);
      await page.close();
    }));

    test('every format is saved as a file that its reader understands', () => beside('/story', async (panel) => {
      await waitForPanel(panel);
      await panel.bringToFront();
      /** @param {string} ending */
      const save = async (ending) => {
        await openExport(panel);
        await panel.click(`[data-format="${ending}"] .small:last-child`);
        const { name, text } = await downloads.take(new RegExp(`\\.${ending}$`));
        await panel.click('#export-button');
        return { name, text };
      };
      const markdown = await save('md');
      assert.equal(markdown.name, 'ferry-to-stay-says-the-island-s-mayor.md');
      const rendered = markdownIt().render(markdown.text);
      assert.match(rendered, /<blockquote>\s*<p>“It is our road,”<\/p>/);
      assert.match(rendered, /<td>9\.30am next Tuesday<\/td>/);
      const { data, errors } = Papa.parse((await save('csv')).text.replace(/^\ufeff/, ''), { header: true });
      assert.deepEqual(errors, []);
      assert.deepEqual(data.map((row) => /** @type {any} */ (row).speaker), speakers);
      const json = JSON.parse((await save('json')).text);
      assert.ok(isReport(json), JSON.stringify(isReport.errors));
      assert.equal(json.statements.length, 4);
      const annotations = JSON.parse((await save('jsonld')).text);
      assert.ok(isAnnotationCollection(annotations), JSON.stringify(isAnnotationCollection.errors));
      assert.ok((await triplesOf(annotations)).some(([, predicate, object]) => predicate === 'http://schema.org/text' && object === '“It is our road,”'));
      const events = new ICAL.Component(ICAL.parse((await save('ics')).text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event).startDate.toString());
      assert.deepEqual(events, ['2025-03-13', '2025-03-18T09:30:00']);
    }));

    test('a calendar has neither the byline nor months, and the same names each time; a file’s name ends with a word', () => beside('/long', async (panel) => {
      await waitForPanel(panel);
      await panel.bringToFront();
      const saved = [];
      for (let count = 0; count < 2; count += 1) {
        await openExport(panel);
        await panel.click('[data-format="ics"] .small:last-child');
        saved.push(await downloads.take(/\.ics$/));
        await panel.click('#export-button');
      }
      assert.equal(saved[0]?.name, 'the-ferry-to-the-island-of-kelmar-is-to-stay-after-all-says.ics');
      const [first, second] = saved.map(({ text }) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component)));
      assert.deepEqual(first?.map(({ startDate }) => startDate.toString()), ['2025-03-13', '2025-03-18T09:30:00']);
      assert.deepEqual(first?.map(({ uid }) => uid), second?.map(({ uid }) => uid));
    }));

    test('positions are those of the page’s text, in code points', () => beside('/story', async (panel, page) => {
      await page.evaluate(() => document.querySelector('article')?.prepend('🛳 '));
      await waitForPanel(panel);
      const { report } = await panel.evaluate((tab) => chrome.tabs.sendMessage(tab, { type: 'report?', positions: true }, { frameId: 0 }), await tabOf(panel, page.url()));
      const text = [...await page.evaluate(() => document.body.textContent)];
      const quotes = /** @type {import('../../types/report.js').Report} */ (report).statements.flatMap(({ quotes }) => quotes);
      assert.equal(quotes.length, 5);
      for (const { text: words, position } of quotes) {
        assert.ok(position, words);
        assert.equal(text.slice(position.start, position.end).join(''), words);
        assert.equal(position.exact, words);
        assert.ok(text.slice(0, position.start).join('').endsWith(position.prefix));
        assert.ok(text.slice(position.end).join('').startsWith(position.suffix));
      }
    }));

    test('only what is shown is exported', () => beside('/story', async (panel) => {
      await waitForPanel(panel);
      await panel.bringToFront();
      await panel.focus('#search');
      await panel.keyboard.type('road');
      await waitForPanel(panel, ({ statements }) => statements.length === 1);
      await openExport(panel);
      assert.equal(await panel.$eval('#export-title', (title) => title.textContent), 'Export 1 statement');
      await panel.click('[data-format="json"] .small');
      await waitForPanel(panel, ({ told }) => told === 'Copied');
      const json = JSON.parse(await pasted(launched));
      assert.ok(isReport(json), JSON.stringify(isReport.errors));
      assert.deepEqual(json.statements.map((/** @type {any} */ statement) => [statement.index, statement.text]), [[0, '“It is our road,”']]);
    }));

    test('axe finds nothing to object to, in any view or state', () => beside('/story', async (panel, page) => {
      const violations = async () => {
        await panel.evaluate(axe);
        const { violations } = await panel.evaluate(() => /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ['violations'] }));
        return violations.map((/** @type {any} */ violation) => `${violation.id}: ${violation.nodes.map((/** @type {any} */ node) => node.html)}`);
      };
      await waitForPanel(panel);
      await panel.bringToFront();
      const schemes = browserName === 'chromium' ? ['light', 'dark'] : ['as it is'];
      for (const scheme of schemes) {
        if (browserName === 'chromium') await panel.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        for (const view of /** @type {const} */ (['order', 'speaker', 'dates', 'order'])) {
          await look(panel, view);
          assert.deepEqual(await violations(), [], `${scheme}, ${view}`);
        }
        await openExport(panel);
        assert.deepEqual(await violations(), [], `${scheme}, export`);
        await panel.click('#export-button');
      }
      await page.goto(`${server.address}/german`);
      await waitForPanel(panel, ({ state }) => state === 'No English article');
      assert.deepEqual(await violations(), [], 'nothing found');
    }));

    test('beside the page it follows the tab in front', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/story`);
      await waitForPainted(page);
      if (browserName === 'firefox') await pressKeys(launched, page, 'panel');
      else {
        // Chromium opens it for a click alone: the card's last button asks for all that the speaker said.
        await pressKeys(launched, page, 'next');
        const { actions } = await waitForCard(page, browserName);
        for (const action of actions) {
          await page.keyboard.press('Tab');
          if (action === 'All by this speaker') await page.keyboard.press('Enter');
        }
      }
      const panel = await sidePanel(launched);
      const expected = browserName === 'firefox' ? 4 : 2;
      await waitForPanel(panel, ({ statements }) => statements.length === expected);
      const { page: second } = await openPage(launched);
      await second.goto(`${server.address}/other`);
      await second.bringToFront();
      await waitForPanel(panel, ({ title }) => title === 'School opens anew');
      await page.bringToFront();
      await waitForPanel(panel, ({ title }) => title.startsWith('Ferry to stay'));
      await second.close();
      await page.close();
    });
  });
}
