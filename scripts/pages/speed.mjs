// What the extension costs the main thread of a page that has come to rest, beside mark.js marking the same quotations.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tests/browser/support/browsers.mjs';
import { painted, pause } from '../../tests/browser/support/highlights.mjs';
import { format, quantile } from './report.mjs';
import { categories, workOf } from './trace.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */
/** @import { Work } from './trace.mjs' */

/** @typedef {{ number: number, site: string, quotes: number, ours: Work, marks: Work }} Cost */

/** Long enough for the page to come to rest, and for all that a painting brings along. */
const rest = 350;

const markJs = readFileSync(join(root, 'node_modules/mark.js/dist/mark.min.js'), 'utf8');

/**
 * The extension is off while the page loads and is turned on when it has come to rest, so that nothing of the page's own
 * work is counted as ours.
 * @param {Launched} launched
 * @param {string} address
 * @param {StoredPage} stored
 * @returns {Promise<Cost>}
 */
export async function cost(launched, address, stored) {
  const host = new URL(address).hostname;
  await setOff(launched, host, true);
  const page = await launched.browser.newPage();
  try {
    await page.goto(address, { waitUntil: 'load', timeout: 30_000 });
    await pause(rest);
    const ours = await traced(page, async () => {
      await setOff(launched, host, false);
      await pause(2 * rest);
    });
    const quotes = await painted(page, 'quote');
    const marks = quotes.length === 0 ? { script: 0, layout: 0, longest: 0 } : await traced(page, async () => {
      await page.evaluate(mark, markJs, quotes);
      await pause(rest);
    });
    return { number: stored.number, site: stored.site, quotes: quotes.length, ours, marks };
  } finally {
    await page.close();
  }
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<void>} action
 */
async function traced(page, action) {
  await page.tracing.start({ categories });
  await action();
  const trace = await page.tracing.stop();
  return workOf(JSON.parse(new TextDecoder().decode(trace)).traceEvents);
}

/** Runs in the page. @param {string} source @param {string[]} quotes */
async function mark(source, quotes) {
  (0, eval)(source);
  const { Mark } = /** @type {any} */ (globalThis);
  await new Promise((done) => {
    new Mark(document.body).mark(quotes, { acrossElements: true, separateWordSearch: false, ignoreJoiners: true, done: () => done(undefined) });
  });
}

/** @param {Launched} launched @param {string} host @param {boolean} off */
async function setOff({ browser, extensionId }, host, off) {
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(String(extensionId)), { timeout: 5_000 });
  const worker = await target.worker();
  // Right after the installation the worker has not all of its own yet.
  while (!await worker?.evaluate(() => 'chrome' in globalThis && 'storage' in chrome)) await pause(50);
  await worker?.evaluate((key, off) => (off ? chrome.storage.local.set({ [key]: true }) : chrome.storage.local.remove(key)), `off:${host}`, off);
}

/** @param {Cost[]} costs */
export function speedSummary(costs) {
  const both = costs.filter(({ quotes }) => quotes > 0);
  const row = (/** @type {string} */ name, /** @type {(cost: Cost) => number} */ ours, /** @type {(cost: Cost) => number} */ marks) => (
    [0.5, 0.95].map((q) => {
      const [one, other] = [quantile(both.map(ours), q), quantile(both.map(marks), q)];
      return `${name} at ${q === 0.5 ? 'the median' : 'p95'}: ours ${format(one)} ms, mark.js ${format(other)} ms (${(one / other).toFixed(2)} ×)`;
    }));
  return [
    `${both.length} pages with quotations`,
    ...row('script', ({ ours }) => ours.script, ({ marks }) => marks.script),
    ...row('style and layout', ({ ours }) => ours.layout, ({ marks }) => marks.layout),
    `longest slice: ours ${format(Math.max(...costs.map(({ ours }) => ours.longest)))} ms, p95 ${format(quantile(costs.map(({ ours }) => ours.longest), 0.95))} ms; mark.js ${format(Math.max(...costs.map(({ marks }) => marks.longest)))} ms`,
    `over 10 ms: ${costs.filter(({ ours }) => ours.longest > 10).map(({ number, ours }) => `${number} (${format(ours.longest)} ms)`).join(', ') || 'none'}`,
  ];
}
