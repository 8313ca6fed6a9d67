// Compares what the extension costs a page's main thread with mark.js 8 marking the same quotations on the same page.
//
// Ours: the page is loaded with the extension, in a process that has not run the extension's script before. All of the extension's script
// on the main thread counts: compiling and evaluating the content script, asking whether the site is off, finding the article, collecting
// its text, asking the engine, and painting. While the page loads, the layout that the extension causes cannot be distinguished from the
// page's own. So once the page is at rest, the extension is turned off and on again, and all style and layout from then on counts.
// mark.js: the page is loaded again without the extension, in a new process. Once it is at rest, the library is compiled and evaluated,
// and one call marks all quotations that the extension painted, including those that cross elements.
// Chromium's trace (`trace.mjs`) and Firefox's profiler (`gecko.mjs`, which lists what it misses) measure both as processor time,
// excluding waiting. The page's own scripts are off in both.

import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../tests/browser/support/browsers.mjs';
import { pressKeys } from '../../tests/browser/support/controls.mjs';
import { painted, pause } from '../../tests/browser/support/highlights.mjs';
import { recordGecko } from './gecko.mjs';
import { launchFor, plainSuffix, serveHosts } from './hosts.mjs';
import { format, quantile } from './report.mjs';
import { oursIn, record, workOf } from './trace.mjs';

/** @import { BrowserName, Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */
/** @import { Work } from './trace.mjs' */
/** @typedef {import('puppeteer-core').Page} Page */

/** @typedef {{ browser: BrowserName, number: number, site: string, quotes: number, ours: Work, marks: Work }} Cost */

/**
 * @typedef {object} Pair
 * @property {Launched} own the browser with the extension
 * @property {Launched} plain a browser without it; in Chromium the same browser, with the site turned off
 */

/** Long enough for the page to come to rest, and for everything that painting causes. */
const rest = 350;
/** Browsers slow down with use, so they are restarted after this many pages. */
const pagesOfBrowser = 25;
/** The longest time for a page, in milliseconds. */
const longest = 60_000;
const noWork = { script: 0, layout: 0, longest: 0 };

const markJs = readFileSync(join(root, 'node_modules/mark.js/dist/mark.min.js'), 'utf8');

/**
 * Measures the pages, prints each and appends it to `speed.tsv`, then prints a summary.
 * @param {BrowserName[]} names
 * @param {StoredPage[]} pages
 * @param {string} folder
 */
export async function measureSpeed(names, pages, folder) {
  const table = join(folder, 'speed.tsv');
  const head = ['browser', 'number', 'site', 'quotes', 'script', 'layout', 'longest', 'mark.js script', 'mark.js layout', 'mark.js longest'];
  writeFileSync(table, `${head.join('\t')}\n`);
  for (const name of names) {
    console.log(`main thread beside mark.js, ${name}:`);
    /** @type {Cost[]} */
    const costs = [];
    for await (const cost of costsOf(name, pages)) {
      const { browser, number, site, quotes, ours, marks } = cost;
      costs.push(cost);
      appendFileSync(table, `${[browser, number, site, quotes, ...figuresOf(ours), ...figuresOf(marks)].join('\t')}\n`);
      console.log(`  ${number} ${site}: ${quotes} quotations, script ${format(ours.script)} ms, longest ${format(ours.longest)} ms; mark.js ${format(marks.script)} ms`);
    }
    for (const line of speedSummary(costs)) console.log(`  ${line}`);
  }
}

/** @param {Work} work */
function figuresOf({ script, layout, longest }) {
  return [script, layout, longest].map((value) => value.toFixed(2));
}

/**
 * If a browser fails, it is replaced and the page is tried again.
 * @param {BrowserName} name
 * @param {StoredPage[]} pages
 */
async function* costsOf(name, pages) {
  const server = await serveHosts({ scripts: false });
  /** @type {Pair | null} */
  let pair = null;
  let read = 0;
  try {
    for (const stored of pages) {
      for (const attempt of [1, 2]) {
        try {
          pair ??= await launchPair(name, server.port);
          const cost = name === 'chromium' ? costInChromium : costInFirefox;
          const { quotes, ours, marks } = await inTime(cost(pair, server.addressOf(stored, plainSuffix)));
          yield { browser: name, number: stored.number, site: stored.site, quotes, ours, marks };
          break;
        } catch (error) {
          console.log(`  ${stored.number} ${stored.site}, attempt ${attempt}: ${error}`);
          await end(pair);
          pair = null;
        }
      }
      read += 1;
      if (read % pagesOfBrowser === 0) {
        await end(pair);
        pair = null;
      }
    }
  } finally {
    await end(pair);
    await server.close();
  }
}

/** @param {BrowserName} name @param {number} port @returns {Promise<Pair>} */
async function launchPair(name, port) {
  const own = await launchFor(name, port);
  return { own, plain: name === 'chromium' ? own : await launchFor(name, port, { extension: false }) };
}

/** Ends browsers, including those that no longer respond. @param {Pair | null} pair */
async function end(pair) {
  for (const { browser } of new Set(pair ? [pair.own, pair.plain] : [])) {
    await Promise.race([browser.close().catch(() => undefined), pause(5_000)]);
    browser.process()?.kill('SIGKILL');
  }
}

/** @template Result @param {Promise<Result>} measured @returns {Promise<Result>} */
async function inTime(measured) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the browser took too long')), longest);
  });
  try {
    return /** @type {Result} */ (await Promise.race([measured, late]));
  } finally {
    clearTimeout(timer);
  }
}

/** @param {Pair} pair @param {string} address */
async function costInChromium({ own }, address) {
  const host = new URL(address).hostname;
  await setOff(own, host, false);
  const { ours, quotes } = await inNewPage(own, async (page) => {
    const loading = await record(page, () => load(page, address), { loads: true });
    const first = workOf(loading, oursIn(loading));
    const quotes = await painted(page, 'quote');
    await setOff(own, host, true);
    await pause(rest);
    const second = workOf(await record(page, async () => {
      await setOff(own, host, false);
      await pause(2 * rest);
    }));
    return { ours: { script: first.script, layout: second.layout, longest: Math.max(first.longest, second.longest) }, quotes };
  });
  if (quotes.length === 0) return { quotes: 0, ours, marks: noWork };
  await setOff(own, host, true);
  const marks = await inNewPage(own, async (page) => {
    await load(page, address);
    return workOf(await record(page, async () => {
      await page.evaluate(markAll(quotes));
      await pause(rest);
    }));
  });
  return { quotes: quotes.length, ours, marks };
}

/** The extension's scripts in pages, as Firefox names them. */
const ours = /moz-extension:\/\/[^/]+\/content\//;

/** @param {Pair} pair @param {string} address */
async function costInFirefox({ own, plain }, address) {
  const { work, quotes } = await inNewPage(own, async (page) => {
    const first = await recordGecko(own, ours, () => load(page, address));
    const quotes = await painted(page, 'quote');
    await pressKeys(own, page, 'toggle');
    await pause(rest);
    const second = await recordGecko(own, ours, async () => {
      await pressKeys(own, page, 'toggle');
      await pause(2 * rest);
    });
    return { work: { script: first.script, layout: second.layout, longest: Math.max(first.longest, second.longest) }, quotes };
  });
  if (quotes.length === 0) return { quotes: 0, ours: work, marks: noWork };
  const marks = await inNewPage(plain, async (page) => {
    await load(page, address);
    // Firefox counts what a debugger evaluates as the page's script; no other script of the page runs.
    return recordGecko(plain, /(?:^|\()http:\/\//, async () => {
      await page.evaluate(markAll(quotes));
      await pause(rest);
    });
  });
  return { quotes: quotes.length, ours: work, marks };
}

/**
 * @template Result
 * @param {Launched} launched
 * @param {(page: Page) => Promise<Result>} action
 */
async function inNewPage(launched, action) {
  const page = await launched.browser.newPage();
  try {
    return await action(page);
  } finally {
    await page.close();
  }
}

/** @param {Page} page @param {string} address */
async function load(page, address) {
  await page.goto(address, { waitUntil: 'load', timeout: 30_000 });
  await pause(2 * rest);
}

/** A script that loads mark.js and marks the quotations. @param {string[]} quotes */
function markAll(quotes) {
  return `(() => {
    ${markJs}
    return new Promise((done) => {
      new Mark(document.body).mark(${JSON.stringify(quotes)}, { acrossElements: true, separateWordSearch: false, done: () => done(undefined) });
    });
  })()`;
}

/** @param {Launched} launched @param {string} host @param {boolean} off */
async function setOff({ browser, extensionId }, host, off) {
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(String(extensionId)), { timeout: 5_000 });
  const worker = await target.worker();
  // Right after installation, not all of the worker's APIs are available.
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
