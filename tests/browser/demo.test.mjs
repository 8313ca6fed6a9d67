// The demo page: with and without the extension, whole and with parts missing.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserNames, demoFolder, openPage } from './support/browsers.mjs';
import { painted, pause, placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** Long enough for a second painting to have happened. */
const settled = 700;

for (const browserName of browserNames) {
  for (const extension of [false, true]) {
    describe(`${browserName}, ${extension ? 'with' : 'without'} the extension`, () => {
      const server = useServer(folderAnswer(demoFolder));
      const serverWithoutEngine = useServer(folderAnswer(demoFolder, /\.wasm$/));
      const launched = useBrowser(browserName, { extension });

      test('the article is painted, once', async () => {
        const { page, complaints } = await openPage(launched);
        await page.goto(server.address);
        await waitForPainted(page);
        await pause(settled);
        const quotes = await painted(page, 'quote');
        for (const words of ['‘We are not moving’', '“Nobody asked us,”', '“A ferry is not a luxury for us. It is the road,”', '"half empty"']) {
          assert.equal(quotes.filter((text) => text === words).length, 1, words);
        }
        for (const words of ['“the Old Lady”', '“Salt and Rope”']) assert.ok(!quotes.includes(words), `nobody said ${words}`);
        for (const layer of /** @type {const} */ (['quote', 'speaker', 'date'])) {
          assert.equal(await doubles(page, layer), 0, `no ${layer} is painted twice`);
        }
        assert.deepEqual(complaints, []);
        await page.close();
      });

      test('a statement in the list leads to its words', async () => {
        const { page } = await openPage(launched);
        await page.goto(server.address);
        await waitForPainted(page);
        const last = await page.$('#statements li:last-child button');
        assert.ok(last, 'there are statements');
        await last.focus();
        await page.keyboard.press('Enter');
        const card = await waitForCard(page, browserName);
        assert.ok((await last.evaluate((button) => button.textContent ?? '')).includes(card.title));
        await page.keyboard.press('Escape');
        await waitForCard(page, browserName, ({ title }) => title === '');
        await page.close();
      });

      test('the reader’s own text is read with its own date', async () => {
        const { page } = await openPage(launched);
        await page.goto(server.address);
        await waitForPainted(page);
        const before = await painted(page, 'quote');
        await page.evaluate(() => {
          const field = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(id));
          field('own-text').value = 'The lake froze early.\n\n“Nobody has seen ice like this,” said Oda Brandt on Tuesday.\n\nThe ice will be gone by spring, and the boats that lie there will sail again.';
          field('own-published').value = '2023-11-29';
          /** @type {HTMLFormElement} */ (document.getElementById('own-form')).requestSubmit();
        });
        await waitForPainted(page, (texts) => texts.join() === '“Nobody has seen ice like this,”');
        const tuesday = (await painted(page, 'date')).indexOf('Tuesday');
        const { x, y } = await placeOf(page, 'date', tuesday);
        await page.mouse.move(x, y, { steps: 2 });
        await waitForCard(page, browserName, ({ title }) => title === 'Tuesday, November 28, 2023');
        // The card would still be where the button comes to be when the page scrolls.
        await page.mouse.move(2, 2);
        await waitForCard(page, browserName, ({ title }) => title === '');
        await page.click('#back');
        await waitForPainted(page, (texts) => texts.join() === before.join());
        await page.close();
      });

      test('without its wasm it says so', async () => {
        const { page } = await openPage(launched);
        await page.goto(serverWithoutEngine.address);
        const notice = await page.waitForSelector('#notice:not([hidden])');
        assert.match(await textOf(notice), /engine could not be loaded, so nothing is marked/);
        await pause(settled);
        assert.deepEqual(await painted(page, 'quote'), []);
        await page.close();
      });

      test('in a browser that does not place cards nor knows what is under the pointer, the card shows', async () => {
        const { page } = await openPage(launched);
        await page.evaluateOnNewDocument(`
          delete HighlightRegistry.prototype.highlightsFromPoint;
          CSS.supports = () => false;
        `);
        await page.goto(server.address);
        await waitForPainted(page);
        const { x, y } = await placeOf(page, 'quote', 1);
        await page.mouse.move(x, y, { steps: 2 });
        await waitForCard(page, browserName, ({ title }) => title === 'Rosa Sandoval');
        await page.close();
      });

      test('in a browser that cannot highlight it says so, and the list works', async () => {
        const { page } = await openPage(launched);
        await page.evaluateOnNewDocument('delete globalThis.Highlight; delete CSS.highlights;');
        await page.goto(server.address);
        const notice = await page.waitForSelector('#notice:not([hidden])');
        assert.match(await textOf(notice), /cannot paint highlights/);
        await page.waitForSelector('#statements li');
        await page.click('#statements li:last-child button');
        await waitForCard(page, browserName);
        await page.close();
      });
    });
  }
}

/**
 * How many painted stretches lie over another of the same layer.
 * @param {import('puppeteer-core').Page} page
 * @param {string} layer
 */
function doubles(page, layer) {
  return page.evaluate((name) => {
    const ranges = [...CSS.highlights].filter(([of]) => of === name || of.startsWith(`${name}-`)).flatMap(([, highlight]) => [...highlight]);
    const places = ranges.map(({ startContainer, startOffset }) => `${[...document.querySelectorAll('*')].indexOf(/** @type {Element} */ (startContainer.parentNode))}:${startContainer.textContent}:${startOffset}`);
    return places.length - new Set(places).size;
  }, `verbatim-${layer}`);
}

/** @param {import('puppeteer-core').ElementHandle | null} element */
async function textOf(element) {
  return (await element?.evaluate((element) => element.textContent)) ?? '';
}
