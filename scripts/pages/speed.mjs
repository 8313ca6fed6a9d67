// What the extension costs the main thread of a page, beside mark.js 8 marking the same quotations on the same page.
//
// Ours: the page is loaded with the extension, in a process that has not run its script before. All script of ours in the page's
// main thread counts: that the content script is compiled and evaluated, and asks whether it is off, that it finds the article and
// collects its text, asks the engine and paints. The layout that it causes cannot be told from the page's own while that loads: the
// page is read a second time, turned off and on again when it has come to rest, and all style and layout from then on is ours.
// mark.js: the page is loaded anew, the extension off, in a process of its own again. When it has come to rest, the library is
// compiled and evaluated, and one call marks all the quotations that the extension painted, also where they cross elements.
// Both are read from a trace of Chromium, as time on the processor, waiting excluded. The page's scripts are off in both.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tests/browser/support/browsers.mjs';
import { painted, pause } from '../../tests/browser/support/highlights.mjs';
import { format, quantile } from './report.mjs';
import { oursIn, record, workOf } from './trace.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */
/** @import { Work } from './trace.mjs' */

/** @typedef {{ number: number, site: string, quotes: number, ours: Work, marks: Work }} Cost */

/** Long enough for the page to come to rest, and for all that a painting brings along. */
const rest = 350;

const markJs = readFileSync(join(root, 'node_modules/mark.js/dist/mark.min.js'), 'utf8');

/**
 * @param {Launched} launched
 * @param {string} address
 * @param {StoredPage} stored
 * @returns {Promise<Cost>}
 */
export async function cost(launched, address, stored) {
  const host = new URL(address).hostname;
  await setOff(launched, host, false);
  const { ours, quotes } = await inNewPage(launched, async (page) => {
    const loading = await record(page, () => load(page, address), { loads: true });
    const first = workOf(loading, oursIn(loading));
    const quotes = await painted(page, 'quote');
    await setOff(launched, host, true);
    await pause(rest);
    const second = workOf(await record(page, async () => {
      await setOff(launched, host, false);
      await pause(2 * rest);
    }));
    return { ours: { script: first.script, layout: second.layout, longest: Math.max(first.longest, second.longest) }, quotes };
  });
  if (quotes.length === 0) return { number: stored.number, site: stored.site, quotes: 0, ours, marks: { script: 0, layout: 0, longest: 0 } };
  await setOff(launched, host, true);
  const marks = await inNewPage(launched, async (page) => {
    await load(page, address);
    return workOf(await record(page, async () => {
      await page.evaluate(mark, markJs, quotes);
      await pause(rest);
    }));
  });
  return { number: stored.number, site: stored.site, quotes: quotes.length, ours, marks };
}

/**
 * @template Result
 * @param {Launched} launched
 * @param {(page: import('puppeteer-core').Page) => Promise<Result>} action
 */
async function inNewPage(launched, action) {
  const page = await launched.browser.newPage();
  try {
    return await action(page);
  } finally {
    await page.close();
  }
}

/** @param {import('puppeteer-core').Page} page @param {string} address */
async function load(page, address) {
  await page.goto(address, { waitUntil: 'load', timeout: 30_000 });
  await pause(2 * rest);
}

/** Runs in the page. @param {string} source @param {string[]} quotes */
async function mark(source, quotes) {
  (0, eval)(source);
  const { Mark } = /** @type {any} */ (globalThis);
  await new Promise((done) => {
    new Mark(document.body).mark(quotes, { acrossElements: true, separateWordSearch: false, done: () => done(undefined) });
  });
}

/** @param {Launched} launched @param {string} host @param {boolean} off */
async function setOff({ browser, extensionId }, host, off) {
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(String(extensionId)), { timeout: 5_000 });
  const worker = await target.worker();
  // Right after the installation the worker has not all of its own yet.
  while (!await worker?.evaluate(() => 'chrome' in globalThis && 'storage' in chrome)) await pause(50);
  await worker?.evaluate((sitesOff) => chrome.storage.local.set({ settings: { sitesOff } }), off ? [host] : []);
}

/** @param {Cost[]} costs */
export function speedSummary(costs) {
  const both = costs.filter(({ quotes }) => quotes > 0);
  const others = costs.filter(({ quotes }) => quotes === 0);
  const row = (/** @type {string} */ name, /** @type {(cost: Cost) => number} */ ours, /** @type {(cost: Cost) => number} */ marks) => (
    [0.5, 0.95].map((q) => {
      const [one, other] = [quantile(both.map(ours), q), quantile(both.map(marks), q)];
      return `${name} at ${q === 0.5 ? 'the median' : 'p95'}: ours ${format(one)} ms, mark.js ${format(other)} ms (${(one / other).toFixed(2)} ×)`;
    }));
  const longest = costs.map(({ ours }) => ours.longest);
  return [
    `${both.length} pages with quotations`,
    ...row('script', ({ ours }) => ours.script, ({ marks }) => marks.script),
    ...row('style and layout', ({ ours }) => ours.layout, ({ marks }) => marks.layout),
    `longest slice: ours ${format(Math.max(...longest))} ms, p95 ${format(quantile(longest, 0.95))} ms; mark.js ${format(Math.max(...costs.map(({ marks }) => marks.longest)))} ms`,
    `over 10 ms: ${costs.filter(({ ours }) => ours.longest > 10).map(({ number, ours }) => `${number} (${format(ours.longest)} ms)`).join(', ') || 'none'}`,
    `${others.length} pages without: script ${format(quantile(others.map(({ ours }) => ours.script), 0.5))} ms at the median, ${format(quantile(others.map(({ ours }) => ours.script), 0.95))} ms at p95`,
  ];
}
