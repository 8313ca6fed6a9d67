// Measures the work of one page's main thread with Firefox's profiler.
//
// Firefox has no trace of single tasks that identifies the running script. Its profiler samples a thread's stack many times per
// millisecond, and records the processor time since the previous sample. Counted here is that time, for all samples with a function of
// the script on the stack. This includes garbage collection and forced layout, of which only layout is reported separately. Firefox
// files selector queries under layout although nothing is laid out; here they count as script, as in Chromium. Not counted is work
// without a function of the script on the stack: compiling the script, and reading and writing its messages.
//
// With each sample, Firefox records how long a new event would have had to wait. That is the time since the current task began, so it
// separates tasks that directly follow each other, such as those of a script that yields to the page.

import { inFirefoxItself } from '../../tests/browser/support/controls.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { Work } from './trace.mjs' */

/** The sampling interval in milliseconds. */
const interval = 0.2;
/** The size of the sample buffer for all threads, enough for more than a minute. */
const samples = 16_000_000;

/**
 * Records what the main threads of pages do during an action.
 * @param {Launched} launched Firefox
 * @param {RegExp} script matches the addresses of the script's functions
 * @param {() => Promise<unknown>} action
 * @returns {Promise<Work>} the work of the main thread in which the script ran longest
 */
export async function recordGecko({ browser }, script, action) {
  await inFirefoxItself(browser, `Services.profiler.StartProfiler(${samples}, ${interval}, ['js', 'cpu', 'nomarkerstacks'], ['GeckoMain'])`);
  try {
    await action();
  } catch (error) {
    await inFirefoxItself(browser, 'Services.profiler.StopProfiler()');
    throw error;
  }
  return JSON.parse(await inFirefoxItself(browser, `(async () => {
    const profile = await Services.profiler.getProfileDataAsync();
    await Services.profiler.StopProfiler();
    return JSON.stringify((${workOfProfile})(profile, ${script}));
  })()`));
}

/**
 * Runs in Firefox itself, because a profile is large.
 * @param {any} profile
 * @param {RegExp} script
 * @returns {Work}
 */
function workOfProfile({ meta, processes }, script) {
  const layoutCategory = meta.categories.findIndex((/** @type {{ name: string }} */ { name }) => name === 'Layout');
  const selectorQuery = meta.categories[layoutCategory].subcategories.indexOf('Selector query');
  const threads = processes.filter((/** @type {any} */ { threads: [main] }) => main?.processType === 'tab').map((/** @type {any} */ { threads }) => threads[0]);
  const works = threads.map((/** @type {any} */ { samples, stackTable, frameTable, stringTable }) => {
    const frames = frameTable.data.map((/** @type {any[]} */ frame) => {
      const category = frame[frameTable.schema.category] ?? null;
      return {
        counts: script.test(stringTable[frame[frameTable.schema.location]]),
        // Frames without a category inherit that of their caller.
        isLayout: category === null ? null : category === layoutCategory && frame[frameTable.schema.subcategory] !== selectorQuery,
      };
    });
    /** @type {{ counts: boolean, isLayout: boolean }[]} */
    const stacks = [];
    // A stack's prefix, the stack of its caller, precedes it in the table.
    for (const stack of stackTable.data) {
      const before = stacks[stack[stackTable.schema.prefix] ?? -1];
      const frame = frames[stack[stackTable.schema.frame]];
      stacks.push({ counts: frame.counts || (before?.counts ?? false), isLayout: frame.isLayout ?? before?.isLayout ?? false });
    }
    const work = { script: 0, layout: 0, longest: 0 };
    // All samples of one task have the same start, except for rounding.
    const exactness = 0.05;
    let stretch = 0;
    /** The start of the current task. */
    let began = 0;
    for (const sample of samples.data) {
      const spent = (sample[samples.schema.threadCPUDelta] ?? 0) / 1e6;
      const { counts, isLayout } = stacks[sample[samples.schema.stack] ?? -1] ?? { counts: false, isLayout: false };
      if (isLayout) work.layout += spent;
      if (counts && !isLayout) work.script += spent;
      // Missing if the thread has not run since the previous sample.
      const delay = sample[samples.schema.eventDelay] ?? null;
      const taskBegan = delay === null ? began : sample[samples.schema.time] - delay;
      if (Math.abs(taskBegan - began) > exactness) stretch = 0;
      began = taskBegan;
      if (counts) stretch += spent;
      // On a busy machine, samples are missed, and the time since the last one includes earlier tasks.
      if (delay !== null) stretch = Math.min(stretch, delay);
      work.longest = Math.max(work.longest, stretch);
    }
    return work;
  });
  works.sort((/** @type {Work} */ one, /** @type {Work} */ other) => other.script - one.script);
  return works[0] ?? { script: 0, layout: 0, longest: 0 };
}
