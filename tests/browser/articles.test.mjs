// Whole articles, under the strictest policy a page can have: every quotation with its speaker, every date, and the page as it was.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, launch, openPage, root } from './support/browsers.mjs';
import { placeOf, painted, waitForCard, waitForPainted } from './support/highlights.mjs';
import { serve, strictPolicy } from './support/server.mjs';

const pages = join(dirname(fileURLToPath(import.meta.url)), 'pages');
const seed = join(root, '../shared/seed');

const articles = [
  { name: 'an article of our own', html: join(pages, 'harbour.html'), expected: join(pages, 'harbour.json') },
  { name: 'the seed article', html: join(seed, 'article.html'), expected: join(seed, 'article.gold.json') },
];

/** How the card words the values of the articles' dates. */
const valuesInWords = new Map([
  ['2024-05-15', 'Wednesday, May 15, 2024'],
  ['2024-05-16', 'Thursday, May 16, 2024'],
  ['2024-05-16TMO', 'Thursday, May 16, 2024, morning'],
  ['2024-W19', 'Week of May 6 – 12, 2024'],
  ['2024-09-18', 'Wednesday, September 18, 2024'],
  ['2024-09-19', 'Thursday, September 19, 2024'],
  ['2024-09-19TMO', 'Thursday, September 19, 2024, morning'],
  ['2024-W37', 'Week of September 9 – 15, 2024'],
  ['2019', '2019'],
  ['2022', '2022'],
  ['2023', '2023'],
  ['2022-02', 'February 2022'],
  ['2023-02', 'February 2023'],
  ['2023-06', 'June 2023'],
  ['2023-07', 'July 2023'],
  ['P2D', '2 days'],
  ['P3D', '3 days'],
  ['PRESENT_REF', 'Now: when this was written'],
]);

for (const browserName of browserNames) {
  describe(browserName, () => {
    /** @type {import('./support/browsers.mjs').Launched} */
    let launched;
    before(async () => {
      launched = await launch(browserName);
    });
    after(() => launched?.browser.close());

    for (const article of articles) {
      const skip = existsSync(article.html) ? false : `${article.html} does not stand beside this checkout`;
      test(article.name, { skip }, () => checkArticle(launched, article));
    }
  });
}

/**
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {{ html: string, expected: string }} article
 */
async function checkArticle(launched, article) {
  const html = readFileSync(article.html, 'utf8');
  const expected = JSON.parse(readFileSync(article.expected, 'utf8'));
  const server = await serve((path) => (path === '/' ? { body: html, policy: strictPolicy } : null));
  const { page, complaints } = await openPage(launched);
  try {
    // No extension runs in the empty page, so there the HTML stays as it is.
    const untouched = await page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML, html);
    await page.goto(server.address, { waitUntil: 'domcontentloaded' });
    await waitForPainted(page);
    assert.equal(await page.evaluate(() => document.documentElement.outerHTML), untouched, 'the page is as it was');

    const quotes = await painted(page, 'quote');
    await checkQuotes(page, launched, quotes, expected.quotes);
    await checkDates(page, launched, expected.dates);

    const withoutCard = await page.evaluate(() => {
      const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
      copy.querySelector('verbatim-card')?.remove();
      return copy.outerHTML;
    });
    assert.equal(withoutCard, untouched, 'but for the card the page is as it was');
    // What browsers say of the page itself under this policy is the page's: the images are blocked.
    assert.deepEqual(complaints.filter((complaint) => !/favicon|data:/.test(complaint)), []);
  } finally {
    await page.close();
    await server.close();
  }
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {string[]} quotes as painted
 * @param {{ text: string, kind: string, canonical: string | null, speaker: { mention: string } | string }[]} expected
 */
async function checkQuotes(page, launched, quotes, expected) {
  const said = expected.filter(({ kind }) => kind !== 'other');
  const found = [];
  for (const [index, text] of quotes.entries()) {
    const card = await cardAt(page, launched, 'quote', index);
    if (card.label !== 'Quotation') found.push({ text, speaker: card.title });
  }
  assert.deepEqual(found, said.map(({ text, canonical }) => ({ text, speaker: canonical })));
  const speakers = new Set(await painted(page, 'speaker'));
  for (const { speaker } of said) {
    const mention = typeof speaker === 'string' ? speaker : speaker.mention;
    assert.ok(speakers.has(mention), `${mention} is painted as a speaker, as are ${[...speakers].join(', ')}`);
  }
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {{ text: string, value: string }[]} expected
 */
async function checkDates(page, launched, expected) {
  const dates = await painted(page, 'date');
  assert.deepEqual(dates, expected.map(({ text }) => text));
  for (const [index, { text, value }] of expected.entries()) {
    const card = await cardAt(page, launched, 'date', index);
    const title = card.title.replace(/[\u2009\u202f]/g, ' ');
    assert.deepEqual({ text, title }, { text, title: valuesInWords.get(value) });
  }
}

/**
 * Moves the pointer to painted words, as a reader would, and reads the card.
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {'quote' | 'date'} layer
 * @param {number} index
 */
async function cardAt(page, launched, layer, index) {
  await page.mouse.move(2, 2);
  const { x, y, text } = await placeOf(page, layer, index);
  await waitForCard(page, launched.name, (card) => card.title === '');
  await page.mouse.move(x, y, { steps: 2 });
  const labels = layer === 'quote' ? /^(Said by|Probably said by|Quotation)$/ : /^(Date|Time|Length of time|Repeats)$/;
  try {
    return await waitForCard(page, launched.name, (card) => labels.test(card.label));
  } catch (error) {
    throw new Error(`no card for “${text}”`, { cause: error });
  }
}
