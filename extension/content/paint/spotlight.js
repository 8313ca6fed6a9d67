// Words shown to the reader for a moment, or until something else is: by highlights of their own, above all others.

import { boxOf } from '../dom.js';
import { canPaint } from './paint.js';

/** How long words stay lit, and how they blink before, in milliseconds. */
const litFor = 2_000;
const blinks = [260, 140];

/** Lights words, by a highlight of its own. */
class Spotlight {
  #name;
  #priority;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {string} name of the highlight @param {number} priority */
  constructor(name, priority) {
    this.#name = name;
    this.#priority = priority;
  }

  /**
   * Flashes words twice, or shows them without a blink where the reader wants less motion.
   * @param {AbstractRange[]} ranges
   */
  flash(ranges) {
    const [on = 0, off = 0] = matchMedia('(prefers-reduced-motion: reduce)').matches ? [] : blinks;
    this.light(ranges);
    if (on === 0) {
      this.#timer = setTimeout(() => this.darken(), litFor);
      return;
    }
    this.#timer = setTimeout(() => {
      this.darken();
      this.#timer = setTimeout(() => {
        this.light(ranges);
        this.#timer = setTimeout(() => this.darken(), litFor);
      }, off);
    }, on);
  }

  /** Lights words up until `darken` is called. @param {AbstractRange[]} ranges */
  light(ranges) {
    this.darken();
    if (!canPaint()) return;
    const highlight = new Highlight(...ranges);
    highlight.priority = this.#priority;
    CSS.highlights.set(this.#name, highlight);
  }

  /** Puts the light out. */
  darken() {
    clearTimeout(this.#timer);
    if (canPaint()) CSS.highlights.delete(this.#name);
  }
}

/** For words that the reader is led to. */
export const spotlight = new Spotlight('verbatim-spotlight', 10);
/** For the words that the panel's search has found. */
export const found = new Spotlight('verbatim-found', 8);
/** For the words whose card is shown. */
export const meant = new Spotlight('verbatim-meant', 9);

/**
 * Scrolls so that words stand in the middle of the window, and flashes them.
 * @param {Range} range
 */
export function scrollAndFlash(range) {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
  scrollToRange(range, behavior);
  spotlight.flash([range]);
}

/**
 * @param {Range} range
 * @param {ScrollBehavior} behavior
 */
export function scrollToRange(range, behavior) {
  const box = range.getBoundingClientRect();
  const margin = Math.min(80, innerHeight / 8);
  if (box.top >= margin && box.bottom <= innerHeight - margin) return;
  const holder = range.startContainer.parentElement;
  const scrollTo = (/** @type {ScrollIntoViewOptions} */ options) => holder && Element.prototype.scrollIntoView.call(holder, options);
  // A long paragraph's middle may be far from the words.
  if (holder && boxOf(holder).height < innerHeight / 2) scrollTo({ block: 'center', behavior });
  else {
    scrollTo({ block: 'nearest', behavior: 'instant' });
    const now = range.getBoundingClientRect();
    window.scrollBy({ top: now.top + now.height / 2 - innerHeight / 2, behavior });
  }
}
