// The panel's way into the page. A page that no panel looks at pays for a listener.

import { loadLater } from '../load-later.js';

/** @import { AnswerTo, Message, PageStage, PanelPort, ReaderStage, ToPage } from '../../../types/protocol.js' */
/** @import { Reader } from '../reader.js' */

/** The panels that are connected to the page. */
export class Panels {
  /** @type {Set<PanelPort>} */
  #ports = new Set();
  #reader;
  #stage;

  /**
   * @param {() => Reader | null} reader the current one
   * @param {() => 'off' | 'waiting' | ReaderStage} stage how far the page is
   */
  constructor(reader, stage) {
    this.#reader = reader;
    this.#stage = stage;
  }

  /** Shows each panel that connects where the reader is. */
  serve() {
    chrome.runtime.onConnect.addListener((port) => {
      if (port.name !== 'panel') return;
      this.#ports.add(port);
      port.onDisconnect.addListener(() => {
        this.#ports.delete(port);
        // What is searched for is marked for as long as somebody searches.
        if (this.#ports.size === 0) void this.found({ type: 'found', words: [] }).catch(() => {});
      });
      void loadLater().then(({ panelWatch }) => panelWatch.add(port, () => this.#reader()?.painter ?? null)).catch(() => {
        // The panel hears only that the page has changed.
      });
    });
  }

  /** Tells the panels that there is something new to ask for. */
  tell() {
    for (const port of this.#ports) {
      try {
        port.postMessage({ type: 'report-changed' });
      } catch {
        // The extension was updated: its panel is gone.
        this.#ports.delete(port);
      }
    }
  }

  /** @param {Message<ToPage, 'report?'>} message @returns {Promise<PageStage>} */
  async report({ positions = false }) {
    const { reading } = this.#reader() ?? {};
    if (reading) return { stage: 'read', report: (await loadLater()).reportOf(reading, { positions }) };
    const stage = this.#stage();
    return { stage: stage === 'read' ? 'working' : stage };
  }

  /** @param {Message<ToPage, 'reveal'>} message @returns {Promise<AnswerTo<ToPage, 'reveal'> | undefined>} */
  async reveal({ layer, index }) {
    const reader = this.#reader();
    if (!reader?.reading) return undefined;
    const { reveal } = await loadLater();
    return { shown: reveal(reader.markOf(layer, index)) };
  }

  /** @param {Message<ToPage, 'found'>} message */
  async found({ words }) {
    const reading = this.#reader()?.reading;
    const { markFound } = await loadLater();
    markFound(reading ? words : [], reading ?? null);
  }

  /** @param {Message<ToPage, 'copy-link'>} message @returns {Promise<AnswerTo<ToPage, 'copy-link'>>} */
  async link({ layer, index }) {
    const reader = this.#reader();
    if (!reader?.reading) return undefined;
    const { linkToWords } = await loadLater();
    const mark = reader.markOf(layer, index);
    return mark && { url: linkToWords(mark) };
  }
}
