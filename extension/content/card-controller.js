// When the card is shown and hidden: by the pointer, by focus, by the keyboard. What the card is made of is loaded when it is
// first shown.

import { liveRange } from './marks.js';

/** @import { Card } from './card.js' */
/** @import { Reading } from './describe.js' */
/** @import { Later } from './load.js' */
/** @import { Mark } from './marks.js' */
/** @import { Painter } from './paint.js' */

/** How long the pointer rests on words before the card shows, and is away before it goes, in milliseconds. */
const restBeforeShowing = 110;
const restBeforeHiding = 280;

/**
 * How a card is shown.
 * @typedef {object} Showing
 * @property {number} [line] which of the mark's lines it stands by
 * @property {boolean} [stay] whether it stays when the pointer is elsewhere
 * @property {boolean} [announce] whether a screen reader is to read it out
 * @property {boolean} [focus] whether the keyboard goes into it
 */

/** Shows a card for the marks of a reading: one at a time. */
export class CardController {
  #painter;
  #reading;
  #later;
  /** @type {Card | null} */
  #card = null;
  /** @type {Mark | null} */
  #shown = null;
  #line = 0;
  #stays = false;
  /** @type {Element | null} What had the keyboard before the card took it, or what the card was shown for. */
  #opener = null;
  /** Whether the keyboard is just being given back, which is no reason to show a card. */
  #givingBack = false;
  /** @type {AbortController | null} Listeners that only an open card needs. */
  #open = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Counts what was asked to be shown: only the last of it is. */
  #request = 0;

  /**
   * @param {Painter} painter
   * @param {() => Reading | null} reading the current one
   * @param {() => Promise<Later>} later what the card is made of
   * @param {AbortSignal} signal
   */
  constructor(painter, reading, later, signal) {
    this.#painter = painter;
    this.#reading = reading;
    this.#later = later;
    const options = { signal, passive: true, capture: true };
    document.addEventListener('pointermove', (event) => this.#moved(event), options);
    document.addEventListener('click', (event) => this.#clicked(event), options);
    document.addEventListener('focusin', (event) => this.#focused(event), options);
    document.documentElement.addEventListener('pointerleave', () => this.#left(), { signal, passive: true });
    signal.addEventListener('abort', () => {
      this.hide();
      this.#card?.remove();
    }, { once: true });
  }

  /**
   * Goes to the next or previous quotation from the one shown, or from what is in view, and shows its card.
   * @param {1 | -1} direction
   */
  step(direction) {
    const quotes = this.#painter.marks.filter((mark) => mark.layer === 'quote');
    const current = quotes.findIndex((mark) => mark === this.#shown);
    const inView = quotes.findIndex((mark) => liveRange(mark).getBoundingClientRect().bottom > 0);
    const from = current >= 0 ? current + direction : direction > 0 ? Math.max(inView, 0) : (inView < 0 ? quotes.length : inView) - 1;
    const mark = quotes[(from + quotes.length) % quotes.length];
    if (mark) void this.reveal(mark);
  }

  /**
   * Goes from the marked words whose card has the keyboard to those before or after them, be they a quotation, a speaker or a date.
   * @param {1 | -1} direction
   */
  #walk(direction) {
    const marks = this.#painter.marks.filter((mark) => this.#painter.shows(mark));
    const current = marks.findIndex((mark) => mark === this.#shown);
    const mark = current < 0 ? undefined : marks[(current + direction + marks.length) % marks.length];
    if (mark) void this.reveal(mark);
  }

  /**
   * Scrolls to a mark, shows its card and gives it the keyboard.
   * @param {Mark} mark
   */
  async reveal(mark) {
    const { scrollToRange } = await this.#later();
    scrollToRange(liveRange(mark), 'instant');
    await this.#show(mark, { stay: true, focus: true });
  }

  /**
   * Shows a card that says that nobody was found who said some words.
   * @param {Range} range
   */
  async tellThatNobody(range) {
    const { Card, describeNobody } = await this.#later();
    this.#card ??= new Card();
    this.#keepOpener({ focus: true });
    this.#shown = null;
    this.#stays = true;
    this.#card.show(describeNobody(), [], range, 0, { focus: true });
    this.#listenWhileOpen();
  }

  /** Hides the card, and gives the keyboard back. */
  hide() {
    clearTimeout(this.#timer);
    this.#request += 1;
    this.#open?.abort();
    this.#open = null;
    this.#shown = null;
    this.#stays = false;
    if (!this.#card) return;
    const hadFocus = this.#card.hasFocus;
    this.#card.hide();
    if (hadFocus && this.#opener instanceof HTMLElement && this.#opener.isConnected) {
      this.#givingBack = true;
      this.#opener.focus({ preventScroll: true });
      this.#givingBack = false;
    }
    this.#opener = null;
  }

  /** @param {Event} event */
  #isOfCard({ target }) {
    return target !== null && target === this.#card?.host;
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    if (event.pointerType === 'touch') return;
    clearTimeout(this.#timer);
    if (this.#isOfCard(event)) return;
    const rest = this.#shown ? restBeforeHiding : restBeforeShowing;
    const { clientX, clientY } = event;
    this.#timer = setTimeout(() => this.#rested(clientX, clientY, false), rest);
  }

  /** The pointer has gone out of the window. */
  #left() {
    clearTimeout(this.#timer);
    if (this.#shown && !this.#stays) this.#timer = setTimeout(() => this.hide(), restBeforeHiding);
  }

  /** @param {number} x @param {number} y @param {boolean} stay */
  #rested(x, y, stay) {
    const [mark] = this.#painter.at(x, y);
    if (mark) void this.#show(mark, { line: lineAt(mark, x, y), stay });
    else if (stay || !this.#stays) this.hide();
  }

  /** A tap on words shows their card, a click anywhere else hides it; links and buttons do what they are for. @param {MouseEvent} event */
  #clicked(event) {
    if (this.#isOfCard(event)) return;
    const inControl = event.composedPath().some((target) => target instanceof Element && target.matches('a[href], button, input, label, summary'));
    if (inControl || document.getSelection()?.isCollapsed === false) return;
    this.#rested(event.clientX, event.clientY, true);
  }

  /** A link that stands in a quotation, reached by the keyboard. @param {FocusEvent} event */
  #focused(event) {
    const { target } = event;
    if (this.#givingBack || this.#isOfCard(event) || !(target instanceof Element) || !target.matches(':focus-visible')) return;
    const box = target.getClientRects()[0];
    const [mark] = box ? this.#painter.at(box.left + box.width / 2, box.top + box.height / 2) : [];
    if (!mark) {
      this.hide();
      return;
    }
    this.#opener = target;
    void this.#show(mark, { announce: true, stay: true });
  }

  /** @param {Mark} mark @param {Showing} showing */
  async #show(mark, { line = 0, stay = false, announce = false, focus = false }) {
    if (mark === this.#shown && line === this.#line && !focus) {
      this.#stays ||= stay;
      return;
    }
    const request = ++this.#request;
    const later = await this.#later().catch(() => null);
    const reading = this.#reading();
    if (!later || !reading || request !== this.#request) return;
    const description = later.describe(mark, reading);
    if (!description) {
      this.hide();
      return;
    }
    this.#keepOpener({ focus });
    this.#card ??= new later.Card();
    this.#shown = mark;
    this.#line = line;
    this.#stays = stay;
    this.#card.show(description, later.actionsFor(mark, reading, this.#painter, this), liveRange(mark), line, { announce, focus, stay });
    this.#listenWhileOpen();
  }

  /** Remembers what has the keyboard, to give it back. @param {{ focus: boolean }} showing */
  #keepOpener({ focus }) {
    const active = document.activeElement;
    if (focus && active && active !== this.#card?.host) this.#opener = active;
  }

  #listenWhileOpen() {
    this.#open?.abort();
    this.#open = new AbortController();
    const { signal } = this.#open;
    document.addEventListener('keydown', (event) => this.#pressed(event), { signal, capture: true });
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
    // Past its last button the page goes on where it was left.
    this.hide();
    if (event.shiftKey) event.preventDefault();
  }
}

/** @param {Mark} mark @param {number} x @param {number} y */
function lineAt(mark, x, y) {
  const lines = [...liveRange(mark).getClientRects()].filter((box) => box.width > 0);
  const within = lines.findIndex((box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1);
  return Math.max(within, 0);
}
