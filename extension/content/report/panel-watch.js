// What the page tells the panel while one is open beside it: which words the reader is at, and whose words to show.

import { send } from '../ask.js';
import { isSaid, liveRange } from '../paint/marks.js';
import { ifTrusted } from '../trusted.js';

/** @import { PanelNews, PanelPort, Said } from '../../../types/protocol.js' */
/** @import { Mark } from '../paint/marks.js' */
/** @import { Painter } from '../paint/paint.js' */

/** How long scrolling or the pointer rests before the panel hears of it, in milliseconds. */
const settled = 150;
/** The reader's eyes are taken to be at the words nearest to this part of the window's height. */
const readingLine = 0.35;

/** What the panels hear while they are open. */
class PanelWatch {
  /** @type {Set<PanelPort>} */
  #panels = new Set();
  /** @type {PanelNews | null} What the next panel is to show. */
  #wanted = null;

  /**
   * Tells a panel where the reader is, until it goes.
   * @param {PanelPort} port
   * @param {() => Painter | null} painter
   */
  add(port, painter) {
    const controller = new AbortController();
    watchReader(painter, (mark) => port.postMessage({ type: 'in-view', ...mark }), controller.signal);
    this.#panels.add(port);
    port.onDisconnect.addListener(() => {
      controller.abort();
      this.#panels.delete(port);
    });
    if (this.#wanted !== null) port.postMessage(this.#wanted);
    this.#wanted = null;
  }

  /**
   * Shows something in the panel, such as a speaker's words.
   * @param {PanelNews} news
   * @returns {Promise<boolean>} whether a panel shows it
   */
  async open(news) {
    if (this.#panels.size > 0) {
      for (const port of this.#panels) port.postMessage(news);
      return true;
    }
    try {
      // Before anything is waited for: the browser opens a panel only in answer to a click.
      this.#wanted = news;
      if (await send({ type: 'open-panel' }) === true) return true;
    } catch {
      // The demo page has no panel, nor has an extension that was updated.
    }
    this.#wanted = null;
    return false;
  }
}

/** Those of this page. */
export const panelWatch = new PanelWatch();

/**
 * Follows which words the reader is at.
 * @param {() => Painter | null} painter
 * @param {(mark: { layer: Said | 'date', index: number }) => void} tell called when they are others
 * @param {AbortSignal} signal
 */
function watchReader(painter, tell, signal) {
  const options = { signal, passive: true, capture: true };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let told = '';
  /** @param {Mark | undefined} mark */
  const consider = (mark) => {
    if (!mark || mark.layer === 'speaker') return;
    const { layer, index } = mark;
    const place = `${layer} ${index}`;
    if (place === told) return;
    told = place;
    tell({ layer, index });
  };
  const after = (/** @type {() => void} */ look) => {
    clearTimeout(timer);
    timer = setTimeout(look, settled);
  };
  const lookAtWindow = () => after(() => consider(nearestMark(painter())));
  document.addEventListener('scroll', lookAtWindow, options);
  window.addEventListener('resize', lookAtWindow, options);
  document.addEventListener('pointermove', ifTrusted(({ clientX, clientY }) => after(() => {
    consider(painter()?.at(clientX, clientY).find(({ layer }) => layer !== 'speaker'));
  })), options);
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  lookAtWindow();
}

/** What somebody said nearest to where people read. @param {Painter | null} painter */
function nearestMark(painter) {
  const line = innerHeight * readingLine;
  let nearest;
  let least = Infinity;
  for (const mark of painter?.marks ?? []) {
    if (!isSaid(mark)) continue;
    const { top, bottom, height } = liveRange(mark).getBoundingClientRect();
    if (height === 0 || bottom < 0 || top > innerHeight) continue;
    const distance = top > line ? top - line : Math.max(0, line - bottom);
    if (distance < least) [nearest, least] = [mark, distance];
  }
  return nearest;
}
