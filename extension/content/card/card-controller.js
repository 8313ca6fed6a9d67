// The card that is shown: what goes into it, and what the keyboard does meanwhile. When one is called for is decided by
// `card-caller.js`.

import { actionsFor } from './card-actions.js';
import { Card } from './card.js';
import { describe, describeHidden, describeNobody } from './describe.js';
import { holds } from '../dom.js';
import { liveRange } from '../paint/marks.js';
import { scrollToRange } from '../paint/spotlight.js';
import { putCaret, tabStopBeside } from './tab-stops.js';
import { translate } from '../../shared/messages.js';
import { ifTrusted } from '../trusted.js';

/** @import { Action } from './card-actions.js' */
/** @import { Description } from './describe.js' */
/** @import { Desk } from '../desk/desk.js' */
/** @import { Reading } from '../reading.js' */
/** @import { Mark } from '../paint/marks.js' */
/** @import { Painter } from '../paint/paint.js' */

/**
 * How a card is shown.
 * @typedef {object} Showing
 * @property {number} [line] which of the mark's lines it stands by
 * @property {boolean} [stay] whether it stays when the pointer is elsewhere
 * @property {boolean} [announce] whether a screen reader is to read it out
 * @property {boolean} [focus] whether the keyboard goes into it
 * @property {Element} [opener] the link that it is shown for, to which the keyboard goes back
 */

/** Shows a card for the marks of a reading: one at a time. */
export class CardController {
  #painter;
  #reading;
  #desk;
  #hidden;
  /** @type {Card | null} */
  #card = null;
  /** @type {Mark | null} */
  #shown = null;
  #line = 0;
  #stays = false;
  /** @type {Element | null} What had the keyboard before the card took it, or what the card was shown for. */
  #opener = null;
  /** @type {Range | null} The words whose card is shown. */
  #words = null;
  /** Whether the keyboard is just being given back, which is no reason to show a card. */
  #givingBack = false;
  /** @type {AbortController | null} Listeners that only an open card needs. */
  #open = null;

  /**
   * @param {Painter} painter
   * @param {() => Reading | null} reading the current one
   * @param {Desk} desk
   * @param {() => void} hidden called when the card is hidden
   * @param {AbortSignal} signal
   */
  constructor(painter, reading, desk, hidden, signal) {
    this.#painter = painter;
    this.#reading = reading;
    this.#desk = desk;
    this.#hidden = hidden;
    signal.addEventListener('abort', () => {
      this.hide();
      this.#card?.remove();
    }, { once: true });
  }

  /** The card's element, once there is one. */
  get host() {
    return this.#card?.host;
  }

  get isShown() {
    return this.#shown !== null;
  }

  /** Whether the card that is shown stays when the pointer is elsewhere. */
  get stays() {
    return this.#stays;
  }

  get isGivingBack() {
    return this.#givingBack;
  }

  /**
   * Goes to the next or previous words that somebody said from those shown, or from what is in view, and shows their card.
   * @param {1 | -1} direction
   */
  step(direction) {
    const { said } = this.#painter;
    const current = said.findIndex((mark) => mark === this.#shown);
    const inView = said.findIndex((mark) => liveRange(mark).getBoundingClientRect().bottom > 0);
    const from = current >= 0 ? current + direction : direction > 0 ? Math.max(inView, 0) : (inView < 0 ? said.length : inView) - 1;
    const mark = said[(from + said.length) % said.length];
    if (mark) this.reveal(mark);
  }

  /**
   * Goes from the marked words whose card has the keyboard to those before or after them, be they a quotation, reported words, a speaker or a date.
   * @param {1 | -1} direction
   */
  #walk(direction) {
    const marks = this.#painter.marks.filter((mark) => this.#painter.shows(mark));
    const current = marks.findIndex((mark) => mark === this.#shown);
    const mark = current < 0 ? undefined : marks[(current + direction + marks.length) % marks.length];
    if (mark) this.reveal(mark);
  }

  /**
   * Scrolls to a mark, shows its card and gives it the keyboard.
   * @param {Mark} mark
   */
  reveal(mark) {
    scrollToRange(liveRange(mark), 'instant');
    this.show(mark, { stay: true, focus: true });
  }

  /**
   * Shows a card that says that nobody was found who said some words.
   * @param {Range} range
   */
  tellThatNobody(range) {
    this.#tell(describeNobody(), [], range);
  }

  /** Shows a card of words that have no mark. @param {Description} description @param {Action[][]} actions @param {Range} range */
  #tell(description, actions, range) {
    this.#card ??= new Card();
    this.#keepOpener({ focus: true });
    this.#shown = null;
    this.#stays = true;
    this.#words = range;
    this.#card.show(description, actions, range, 0, { focus: true });
    this.#listenWhileOpen();
  }

  /**
   * Shows the card of a mark that has been painted again, with the keyboard in it.
   * @param {Mark} mark
   */
  showAgain({ layer, index }) {
    const mark = this.#painter.marks.find((other) => other.layer === layer && other.index === index);
    if (mark) this.show(mark, { stay: true, focus: true });
  }

  /**
   * Says that the mark of some words is hidden now, and offers to take that back.
   * @param {Range} range
   * @param {(card: Card) => void} undo
   */
  tellOfHidden(range, undo) {
    this.#tell(describeHidden(), [[{ id: 'undo', label: translate('cardUndo'), run: undo }]], range);
  }

  /** Hides the card, and gives the keyboard back. */
  hide() {
    this.#hidden();
    this.#open?.abort();
    this.#open = null;
    this.#shown = null;
    this.#stays = false;
    if (!this.#card) return;
    const hadFocus = this.#card.hasFocus;
    this.#card.hide();
    if (hadFocus) this.#giveBack();
    this.#opener = null;
    this.#words = null;
  }

  /** Gives the keyboard to what had it before the card; where nothing had, the page goes on at the words. */
  #giveBack() {
    this.#givingBack = true;
    if (this.#focusableOpener) HTMLElement.prototype.focus.call(this.#focusableOpener, { preventScroll: true });
    else if (this.#words) putCaret(this.#words);
    this.#givingBack = false;
  }

  /** Shows the card of a mark. @param {Mark} mark @param {Showing} showing */
  show(mark, { line = 0, stay = false, announce = false, focus = false, opener }) {
    if (opener) this.#opener = opener;
    if (mark === this.#shown && line === this.#line && !focus) {
      this.#stays ||= stay;
      return;
    }
    const reading = this.#reading();
    if (!reading) return;
    const description = describe(mark, reading);
    if (!description) {
      this.hide();
      return;
    }
    this.#keepOpener({ focus });
    this.#card ??= new Card();
    this.#shown = mark;
    this.#line = line;
    this.#stays = stay;
    this.#words = liveRange(mark);
    const beside = fragmentsBeside(mark, reading, this.#painter).map(liveRange);
    this.#card.show(description, actionsFor(mark, reading, this.#painter, this, this.#desk), this.#words, line, { announce, focus, stay, accent: this.#painter.accentOf(mark), beside });
    this.#listenWhileOpen();
  }

  /** Remembers what has the keyboard, to give it back. @param {{ focus: boolean }} showing */
  #keepOpener({ focus }) {
    const active = document.activeElement;
    if (focus && active && active !== document.body && active !== this.#card?.host) this.#opener = active;
  }

  #listenWhileOpen() {
    this.#open?.abort();
    this.#open = new AbortController();
    const { signal } = this.#open;
    document.addEventListener('keydown', ifTrusted((event) => this.#pressed(event)), { signal, capture: true });
    this.#card?.follow(() => this.hide(), signal);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.key === 'Escape') {
      // An open card is the topmost thing: Escape is for it alone, not also for a dialog of the page.
      if (this.#card?.hasFocus) event.stopPropagation();
      this.hide();
    }
    const direction = this.#card?.isWalkedFrom ? ({ ArrowRight: 1, ArrowLeft: -1 })[event.key] : undefined;
    if (direction && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      this.#walk(/** @type {1 | -1} */ (direction));
    }
    if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || !this.#card) return;
    if (!this.#card.hasFocus) {
      // From the link that the card was shown for, the next thing is the card.
      if (!event.shiftKey && this.#opener && document.activeElement === this.#opener && this.#card.focus()) event.preventDefault();
      return;
    }
    if (this.#card.moveFocus(event.shiftKey ? -1 : 1)) {
      event.preventDefault();
      return;
    }
    // Past its last button the page goes on where it was left: after what had the keyboard, or else after the words.
    const next = this.#focusableOpener || !this.#words ? null : tabStopBeside(this.#words, event.shiftKey ? -1 : 1);
    this.hide();
    next?.focus({ preventScroll: false });
    if (next || event.shiftKey) event.preventDefault();
  }

  /** What had the keyboard before the card, if it is still there. */
  get #focusableOpener() {
    return this.#opener instanceof HTMLElement && holds(document, this.#opener) ? this.#opener : null;
  }
}

/** The marks of the other quotations of a statement: a split quotation is lit whole. @param {Mark} mark @param {Reading} reading @param {Painter} painter */
function fragmentsBeside({ layer, index }, { annotations: { statements } }, painter) {
  if (layer !== 'quote') return [];
  const quotes = statements.find(({ quotes, reported }) => reported === null && quotes.includes(index))?.quotes ?? [];
  return painter.said.filter((mark) => mark.layer === 'quote' && mark.index !== index && quotes.includes(mark.index));
}
