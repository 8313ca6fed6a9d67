// Measures the work of one page's main thread with a trace of Chromium.

/**
 * @typedef {object} Work
 * @property {number} script milliseconds of compiling and running script, without forced layout
 * @property {number} layout milliseconds of style and layout, forced or afterwards
 * @property {number} longest the longest uninterrupted stretch that contains script, in milliseconds, including messages that it read and
 *   wrote and forced layout
 */

/**
 * @typedef {{ name: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args?: any }} TraceEvent
 */

const scriptEvents = new Set([
  'EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile', 'v8.run', 'v8.callFunction', 'v8.compileModule', 'v8.evaluateModule', 'v8.produceModuleCache', 'TimerFire',
  'FireIdleCallback', 'FireAnimationFrame',
]);
const layoutEvents = new Set(['Layout', 'UpdateLayoutTree', 'RecalculateStyles']);
const taskEvents = new Set(['ThreadControllerImpl::RunTask', 'RunTask']);

/** The trace categories to record. */
const categories = ['devtools.timeline', 'v8.execute', 'v8', 'toplevel', 'blink.resource'];
/** The browser fetches images in its own microtasks, between those of scripts; imports are fetched by the extension. */
const fetchesImage = 'ResourceFetcher::requestResource';

/** The page writes this into the trace, to identify its main thread and the relevant part of the trace. */
const stamp = { begin: 'measured from here', end: 'measured to here' };

/**
 * Records what a page's main thread does during an action. An action that loads the page counts from its beginning, because the page
 * can get a new process.
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} action
 * @param {{ loads?: boolean }} [options]
 * @returns {Promise<TraceEvent[]>}
 */
export async function record(page, action, { loads = false } = {}) {
  /** @type {TraceEvent[]} */
  let events = [];
  await page.tracing.start({ categories });
  try {
    if (!loads) await page.evaluate((name) => console.timeStamp(name), stamp.begin);
    await action();
    await page.evaluate((name) => console.timeStamp(name), stamp.end);
  } finally {
    events = JSON.parse(new TextDecoder().decode(await page.tracing.stop())).traceEvents;
  }
  const stamped = (/** @type {string} */ name) => events.findLast((event) => event.name === 'TimeStamp' && event.args?.data?.name === name);
  const end = stamped(stamp.end);
  const begin = stamped(stamp.begin);
  if (!end) throw new Error('the trace does not hold the page');
  return events.filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === end.pid && tid === end.tid && ts < end.ts && (!begin || ts > begin.ts));
}

/**
 * The work of a main thread in processor time, so that other programs on the machine do not count.
 * @param {TraceEvent[]} events of one thread
 * @param {(event: TraceEvent) => boolean} [counts] which script counts; by default all of it
 * @returns {Work}
 */
export function workOf(events, counts = () => true) {
  const scripts = outermost(events.filter((event) => scriptEvents.has(event.name) && counts(event)));
  const layouts = outermost(events.filter(({ name }) => layoutEvents.has(name)));
  const busy = stretches(outermost(events.filter(({ name }) => taskEvents.has(name) || scriptEvents.has(name))));
  const withScript = busy.filter(({ from, to }) => scripts.some(({ ts }) => ts >= from && ts < to));
  const forced = layouts.filter((layout) => scripts.some((script) => isWithin(layout, script)));
  return { script: total(scripts) - total(forced), layout: total(layouts), longest: Math.max(0, ...withScript.map(({ work }) => work)) };
}

/** The longest task of a main thread, in milliseconds of processor time. @param {TraceEvent[]} events */
export function longestTask(events) {
  return Math.max(0, ...events.filter(({ name }) => taskEvents.has(name)).map(milliseconds));
}

/**
 * Identifies the extension's script on a page whose own scripts have no microtasks. The extension's script has its address as name, or
 * that of its world if it is a module, and continues after waiting in microtasks, of which none can precede it. The rest belongs to the
 * page, the debugger, an error page in a frame, or an image that is fetched.
 * @param {TraceEvent[]} events
 * @returns {(event: TraceEvent) => boolean}
 */
export function oursIn(events) {
  const isExtension = (/** @type {unknown} */ address) => String(address).startsWith('chrome-extension:');
  const worlds = new Set(events.filter(({ args }) => args?.worldName && isExtension(args.fileName)).map(({ args }) => args.worldName));
  const named = events.filter(({ args }) => isExtension(args?.data?.url) || worlds.has(args?.worldName));
  const evaluated = named.filter(({ name }) => name === 'EvaluateScript').map(({ ts }) => ts);
  const begin = evaluated.length > 0 ? Math.min(...evaluated) : 0;
  // A timer of the page can end with a call of the extension's, if the page has changed.
  const others = events.filter(({ args }) => /^https?:/.test(String(args?.data?.url)));
  const images = events.filter(({ name, args }) => name === fetchesImage && !isExtension(args?.url));
  return (event) => (event.name === 'RunMicrotasks' ? event.ts > begin && !images.some((inner) => isWithin(inner, event))
    : named.some((inner) => isWithin(inner, event)) && !others.some((inner) => isWithin(inner, event)));
}

/** @param {TraceEvent} inner @param {TraceEvent} outer */
function isWithin(inner, outer) {
  return inner.ts >= outer.ts && inner.ts < outer.ts + (outer.dur ?? 0);
}

/** The events that are not inside another one. @param {TraceEvent[]} events */
function outermost(events) {
  const sorted = [...events].sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  let end = -Infinity;
  return sorted.filter(({ ts, dur = 0 }) => {
    if (ts < end) return false;
    end = ts + dur;
    return true;
  });
}

/** Microtasks run directly after their task, so for the page both are one uninterrupted stretch. */
const atOnce = 100;

/**
 * Uninterrupted stretches, with their processor time in milliseconds.
 * @param {TraceEvent[]} events in order, none within another
 */
function stretches(events) {
  /** @type {{ from: number, to: number, work: number }[]} */
  const found = [];
  for (const event of events) {
    const last = found.at(-1);
    const to = event.ts + (event.dur ?? 0);
    if (last && event.name === 'RunMicrotasks' && event.ts - last.to < atOnce) {
      last.to = to;
      last.work += milliseconds(event);
    } else {
      found.push({ from: event.ts, to, work: milliseconds(event) });
    }
  }
  return found;
}

/** @param {TraceEvent[]} events */
function total(events) {
  return events.reduce((sum, event) => sum + milliseconds(event), 0);
}

/** @param {TraceEvent} event */
function milliseconds({ tdur, dur = 0 }) {
  return (tdur ?? dur) / 1000;
}
