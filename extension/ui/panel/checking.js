// The check list: below a statement, a tick, a note, and what is wrong with it.

import { button, element } from '../elements.js';
import { message } from '../page.js';

/** @import { DeskMark } from '../../../types/desk.js' */
/** @import { ReportStatement } from '../../../types/report.js' */
/** @import { PanelDesk } from './desk.js' */

/** After so long without a key a note is kept, in milliseconds. */
const pauseInWriting = 300;

/** The rows of the statements that are listed. A row is filled when there is something to see in it: a long list has many. */
export class CheckList {
  #desk;
  #isOpen = false;
  /** @type {Map<number, () => void>} What shows a row as it is kept, by the statement's index. */
  #rows = new Map();

  /** @param {PanelDesk} desk */
  constructor(desk) {
    this.#desk = desk;
  }

  /** Shows all rows, or those alone about which something is kept. @param {boolean} open */
  open(open) {
    this.#isOpen = open;
    this.refresh();
  }

  /** Shows the rows as they are kept. */
  refresh() {
    for (const refresh of this.#rows.values()) refresh();
  }

  /**
   * The row of a statement.
   * @param {ReportStatement} statement
   * @returns {HTMLElement}
   */
  row(statement) {
    const row = element('div', 'desk-row');
    /** @type {(() => void) | null} */
    let show = null;
    const refresh = () => {
      if (this.#isOpen || this.#desk.entryOf(statement)) show ??= this.#fill(row, statement);
      show?.();
    };
    refresh();
    this.#rows.set(statement.index, refresh);
    return row;
  }

  /** @param {HTMLElement} row @param {ReportStatement} statement @returns {() => void} what shows it as it is kept */
  #fill(row, statement) {
    const keep = (/** @type {DeskMark} */ patch) => {
      if (statement.place) void this.#desk.keep(statement.place, patch);
    };
    const tick = Object.assign(element('input', 'tick'), { type: 'checkbox', id: `check-${statement.index}` });
    tick.addEventListener('change', () => keep({ checked: tick.checked }));
    const note = noteField((text) => keep({ note: text }));
    const form = correctingForm(statement, keep);
    form.hidden = true;
    const [write, wrong] = [opener('write', 'deskNote', note, note), opener('wrong', 'cardWrong', form, form.querySelector('input') ?? form)];
    row.append(element('div', 'desk-actions', element('label', 'check', tick, message('deskChecked')), write, wrong), note, form);
    return () => {
      const entry = this.#desk.entryOf(statement);
      tick.checked = entry?.checked ?? false;
      // Whoever writes is not to be interrupted.
      if (document.activeElement !== note) {
        note.value = entry?.note ?? '';
        note.hidden = note.value === '';
      }
      write.ariaExpanded = String(!note.hidden);
      row.toggleAttribute('data-used', tick.checked || !note.hidden);
    };
  }
}

/** A button that opens something below it. @param {string} name @param {string} label @param {HTMLElement} what @param {HTMLElement} first where the keyboard goes */
function opener(name, label, what, first) {
  const made = button(`small ${name}`, () => {
    what.hidden = !what.hidden;
    made.ariaExpanded = String(!what.hidden);
    if (!what.hidden) first.focus();
  }, message(label));
  made.ariaExpanded = String(!what.hidden);
  return made;
}

/** Who said it, or that nobody did. @param {ReportStatement} statement @param {(patch: DeskMark) => void} keep */
function correctingForm({ index, speaker, corrected }, keep) {
  const form = element('form', 'correcting');
  const name = Object.assign(element('input', ''), { type: 'text', id: `speaker-of-${index}`, autocomplete: 'off', maxLength: 120, required: true });
  name.setAttribute('list', 'people');
  const label = element('label', 'soft', message('deskWhoSaidIt'));
  label.htmlFor = name.id;
  const found = corrected ? corrected.from : speaker;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keep({ speaker: name.value, found, hidden: false });
  });
  const save = Object.assign(element('button', 'small', message('deskKeep')), { type: 'submit' });
  const hide = button('small', () => keep({ hidden: true, found }), message('cardHide'));
  const undo = corrected ? [button('small undo', () => keep({ speaker: '', hidden: false }), message('cardUndo'))] : [];
  form.append(label, element('div', 'desk-actions', name, save), element('div', 'desk-actions', hide, ...undo));
  return form;
}

/** @param {(text: string) => void} keep */
function noteField(keep) {
  const note = element('textarea', 'note-text');
  note.rows = 2;
  note.maxLength = 2_000;
  note.ariaLabel = message('deskNote');
  note.placeholder = message('deskNotePlaceholder');
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const keepNow = () => {
    clearTimeout(timer);
    keep(note.value);
  };
  note.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(keepNow, pauseInWriting);
  });
  note.addEventListener('change', keepNow);
  return note;
}
