// What the page tells the panel while one is open beside it: that it was painted anew, and which words the reader is at.

import { liveRange } from '../paint/marks.js';
import { ifTrusted } from '../trusted.js';

/** @import { Painter } from '../paint/paint.js' */

/** How long scrolling or the pointer rests before the panel is told, in milliseconds. */
const settled = 150;
/** The reader's eyes are taken to be at the words nearest to this part of the window's height. */
const readingLine = 0.35;

/** @type {Set<chrome.runtime.Port>} */
const panels = new Set();
/** @type {number | null} The speaker whose words the next panel is to show. */
let wanted = null;

/**
 * Tells a panel where the reader is, until it goes.
 * @param {chrome.runtime.Port} port
 * @param {() => Painter | null} painter
 */
export function watchForPanel(port, painter) {
  const controller = new AbortController();
  const options = { signal: controller.signal, passive: true, capture: true };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let told = '';
  /** @param {{ layer: string, index: number } | undefined} mark */
  const tell = (mark) => {
    const place = mark ? `${mark.layer} ${mark.index}` : '';
    if (!mark || place === told) return;
    told = place;
    port.postMessage({ type: 'in-view', layer: mark.layer, index: mark.index });
  };
  const after = (/** @type {() => void} */ look) => {
    clearTimeout(timer);
    timer = setTimeout(look, settled);
  };
  const lookAtWindow = () => after(() => tell(nearestMark(painter())));
  document.addEventListener('scroll', lookAtWindow, options);
  window.addEventListener('resize', lookAtWindow, options);
  document.addEventListener('pointermove', ifTrusted(({ clientX, clientY }) => after(() => {
    tell(painter()?.at(clientX, clientY).find(({ layer }) => layer !== 'speaker'));
  })), options);
  panels.add(port);
  port.onDisconnect.addListener(() => {
    clearTimeout(timer);
    controller.abort();
    panels.delete(port);
  });
  if (wanted !== null) port.postMessage({ type: 'show-speaker', person: wanted });
  wanted = null;
  lookAtWindow();
}

/**
 * Shows a speaker's words in the panel.
 * @param {number} person
 * @returns {Promise<boolean>} whether a panel shows them
 */
export async function openPanelOf(person) {
  if (panels.size > 0) {
    for (const port of panels) port.postMessage({ type: 'show-speaker', person });
    return true;
  }
  try {
    // Before anything is waited for: the browser opens a panel only in answer to a click.
    wanted = person;
    const opened = await chrome.runtime.sendMessage({ type: 'open-panel' });
    if (opened === true) return true;
  } catch {
    // The demo page has no panel; an extension that was updated has none any more.
  }
  wanted = null;
  return false;
}

/** The quotation or date nearest to where people read. @param {Painter | null} painter */
function nearestMark(painter) {
  const line = innerHeight * readingLine;
  let nearest;
  let least = Infinity;
  for (const mark of painter?.marks ?? []) {
    if (mark.layer !== 'quote') continue;
    const { top, bottom, height } = liveRange(mark).getBoundingClientRect();
    if (height === 0 || bottom < 0 || top > innerHeight) continue;
    const distance = top > line ? top - line : Math.max(0, line - bottom);
    if (distance < least) [nearest, least] = [mark, distance];
  }
  return nearest;
}
