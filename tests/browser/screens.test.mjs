// The popup, the options and the first-run page, as people use them; and that settings last.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { endBackground, openPopup, pressKeys, readButton } from './support/controls.mjs';
import { painted, waitForPainted } from './support/highlights.mjs';
import { openScreen, readStore, startAfresh, until, writeStore } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { becomes, eventually, pause } from './support/waiting.mjs';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article><h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p>
<p id="last">“It is our road,” said Ilse Marrow, who runs the school.</p></article></main></body></html>`;
const quotes = ['“We are not moving,”', '“It is our road,”'];
const short = '<!doctype html><html lang="en"><title>A shop</title><main><p>“We are not moving,” Mayor Teodor Vask said.</p></main></html>';
const german = '<!doctype html><html lang="de"><title>Eine Seite</title><p>Nichts auf Englisch steht hier.</p></html>';

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer((path) => (path === '/' || path === '/other' ? { body: html } : path === '/none' ? { body: short } : path === '/german' ? { body: german } : null));
    const launched = useBrowser(browserName);
    /** @type {string} */
    let folder;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
    });
    after(async () => {
      await rm(folder, { recursive: true, force: true });
    });
    beforeEach(() => startAfresh(launched));

    /** The news page, read. @param {string} [path] */
    async function openNews(path = '/') {
      const { page } = await openPage(launched);
      await page.goto(server.address + path);
      if (path === '/') await waitForPainted(page, (texts) => texts.length === 2);
      return page;
    }

    // The first test: Chromium starts no background anew that a debugger once held.
    test('the popup works though the background was ended', async () => {
      const news = await openNews();
      await endBackground(launched);
      const popup = await openScreen(launched, 'popup', news);
      await popup.click('#site');
      await waitForPainted(news, (texts) => texts.length === 0);
    });

    test('the button opens the popup, which says what was found', async () => {
      const news = await openNews();
      const popup = await openPopup(launched, news);
      assert.match((await popup.text()).replace(/\s+/g, ' '), /127\.0\.0\.1 .*Hide marks in this tab .*Found in this article: .*Quotations 2 .*Reported 0 .*Speakers 2 .*Dates 2 Lengths, repetitions, “now” 0 Open the list Options/);
      await popup.press('#site');
      await waitForPainted(news, (texts) => texts.length === 0);
    });

    test('popup: off and on for the site, and everywhere', async () => {
      const news = await openNews();
      const popup = await openScreen(launched, 'popup', news);
      await popup.click('#site');
      await waitForPainted(news, (texts) => texts.length === 0);
      assert.deepEqual((await readStore(popup)).sitesOff, ['127.0.0.1']);
      await until(popup, () => document.getElementById('status')?.textContent === 'Off for this site.');
      await popup.click('#site');
      await waitForPainted(news, (texts) => texts.length === 2);

      await popup.click('#everywhere');
      await waitForPainted(news, (texts) => texts.length === 0);
      await until(popup, () => document.getElementById('status')?.textContent === 'Off on every site.');
      assert.ok(await popup.$eval('#site', (site) => /** @type {HTMLInputElement} */ (site).disabled));
      await popup.click('#everywhere');
      await waitForPainted(news, (texts) => texts.length === 2);
    });

    test('popup: a switch stays where the user has put it while that is being stored', async () => {
      const news = await openNews();
      const popup = await openScreen(launched, 'popup', news);
      const isOn = () => popup.$eval('#site', (site) => /** @type {HTMLInputElement} */ (site).checked);
      // Whoever changes the settings waits for this lock.
      await popup.evaluate(() => void navigator.locks.request('settings', () => new Promise((release) => {
        document.addEventListener('release', release, { once: true });
      })));
      await popup.click('#site');
      // Meanwhile the popup asks the page several times how it stands.
      await pause(1_000);
      assert.equal(await isOn(), false);
      await popup.evaluate(() => document.dispatchEvent(new Event('release')));
      await waitForPainted(news, (texts) => texts.length === 0);
      assert.equal(await isOn(), false);
      await popup.click('#site');
      await waitForPainted(news, (texts) => texts.length === 2);
    });

    test('popup: layers are shown and hidden', async () => {
      const news = await openNews();
      const popup = await openScreen(launched, 'popup', news);
      for (const [name, layer, count] of /** @type {const} */ ([['quotes', 'quote', 2], ['speakers', 'speaker', 2], ['dates', 'date', 2]])) {
        await popup.click(`input[name=${name}]`);
        await waitForPainted(news, (texts) => texts.length === 0, layer);
        await popup.click(`input[name=${name}]`);
        await waitForPainted(news, (texts) => texts.length === count, layer);
      }
    });

    test('popup: pages wait where the user wants it, and are read when told', async () => {
      const news = await openNews();
      const popup = await openScreen(launched, 'popup', news);
      await writeStore(popup, { mode: 'click' });
      await waitForPainted(news, (texts) => texts.length === 0);
      await until(popup, () => !document.getElementById('read')?.hidden);
      await popup.click('#read');
      await waitForPainted(news, (texts) => texts.length === 2);
      await until(popup, () => document.getElementById('read')?.hidden);

      await news.reload();
      await pause(500);
      assert.deepEqual(await painted(news, 'quote'), [], 'only this page was meant');
      await pressKeys(launched, news, 'toggle');
      await waitForPainted(news, (texts) => texts.length === 2);
      await pressKeys(launched, news, 'toggle');
      await waitForPainted(news, (texts) => texts.length === 0);

      await popup.bringToFront();
      await popup.click('#site');
      await waitForPainted(news, (texts) => texts.length === 2);
      await news.reload();
      await waitForPainted(news, (texts) => texts.length === 2);
      assert.deepEqual((await readStore(popup)).sitesOn, ['127.0.0.1']);
    });

    test('popup: what it says where there is nothing to read', async () => {
      const news = await openNews('/german');
      const popup = await openScreen(launched, 'popup', news);
      await until(popup, () => document.getElementById('status')?.textContent === 'No English article was found on this page.');
      const own = await openScreen(launched, 'popup');
      await until(own, () => document.getElementById('status')?.textContent === 'Verbatim cannot run on this page.');
    });

    test('popup: the marks of one tab are hidden, also after it was loaded again, and shown again', async () => {
      const [news, other] = [await openNews(), await openNews('/other')];
      await waitForPainted(other, ({ length }) => length === 2);
      const popup = await openScreen(launched, 'popup', news);
      await popup.click('#hide');
      await waitForPainted(news, ({ length }) => length === 0);
      await waitForPainted(news, ({ length }) => length === 0, 'date');
      assert.deepEqual(await painted(other, 'quote'), quotes);
      await news.reload();
      await pause(1_000);
      assert.deepEqual(await painted(news, 'quote'), []);
      assert.equal(await popup.$eval('#hide', (input) => /** @type {HTMLInputElement} */ (input).checked), true);
      await popup.click('#hide');
      await waitForPainted(news, ({ length }) => length === 2);
    });

    test('popup: a page without an article is read anyway', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/none`);
      const popup = await openScreen(launched, 'popup', page);
      await until(popup, () => document.getElementById('read-anyway')?.hidden === false);
      assert.equal(await popup.$eval('#read-anyway', ({ textContent }) => textContent), 'Read it anyway');
      await popup.click('#read-anyway');
      await waitForPainted(page, ({ length }) => length === 1);
      await until(popup, () => document.getElementById('read-anyway')?.hidden === true);
    });

    test('popup: by keyboard alone, and every control has a name', async () => {
      const news = await openNews();
      const popup = await openScreen(launched, 'popup', news);
      const reached = [];
      for (let count = 0; count < 10; count += 1) {
        await popup.keyboard.press('Tab');
        reached.push(await popup.evaluate(() => {
          const { id, labels, textContent, ...control } = /** @type {HTMLInputElement} */ (document.activeElement);
          return labels?.[0]?.textContent?.trim() || textContent || id || String(control);
        }));
      }
      assert.deepEqual(reached.map((name) => name.replace(/[“…”]|that|Aa|3\/12|\d$/gu, '')), [
        'On everywhere', 'On for this site', 'Hide marks in this tab', 'Quotations', 'Reported', 'Speakers', 'Dates', 'Lengths, repetitions, now', 'Open the list', 'Options',
      ]);
      await popup.focus('#site');
      await popup.keyboard.press(' ');
      await waitForPainted(news, (texts) => texts.length === 0);
    });

    test('options: the mode, the tints, the layers and the badge are stored and used at once', async () => {
      const news = await openNews();
      const options = await openScreen(launched, 'options');
      await options.click('input[name=tint][value=one]');
      await until(news, () => CSS.highlights.has('verbatim-quote'));
      await options.click('input[name=quotes]');
      await waitForPainted(news, (texts) => texts.length === 0);
      await options.click('#badge');
      await options.click('input[name=mode][value=click]');
      await until(options, async () => (await chrome.storage.sync.get('settings')).settings?.mode === 'click');
      const { tint, layers, badge, mode } = await readStore(options);
      assert.deepEqual({ tint, layers, badge, mode }, { tint: 'one', layers: { quotes: false, reported: true, speakers: true, dates: true }, badge: false, mode: 'click' });
    });

    if (browserName === 'chromium') {test('options: what changes while the page opens is shown', async () => {
      const options = await launched.browser.newPage();
      await options.evaluateOnNewDocument(() => {
        const { sync } = chrome.storage;
        const get = sync.get.bind(sync);
        // The first answer is out of date when it comes.
        sync.get = async (/** @type {any} */ key) => {
          sync.get = get;
          const found = await get(key);
          await sync.set({ settings: { version: 1, sitesOff: ['late.example'] } });
          await new Promise((resolve) => setTimeout(resolve, 200));
          return found;
        };
      });
      await options.goto(`chrome-extension://${launched.extensionId}/ui/options/options.html`);
      await options.waitForFunction(() => 'ready' in document.documentElement.dataset);
      await until(options, () => document.querySelector('#lists li')?.firstChild?.textContent === 'late.example');
      await options.close();
    });}

    test('options: a colour is shown, checked, stored, painted and reset', async () => {
      const news = await openNews();
      const options = await openScreen(launched, 'options');
      const choose = (/** @type {string} */ id, /** @type {string} */ colour) => options.evaluate((id, colour) => {
        const picker = /** @type {HTMLInputElement} */ (document.getElementById(id));
        picker.value = colour;
        picker.dispatchEvent(new Event('input', { bubbles: true }));
        picker.dispatchEvent(new Event('change', { bubbles: true }));
      }, id, colour);
      await choose('colour-date', '#ff00aa');
      await until(options, async () => (await chrome.storage.sync.get('settings')).settings?.colours.date === '#ff00aa');
      assert.equal(await options.$eval('[data-page=light] [data-layer=date]', (sample) => getComputedStyle(sample).textDecorationColor), 'rgb(255, 0, 170)');
      await until(news, () => getComputedStyle(document.documentElement, '::highlight(verbatim-date)').textDecorationColor === 'rgb(255, 0, 170)');

      await choose('colour-quote', '#ffff00');
      await until(news, () => CSS.highlights.has('verbatim-quote'));
      assert.equal((await readStore(options)).tint, 'one', 'one colour for all');
      assert.ok(await options.$eval('#contrast-warning', (warning) => /** @type {HTMLElement} */ (warning).hidden));
      await choose('colour-speaker', '#ffffcc');
      assert.match(await options.$eval('#contrast-warning', (warning) => warning.textContent ?? ''), /^On light pages .* darker ones\.$/);

      await options.click('.mark:has(input[name=dates]) button');
      await until(news, () => getComputedStyle(document.documentElement, '::highlight(verbatim-date)').textDecorationColor === 'rgb(180, 97, 15)');
      // A page opened later has the colours too.
      const later = await openNews();
      await until(later, () => getComputedStyle(document.documentElement, '::highlight(verbatim-quote)').backgroundColor.startsWith('rgba(255, 255, 0'));
    });

    test('options: sites are added, refused and removed', async () => {
      const news = await openNews();
      const options = await openScreen(launched, 'options');
      await options.type('#site', 'not a site');
      await options.keyboard.press('Enter');
      await until(options, () => document.getElementById('site-error')?.textContent?.startsWith('This is no address'));
      await options.$eval('#site', (field) => { /** @type {HTMLInputElement} */ (field).value = ''; });
      await options.type('#site', 'http://127.0.0.1/some/page');
      await options.keyboard.press('Enter');
      await waitForPainted(news, (texts) => texts.length === 0);
      await until(options, () => document.querySelector('#lists li')?.firstChild?.textContent === '127.0.0.1');
      assert.equal(await options.$eval('#lists li button', (button) => button.ariaLabel), 'Remove 127.0.0.1');
      await options.focus('#lists li button');
      await options.keyboard.press('Enter');
      await waitForPainted(news, (texts) => texts.length === 2);
      await until(options, () => document.activeElement?.id === 'site');
    });

    test('options: keys are named, and the browser’s own page for them opens', async () => {
      const options = await openScreen(launched, 'options');
      const keys = await options.$$eval('#keys dt, #keys dd', (parts) => parts.map(({ textContent }) => textContent));
      assert.deepEqual(keys, [
        'Turn Verbatim off or on for this site', 'Alt+Shift+V', 'Go to the next statement', 'Alt+Shift+.', 'Go to the previous statement', 'Alt+Shift+,',
        'Open the list of statements', 'Alt+Shift+L',
      ]);
      const before = (await launched.browser.pages()).length;
      await options.click('#change-keys');
      await eventually(() => launched.browser.pages(), ({ length }) => length > before, () => 'no page opened');
    });

    test('options: settings are saved as a file and read from one; a bad file says what is wrong and changes nothing', async () => {
      const options = await openScreen(launched, 'options');
      await writeStore(options, { mode: 'click', sitesOff: ['a.example'], badge: false, watch: ['who:/vask|lund/', 'ferry'] });
      await until(options, () => document.querySelector('#lists li'));
      // What the browser would save is caught where it is handed over.
      const saved = await options.evaluate(() => new Promise((resolve) => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => {
          void /** @type {Blob} */ (blob).text().then(resolve);
          return createObjectURL(blob);
        };
        document.getElementById('save')?.click();
      }));
      assert.equal(JSON.parse(/** @type {string} */ (saved)).kind, 'verbatim-settings');

      const give = async (/** @type {string} */ name, /** @type {string} */ text) => {
        await writeFile(join(folder, name), text);
        const field = await options.$('#file');
        await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (field).uploadFile(join(folder, name));
      };
      const before = await readStore(options);
      for (const [name, text, error] of /** @type {const} */ ([
        ['short.json', '{"kind":"verbatim-set', '“short.json” is not JSON, or was cut short. Nothing was changed.'],
        ['other.json', '{"bookmarks":[]}', '“other.json” is not a file of Verbatim’s settings. Nothing was changed.'],
        ['newer.json', '{"kind":"verbatim-settings","version":9}', '“newer.json” comes from a newer version of Verbatim. Update it first; nothing was changed.'],
        ['field.json', '{"kind":"verbatim-settings","mode":"never"}', 'In “field.json” the field “mode” has a value that is not allowed. Nothing was changed.'],
        ['watch.json', '{"kind":"verbatim-settings","watch":["ferry","/a(b/"]}', 'In “watch.json” an entry of the watch list is wrong. /a(b/: A group is not closed (character 3). Nothing was changed.'],
        ['twice.json', '{"kind":"verbatim-settings","watch":["ferry","ferry"]}', 'In “twice.json” the field “watch” has a value that is not allowed. Nothing was changed.'],
      ])) {
        await give(name, text);
        await until(options, (error) => document.getElementById('file-error')?.textContent === error, error);
        assert.deepEqual(await readStore(options), before);
      }
      await writeStore(options, {});
      await give('saved.json', /** @type {string} */ (saved));
      await until(options, () => document.getElementById('done')?.textContent === 'The settings of the file are in use.');
      const { mode, sitesOff, badge, watch } = await readStore(options);
      assert.deepEqual({ mode, sitesOff, badge, watch }, { mode: 'click', sitesOff: ['a.example'], badge: false, watch: ['who:/vask|lund/', 'ferry'] });
    });

    test('options: everything is reset, once it is meant', async () => {
      const options = await openScreen(launched, 'options');
      await writeStore(options, { badge: false, sitesOff: ['a.example'] });
      await until(options, () => document.querySelector('#lists li'));
      await options.click('#reset');
      await until(options, () => /** @type {HTMLButtonElement} */ (document.activeElement).value === 'cancel');
      await options.keyboard.press('Enter');
      await until(options, () => !document.querySelector('dialog')?.open);
      assert.equal((await readStore(options)).badge, false, 'the first button is the one that cancels');
      await options.click('#reset');
      await until(options, () => /** @type {HTMLButtonElement} */ (document.activeElement).value === 'cancel');
      await options.keyboard.press('Tab');
      await options.keyboard.press('Enter');
      await until(options, () => !document.querySelector('#lists li'));
      const { badge, sitesOff } = await readStore(options);
      assert.deepEqual({ badge, sitesOff }, { badge: true, sitesOff: [] });
    });

    test('options: by keyboard alone, and every control has a name', async () => {
      const options = await openScreen(launched, 'options');
      const unnamed = await options.$$eval('button, input:not([hidden]), select, a', (controls) => controls
        .filter((control) => !(/** @type {HTMLInputElement} */ (control).labels?.length || control.ariaLabel || control.textContent?.trim())).map((control) => control.outerHTML));
      assert.deepEqual(unnamed, []);
      const expected = await options.$$eval('button, input, select, a', (controls) => controls.filter((control) => (
        control.checkVisibility() && !(control instanceof HTMLInputElement && control.type === 'radio' && !control.checked))).length);
      const reached = new Set();
      for (let count = 0; count < expected; count += 1) {
        await options.keyboard.press('Tab');
        reached.add(await options.evaluate(() => [...document.querySelectorAll('button, input, select, a')].indexOf(/** @type {Element} */ (document.activeElement))));
      }
      reached.delete(-1);
      assert.equal(reached.size, expected);
    });

    test('a store that is broken gives defaults for what is broken, and is mended by the next change', async () => {
      const news = await openNews();
      const options = await openScreen(launched, 'options');
      await writeStore(options, { on: 'yes', mode: 5, sitesOff: ['a.example', null, 7], layers: { quotes: true, speakers: 'no', dates: false }, colours: 'red', badge: false });
      await waitForPainted(news, (texts) => texts.length === 0, 'date');
      assert.deepEqual(await painted(news, 'quote'), quotes);
      await options.click('#badge');
      await until(options, async () => (await chrome.storage.sync.get('settings')).settings?.badge === true);
      assert.deepEqual(await readStore(options), {
        version: 1, on: true, mode: 'always', sitesOff: ['a.example'], sitesOn: [], layers: { quotes: true, reported: true, speakers: true, dates: false }, daysOnly: true, tint: 'speaker',
        colours: { quote: null, speaker: null, date: null }, badge: true, citation: 'plain', watch: [],
      });
      await writeStore(options, 'rubbish');
      await waitForPainted(news, (texts) => texts.length === 2, 'date');
    });

    test('where the browser cannot carry the settings, this machine keeps them', async () => {
      const news = await openNews();
      const options = await openScreen(launched, 'options');
      // More sites than an entry of the synchronised store holds.
      const many = Array.from({ length: 900 }, (_, index) => `site-number-${index}.example`);
      await options.evaluate((many) => chrome.storage.local.set({ settings: { sitesOff: many } }), many);
      await until(options, () => document.querySelectorAll('#lists li').length === 900);
      await options.type('#site', '127.0.0.1');
      await options.keyboard.press('Enter');
      await waitForPainted(news, (texts) => texts.length === 0);
      assert.equal(await options.evaluate(async () => (await chrome.storage.local.get('settings')).settings?.sitesOff.length), 901);
      await options.click('#reset');
      await until(options, () => /** @type {HTMLButtonElement} */ (document.activeElement).value === 'cancel');
      await options.keyboard.press('Tab');
      await options.keyboard.press('Enter');
      await waitForPainted(news, (texts) => texts.length === 2);
      assert.deepEqual(await options.evaluate(async () => Object.keys(await chrome.storage.local.get('settings'))), []);
    });

    if (browserName === 'chromium') {
      test('the badge counts, and stops counting when it shall not', async () => {
        const news = await openNews();
        await news.bringToFront();
        const options = await openScreen(launched, 'options');
        await news.bringToFront();
        await becomes(async () => (await readButton(launched)).badge, '2');
        await writeStore(options, { badge: false });
        await becomes(async () => (await readButton(launched)).badge, '');
        await writeStore(options, { mode: 'click' });
        await becomes(async () => (await readButton(launched)).title, 'Verbatim reads this page when you say so');
      });
    }
  });
}

for (const file of ['popup', 'options', 'welcome']) {
  test(`${file}: no words of its own stand in its HTML`, async () => {
    const source = await readFile(new URL(`../../extension/ui/${file}/${file}.html`, import.meta.url), 'utf8');
    const words = source.replace(/<(style|script)[\s\S]*?<\/\1>|<p class="example"[\s\S]*?<\/p>|<span class="sample"[^<]*<\/span>|<title[^<]*<\/title>|<[^>]*>/gu, ' ');
    assert.equal(words.replace('Verbatim', '').trim(), '');
  });
}
