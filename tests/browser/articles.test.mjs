// Whole articles, under the strictest policy a page can have: every quotation with its speaker, every date, and the page as it was.

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, openPage, root } from './support/browsers.mjs';
import { placeOf, painted, waitForCard, waitForPainted } from './support/highlights.mjs';
import { openScreen, writeStore } from './support/screens.mjs';
import { strictPolicy } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

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
    const launched = useBrowser(browserName);
    for (const article of articles) {
      const skip = existsSync(article.html) ? false : `${article.html} does not stand beside this checkout`;
      describe(article.name, { skip }, () => checkArticle(launched, article));
    }
  });
}

/**
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {{ html: string, expected: string }} article
 */
function checkArticle(launched, article) {
  const html = readFileSync(article.html, 'utf8');
  const expected = JSON.parse(readFileSync(article.expected, 'utf8'));
  const server = useServer((path) => (path === '/' ? { body: html, policy: strictPolicy } : null));
  /** @type {import('puppeteer-core').Page} */
  let page;
  /** @type {string[]} */
  let complaints;
  /** @type {string} What the page is by itself. */
  let untouched;

  before(async () => {
    ({ page, complaints } = await openPage(launched));
    // No extension runs in the empty page, so there the HTML stays as it is.
    untouched = await page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').documentElement.outerHTML, html);
    await page.goto(server.address, { waitUntil: 'domcontentloaded' });
    await waitForPainted(page);
  });
  after(async () => {
    const screen = await openScreen(launched, 'welcome');
    await writeStore(screen, {});
    await screen.close();
    await page.close();
  });

  test('the page is as it was', async () => {
    assert.equal(await page.evaluate(() => document.documentElement.outerHTML), untouched);
  });
  test('every quotation, with who said it', () => checkQuotes(page, launched.name, expected.quotes));
  test('every speaker', () => checkSpeakers(page, launched, expected.quotes));
  test('every date', () => checkDates(page, launched, launched.name, expected.dates));
  test('after many cards the page is as it was but for their one element', async () => {
    const withoutCard = await page.evaluate(() => {
      const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
      copy.querySelector('[data-verbatim-card]')?.remove();
      return copy.outerHTML;
    });
    assert.equal(withoutCard, untouched);
  });
  test('the console is clean', () => {
    // That its own images are blocked is said of the page.
    assert.deepEqual(complaints.filter((complaint) => !/favicon|data:/.test(complaint)), []);
  });
}

/** @typedef {{ text: string, kind: string, canonical: string | null, speaker: { mention: string } | string | null }} ExpectedQuote */

/**
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').BrowserName} browserName
 * @param {ExpectedQuote[]} expected
 */
async function checkQuotes(page, browserName, expected) {
  const found = [];
  for (const [index, text] of (await painted(page, 'quote')).entries()) {
    const { label, title } = await cardAt(page, browserName, 'quote', index);
    if (label !== 'Quotation') found.push({ text, speaker: title });
  }
  const said = expected.filter(({ kind }) => kind !== 'other');
  assert.deepEqual(found, said.map(({ text, canonical }) => ({ text, speaker: canonical })));
}

/**
 * The speakers of the quotations alone: those of reported speech are marked as long as that is.
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {ExpectedQuote[]} expected
 */
async function checkSpeakers(page, launched, expected) {
  const screen = await openScreen(launched, 'welcome');
  await writeStore(screen, { layers: { quotes: true, reported: false, speakers: true, dates: true } });
  await screen.close();
  await page.bringToFront();
  await waitForPainted(page, (texts) => texts.length === 0, 'reported');
  const found = new Set(await painted(page, 'speaker'));
  const mentions = expected.map(({ speaker }) => (typeof speaker === 'string' ? speaker : speaker?.mention ?? ''));
  assert.deepEqual([...found].sort(), [...new Set(mentions.filter(Boolean))].sort());
}

/**
 * The dates, lengths and repetitions, of which a reader who has changed nothing sees the days and times.
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').Launched} launched
 * @param {import('./support/browsers.mjs').BrowserName} browserName
 * @param {{ text: string, value: string }[]} expected
 */
async function checkDates(page, launched, browserName, expected) {
  const screen = await openScreen(launched, 'welcome');
  await writeStore(screen, { daysOnly: false });
  await screen.close();
  await page.bringToFront();
  await waitForPainted(page, (texts) => texts.length >= expected.length, 'date');
  const found = [];
  for (const [index, text] of (await painted(page, 'date')).entries()) {
    const { title } = await cardAt(page, browserName, 'date', index);
    found.push({ text, title: title.replace(/[\u2009\u202f]/g, ' ') });
  }
  assert.deepEqual(found, expected.map(({ text, value }) => ({ text, title: valuesInWords.get(value) })));
}

/**
 * Moves the pointer to painted words, as a reader would, and reads the card.
 * @param {import('puppeteer-core').Page} page
 * @param {import('./support/browsers.mjs').BrowserName} browserName
 * @param {'quote' | 'date'} layer
 * @param {number} index
 */
async function cardAt(page, browserName, layer, index) {
  await page.mouse.move(2, 2);
  const { x, y, text } = await placeOf(page, layer, index);
  await waitForCard(page, browserName, (card) => card.title === '');
  await page.mouse.move(x, y, { steps: 2 });
  const labels = layer === 'quote' ? /^(Said by|Probably said by|Quotation)$/ : /^(Date|Time|Length of time|Repeats)$/;
  try {
    return await waitForCard(page, browserName, (card) => labels.test(card.label));
  } catch (error) {
    throw new Error(`no card for “${text}”`, { cause: error });
  }
}
