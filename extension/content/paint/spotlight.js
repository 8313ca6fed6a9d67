// Words shown to the reader for a moment, or until something else is: by a highlight of its own, above all others.

import { boxOf } from '../dom.js';
import { canPaint } from './paint.js';

const name = 'verbatim-spotlight';
/** How long words stay lit, and how they blink before, in milliseconds. */
const litFor = 2_000;
const blinks = [260, 140];

/** Lights words. There is one for the page. */
class Spotlight {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

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
    highlight.priority = 10;
    CSS.highlights.set(name, highlight);
  }

  /** Puts the light out. */
  darken() {
    clearTimeout(this.#timer);
    if (canPaint()) CSS.highlights.delete(name);
  }
}

export const spotlight = new Spotlight();

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
