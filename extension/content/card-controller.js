// When the card is shown and hidden: by the pointer, by focus, by the keyboard.

import { Card } from './card.js';
import { describe } from './describe.js';
import { liveRange } from './marks.js';

/** @import { Reading } from './describe.js' */
/** @import { Mark } from './marks.js' */
/** @import { Painter } from './paint.js' */

/** How long the pointer rests on words before the card shows, and is away before it goes, in milliseconds. */
const restBeforeShowing = 110;
const restBeforeHiding = 280;
/** Words taller than this have the card beside the line under the pointer, in CSS pixels. */
const tallestBox = 180;

/** Shows a card for the marks of a reading: one at a time. */
export class CardController {
  #card = new Card();
  #painter;
  #reading;
  /** @type {Mark | null} */
  #shown = null;
  /** Which of a mark's lines the card stands by. */
  #line = 0;
  /** @type {AbortController | null} Listeners that only an open card needs. */
  #open = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Painter} painter
   * @param {() => Reading | null} reading the current one
   * @param {AbortSignal} signal
   */
  constructor(painter, reading, signal) {
    this.#painter = painter;
    this.#reading = reading;
    const options = { signal, passive: true, capture: true };
    document.addEventListener('pointermove', (event) => this.#moved(event), options);
    document.addEventListener('click', (event) => this.#clicked(event), options);
    document.addEventListener('focusin', (event) => this.#focused(event), options);
    document.documentElement.addEventListener('pointerleave', () => this.#left(), { signal, passive: true });
    signal.addEventListener('abort', () => {
      this.hide();
      this.#card.remove();
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
    if (mark) this.reveal(mark);
  }

  /**
   * Scrolls to a mark and shows its card.
   * @param {Mark} mark
   */
  reveal(mark) {
    const box = liveRange(mark).getBoundingClientRect();
    if (box.top < 0 || box.bottom > innerHeight) {
      mark.range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    }
    this.#show(mark, 0, true);
  }

  /** Hides the card. */
  hide() {
    clearTimeout(this.#timer);
    this.#open?.abort();
    this.#open = null;
    this.#shown = null;
    this.#card.hide();
  }

  /** @param {PointerEvent} event */
  #moved({ target, clientX, clientY, pointerType }) {
    if (pointerType === 'touch') return;
    clearTimeout(this.#timer);
    if (target === this.#card.host && this.#shown) return;
    const rest = this.#shown ? restBeforeHiding : restBeforeShowing;
    this.#timer = setTimeout(() => this.#rested(clientX, clientY), rest);
  }

  /** The pointer has gone out of the window. */
  #left() {
    clearTimeout(this.#timer);
    if (this.#shown) this.#timer = setTimeout(() => this.hide(), restBeforeHiding);
  }

  /** @param {number} x @param {number} y */
  #rested(x, y) {
    const [mark] = this.#painter.at(x, y);
    if (!mark) this.hide();
    else this.#show(mark, lineAt(mark, x, y), false);
  }

  /** A tap on words shows their card, a click anywhere else hides it; links and buttons do what they are for. @param {MouseEvent} event */
  #clicked(event) {
    if (event.target === this.#card.host) return;
    const inControl = event.composedPath().some((target) => target instanceof Element && target.matches('a[href], button, input, label, summary'));
    if (inControl || document.getSelection()?.isCollapsed === false) return;
    this.#rested(event.clientX, event.clientY);
  }

  /** A link that stands in a quotation, reached by the keyboard. @param {FocusEvent} event */
  #focused({ target }) {
    if (!(target instanceof Element) || !target.matches(':focus-visible')) return;
    const box = target.getClientRects()[0];
    const [mark] = box ? this.#painter.at(box.left + box.width / 2, box.top + box.height / 2) : [];
    if (mark) this.#show(mark, 0, true);
    else this.hide();
  }

  /** @param {Mark} mark @param {number} line @param {boolean} announce */
  #show(mark, line, announce) {
    if (mark === this.#shown && line === this.#line) return;
    const reading = this.#reading();
    const description = reading && describe(mark, reading);
    const box = boxAround(mark, line);
    if (!description || !box) return this.hide();
    this.#shown = mark;
    this.#line = line;
    this.#card.show(description, box, { announce });
    this.#listenWhileOpen();
  }

  #listenWhileOpen() {
    if (this.#open) return;
    this.#open = new AbortController();
    const { signal } = this.#open;
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide();
    }, { signal, capture: true });
    const options = { signal, passive: true, capture: true };
    document.addEventListener('scroll', () => this.#follow(), options);
    window.addEventListener('resize', () => this.#follow(), options);
  }

  /** Keeps the card by its words while the page scrolls, until they leave the window. */
  #follow() {
    const box = this.#shown && boxAround(this.#shown, this.#line);
    if (!box || box.bottom < 0 || box.top > innerHeight) this.hide();
    else this.#card.place(box);
  }
}

/** @param {Mark} mark */
function lines(mark) {
  return [...liveRange(mark).getClientRects()].filter((box) => box.width > 0);
}

/**
 * What the card is to stand beside: the line under the pointer, and above and below it the other lines of the same words, so
 * that the card hides none of them; unless they are too many.
 * @param {Mark} mark
 * @param {number} line
 */
function boxAround(mark, line) {
  const own = lines(mark)[line];
  if (!own) return null;
  const { top, height } = liveRange(mark).getBoundingClientRect();
  return height > tallestBox ? own : new DOMRect(own.left, top, own.width, height);
}

/** @param {Mark} mark @param {number} x @param {number} y */
function lineAt(mark, x, y) {
  const within = lines(mark).findIndex((box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1);
  return Math.max(within, 0);
}
