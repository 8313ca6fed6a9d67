// What a trace of Chromium says about the work of one page's main thread.

/**
 * @typedef {object} Work
 * @property {number} script milliseconds of script, without the layout that it forced
 * @property {number} layout milliseconds of style and layout, forced or afterwards
 * @property {number} longest the longest uninterrupted stretch of script, in milliseconds, with what it forced
 */

/** @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number }} TraceEvent */

const scriptEvents = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile', 'v8.run', 'TimerFire', 'FireIdleCallback', 'FireAnimationFrame']);
const layoutEvents = new Set(['Layout', 'UpdateLayoutTree', 'RecalculateStyles']);

/** What a trace has to record. */
export const categories = ['devtools.timeline', 'v8.execute'];

/**
 * The work of the busiest main thread: while a trace is recorded, only the page in question does anything. Times are those that
 * the thread had the processor, so that other programs on the machine do not count.
 * @param {TraceEvent[]} events
 * @returns {Work}
 */
export function workOf(events) {
  /** @type {Map<string, TraceEvent[]>} */
  const threads = new Map();
  for (const event of events) {
    if (event.ph !== 'X' || !(scriptEvents.has(event.name) || layoutEvents.has(event.name))) continue;
    const thread = `${event.pid} ${event.tid}`;
    threads.set(thread, [...threads.get(thread) ?? [], event]);
  }
  const works = [...threads.values()].map(workOfThread);
  return works.sort((one, other) => other.script - one.script)[0] ?? { script: 0, layout: 0, longest: 0 };
}

/** @param {TraceEvent[]} thread @returns {Work} */
function workOfThread(thread) {
  const scripts = outermost(thread.filter(({ name }) => scriptEvents.has(name)));
  const layouts = outermost(thread.filter(({ name }) => layoutEvents.has(name)));
  const within = layouts.filter((layout) => scripts.some((script) => layout.ts >= script.ts && layout.ts < script.ts + (script.dur ?? 0)));
  return { script: total(scripts) - total(within), layout: total(layouts), longest: Math.max(0, ...scripts.map(milliseconds)) };
}

/** Those that lie in no other. @param {TraceEvent[]} events */
function outermost(events) {
  const sorted = [...events].sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  let end = -Infinity;
  return sorted.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** @param {TraceEvent[]} events */
function total(events) {
  return events.reduce((sum, event) => sum + milliseconds(event), 0);
}

/** @param {TraceEvent} event */
function milliseconds({ tdur, dur = 0 }) {
  return (tdur ?? dur) / 1000;
}
