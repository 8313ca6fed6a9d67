// What is taken for the article on pages of many makes, in both browsers: each page is a row with what is read of it and what is not.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { browserNames, root } from './support/browsers.mjs';
import { pages } from './support/makes.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

for (const browserName of browserNames) {
  describe(browserName, () => {
    const modules = folderAnswer(join(root, 'extension'));
    const server = useServer((path) => {
      const made = pages[Number(path.replace('/news/', ''))];
      return path.startsWith('/news/') && made ? { body: made.html } : modules(path);
    });
    const launched = useBrowser(browserName, { extension: false });
    /** @type {import('puppeteer-core').Page} */
    let page;
    before(async () => {
      page = await launched.browser.newPage();
    });

    for (const [index, { name, read, left = [] }] of pages.entries()) {
      test(`${read === null ? 'leaves alone' : 'reads'}: ${name}`, async () => {
        await page.goto(`${server.address}/news/${index}`);
        const before = await page.content();
        const text = await page.evaluate(readPage);
        if (read === null) {
          assert.equal(text, null);
        } else {
          assert.deepEqual(read.filter((words) => !text?.includes(words)), [], `not read; read is\n${text}`);
          assert.deepEqual(left.filter((words) => text?.includes(words)), [], `read, though not the article's; read is\n${text}`);
        }
        assert.equal(await page.content(), before, 'the page is as it was');
      });
    }
  });
}

/** Runs in the page: the text that is read of it, a line for each block, or null if the page is left alone. */
async function readPage() {
  const [{ collect }, { paragraphsOfArticle }, { findArticle }, { declaredLanguage, isInEnglish, mayBeEnglish, readsAsEnglish }] = await Promise.all(
    ['collect/collect', 'find/article', 'find/holder', 'find/language'].map((name) => import(/** @type {any} */ (`/content/${name}.js`))));
  const paragraphs = paragraphsOfArticle(document);
  const language = declaredLanguage(document);
  // As the gate does.
  if (!paragraphs || (!mayBeEnglish(language) && !isInEnglish(document, paragraphs))) return null;
  const blocks = collect(findArticle(document, paragraphs));
  return readsAsEnglish(blocks, language) ? blocks.map((/** @type {{ kind: string, text: string }} */ { kind, text }) => `${kind}: ${text}`).join('\n') : null;
}
