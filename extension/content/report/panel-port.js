// The panel's way into the page. A page that no panel looks at pays for a listener.

import { loadLater } from '../load-later.js';

/** @import { Answer, Question } from './panel-answers.js' */
/** @import { Reader } from '../reader.js' */

/**
 * How the page stands: what the panel is answered, with the report once there is one.
 * @typedef {'off' | 'waiting' | Reader['stage']} Stage
 */

/** @type {Set<chrome.runtime.Port>} */
const panels = new Set();

/**
 * Tells each panel that comes what the reader is at.
 * @param {() => Reader | null} reader the current one
 */
export function servePanel(reader) {
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== 'panel') return;
    panels.add(port);
    port.onDisconnect.addListener(() => panels.delete(port));
    void loadLater().then(({ watchForPanel }) => watchForPanel(port, () => reader()?.painter ?? null)).catch(() => {
      // The panel is told nothing more than that the page has changed.
    });
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
 * @param {Question} question
 * @param {Reader | null} reader
 * @param {Stage} stage how the page stands
 * @returns {Promise<Answer | { stage: Stage } | undefined>}
 */
export async function answerPanel(question, reader, stage) {
  const { reading } = reader ?? {};
  if (!reader || !reading) return question.type === 'report?' ? { stage } : undefined;
  return (await loadLater()).answerPanel(question, reader, reading);
}
