// What real pages do to their text, one page for each: the comment at the head of each file says what is painted, a line each.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, launch, openPage } from './support/browsers.mjs';
import { waitForPainted } from './support/highlights.mjs';
import { serve } from './support/server.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'phenomena');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).map((name) => {
  const html = readFileSync(join(folder, name), 'utf8');
  const [, note = '', ...lines] = (/<!-- ([^]*?)\n-->/.exec(html)?.[1] ?? '').split('\n').flatMap((line, index) => (index === 0 ? ['', line] : [line]));
  return { name, html, note, expected: lines.filter((line) => line !== '(nothing)') };
});

for (const browserName of browserNames) {
  describe(browserName, () => {
    /** @type {import('./support/browsers.mjs').Launched} */
    let launched;
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let server;
    before(async () => {
      server = await serve((path) => {
        const page = pages.find(({ name }) => path === `/news/${name}`);
        return page ? { body: page.html } : null;
      });
      launched = await launch(browserName);
    });
    after(async () => {
      await launched?.browser.close();
      await server?.close();
    });

    for (const { name, html, note, expected } of pages) {
      test(`${note} (${name})`, async () => {
        const { page, complaints } = await openPage(launched);
        try {
          await page.goto(`${server.address}/news/${name}`);
          const clean = (/** @type {string} */ text) => text.replace(/[\u200b-\u200f\u2066-\u2069]/g, '');
          const texts = await waitForPainted(page, (texts) => texts.map(clean).join('\n') === expected.join('\n'));
          assert.deepEqual(texts.map(clean), expected);
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
