// What the reader keeps about the article in the panel.

import { addressOf, changeDesk, isCorrection, keyOf, readDesk, watchDesk } from '../../shared/desk.js';

/** @import { DeskEntry, DeskMark, WordsPlace } from '../../../types/desk.js' */
/** @import { Report, ReportStatement } from '../../../types/report.js' */

/** The entries of one article at a time. */
export class PanelDesk {
  #address = '';
  #isPrivate = false;
  #changed;
  /** @type {Map<string, DeskEntry>} */
  #entries = new Map();

  /** @param {() => void} changed called when other entries are there */
  constructor(changed) {
    this.#changed = changed;
    watchDesk((address, entries, isPrivate) => {
      if (address === this.#address && isPrivate === this.#isPrivate) this.#take(entries);
    });
  }

  /**
   * Turns to an article.
   * @param {string} url
   * @param {boolean} isPrivate
   */
  async turnTo(url, isPrivate) {
    const address = addressOf(url);
    if (address === this.#address && isPrivate === this.#isPrivate) return;
    [this.#address, this.#isPrivate] = [address, isPrivate];
    this.#entries = new Map();
    const entries = await readDesk(address, isPrivate);
    if (address === this.#address) this.#take(entries);
  }

  /** @param {DeskEntry[]} entries */
  #take(entries) {
    this.#entries = new Map(entries.map((entry) => [keyOf(entry), entry]));
    this.#changed();
  }

  /** What is kept about a statement. @param {Pick<ReportStatement, 'place'>} statement */
  entryOf({ place }) {
    return place ? this.#entries.get(keyOf(place)) : undefined;
  }

  get corrections() {
    return [...this.#entries.values()].filter(isCorrection);
  }

  /** @param {WordsPlace} place @param {DeskMark} patch */
  async keep(place, patch) {
    await changeDesk(this.#address, this.#isPrivate, place, patch);
  }

  /** A report with the ticks and notes. @param {Report} report @returns {Report} */
  addTo(report) {
    const statements = report.statements.map((statement) => {
      const { checked, note } = this.entryOf(statement) ?? {};
      return { ...statement, ...(checked && { checked }), ...(note && { note }) };
    });
    return { ...report, statements };
  }
}
