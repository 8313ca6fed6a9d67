// Which highlight a mark goes into: by its layer, by who speaks, and by the page's colours where it stands.

import { contrast, over } from '../../settings/colour.js';
import { highlightName, leastTextContrast, tintColour, tintsOfSpeakers } from '../../settings/looks.js';
import { defaultSettings } from '../../settings/settings.js';
import { elementsIn, Surroundings } from './surroundings.js';

/** @import { Annotations, Quote } from '../../../types/annotations.js' */
/** @import { Tone } from '../../settings/looks.js' */
/** @import { Settings } from '../../settings/settings.js' */
/** @import { Mark } from './marks.js' */

/** What of the settings decides how marks look. @typedef {Pick<Settings, 'layers' | 'tint' | 'colours'>} Wishes */

const layerNames = /** @type {const} */ ({ quote: 'quotes', speaker: 'speakers', date: 'dates' });

/** The looks of the marks of one painting. */
export class Tints {
  #wishes;
  #quotes;
  /** What the page looks like behind the marks. */
  surroundings = new Surroundings();
  /** @type {Map<number, number>} The tint of each person. */
  #tints = new Map();

  /**
   * @param {Annotations} annotations
   * @param {Wishes} [wishes]
   */
  constructor({ quotes }, wishes = defaultSettings()) {
    this.#quotes = quotes;
    this.#wishes = wishes;
    for (const { kind, person } of quotes) {
      if (kind !== 'other' && person !== null && !this.#tints.has(person)) this.#tints.set(person, 1 + this.#tints.size % tintsOfSpeakers);
    }
  }

  /**
   * The name of the highlight for a mark, or null where its layer is not shown.
   * @param {Mark} mark
   */
  nameOf({ layer, index, range }) {
    if (!this.#wishes.layers[layerNames[layer]]) return null;
    const element = range.startContainer.parentElement;
    const tone = element ? this.surroundings.tone(element) : 'light';
    const quote = layer === 'date' ? undefined : this.#quotes[index];
    if (!quote) return highlightName({ layer, tone });
    const tint = this.#tintOf(quote);
    const plain = layer === 'quote' && !this.#isReadable(this.#elementsIn(range, element), tint, tone);
    return highlightName({ layer, tone, tint, probable: quote.probable, plain });
  }

  /** @param {Quote} quote */
  #tintOf({ person }) {
    if (this.#wishes.tint === 'one') return null;
    return person === null ? 0 : this.#tints.get(person) ?? 0;
  }

  /** @param {StaticRange} range @param {Element | null} first */
  #elementsIn(range, first) {
    const isOne = this.surroundings.isExhausted || range.startContainer === range.endContainer;
    return isOne && first ? [first] : [...elementsIn(range)];
  }

  /** Whether all words stand out from a tint behind them. @param {Element[]} elements @param {number | null} tint @param {Tone} tone */
  #isReadable(elements, tint, tone) {
    const colour = tintColour(tint, tone, this.#wishes.colours);
    return elements.every((element) => {
      const background = this.surroundings.background(element);
      if (!background) return false;
      const tinted = over(colour, background);
      return contrast(over(this.surroundings.text(element), tinted), tinted) >= leastTextContrast;
    });
  }
}
