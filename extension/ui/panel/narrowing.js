// The controls that narrow the list: which view, which words, whose statements.

import { isolated } from '../../shared/foreign-text.js';
import { element } from '../elements.js';
import { message, part } from '../page.js';
import { everything, isOfKind } from './filter.js';

/** @import { Report } from '../../../types/report.js' */
/** @import { Filter } from './filter.js' */

/** @typedef {'order' | 'speaker' | 'dates'} View */

/** What the reader wants to see, as the controls show it. */
export class Narrowing {
  #search = part('search', HTMLInputElement);
  #speaker = part('speaker', HTMLSelectElement);
  /** @type {Filter} */
  #filter = { ...everything };
  /** @type {View} */
  #view = 'order';

  constructor() {
    this.#search.placeholder = message('panelSearch');
  }

  get filter() {
    return this.#filter;
  }

  get view() {
    return this.#view;
  }

  /** Takes over what the reader has chosen. */
  read() {
    this.#view = /** @type {View} */ (chosen('view') ?? 'order');
    this.#filter = { search: this.#search.value, kind: /** @type {Filter['kind']} */ (chosen('kind') ?? 'all'), speaker: this.#speaker.value };
  }

  /** Sets the filter, and the controls with it. @param {Filter} filter */
  set(filter) {
    this.#filter = { ...filter };
    this.#search.value = filter.search;
    this.#speaker.value = filter.speaker;
    choose('kind', filter.kind);
  }

  /** @param {View} view */
  turnTo(view) {
    this.#view = view;
    choose('view', view);
  }

  /** Puts the keyboard where the reader writes. @param {FocusOptions} [options] */
  focus(options) {
    this.#search.focus(options);
  }

  /** Offers what there is in a report. @param {Report} report */
  fill({ statements, people }) {
    for (const input of document.querySelectorAll('input[name="kind"]')) {
      const kind = /** @type {Filter['kind']} */ (/** @type {HTMLInputElement} */ (input).value);
      const count = input.parentElement?.querySelector('b');
      if (count) count.textContent = String(statements.filter((statement) => isOfKind(statement, kind)).length);
    }
    const unknown = statements.filter(({ person }) => person === null).length;
    const speakers = people.filter((person) => person.statements > 0).sort((one, other) => other.statements - one.statements);
    const options = [
      option('', message('panelEveryone'), statements.length),
      ...speakers.map(({ index, name, statements: own }) => option(String(index), name, own)),
      ...(unknown > 0 ? [option('unknown', message('panelSpeakerUnknown'), unknown)] : []),
    ];
    this.#speaker.replaceChildren(...options);
    this.#speaker.value = this.#filter.speaker;
    if (this.#speaker.selectedIndex < 0) this.set({ ...this.#filter, speaker: '' });
  }
}

/** @param {string} name of radio buttons @returns {string | undefined} */
function chosen(name) {
  return /** @type {HTMLInputElement | null} */ (document.querySelector(`input[name="${name}"]:checked`))?.value;
}

/** @param {string} name of radio buttons @param {string} value */
function choose(name, value) {
  const input = document.querySelector(`input[name="${name}"][value="${value}"]`);
  if (input instanceof HTMLInputElement) input.checked = true;
}

/** @param {string} value @param {string} name @param {number} count */
function option(value, name, count) {
  const made = element('option', '', message('panelOption', isolated(name), count));
  made.value = value;
  return made;
}
