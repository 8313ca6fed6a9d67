// The browser may end the background at any moment: every page is painted all the same.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { endBackground } from './support/controls.mjs';
import { painted } from './support/highlights.mjs';
import { until } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { pause } from './support/waiting.mjs';

/** Long enough that the engine is still at work when its background ends. */
const paragraphs = 1_000;
const paragraph = '<p>“We are not moving,” Mayor Teodor Vask said on Thursday, and the island has waited a long time for an answer to that.</p>';
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A long page</title></head><body><main>
<h1>Ferry to stay, says the mayor</h1>${paragraph.repeat(paragraphs)}</main></body></html>`;

/** After how many milliseconds from a change of the page the background is ended: before, during and after the request. */
const moments = [0, 60, 120, 160, 200, 240, 280, 320, 360, 400, 440, 480, 520, 600];

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', html]]));
    const launched = useBrowser(browserName);
    /** @type {Awaited<ReturnType<typeof openPage>>} */
    let opened;
    before(async () => {
      opened = await openPage(launched);
      await opened.page.goto(server.address);
      await untilAllPainted(opened.page);
    });

    moments.forEach((moment, index) => {
      test(`ended ${moment} ms after the page changed`, async () => {
        const { page, complaints } = opened;
        const words = `“This came as number ${index},”`;
        await page.evaluate((words) => {
          const late = document.createElement('p');
          late.textContent = `${words} Vask said.`;
          document.querySelector('main')?.append(late);
        }, words);
        await pause(moment);
        await endBackground(launched);
        // To be told of thousands of marks again and again would keep the browser from making them.
        await until(page, (words) => [...CSS.highlights].some(([name, marks]) => (
          name.startsWith('verbatim-quote') && [...marks].some(({ startContainer }) => startContainer.nodeValue?.startsWith(words)))), words);
        const texts = await painted(page, 'quote');
        assert.equal(texts.at(-1), words);
        assert.equal(texts.length, paragraphs + index + 1);
        assert.deepEqual(complaints, []);
      });
    });

    test('ended while a page loads', async () => {
      const { page, complaints } = await openPage(launched);
      const loading = page.goto(server.address);
      await pause(150);
      await endBackground(launched);
      await loading;
      await untilAllPainted(page);
      assert.deepEqual(complaints, []);
      await page.close();
    });
  });
}

/** @param {import('puppeteer-core').Page} page */
async function untilAllPainted(page) {
  await until(page, (paragraphs) => {
    const counts = [...CSS.highlights].map(([name, { size }]) => (name.startsWith('verbatim-quote') ? size : 0));
    return counts.reduce((sum, count) => sum + count, 0) === paragraphs;
  }, paragraphs);
}
