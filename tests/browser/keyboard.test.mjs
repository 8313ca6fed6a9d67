// Every action by the keyboard alone: the keys of the extension and those that any page has, and nothing else. The context menu
// and the picker of colours are the browser's own.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { pressKeys } from './support/controls.mjs';
import { pasted } from './support/files.mjs';
import { waitForCard, waitForPainted } from './support/highlights.mjs';
import { openPanel, readPanel, sidePanel, waitForPanel } from './support/panel.mjs';
import { addressesOfTabs, openScreen, readStore, startAfresh, until, writeStore } from './support/screens.mjs';
import { useBrowserThatSaves, useServer } from './support/suite.mjs';
import { becomes, eventually, pause } from './support/waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const filler = '<p>The harbour was quiet again after the rain, and the boats lay where they had been left, one beside the other, all along the old wall.</p>'.repeat(10);
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry stays</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article><h1>The ferry stays</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p>“It is our road,” said Ilse Marrow, who runs the school.</p>
${filler}
<p>The ministry called the plan “too dear”.</p>
<p>“There will be a vote before the summer break,” Vask promised.</p></article></main></body></html>`;

/** More presses of a key than any of the pages has stops. */
const mostPresses = 60;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', html]]));
    const { launched, downloads } = useBrowserThatSaves(browserName, { preferences: { 'ui.prefersReducedMotion': 1 } });

    /** The news page, read, with nothing stored. @param {(news: Page) => Promise<void>} check */
    async function onNews(check) {
      await startAfresh(launched);
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/`);
      await waitForPainted(page, ({ length }) => length === 4);
      await check(page);
    }

    /**
     * Goes by the tab key to what a selector names, on or back: round by the browser's own controls Firefox's driver does not go.
     * @param {Page} page
     * @param {string} selector
     */
    async function goTo(page, selector) {
      for (let count = 0; count < mostPresses; count += 1) {
        const way = await page.evaluate((selector) => {
          const [wanted, active] = [document.querySelector(selector), document.activeElement];
          if (active?.matches(selector)) return 'there';
          return active && wanted && active.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_PRECEDING ? 'back' : 'on';
        }, selector);
        if (way === 'there') return;
        if (way === 'back') await page.keyboard.down('Shift');
        await page.keyboard.press('Tab');
        if (way === 'back') await page.keyboard.up('Shift');
      }
      throw new Error(`the tab key does not lead to ${selector}`);
    }

    /** @param {Page} page @param {string} selector @param {import('puppeteer-core').KeyInput} [key] */
    async function press(page, selector, key = 'Enter') {
      await goTo(page, selector);
      await page.keyboard.press(key);
    }

    /** Waits for a tab with a page of the extension. @param {string} path */
    async function untilOpen(path) {
      await eventually(() => addressesOfTabs(launched), (addresses) => addresses.some((address) => address.endsWith(path)));
    }

    /** Goes to a button of the open card, and presses it. @param {Page} page @param {string} label */
    async function pressInCard(page, label) {
      const { actions } = await waitForCard(page, browserName);
      assert.ok(actions.includes(label), `${label} is not among ${actions}`);
      for (let count = 0; count <= actions.indexOf(label); count += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    }

    // The first of all: the panel stays open.
    test('popup: the panel is opened', { skip: browserName === 'firefox' && 'Firefox opens its sidebar from the popup itself alone, not from the popup’s page in a tab' }, () => onNews(async (news) => {
      const popup = await openScreen(launched, 'popup', news);
      // It closes as it opens the panel, and with it goes the page that is driven.
      await press(popup, '#panel').catch(() => {});
      await waitForPanel(await sidePanel(launched), ({ statements }) => statements.length === 4);
    }));

    test('keys: to the next and the previous quotation, off and on again', () => onNews(async (news) => {
      await pressKeys(launched, news, 'next');
      await waitForCard(news, browserName, ({ title }) => title === 'Teodor Vask');
      await pressKeys(launched, news, 'next');
      await waitForCard(news, browserName, ({ title }) => title === 'Ilse Marrow');
      await pressKeys(launched, news, 'previous');
      await waitForCard(news, browserName, ({ title }) => title === 'Teodor Vask');
      await pressKeys(launched, news, 'toggle');
      await waitForPainted(news, ({ length }) => length === 0);
      await pressKeys(launched, news, 'toggle');
      await waitForPainted(news, ({ length }) => length === 4);
    }));

    test('card: the quotation is cited and linked to, and the speaker’s other words are gone to, forth and back', () => onNews(async (news) => {
      await pressKeys(launched, news, 'next');
      await pressInCard(news, 'Copy citation');
      await waitForCard(news, browserName, ({ told }) => told === 'Citation copied');
      assert.match(await pasted(launched), /^Teodor Vask, Mayor: “We are not moving,”/);
      await news.bringToFront();
      await news.keyboard.press('Tab');
      await news.keyboard.press('Enter');
      await waitForCard(news, browserName, ({ told }) => told === 'Link to these words copied');
      assert.match(await pasted(launched), /#:~:text=/);
      await news.bringToFront();
      await news.keyboard.press('Tab');
      await news.keyboard.press('Enter');
      await waitForCard(news, browserName, ({ count }) => count === '2 of 2');
      await news.keyboard.press('Tab');
      await news.keyboard.press('Enter');
      await waitForCard(news, browserName, ({ count }) => count === '1 of 2');
    }));

    test('card: the arrow keys lead to the speaker, whose mentions are stepped through, and to the date, which is saved', () => onNews(async (news) => {
      await pressKeys(launched, news, 'next');
      await waitForCard(news, browserName, ({ label, title }) => label === 'Said by' && title === 'Teodor Vask');
      await news.keyboard.press('ArrowRight');
      await waitForCard(news, browserName, ({ label, title }) => label === 'Speaker' && title === 'Teodor Vask');
      await pressInCard(news, '›');
      await waitForCard(news, browserName, ({ count }) => count === '2 of 2');
      await news.keyboard.press('ArrowRight');
      await waitForCard(news, browserName, ({ label, title }) => label === 'Date' && title === 'Thursday, March 13, 2025');
      await pressInCard(news, 'Add to calendar');
      assert.equal((await downloads.take(/\.ics$/)).name, '2025-03-13.ics');
      await news.keyboard.press('ArrowLeft');
      await waitForCard(news, browserName, ({ label }) => label === 'Speaker');
      await news.keyboard.press('Escape');
      await waitForCard(news, browserName, ({ title }) => title === '');
    }));

    test('card: all that the speaker said is shown in the panel, or lit', () => onNews(async (news) => {
      await pressKeys(launched, news, 'next');
      await pressInCard(news, 'All by this speaker');
      if (browserName === 'firefox') await waitForCard(news, browserName, ({ told }) => told === '2 statements lit on this page');
      else await waitForPanel(await sidePanel(launched), ({ statements }) => statements.length === 2);
    }));

    test('panel: searching, the views, the filters, and all of it again', () => onNews(async (news) => {
      const panel = await openPanel(launched, news);
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await panel.bringToFront();
      await goTo(panel, '#search');
      await panel.keyboard.type('nowhere');
      await waitForPanel(panel, ({ statements }) => statements.length === 0);
      await press(panel, '.nothing button');
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      assert.equal(await panel.evaluate(() => document.activeElement?.id), 'search');
      await goTo(panel, 'input[name=view]');
      await panel.keyboard.press('ArrowRight');
      await waitForPanel(panel, ({ headings }) => headings.includes('Ilse Marrow'));
      await panel.keyboard.press('ArrowLeft');
      await goTo(panel, 'input[name=kind]');
      for (const [expected] of [[3], [1]]) {
        await panel.keyboard.press('ArrowRight');
        await waitForPanel(panel, ({ statements }) => statements.length === expected);
      }
      for (let count = 0; count < 2; count += 1) await panel.keyboard.press('ArrowLeft');
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await goTo(panel, '#speaker');
      await panel.keyboard.press('ArrowDown');
      // Firefox takes what was chosen in the open list only when it is closed.
      await waitForPanel(panel, ({ statements }) => statements.length === 2);
    }));

    test('panel: to the words of an entry and of a date, cited, linked to, put into the calendar', () => onNews(async (news) => {
      const panel = await openPanel(launched, news);
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await panel.bringToFront();
      const lit = () => news.evaluate(() => [...(CSS.highlights.get('verbatim-spotlight') ?? [])].map(String));
      const untilLit = (/** @type {string} */ words) => becomes(lit, [words]);
      await press(panel, '[data-statement="0"] .entry');
      await untilLit('“We are not moving,”');
      await panel.keyboard.press('ArrowDown');
      await panel.keyboard.press('Enter');
      await untilLit('“It is our road,”');
      await press(panel, '[data-statement="1"] .small');
      await waitForPanel(panel, ({ told }) => told === 'Copied');
      assert.match(await pasted(launched), /^Ilse Marrow.*: “It is our road,”/);
      await panel.bringToFront();
      await press(panel, '[data-statement="1"] .small:last-child');
      await pause(300);
      assert.match(await pasted(launched), /#:~:text=/);
      await panel.bringToFront();
      await goTo(panel, 'input[name=view]');
      for (let count = 0; count < 2; count += 1) await panel.keyboard.press('ArrowRight');
      await waitForPanel(panel, ({ dates }) => dates.includes('Thursday'));
      await press(panel, '.moment .small');
      assert.equal((await downloads.take(/\.ics$/)).name, '2025-03-13.ics');
      await press(panel, '[data-date]');
      await untilLit('Thursday');
    }));

    test('panel: every format is copied and saved', () => onNews(async (news) => {
      const panel = await openPanel(launched, news);
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await panel.bringToFront();
      await press(panel, '#export-button');
      await until(panel, () => document.querySelector('#export')?.matches(':popover-open'));
      for (const ending of ['md', 'html', 'csv', 'json', 'jsonld', 'ics']) {
        await press(panel, `[data-format="${ending}"] .small`);
        await waitForPanel(panel, ({ told }) => told === 'Copied');
        await press(panel, `[data-format="${ending}"] .small:last-child`);
        assert.equal((await downloads.take(new RegExp(`\\.${ending}$`))).name, `the-ferry-stays.${ending}`);
        await until(panel, () => document.querySelector('#told')?.textContent === '');
      }
      await panel.keyboard.press('Escape');
      await until(panel, () => !document.querySelector('#export')?.matches(':popover-open'));
      assert.equal(await panel.evaluate(() => document.activeElement?.id), 'export-button');
    }));

    test('panel: turned on again where it is off, and told to read', () => onNews(async (news) => {
      const panel = await openPanel(launched, news);
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await pressKeys(launched, news, 'toggle');
      await waitForPanel(panel, ({ state }) => state === 'Verbatim is off here');
      await panel.bringToFront();
      await press(panel, '#state-action');
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      await writeStore(panel, { mode: 'click' });
      await waitForPanel(panel, ({ state }) => state === 'Not read yet');
      await press(panel, '#state-action');
      await waitForPanel(panel, ({ statements }) => statements.length === 4);
      assert.equal((await readPanel(panel)).state, '');
    }));

    test('popup: off and on for the site and everywhere, the layers, reading, options', () => onNews(async (news) => {
      const popup = await openScreen(launched, 'popup', news);
      await press(popup, '#everywhere', ' ');
      await waitForPainted(news, ({ length }) => length === 0);
      await popup.keyboard.press(' ');
      await waitForPainted(news, ({ length }) => length === 4);
      await press(popup, '#site', ' ');
      await waitForPainted(news, ({ length }) => length === 0);
      await popup.keyboard.press(' ');
      await waitForPainted(news, ({ length }) => length === 4);
      for (const [name, layer, all] of /** @type {const} */ ([['quotes', 'quote', 4], ['speakers', 'speaker', 4], ['dates', 'date', 2]])) {
        await press(popup, `input[name=${name}]`, ' ');
        await waitForPainted(news, ({ length }) => length === 0, layer);
        await popup.keyboard.press(' ');
        await waitForPainted(news, ({ length }) => length === all, layer);
      }
      await writeStore(popup, { mode: 'click' });
      await waitForPainted(news, ({ length }) => length === 0);
      await until(popup, () => !document.getElementById('read')?.hidden);
      await press(popup, '#read');
      await waitForPainted(news, ({ length }) => length === 4);
      // It closes as it opens the options, and with it goes the page that is driven.
      await press(popup, '#options').catch(() => {});
      await untilOpen('/ui/options/options.html');
    }));

    test('options: reading, marks, sites, file, reset', () => onNews(async () => {
      const options = await openScreen(launched, 'options');
      const stored = (/** @type {(settings: Record<string, any>) => boolean} */ is) => eventually(() => readStore(options), is);
      await press(options, '#on', ' ');
      await stored(({ on }) => on === false);
      await options.keyboard.press(' ');
      await stored(({ on }) => on === true);
      await press(options, 'input[name=mode]', 'ArrowDown');
      await stored(({ mode }) => mode === 'click');
      await press(options, '#badge', ' ');
      await stored(({ badge }) => badge === false);
      await press(options, 'input[name=tint]', 'ArrowDown');
      await stored(({ tint }) => tint === 'one');
      for (const layer of ['quotes', 'reported', 'speakers', 'dates']) {
        await press(options, `input[name=${layer}]`, ' ');
        await stored(({ layers }) => layers[layer] === false);
      }
      await writeStore(options, { ...await readStore(options), colours: { quote: null, speaker: null, date: '#112233' } });
      await until(options, () => /** @type {HTMLInputElement} */ (document.getElementById('colour-date')).value === '#112233');
      await press(options, '.mark:last-child button');
      await stored(({ colours }) => colours.date === null);
      await goTo(options, '#site');
      await options.keyboard.type('a.example');
      await options.keyboard.press('Enter');
      await stored(({ sitesOff }) => sitesOff[0] === 'a.example');
      await press(options, '#lists li button');
      await stored(({ sitesOff }) => sitesOff.length === 0);
      await press(options, '#save');
      assert.equal(JSON.parse((await downloads.take(/verbatim-settings.*\.json$/)).text).mode, 'click');
      // The browser's own window of files would stay open.
      await options.evaluate(() => document.getElementById('file')?.addEventListener('click', (event) => {
        event.preventDefault();
        document.body.dataset.asked = 'for a file';
      }, { once: true }));
      await press(options, '#open');
      await until(options, () => document.body.dataset.asked === 'for a file');
      await press(options, '#reset');
      await until(options, () => /** @type {HTMLButtonElement} */ (document.activeElement).value === 'cancel');
      await options.keyboard.press('Tab');
      await options.keyboard.press('Enter');
      await stored(({ mode, badge }) => mode === 'always' && badge === true);
      const before = (await launched.browser.pages()).length;
      await press(options, '#change-keys');
      await eventually(() => launched.browser.pages(), ({ length }) => length > before, () => 'the browser’s page of keys did not open');
    }));

    test('first-run page: to the options', () => onNews(async () => {
      const welcome = await openScreen(launched, 'welcome');
      await press(welcome, '#options');
      await untilOpen('/ui/options/options.html');
    }));
  });
}
