// The panel's way into the page. A page that no panel looks at pays for two listeners.

import { loadLater } from './load.js';
import { liveRange } from './marks.js';

/** @import { Reader } from './reader.js' */

/**
 * How the page stands: what the panel is answered, with the report once there is one.
 * @typedef {'off' | 'waiting' | Reader['stage']} Stage
 */

/** @type {Set<chrome.runtime.Port>} */
const panels = new Set();

/**
 * Answers the panel.
 * @param {() => Reader | null} reader the current one
 * @param {() => Stage} stage how the page stands where there is none
 */
export function servePanel(reader, stage) {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'panel') return;
    panels.add(port);
    port.onDisconnect.addListener(() => panels.delete(port));
    void loadLater().then(({ watchForPanel }) => watchForPanel(port, () => reader()?.painter ?? null)).catch(() => {
      // The panel is told nothing more than that the page has changed.
    });
  });
  chrome.runtime.onMessage.addListener((message, _, respond) => {
    const answer = answerTo(message, reader(), stage);
    // Whoever asked goes away with the page.
    answer?.then(respond, () => respond(undefined));
    return answer !== undefined;
  });
}

/** Tells the panels that there is something new to ask for. */
export function tellPanels() {
  for (const port of panels) {
    try {
      port.postMessage({ type: 'report-changed' });
    } catch {
      // The extension was updated: its panel is gone.
      panels.delete(port);
    }
  }
}

/**
 * @param {{ type?: string, layer?: 'quote' | 'speaker' | 'date', index?: number, positions?: boolean }} message
 * @param {Reader | null} reader
 * @param {() => Stage} stage
 * @returns {Promise<unknown> | undefined}
 */
function answerTo({ type, layer = 'quote', index = 0, positions = false }, reader, stage) {
  switch (type) {
    case 'report?': return report(reader, stage, positions);
    case 'reveal': return withMark(reader, layer, index, ({ scrollAndFlash }, { range }) => scrollAndFlash(range));
    case 'copy-link': return withMark(reader, 'quote', index, ({ linkToQuote }, { mark }) => ({ url: linkToQuote(mark) }));
    default: return undefined;
  }
}

/** @param {Reader | null} reader @param {() => Stage} stage @param {boolean} positions */
async function report(reader, stage, positions) {
  const { reading } = reader ?? {};
  if (!reading) return { stage: stage() };
  const { reportOf } = await loadLater();
  return { stage: 'read', report: reportOf(reading, { positions }) };
}

/**
 * @template Answer
 * @param {Reader | null} reader
 * @param {'quote' | 'speaker' | 'date'} layer
 * @param {number} index
 * @param {(later: import('./load.js').Later, found: { mark: import('./marks.js').Mark, range: Range }) => Answer} use
 */
async function withMark(reader, layer, index, use) {
  const mark = reader?.markOf(layer, index);
  if (!mark) return undefined;
  return use(await loadLater(), { mark, range: liveRange(mark) });
}
