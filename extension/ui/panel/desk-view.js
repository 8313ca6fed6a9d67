// The reader's desk in the panel: the check list, and what was corrected.

import { keyOf } from '../../shared/desk.js';
import { element } from '../elements.js';
import { message, part } from '../page.js';
import { CheckList } from './checking.js';
import { offerCorrections } from './corrections.js';
import { PanelDesk } from './desk.js';

/** @import { WordsPlace } from '../../../types/desk.js' */
/** @import { Report, ReportStatement } from '../../../types/report.js' */

/**
 * What the desk needs of the panel.
 * @typedef {object} DeskUse
 * @property {(text: string) => Promise<void>} copy
 * @property {() => void} saved called when a file was saved
 * @property {() => void} list makes all statements stand in the list
 */

/** What the panel shows of what the reader keeps. */
export class DeskView {
  #use;
  #desk = new PanelDesk(() => this.#refresh());
  #checks = new CheckList(this.#desk);
  #toggle = part('check-list', HTMLButtonElement);
  #showCorrections;
  /** @type {Report | null} */
  #report = null;
  /** Which words the reader wants to correct, until they are in the list. @type {WordsPlace | null} */
  #wanted = null;

  /** @param {DeskUse} use */
  constructor(use) {
    this.#use = use;
    this.#showCorrections = offerCorrections(this.#desk, { report: () => this.#report, copy: use.copy, saved: use.saved });
    this.#toggle.addEventListener('click', () => this.#open(this.#toggle.ariaPressed !== 'true'));
  }

  /** Below a statement. @param {ReportStatement} statement */
  row(statement) {
    return this.#checks.row(statement);
  }

  /** A report with the ticks and notes. @param {Report} report */
  addTo(report) {
    return this.#desk.addTo(report);
  }

  /** @param {Report} report @param {boolean} isPrivate */
  async show(report, isPrivate) {
    this.#report = report;
    part('people', HTMLDataListElement).replaceChildren(...report.people.map(({ name }) => {
      const option = element('option', '');
      option.value = name;
      return option;
    }));
    part('desk', HTMLElement).hidden = report.statements.length === 0;
    await this.#desk.turnTo(report.url, isPrivate);
    this.#refresh();
    if (this.#wanted) this.correct(this.#wanted);
  }

  /** Asks who said some words. @param {WordsPlace} place */
  correct(place) {
    const statement = this.#report?.statements.find((other) => other.place && keyOf(other.place) === keyOf(place));
    this.#wanted = statement ? null : place;
    if (!statement) return;
    this.#use.list();
    this.#open(true);
    const item = document.querySelector(`[data-statement="${statement.index}"]`);
    item?.scrollIntoView({ block: 'center', behavior: 'instant' });
    if (item?.querySelector('.correcting[hidden]')) /** @type {HTMLElement | null} */ (item.querySelector('.wrong'))?.click();
  }

  /** Shows the rows of all statements, or of those alone about which something is kept. @param {boolean} open */
  #open(open) {
    this.#toggle.ariaPressed = String(open);
    document.documentElement.toggleAttribute('data-checking', open);
    this.#checks.open(open);
  }

  #refresh() {
    this.#checks.refresh();
    this.#showCorrections();
    const statements = this.#report?.statements ?? [];
    const checked = statements.filter((statement) => this.#desk.entryOf(statement)?.checked).length;
    part('checked', HTMLElement).textContent = checked > 0 ? message('deskCheckedOf', checked, statements.length) : '';
  }
}
