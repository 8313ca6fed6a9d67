// What Firefox's own profiler says about the work of one page's main thread.
//
// Firefox has no trace of single tasks that says whose script ran. Its profiler looks many times a millisecond at what a thread is
// at, and with each look notes how long the thread had the processor since the one before. What is counted here is that time, for
// all looks at which a function of the script in question was at work or waited for what it had called; so a collection of garbage
// or a layout that it forced is found under it, and only the layout is told apart. That an element is looked for by a selector
// Firefox files under layout too, though nothing is styled or laid out: a question of the script's is script, as in Chromium. Not
// counted is what has no function of the script on its stack: that Firefox compiles the script, and reads and writes its messages.
//
// With each look Firefox says for how long whoever came just then would have had to wait. That is the time since the task at work
// began, so it tells tasks apart that follow each other at once, as those of a script do that pauses: between them the page can do its own.

import { inFirefoxItself } from '../../tests/browser/support/controls.mjs';

/** @import { Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { Work } from './trace.mjs' */

/** Between two looks, in milliseconds. */
const interval = 0.2;
/** As many samples as are kept, for all threads: more than a minute's. */
const samples = 16_000_000;

/**
 * Records what the main threads of pages do during an action.
 * @param {Launched} launched Firefox
 * @param {RegExp} script which addresses of functions are those of the script
 * @param {() => Promise<unknown>} action
 * @returns {Promise<Work>} of the page's main thread that this script had most of
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
 * Runs in Firefox itself, for a profile is large.
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
        // What stands for itself, such as a function's address, is of what called it.
        isLayout: category === null ? null : category === layoutCategory && frame[frameTable.schema.subcategory] !== selectorQuery,
      };
    });
    /** @type {{ counts: boolean, isLayout: boolean }[]} */
    const stacks = [];
    // A stack's prefix, the stack of what called it, stands before it.
    for (const stack of stackTable.data) {
      const before = stacks[stack[stackTable.schema.prefix] ?? -1];
      const frame = frames[stack[stackTable.schema.frame]];
      stacks.push({ counts: frame.counts || (before?.counts ?? false), isLayout: frame.isLayout ?? before?.isLayout ?? false });
    }
    const work = { script: 0, layout: 0, longest: 0 };
    // Of one task, all looks say the same beginning, but for what is lost in rounding.
    const exactness = 0.05;
    let stretch = 0;
    /** When the task at work began. */
    let began = 0;
    for (const sample of samples.data) {
      const spent = (sample[samples.schema.threadCPUDelta] ?? 0) / 1e6;
      const { counts, isLayout } = stacks[sample[samples.schema.stack] ?? -1] ?? { counts: false, isLayout: false };
      if (isLayout) work.layout += spent;
      if (counts && !isLayout) work.script += spent;
      // Nothing is said of it where the thread has not run since the look before.
      const delay = sample[samples.schema.eventDelay] ?? null;
      const taskBegan = delay === null ? began : sample[samples.schema.time] - delay;
      if (Math.abs(taskBegan - began) > exactness) stretch = 0;
      began = taskBegan;
      if (counts) stretch += spent;
      // Where the machine is busy, looks are missed, and the time since the last one is of the tasks before as well.
      if (delay !== null) stretch = Math.min(stretch, delay);
      work.longest = Math.max(work.longest, stretch);
    }
    return work;
  });
  works.sort((/** @type {Work} */ one, /** @type {Work} */ other) => other.script - one.script);
  return works[0] ?? { script: 0, layout: 0, longest: 0 };
}
