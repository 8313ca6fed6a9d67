// Measures what an open, untouched article costs in processor time and memory, with and without the extension.
//
// For each browser, the same article is open with the extension and without it for the given time. Measured before and after, each time
// after a garbage collection: in Chromium, the main thread's working time and script time, and the script heap, including the
// extension's; in Firefox, the processor time and memory of the page's process, and the extension's share in its memory reports. In
// Chromium, a trace over the whole time also shows whether any function of the extension ran in a page or set a timer.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, root } from '../../tests/browser/support/browsers.mjs';
import { inFirefoxItself } from '../../tests/browser/support/controls.mjs';
import { pause, waitForPainted } from '../../tests/browser/support/highlights.mjs';
import { serve } from '../../tests/browser/support/server.mjs';
import { format } from './report.mjs';

/** @import { BrowserName, Launched } from '../../tests/browser/support/browsers.mjs' */
/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} State of a page
 * @property {number} work processor time in milliseconds, from an arbitrary start
 * @property {number | null} script the part of it in scripts
 * @property {number} memory in KiB
 * @property {number | null} own the extension's memory in the page's process, in KiB, if known
 */

/** The time after painting until a page is at rest, in milliseconds. */
const rest = 10_000;
/** The trace events of script that runs or is scheduled. */
const running = new Set(['FunctionCall', 'TimerInstall', 'TimerFire', 'EvaluateScript', 'RequestAnimationFrame', 'RequestIdleCallback']);

/**
 * Leaves an article open and prints the cost.
 * @param {BrowserName[]} names
 * @param {number} minutes
 */
export async function measureIdle(names, minutes) {
  const article = readFileSync(join(root, 'tests/browser/pages/harbour.html'));
  const server = await serve((path) => (path === '/' ? { body: article } : null));
  try {
    const lines = await Promise.all(names.flatMap((name) => [true, false].map((extension) => lieOpen(name, extension, server.address, minutes))));
    for (const line of lines) console.log(`  ${line}`);
  } finally {
    await server.close();
  }
}

/** @param {BrowserName} name @param {boolean} extension @param {string} address @param {number} minutes */
async function lieOpen(name, extension, address, minutes) {
  const launched = await launch(name, { extension });
  try {
    const [page = await launched.browser.newPage()] = await launched.browser.pages();
    await page.goto(address);
    if (extension) await waitForPainted(page);
    await pause(rest);
    const read = name === 'chromium' ? await readerOfChromium(page) : readerOfFirefox(launched, address);
    const before = await read();
    const trace = name === 'chromium';
    if (trace) await page.tracing.start({ categories: ['devtools.timeline', 'v8.execute'] });
    await pause(minutes * 60_000);
    /** @type {{ name: string, args: unknown }[]} */
    const events = trace ? JSON.parse(new TextDecoder().decode(await page.tracing.stop())).traceEvents : [];
    const after = await read();
    const ours = events.filter(({ name, args }) => running.has(name) && JSON.stringify(args).includes('chrome-extension:')).length;
    return [
      `${name} ${extension ? 'with' : 'without'} the extension, ${minutes} minutes: ${format(after.work - before.work)} ms of work`,
      ...(after.script === null || before.script === null ? [] : [`${format(after.script - before.script)} ms of script`]),
      `memory ${growth(before.memory, after.memory)}`,
      ...(after.own === null || before.own === null || !extension ? [] : [`the extension's ${growth(before.own, after.own)}`]),
      ...(trace && extension ? [`${ours} calls or timers of the extension's in a page`] : []),
    ].join('; ');
  } finally {
    await launched.browser.close();
  }
}

/** @param {number} before @param {number} after in KiB */
function growth(before, after) {
  return `${Math.round(before)} KiB before, ${Math.round(after)} after`;
}

/** @param {Page} page @returns {Promise<() => Promise<State>>} */
async function readerOfChromium(page) {
  const session = await page.createCDPSession();
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  let first = true;
  return async () => {
    // The garbage collection is work too, so it runs before the first reading of the times and after the last.
    const collect = async () => {
      for (let times = 0; times < 3; times += 1) await session.send('HeapProfiler.collectGarbage');
    };
    const metrics = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
    if (first) await collect();
    const times = await metrics();
    if (!first) await collect();
    first = false;
    const { JSHeapUsedSize = Number.NaN } = await metrics();
    return { work: 1000 * (times.TaskDuration ?? Number.NaN), script: 1000 * (times.ScriptDuration ?? Number.NaN), memory: JSHeapUsedSize / 1024, own: null };
  };
}

/** @param {Launched} launched @param {string} address @returns {() => Promise<State>} */
function readerOfFirefox({ browser }, address) {
  let first = true;
  return async () => {
    const state = await inFirefoxItself(browser, `(${readFirefox})(${JSON.stringify(address)}, ${first})`);
    first = false;
    return { script: null, ...JSON.parse(state) };
  };
}

/** Runs in Firefox itself. @param {string} address @param {boolean} collectFirst */
async function readFirefox(address, collectFirst) {
  const { ChromeUtils, Cc, Ci } = /** @type {any} */ (globalThis);
  const manager = Cc['@mozilla.org/memory-reporter-manager;1'].getService(Ci.nsIMemoryReporterManager);
  const collect = () => new Promise((resolve) => manager.minimizeMemoryUsage(() => resolve(undefined)));
  const find = async () => (await ChromeUtils.requestProcInfo()).children.find((/** @type {any} */ { windows }) => (
    windows.some((/** @type {any} */ { documentURI }) => documentURI?.spec.startsWith(address))));
  if (collectFirst) await collect();
  const { cpuTime, pid } = await find();
  if (!collectFirst) await collect();
  let own = 0;
  let memory = 0;
  await new Promise((resolve) => manager.getReports((/** @type {string} */ process, /** @type {string} */ path, /** @type {number} */ _, /** @type {number} */ __, /** @type {number} */ amount) => {
    if (!process.includes(`pid ${pid}`) || !path.startsWith('explicit/')) return;
    memory += amount;
    if (path.includes('moz-extension')) own += amount;
  }, null, resolve, null, false));
  return JSON.stringify({ work: cpuTime / 1e6, memory: memory / 1024, own: own / 1024 });
}
