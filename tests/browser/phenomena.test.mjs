// What real pages do to their text, one page for each: the comment at the head of each file says what is painted, a line each, and
// behind a `=` who said it. Lines with `date:` say which dates are painted and which days they are. Pages with `(nothing)` are left
// alone. What pages load stands in `parts`.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, openPage } from './support/browsers.mjs';
import { painted, placeOf, waitForCard } from './support/highlights.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';
import { becomes, pause } from './support/waiting.mjs';

/** Where nothing more is to come, it would have come after so long. */
const settled = 700;

const folder = join(dirname(fileURLToPath(import.meta.url)), 'phenomena');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => {
  const html = readFileSync(join(folder, name), 'utf8');
  const [, note = '', ...lines] = (/<!-- ([^]*?)\n-->/.exec(html)?.[1] ?? '').split('\n').flatMap((line, index) => (index === 0 ? ['', line] : [line]));
  const [quotes = [], dates = []] = [/^(?!date: |\(nothing\)$)/, /^date: /].map((start) => (
    lines.filter((line) => start.test(line)).map((line) => {
      const [text = '', title] = line.replace(start, '').split(' = ');
      return { text, title };
    })));
  return { name, html, note, texts: quotes.map(({ text }) => text), quotes, dates };
});

/** The painted quotations of a page and its frames. @param {import('puppeteer-core').Page} page */
async function paintedInAll(page) {
  /** @type {string[]} */
  const texts = [];
  for (const frame of page.frames()) texts.push(...await painted(frame, 'quote').catch(() => []));
  return texts.map((text) => text.replace(/[\u200b-\u200f\u2066-\u2069]/g, ''));
}

for (const browserName of browserNames) {
  describe(browserName, () => {
    const parts = folderAnswer(join(folder, 'parts'));
    const server = useServer((path) => {
      const page = pages.find(({ name }) => path === `/news/${name}`);
      if (page) return { body: page.html };
      return path.startsWith('/news/parts/') ? parts(path.slice('/news/parts/'.length)) : null;
    });
    const launched = useBrowser(browserName);

    for (const { name, html, note, texts, quotes, dates } of pages) {
      test(`${note} (${name})`, async () => {
        const { page, complaints } = await openPage(launched);
        try {
          await page.goto(`${server.address}/news/${name}`);
          await becomes(() => paintedInAll(page), texts);
          if (texts.length === 0 || page.frames().length > 1) await pause(settled);
          assert.deepEqual(await paintedInAll(page), texts);
          if (dates.length > 0) assert.deepEqual(await painted(page, 'date'), dates.map(({ text }) => text));
          for (const [layer, marks] of /** @type {const} */ ([['quote', quotes], ['date', dates]])) {
            for (const [index, { title }] of marks.entries()) {
              if (title !== undefined) await checkCard(page, browserName, layer, index, title);
            }
          }
          if (!/<script>|shadowrootmode/.test(html)) {
            const [now, fresh] = await page.evaluate((html) => (
              [document.body.outerHTML, new DOMParser().parseFromString(html, 'text/html').body.outerHTML]), html);
            assert.equal(now, fresh, 'the page is as it was');
          }
          assert.deepEqual(complaints, [], 'the console is clean');
        } finally {
          await page.close();
        }
      });
    }
  });
}

/**
 * Moves the pointer to painted words, as a reader would, and waits for what the card says.
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').BrowserName} browserName
 * @param {'quote' | 'date'} layer
 * @param {number} index
 * @param {string} expected
 */
async function checkCard(page, browserName, layer, index, expected) {
  await page.mouse.move(2, 2);
  await waitForCard(page, browserName, ({ title }) => title === '');
  const { x, y } = await placeOf(page, layer, index);
  await page.mouse.move(x, y, { steps: 2 });
  await waitForCard(page, browserName, ({ title }) => title.replace(/[\u2009\u202f]/g, ' ') === expected);
}
