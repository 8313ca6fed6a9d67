// What the extension does on a page, and what it leaves alone.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { pressKeys, readButton, reloadExtension } from './support/controls.mjs';
import { painted, pause, placeOf, readCard, waitForCard, waitForPainted } from './support/highlights.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** Long enough for anything that is going to happen to have happened. */
const settled = 700;

/** @param {string} body @param {string} [language] */
const html = (body, language = ' lang="en"') => `<!doctype html><html${language}><head><meta charset="utf-8"><title>A page</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article>${body}</article></main></body></html>`;

const story = `<h1>Ferry to stay, says the island's mayor</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday.</p>
<p>The island has waited a long time for an answer, and there was none in the letter that came this week.</p>
<p id="last">“It is our road,” said Ilse Marrow, who runs the school.</p>`;

const german = `<h1>Die Fähre bleibt, sagt der Bürgermeister</h1>
<p>„Wir gehen hier nicht weg“, sagte Bürgermeister Teodor Vask am Donnerstag. Die Insel wartet seit langem auf eine Antwort, und in dem
Brief, der in dieser Woche gekommen ist, stand keine. “Es ist unsere Straße”, sagte Ilse Marrow, die die Schule leitet.</p>`;

const pages = new Map([
  ['/story', html(story)],
  ['/other', html(`${story}<p>“There is more,” Vask said.</p>`)],
  ['/german', html(german, ' lang="de"')],
  ['/german-undeclared', html(german, '')],
  ['/german-declared-english', html(german)],
  ['/english-undeclared', html(story, '')],
  ['/page-of-ours', html(story, ' lang="en" data-verbatim-page')],
]);

const storyQuotes = ['“We are not moving,”', '“It is our road,”'];

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(pages);
    const launched = useBrowser(browserName);

    /**
     * @param {string} path
     * @param {(page: import('puppeteer-core').Page) => Promise<void>} check
     * @param {string} [host]
     */
    async function onPage(path, check, host = '127.0.0.1') {
      const { page, complaints } = await openPage(launched);
      try {
        await page.goto(`http://${host}:${server.port}${path}`);
        await check(page);
        assert.deepEqual(complaints, [], 'the console is clean');
      } finally {
        await page.close();
      }
    }

    for (const path of ['/german', '/german-undeclared', '/german-declared-english', '/page-of-ours']) {
      test(`${path} is left alone`, () => onPage(path, async (page) => {
        await pause(settled);
        assert.deepEqual(await painted(page, 'quote'), []);
        assert.deepEqual(await painted(page, 'date'), []);
      }));
    }

    test('a page without a language is read as its words are', () => onPage('/english-undeclared', async (page) => {
      assert.deepEqual(await waitForPainted(page), storyQuotes);
    }));

    test('nothing is in the global scope of the page, nor in its elements', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      const traces = await page.evaluate(() => ({
        globals: Object.keys(globalThis).filter((name) => /verbatim|reader|chrome\.runtime/i.test(name)),
        elements: document.querySelectorAll('[class*=verbatim], [id*=verbatim], [data-verbatim-card]').length,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      }));
      assert.deepEqual(traces, { globals: [], elements: 0, sheets: 0 });
    }));

    test('a paragraph added later is found, and so is one that is edited', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      await page.evaluate(() => {
        const late = document.createElement('p');
        late.textContent = '“The ship will sail again,” Vask said.';
        document.querySelector('#last')?.after(late);
      });
      await waitForPainted(page, (texts) => texts.join('|') === [...storyQuotes, '“The ship will sail again,”'].join('|'));

      await page.evaluate(() => {
        const text = /** @type {Text} */ (document.querySelector('#last')?.firstChild);
        text.insertData(0, 'In the school they agree. ');
        text.replaceData(text.data.indexOf('our road'), 'our road'.length, 'our only road');
      });
      await waitForPainted(page, (texts) => texts.includes('“It is our only road,”'));

      await page.evaluate(() => document.querySelector('#last')?.remove());
      await waitForPainted(page, (texts) => texts.join('|') === [storyQuotes[0], '“The ship will sail again,”'].join('|'));
    }));

    test('elements that the page makes anew with the same words are painted again', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      await page.evaluate(() => {
        const article = document.querySelector('article');
        article?.replaceWith(article.cloneNode(true));
      });
      await waitForPainted(page, (texts) => texts.join('|') === storyQuotes.join('|'));
    }));

    test('the card shows under the pointer, and goes with it', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      assert.equal(await readCard(page, browserName), null, 'there is no element before it is needed');
      const quote = await placeOf(page, 'quote', 0);
      await page.mouse.move(quote.x, quote.y, { steps: 2 });
      const card = await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      assert.equal(card.label, 'Said by');
      assert.match(card.details['In the text'] ?? '', /Teodor Vask said/);

      const date = await placeOf(page, 'date', 0);
      await page.mouse.move(date.x, date.y, { steps: 2 });
      const dateCard = await waitForCard(page, browserName, ({ label }) => label === 'Date');
      assert.equal(dateCard.title, 'Thursday, March 13, 2025');
      assert.equal(dateCard.details['From publication'], 'the day before');

      await page.mouse.move(5, 500, { steps: 2 });
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('the card shows at a tap, and goes at a tap elsewhere', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      const quote = await placeOf(page, 'quote', 1);
      await page.touchscreen.tap(quote.x, quote.y);
      await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      await page.touchscreen.tap(5, 500);
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('the keys go from quotation to quotation, and Escape closes the card', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName, ({ title }) => title === 'Ilse Marrow');
      await pressKeys(launched, page, 'previous');
      await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
      await page.keyboard.press('Escape');
      await waitForCard(page, browserName, ({ title }) => title === '');
    }));

    test('the keys turn it off for the site, in all its pages, and on again', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      const before = await page.evaluate(() => document.documentElement.outerHTML);
      await pressKeys(launched, page, 'next');
      await waitForCard(page, browserName);
      if (browserName === 'chromium') assert.deepEqual(await readButton(launched), { badge: '2', title: 'Verbatim: turn off for this site' });
      await pressKeys(launched, page, 'toggle');
      await waitForPainted(page, (texts) => texts.length === 0);
      if (browserName === 'chromium') {
        await pause(settled);
        assert.deepEqual(await readButton(launched), { badge: 'off', title: 'Verbatim is off for this site: turn on' });
      }
      const left = await page.evaluate(() => ({ names: [...CSS.highlights.keys()], html: document.documentElement.outerHTML }));
      assert.deepEqual(left, { names: [], html: before }, 'nothing is left behind');

      await page.goto(`${server.address}/other`);
      await pause(settled);
      assert.deepEqual(await painted(page, 'quote'), [], 'it stays off on the next page');
      await onPage('/story', async (elsewhere) => {
        await waitForPainted(elsewhere);
      }, 'localhost');

      await pressKeys(launched, page, 'toggle');
      await waitForPainted(page, (texts) => texts.length === 3);
    }));

    // The last test: Chromium starts nothing that a debugger once held.
    test('a page that was open when the extension was updated stays quiet and whole', () => onPage('/story', async (page) => {
      await waitForPainted(page);
      const quote = await placeOf(page, 'quote', 0);
      await reloadExtension(launched);
      await pause(settled);
      await page.mouse.move(quote.x, quote.y, { steps: 2 });
      await pause(settled);
      await page.mouse.move(5, 500, { steps: 2 });
      await page.evaluate(() => {
        document.querySelector('#last')?.before('“It is late,” said Ilse Marrow.');
      });
      await pause(settled);
      // Firefox starts the new script in open pages, Chromium in new ones; neither leaves anything half painted.
      const expected = browserName === 'firefox' ? [storyQuotes[0], '“It is late,”', storyQuotes[1]] : [];
      assert.deepEqual(await painted(page, 'quote'), expected);
    }));
  });
}
