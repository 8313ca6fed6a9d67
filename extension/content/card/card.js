// The card that says who, what or when, beside the words under the pointer.

import { autoUpdate, computePosition, hide } from '@floating-ui/dom';
import { createCardHost, placeCardHost } from './card-host.js';
import { outsideHidingForms } from '../dom.js';
import { cardStyle } from './card-style.js';
import { placeCard } from './place.js';
import { cutAtWord } from '../../shared/cut.js';
import { translate } from '../../shared/messages.js';
import { meant, spotlight } from '../paint/spotlight.js';
import { ifTrusted } from '../trusted.js';

/** @import { Action } from './card-actions.js' */
/** @import { Description } from './describe.js' */
/** @import { Accent } from '../paint/tints.js' */

/** Of words taller than this, one line has to be in sight, in CSS pixels. */
const tallestBox = 180;
/** So much of the words is said with the card, in characters. */
const longestDescription = 600;

/** One card: its elements are made and added to the page when it is first shown. */
export class Card {
  #elements = createElements();
  /** @type {{ range: Range, line: number, beside: Range[] } | null} */
  #words = null;
  #placing = 0;

  /** The element that stands in the page. */
  get host() {
    return this.#elements.host;
  }

  /** Whether the keyboard is in it. */
  get hasFocus() {
    return this.#elements.shadow.activeElement !== null;
  }

  /** Whether the keyboard is in it where the arrow keys have nothing else to do. */
  get isWalkedFrom() {
    const { activeElement } = this.#elements.shadow;
    return activeElement !== null && !(activeElement instanceof HTMLTextAreaElement);
  }

  /**
   * @param {Description} description
   * @param {Action[][]} actions in rows
   * @param {Range} range the words
   * @param {number} line which of their lines the card is to stand by
   * @param {{ announce?: boolean, focus?: boolean, stay?: boolean, accent?: Accent | null, beside?: Range[] }} options whether a screen reader is to read
   *   it out, whether it gets the keyboard, whether it stays until it is closed, the speaker's colour, and the other words that it is about
   */
  show(description, actions, range, line, { announce = false, focus = false, stay = false, accent = null, beside = [] }) {
    const { host, shadow, card, words, body, buttons, told } = this.#elements;
    // Whoever steps on from card to card finds the same button under the finger.
    const used = shadow.activeElement instanceof HTMLButtonElement ? shadow.activeElement.className : '';
    placeCardHost(host);
    card.dataset.layer = description.layer;
    card.toggleAttribute('data-tinted', accent?.isOurs ?? false);
    card.style.setProperty('--speaker', accent?.colour ?? 'transparent');
    card.toggleAttribute('data-stays', stay || focus);
    body.ariaLive = announce && !focus ? 'polite' : 'off';
    told.textContent = '';
    card.showPopover();
    body.replaceChildren(...contents(description));
    card.ariaLabel = [description.label, description.title].join(' ');
    words.textContent = inShort(range.toString());
    meant.light([range, ...beside]);
    const rows = withReasons(actions, description);
    buttons.replaceChildren(...rows.map((row) => {
      const made = element('div', 'row');
      made.append(...row.map((action) => this.#offered(action)));
      return made;
    }));
    buttons.hidden = rows.length === 0;
    this.#words = { range, line, beside };
    void this.#place();
    if (!focus) return;
    const again = used && this.#focusable().find(({ className }) => className === used);
    (again || card).focus({ preventScroll: true });
  }

  /** Goes to other words and says the same. @param {Range} range */
  move(range) {
    this.#words = { range, line: 0, beside: [] };
    meant.light([range]);
    void this.#place();
  }

  /** Says how many there are of what the reader steps through. @param {string} text */
  count(text) {
    const count = this.#elements.buttons.querySelector('.count');
    if (count) count.textContent = text;
  }

  /**
   * Keeps it by its words while the page moves.
   * @param {() => void} lost called when the words have left the window
   * @param {AbortSignal} signal
   */
  follow(lost, signal) {
    if (!this.#words) return;
    const stop = autoUpdate(this.#reference(), this.#elements.card, async () => {
      if (await this.#place()) lost();
    }, { layoutShift: false });
    signal.addEventListener('abort', stop, { once: true });
  }

  /** Gives the keyboard to its first button. */
  focus() {
    const first = this.#focusable()[0];
    first?.focus({ preventScroll: true });
    return first !== undefined;
  }

  /**
   * Moves the keyboard to the next or previous button.
   * @param {1 | -1} direction
   * @returns {boolean} whether there is one
   */
  moveFocus(direction) {
    const all = this.#focusable();
    const current = all.indexOf(/** @type {HTMLElement} */ (this.#elements.shadow.activeElement));
    const next = current < 0 && direction < 0 ? undefined : all[current + direction];
    next?.focus({ preventScroll: true });
    return next !== undefined;
  }

  /** Says more of what it says. @param {Description['details']} details */
  tellMore(details) {
    const { body, buttons } = this.#elements;
    buttons.querySelector('.why')?.setAttribute('aria-expanded', 'true');
    if (body.querySelector('.more')) return;
    const list = listOf(details);
    list.classList.add('more');
    body.append(list);
    void this.#place();
  }

  /** Says something about what was done, to eyes and ears. @param {string} text */
  say(text) {
    this.#elements.told.textContent = text;
  }

  /** Asks what is meant, and offers the answers. @param {string} text @param {Action[]} answers */
  ask(text, answers) {
    const { buttons, told } = this.#elements;
    const group = element('div', 'choices');
    group.role = 'group';
    group.ariaLabel = text;
    group.append(element('p', 'question', text), ...answers.map((answer) => this.#offered(answer)));
    told.replaceChildren();
    buttons.querySelector('.choices')?.remove();
    buttons.append(group);
    void this.#place();
    this.#focusable().find((control) => group.contains(control))?.focus({ preventScroll: true });
  }

  /** Offers a text to be copied by hand. @param {string} text */
  offer(text) {
    const { told } = this.#elements;
    const field = document.createElement('textarea');
    field.className = 'by-hand';
    field.readOnly = true;
    field.rows = 3;
    field.value = text;
    field.ariaLabel = translate('cardCopyByHand');
    told.replaceChildren(element('span', '', translate('cardCopyByHand')), field);
    field.focus({ preventScroll: true });
    field.select();
  }

  /** Hides it. */
  hide() {
    const { card, words, body, buttons, told } = this.#elements;
    if (!card.matches(':popover-open')) return;
    card.hidePopover();
    spotlight.darken();
    meant.darken();
    for (const part of [words, body, buttons, told]) part.replaceChildren();
  }

  /** Takes it out of the page. */
  remove() {
    this.#elements.host.remove();
  }

  /** @returns {HTMLElement[]} */
  #focusable() {
    const all = this.#elements.card.querySelectorAll('button, textarea');
    return /** @type {HTMLElement[]} */ ([...all].filter((control) => control instanceof HTMLElement && control.checkVisibility()));
  }

  /** What the card stands beside, for Floating UI. */
  #reference() {
    return {
      getBoundingClientRect: () => (this.#words ? boxAround(this.#words.range, this.#words.line) : new DOMRect()),
      contextElement: (this.#words && outsideHidingForms(this.#words.range.startContainer)) ?? undefined,
    };
  }

  /** @returns {Promise<boolean>} whether its words are out of sight */
  async #place() {
    const { card } = this.#elements;
    const placing = ++this.#placing;
    if (this.#words) this.#moveBeside(this.#words);
    const { middlewareData } = await computePosition(this.#reference(), card, { strategy: 'fixed', middleware: [hide()] });
    return placing === this.#placing && (middlewareData.hide?.referenceHidden ?? false);
  }

  /** @param {{ range: Range, line: number, beside: Range[] }} words */
  #moveBeside({ range, line, beside }) {
    const { card } = this.#elements;
    const { width: wide = innerWidth, height: high = innerHeight, scale: pinched = 1 } = visualViewport ?? {};
    // A page may be enlarged as a whole, and the card with it.
    const enlarged = card.offsetWidth > 0 ? card.getBoundingClientRect().width / card.offsetWidth : 1;
    const window = { width: wide * pinched, height: high * pinched };
    card.style.setProperty('--wide', `${window.width / enlarged}px`);
    card.style.removeProperty('--room');
    const { width, height } = card.getBoundingClientRect();
    const lines = linesOf(range);
    const place = placeCard({
      width, height, lines, beside: beside.flatMap(linesOf), own: lines[line] ?? lines[0] ?? range.getBoundingClientRect(), window,
    });
    card.style.left = `${place.left / enlarged}px`;
    card.style.top = `${place.top / enlarged}px`;
    card.style.setProperty('--room', `${place.height / enlarged}px`);
  }

  /** @param {Action} action */
  #offered({ id, label, title, run }) {
    if (!run) return element('span', id, label);
    const made = document.createElement('button');
    made.type = 'button';
    made.className = `action ${id}`;
    made.textContent = label;
    if (title) {
      made.title = title;
      made.ariaLabel = title;
    }
    if (id === 'why') made.ariaExpanded = 'false';
    made.addEventListener('click', ifTrusted(() => run(this)));
    return made;
  }
}

function createElements() {
  const { host, shadow } = createCardHost();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardStyle);
  shadow.adoptedStyleSheets = [sheet];
  const card = element('section', 'card');
  card.popover = 'manual';
  card.role = 'dialog';
  card.tabIndex = -1;
  // A screen reader is in the card and not at the words, so they are the card's description.
  const words = element('p', 'words');
  words.id = 'words';
  words.hidden = true;
  card.setAttribute('aria-describedby', words.id);
  const body = element('div', 'body');
  const buttons = element('div', 'actions');
  const told = element('p', 'told');
  told.role = 'status';
  const foot = element('div', 'foot');
  foot.append(buttons, told);
  card.append(words, body, foot);
  shadow.append(card);
  placeCardHost(host);
  return { host, shadow, card, words, body, buttons, told };
}

/** Words as a screen reader says them, or the first of them. @param {string} text */
function inShort(text) {
  const whole = text.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
  return cutAtWord(whole, longestDescription);
}

/** @param {Description} description */
function contents({ label, title, subtitle, details }) {
  const parts = [element('p', 'label', label), element('p', 'title', title)];
  if (subtitle) parts.push(element('p', 'subtitle', subtitle));
  if (details.length > 0) parts.push(listOf(details));
  return parts;
}

/** @param {Description['details']} details */
function listOf(details) {
  const list = element('dl', 'details');
  list.append(...details.flatMap(({ term, text }) => [element('dt', '', term), element('dd', '', text)]));
  return list;
}

/** The actions, and where there is more to say, one that says it. @param {Action[][]} actions @param {Description} description @returns {Action[][]} */
function withReasons([first = [], ...others], { more = [] }) {
  const why = more.length > 0 ? [{ id: 'why', label: translate('cardWhy'), run: (/** @type {Card} */ card) => card.tellMore(more) }] : [];
  return [[...first, ...why], ...others].filter((row) => row.length > 0);
}

/** @param {string} tag @param {string} name @param {string} [text] */
function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** The lines of words, as the window shows them. @param {Range} range */
function linesOf(range) {
  return [...range.getClientRects()].filter((box) => box.width > 0);
}

/**
 * What of the words has to be in sight: all of them, or of long ones the line that the card stands by.
 * @param {Range} range
 * @param {number} line
 */
function boxAround(range, line) {
  const lines = linesOf(range);
  const own = lines[line] ?? lines[0];
  const whole = range.getBoundingClientRect();
  return own && whole.height > tallestBox ? own : whole;
}
