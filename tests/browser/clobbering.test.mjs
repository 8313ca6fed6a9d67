// Pages that name their own elements like members of the DOM. In Chromium such a name hides the member of a form from content scripts
// too, and an id is a property of their global object.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { browserNames, extensionFolder, openPage } from './support/browsers.mjs';
import { placeOf, waitForCard, waitForPainted } from './support/highlights.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

const line = (/** @type {number} */ count) => `<p>“We are not moving ${count},” Mayor Teodor Vask said on Thursday, and the island has waited a long time for it.</p>`;
const lines = Array.from({ length: 8 }, (_, index) => line(index));
const texts = lines.map((_, index) => `“We are not moving ${index},”`);

/** @param {string} body */
const pageOf = (body) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta property="og:type" content="article"><title>Ferry to stay, says the mayor</title></head><body>${body}</body></html>`;
const h1 = '<h1>Ferry to stay, says the mayor</h1>';

/** Name, and the page with fields of all names. @type {[string, (names: string[]) => string][]} */
const kinds = [
  ['a form around the page', (names) => pageOf(`<form>${fields(names)}<article>${h1}${lines.join('')}</article></form>`)],
  ['a form around the article, text directly in it', (names) => pageOf(`<div><form>${fields(names)}${h1}${lines.join('').replaceAll(/<\/?p>/g, '<br><br>')}</form></div>`)],
  ['forms within the article', (names) => pageOf(`<article>${h1}${lines.join(`<form tabindex="0" role="none" itemprop="datePublished headline">Vote${fields(names)}</form>`)}</article>`)],
  ['a form within a line', (names) => pageOf(`<article>${h1}${lines.join(`<span class="x"><form>${fields(names)}</form><a href="/a">One</a><a href="/b">Two</a><a href="/c">Six</a></span>`)}</article>`)],
  ['forms that come later', (names) => pageOf(`<article>${h1}${lines.slice(0, 4).join('')}</article><template><form>${fields(names)}${h1}</form></template><script>
    setTimeout(() => document.body.append(document.querySelector('template').content.cloneNode(true)), 300);
    setTimeout(() => document.querySelector('article').insertAdjacentHTML('beforeend', ${JSON.stringify(lines.slice(4).join(''))}), 900);</script>`)],
  ['a form within a very large article', (names) => pageOf(`<article>${h1}${lines.join(`<form>${fields(names)}${'<div><i></i></div>'.repeat(800)}</form>`)}</article>`)],
  ['a form within teasers', (names) => pageOf(`<article>${h1}${lines.join('')}</article>${`<section><form>${fields(names)}<h2><a href="/other">The other road is open</a></h2></form></section>`.repeat(3)}`)],
  ['elements with such ids', (names) => pageOf(`${names.map((name) => `<a id="${name}"></a>`).join('')}<article>${h1}${lines.join('')}</article>`)],
];

/** @param {string[]} names */
function fields(names) {
  return names.map((name) => `<input type="hidden" name="${name}">`).join('');
}

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer((path) => {
      const page = kinds[Number(path.slice(1))]?.[1];
      return page ? { body: page(names) } : { body: '' };
    });
    const launched = useBrowser(browserName);
    /** Every member of the DOM that our scripts use, and what they keep in the global object. @type {string[]} */
    let names = [];
    before(async () => {
      const scripts = await Promise.all(['gate', 'content', 'later'].map((name) => readFile(join(extensionFolder, `content/${name}.js`), 'utf8')));
      const words = [...new Set(scripts.join('\n').match(/[A-Za-z]\w+/g))];
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/empty`);
      names = await page.evaluate((words) => {
        const objects = [document.createElement('form'), window];
        return words.filter((word) => word.startsWith('verbatim') || objects.some((object) => word in object));
      }, words);
      await page.close();
      assert.ok(names.length > 100 && names.includes('parentNode') && names.includes('verbatimGate'), `${names}`);
    });

    kinds.forEach(([name], index) => {
      test(name, async () => {
        const { page, complaints } = await openPage(launched);
        // A page of whose script these names hide members may stand still.
        await page.goto(`${server.address}/${index}`, { waitUntil: 'domcontentloaded' });
        await waitForPainted(page, (found) => found.join() === texts.join());
        const { x, y } = await placeOf(page, 'quote', 1);
        await page.mouse.move(x, y, { steps: 2 });
        await waitForCard(page, browserName, ({ title }) => title === 'Teodor Vask');
        assert.deepEqual(complaints, []);
        await page.close();
      });
    });
  });
}
