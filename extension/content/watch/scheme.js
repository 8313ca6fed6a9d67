// Notices when the page's own colours change: a page that is switched between light and dark, by the browser or by a button of
// its own. The marks are then painted again.

import { toCss } from '../../settings/colour.js';
import { Surroundings } from '../paint/surroundings.js';

/** How long the page may take to change its colours, in milliseconds. */
const settled = 300;

export class SchemeWatch {
  #element;
  #changed;
  #before = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => Element | null} element of the article: what is behind it counts
   * @param {() => void} changed
   * @param {AbortSignal} signal
   */
  constructor(element, changed, signal) {
    this.#element = element;
    this.#changed = changed;
    const later = () => {
      clearTimeout(this.#timer);
      if (this.#before) this.#timer = setTimeout(() => this.#compare(), settled);
    };
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', later, { signal });
    // Pages mark their scheme at the root or the body; what happens further down is not watched.
    const observer = new MutationObserver(later);
    for (const root of [document.documentElement, document.body]) {
      if (root) observer.observe(root, { attributes: true });
    }
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(this.#timer);
    }, { once: true });
  }

  /** Remembers the colours that the page has now. @param {Surroundings} [surroundings] where they were asked for just now */
  note(surroundings) {
    this.#before = this.#colours(surroundings);
  }

  #compare() {
    const before = this.#before;
    this.note();
    if (this.#before && this.#before !== before) this.#changed();
  }

  /** What is behind the article and the colour of its text. */
  #colours(surroundings = new Surroundings()) {
    const element = this.#element();
    if (!element?.isConnected) return '';
    const background = surroundings.background(element);
    return `${background ? toCss(background) : 'picture'} ${toCss(surroundings.text(element))}`;
  }
}
