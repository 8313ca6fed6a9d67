// The card that says who, what or when, beside the words under the pointer.

import { cardStyle } from './card-style.js';

/** @import { Description } from './describe.js' */

/** The least distance between the card and the edge of the window, where the browser cannot place it by itself. */
const windowMargin = 8;

/** One card: its elements are made and added to the page when it is first shown. */
export class Card {
  /** @type {{ host: HTMLElement, words: HTMLElement, card: HTMLElement } | null} */
  #elements = null;

  /** Whether it is shown. */
  get isOpen() {
    return this.#elements?.card.matches(':popover-open') ?? false;
  }

  /** The element that stands in the page, once there is one. */
  get host() {
    return this.#elements?.host ?? null;
  }

  /**
   * @param {Description} description
   * @param {DOMRect} box where the words are in the window
   * @param {{ announce: boolean }} options whether a screen reader is to read it out
   */
  show(description, box, { announce }) {
    this.#elements ??= createElements();
    const { host, card } = this.#elements;
    // The page may have taken the host away with everything else.
    if (!host.isConnected) document.documentElement.append(host);
    card.dataset.layer = description.layer;
    card.ariaLive = announce ? 'polite' : 'off';
    card.showPopover();
    card.replaceChildren(...contents(description));
    this.place(box);
  }

  /** Moves it with its words. @param {DOMRect} box */
  place(box) {
    if (!this.#elements) return;
    const { words, card } = this.#elements;
    words.style.left = `${box.left}px`;
    words.style.top = `${box.top}px`;
    words.style.width = `${box.width}px`;
    words.style.height = `${box.height}px`;
    if (CSS.supports('position-area', 'block-end')) return;
    const below = box.bottom + card.offsetHeight + windowMargin <= innerHeight;
    card.style.left = `${Math.max(windowMargin, Math.min(box.left, innerWidth - card.offsetWidth - windowMargin))}px`;
    card.style.top = `${below ? box.bottom : Math.max(0, box.top - card.offsetHeight - 2 * windowMargin)}px`;
  }

  /** Hides it. */
  hide() {
    if (!this.#elements || !this.isOpen) return;
    this.#elements.card.hidePopover();
    this.#elements.card.replaceChildren();
  }

  /** Takes it out of the page. */
  remove() {
    this.#elements?.host.remove();
    this.#elements = null;
  }
}

function createElements() {
  // The extension was updated while the page was open: what it left is dead.
  document.documentElement.querySelectorAll(':scope > verbatim-card').forEach((stale) => stale.remove());
  const host = document.createElement('verbatim-card');
  const shadow = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardStyle);
  shadow.adoptedStyleSheets = [sheet];
  const words = element('div', 'words');
  const card = element('section', 'card');
  card.popover = 'manual';
  card.role = 'status';
  shadow.append(words, card);
  document.documentElement.append(host);
  return { host, words, card };
}

/** @param {Description} description */
function contents({ label, title, subtitle, details }) {
  const parts = [element('p', 'label', label), element('p', 'title', title)];
  if (subtitle) parts.push(element('p', 'subtitle', subtitle));
  if (details.length > 0) {
    const list = element('dl', 'details');
    list.append(...details.flatMap(({ term, text }) => [element('dt', '', term), element('dd', '', text)]));
    parts.push(list);
  }
  return parts;
}

/** @param {string} tag @param {string} name @param {string} [text] */
function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}
