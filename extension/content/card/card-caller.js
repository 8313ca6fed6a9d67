// When a card is called for: by the pointer that rests, by a click, by focus. The card itself, and what it does while it is shown
// (`card-controller.js`), is loaded when the first one is.

import { fits } from '../dom.js';
import { liveRange } from '../paint/marks.js';
import { ifTrusted } from '../trusted.js';

/** @import { CardController, Showing } from './card-controller.js' */
/** @import { Desk } from '../desk/desk.js' */
/** @import { Reading } from '../reading.js' */
/** @import { Later } from '../load-later.js' */
/** @import { Mark } from '../paint/marks.js' */
/** @import { Painter } from '../paint/paint.js' */

/** How long the pointer rests on words before the card shows, and is away before it goes, in milliseconds. */
const restBeforeShowing = 110;
const restBeforeHiding = 280;

/** Calls for a card for the marks of a reading. */
export class CardCaller {
  #painter;
  #reading;
  #later;
  #desk;
  #signal;
  /** @type {CardController | null} */
  #controller = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Counts what was called for: only the last of it is shown. */
  #request = 0;

  /**
   * @param {Painter} painter
   * @param {() => Reading | null} reading the current one
   * @param {() => Promise<Later>} later what the card is made of
   * @param {Desk} desk
   * @param {AbortSignal} signal
   */
  constructor(painter, reading, later, desk, signal) {
    this.#painter = painter;
    this.#reading = reading;
    this.#later = later;
    this.#desk = desk;
    this.#signal = signal;
    const options = { signal, passive: true, capture: true };
    document.addEventListener('pointermove', ifTrusted((event) => this.#moved(event)), options);
    document.addEventListener('click', ifTrusted((event) => this.#clicked(event)), options);
    document.addEventListener('focusin', ifTrusted((event) => this.#focused(event)), options);
    document.documentElement.addEventListener('pointerleave', ifTrusted(() => this.#left()), { signal, passive: true });
    signal.addEventListener('abort', () => this.hide(), { once: true });
  }

  /**
   * Does something with the cards, unless meanwhile something else is asked of them.
   * @param {(controller: CardController) => void} use
   */
  async use(use) {
    const request = ++this.#request;
    const later = this.#controller ? null : await this.#later().catch(() => null);
    if (request !== this.#request || this.#signal.aborted) return;
    if (later) this.#controller ??= new later.CardController(this.#painter, this.#reading, this.#desk, () => this.#forget(), this.#signal);
    if (this.#controller) use(this.#controller);
  }

  /** Hides the card, also one that is still to come. */
  hide() {
    this.#forget();
    this.#controller?.hide();
  }

  /** Nothing is called for any more. */
  #forget() {
    clearTimeout(this.#timer);
    this.#request += 1;
  }

  /** @param {Mark} mark @param {Showing} showing */
  #show(mark, showing) {
    void this.use((controller) => controller.show(mark, showing));
  }

  /** @param {Event} event */
  #isOfCard({ target }) {
    return target !== null && target === this.#controller?.host;
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    if (event.pointerType === 'touch') return;
    clearTimeout(this.#timer);
    if (this.#isOfCard(event)) return;
    const rest = this.#controller?.isShown ? restBeforeHiding : restBeforeShowing;
    const { clientX, clientY } = event;
    this.#timer = setTimeout(() => this.#rested(clientX, clientY, false), rest);
  }

  /** The pointer has gone out of the window. */
  #left() {
    clearTimeout(this.#timer);
    if (this.#controller?.isShown && !this.#controller.stays) this.#timer = setTimeout(() => this.hide(), restBeforeHiding);
  }

  /** @param {number} x @param {number} y @param {boolean} stay */
  #rested(x, y, stay) {
    const [mark] = this.#painter.at(x, y);
    if (mark) this.#show(mark, { line: lineAt(mark, x, y), stay });
    else if (stay || !this.#controller?.stays) this.hide();
  }

  /** A tap on words shows their card, a click anywhere else hides it; links and buttons do what they are for. @param {MouseEvent} event */
  #clicked(event) {
    if (this.#isOfCard(event)) return;
    const inControl = event.composedPath().some((target) => target instanceof Element && fits(target, 'a[href], button, input, label, summary'));
    if (inControl || document.getSelection()?.isCollapsed === false) return;
    this.#rested(event.clientX, event.clientY, true);
  }

  /** A link that stands in a quotation, reached by the keyboard. @param {FocusEvent} event */
  #focused(event) {
    const { target } = event;
    if (this.#controller?.isGivingBack || this.#isOfCard(event) || !(target instanceof Element) || !fits(target, ':focus-visible')) return;
    const box = Element.prototype.getClientRects.call(target)[0];
    const [mark] = box ? this.#painter.at(box.left + box.width / 2, box.top + box.height / 2) : [];
    if (mark) this.#show(mark, { announce: true, stay: true, opener: target });
    else this.hide();
  }
}

/** @param {Mark} mark @param {number} x @param {number} y */
function lineAt(mark, x, y) {
  const lines = [...liveRange(mark).getClientRects()].filter((box) => box.width > 0);
  const within = lines.findIndex((box) => x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1);
  return Math.max(within, 0);
}
