// Visits one stored page in one browser with the extension: what is found and painted, and whether the page stays unchanged.

import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { publishedOn } from '../../extension/published/published.js';
import { root } from '../../tests/browser/support/browsers.mjs';
import { endBackground } from '../../tests/browser/support/controls.mjs';
import { painted, pause } from '../../tests/browser/support/highlights.mjs';
import { missing, plain, quotesIn, withoutSpaces } from './engine.mjs';
import { plainSuffix } from './hosts.mjs';
import { differences, gatherComplaints, open, seeWithout } from './without.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */
/** @import { serveHosts } from './hosts.mjs' */

/**
 * @typedef {object} Visit
 * @property {number} number
 * @property {string} site
 * @property {string} browser
 * @property {string[]} errors only the extension's
 * @property {number} found quotations that the engine finds in the collected text
 * @property {number} anchored of which the painted text is the same
 * @property {string[]} lost
 * @property {number | null} inBody quotations that the engine finds in the body text alone
 * @property {string[]} missed of which nothing is painted
 * @property {string[]} outside painted, but not in the body text
 * @property {string[]} outsideArticle the same without headlines and captions, which body texts leave out
 * @property {number | null} firstHighlight milliseconds from the end of the page's own loading
 * @property {boolean} unchanged as it was when it was loaded; where its own scripts run, as it is without the extension
 * @property {string[]} changes what differs then
 * @property {string} published
 */

/** The longest wait for highlights, in milliseconds. */
const longest = 6_000;
/** The time in which a page's own scripts have usually finished. */
const scriptsDone = 2_000;
const quiet = 350;

/** The modules that collect the text, as one expression. */
const collector = `(() => { ${bundleOf({
  'collect/collect.js': ['collect'], 'find/clues.js': ['cluesOfArticle', 'gatherClues'], 'find/language.js': ['declaredLanguage', 'readsAsEnglish'], 'find/holder.js': ['findArticle'], 'collect/parts.js': ['partsOf'],
})} return modules; })()`;

/** @param {Record<string, string[]>} wanted the names to import from each of the content script's modules */
function bundleOf(wanted) {
  const contents = Object.entries(wanted).map(([module, names]) => `export { ${names.join(', ')} } from './${module}';`).join('\n');
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: join(root, 'extension/content') }, bundle: true, format: 'iife', globalName: 'modules', write: false,
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * @param {Launched} launched
 * @param {Awaited<ReturnType<typeof serveHosts>>} server
 * @param {StoredPage} stored
 * @param {Parameters<typeof quotesIn>[0]} annotate
 * @param {{ screenshot?: string, cold?: boolean, without?: Launched | null }} options `cold` ends the background before, which starts
 *   anew for the page; `without` is a browser without the extension, for pages whose own scripts run
 * @returns {Promise<Visit>}
 */
export async function visit(launched, server, stored, annotate, { screenshot, cold = false, without = null }) {
  const page = await launched.browser.newPage();
  /** @type {string[]} */
  const errors = [];
  const note = (/** @type {string} */ text) => {
    if (/content\/(?:content|gate|later)\.js|verbatim/i.test(text)) errors.push(text);
  };
  page.on('console', (message) => note(`${message.text()} ${message.location().url ?? ''} ${message.stackTrace().map(({ url }) => url).join(' ')}`));
  page.on('pageerror', (error) => note(String(/** @type {Error} */ (error).stack ?? error)));
  const complaints = gatherComplaints(page);
  try {
    await page.evaluateOnNewDocument(keepWatch);
    if (cold) await endBackground(launched);
    let address = server.addressOf(stored);
    await open(page, address).catch(async () => {
      await pause(quiet);
      address = server.addressOf(stored, plainSuffix);
      await open(page, address);
    });
    const start = Date.now();
    // Reading the page at the same time would delay the extension's painting.
    await pause(quiet);
    const requests = (await page.evaluate(readArticle, collector)).map((part) => ({ ...part, published: publishedOn(part.clues) }));
    const quotes = requests.flatMap((request) => quotesIn(annotate, request));
    const texts = await settle(page, quotes.length);
    if (without) await pause(Math.max(0, start + scriptsDone - Date.now()));
    const stay = Date.now() - start;
    const { before, after, firstHighlight } = await page.evaluate(report);
    const withUs = { html: after, complaints: [...complaints] };
    const changes = without ? await differences(withUs, () => seeWithout(without, address, stay)) : [];
    if (screenshot) await shoot(page, screenshot);
    return {
      number: stored.number, site: stored.site, browser: launched.name, errors,
      found: quotes.length, lost: missing(quotes.map(({ text }) => text), texts),
      anchored: quotes.length - missing(quotes.map(({ text }) => text), texts).length,
      ...againstBody(stored, annotate, texts, quotes),
      firstHighlight, unchanged: without ? changes.length === 0 : before === after, changes, published: requests[0]?.published ?? '',
    };
  } finally {
    await page.close();
  }
}

/**
 * @param {StoredPage} stored
 * @param {Parameters<typeof quotesIn>[0]} annotate
 * @param {string[]} painted
 * @param {{ text: string, kind: string }[]} quotes
 */
function againstBody(stored, annotate, painted, quotes) {
  const body = stored.body();
  if (body === null) return { inBody: null, missed: [], outside: [], outsideArticle: [] };
  const blocks = body.split(/\n\s*\n/).map((text) => ({ kind: 'paragraph', text: plain(text) })).filter(({ text }) => text);
  const wanted = quotesIn(annotate, { published: stored.date, language: 'en', blocks }).map(({ text }) => text);
  const whole = blocks.map(({ text }) => text).map(withoutSpaces).join('\n');
  const outside = painted.filter((text) => !whole.includes(withoutSpaces(text)));
  const beside = new Set(quotes.filter(({ kind }) => kind === 'headline' || kind === 'caption').map(({ text }) => text));
  return { inBody: wanted.length, missed: missing(wanted, painted), outside, outsideArticle: outside.filter((text) => !beside.has(text)) };
}

/**
 * The painted texts, as soon as they are as many as expected or no more appear.
 * @param {import('puppeteer-core').Page} page
 * @param {number} expected
 */
async function settle(page, expected) {
  const start = Date.now();
  for (;;) {
    const texts = (await painted(page, 'quote')).map(plain);
    if (texts.length === expected || Date.now() - start > longest) return texts;
    await pause(100);
  }
}

/** Runs in the page before the extension reads it: records the page's state, and when the first highlight appears. */
function keepWatch() {
  const state = /** @type {any} */ (globalThis).pageWatch = { before: '', loaded: 0, first: null };
  document.addEventListener('DOMContentLoaded', () => {
    state.before = document.documentElement.outerHTML;
    state.loaded = performance.now();
    // Twenty seconds are enough for any page with quotations.
    const look = () => {
      if ([...CSS.highlights.keys()].some((name) => name.startsWith('verbatim-'))) state.first = performance.now();
      else if (performance.now() - state.loaded < 20_000) setTimeout(look, 4);
    };
    look();
  });
}

/** Runs in the page. */
function report() {
  const { before, loaded, first } = /** @type {any} */ (globalThis).pageWatch;
  const [entry] = performance.getEntriesByType('navigation');
  const idle = Math.max(loaded, /** @type {PerformanceNavigationTiming} */ (entry)?.domContentLoadedEventEnd ?? 0);
  return { before, after: document.documentElement.outerHTML, firstHighlight: first === null ? null : /** @type {number} */ (first) - idle };
}

/**
 * Runs in the page: collects what the extension sends to the engine, part by part.
 * @param {string} source
 */
function readArticle(source) {
  const { collect, cluesOfArticle, gatherClues, declaredLanguage, readsAsEnglish, findArticle, partsOf } = (0, eval)(source);
  const language = declaredLanguage(document);
  const root = findArticle(document);
  if (!root) return [];
  const blocks = collect(root);
  if (!readsAsEnglish(blocks, language)) return [];
  const clues = gatherClues(document);
  return partsOf(blocks).map((/** @type {{ start: number, end: number, headline: Element | null }} */ { start, end, headline }) => ({
    clues: headline ? cluesOfArticle(headline) : clues, language,
    blocks: blocks.slice(start, end).map((/** @type {{ kind: string, text: string }} */ { kind, text }) => ({ kind, text })),
  }));
}

/** The part of the page with the first highlight. @param {import('puppeteer-core').Page} page @param {string} path */
async function shoot(page, path) {
  const top = await page.evaluate(() => {
    const tops = [...CSS.highlights].filter(([name]) => name.startsWith('verbatim-quote')).flatMap(([, highlight]) => [...highlight]).map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.getBoundingClientRect().top + scrollY;
    });
    return Math.max(0, Math.min(...tops, Math.max(0, document.documentElement.scrollHeight - 1)) - 300);
  });
  await page.screenshot({ path: /** @type {`${string}.jpeg`} */ (path), type: 'jpeg', quality: 60, clip: { x: 0, y: Number.isFinite(top) ? top : 0, width: 1100, height: 2000 }, captureBeyondViewport: true });
}
