// Which highlight a mark goes into: by its layer, by who speaks, and by the page's colours where it stands.

import { contrast, over } from '../../settings/colour.js';
import { accentColour, bandColour, highlightName, leastTextContrast, tintColour, tintsOfSpeakers } from '../../settings/looks.js';
import { defaultSettings } from '../../settings/settings.js';
import { namesTime } from '../../shared/days.js';
import { wordsOf } from './marks.js';
import { elementsIn, Surroundings } from './surroundings.js';
import { tintNumbers } from './tint-numbers.js';

/** @import { Annotations, Quote, Reported } from '../../../types/annotations.js' */
/** @import { Colour } from '../../settings/colour.js' */
/** @import { Tone } from '../../settings/looks.js' */
/** @import { Settings } from '../../settings/settings.js' */
/** @import { Mark } from './marks.js' */

/** What of the settings decides how marks look. @typedef {Pick<Settings, 'layers' | 'daysOnly' | 'tint' | 'colours'>} Wishes */

/** A colour as CSS writes it, for light and dark, and whether it is one of ours, which can be read as text. @typedef {{ colour: string, isOurs: boolean }} Accent */

/** Of all speakers, and of nobody who was found. */
const everyTint = Array.from({ length: tintsOfSpeakers + 1 }, (_, tint) => tint);
const layerNames = /** @type {const} */ ({ quote: 'quotes', reported: 'reported', speaker: 'speakers', date: 'dates' });

/** The looks of the marks of one painting. */
export class Tints {
  #wishes;
  #annotations;
  /** What the page looks like behind the marks. */
  surroundings = new Surroundings();
  #tints;
  /** Whether text of a colour stands out from a tint on a ground. Most words of an article are alike. @type {Map<Colour, Map<string, boolean>>} */
  #readable = new Map();

  /**
   * @param {Annotations} annotations
   * @param {Wishes} [wishes]
   */
  constructor(annotations, wishes = defaultSettings()) {
    this.#annotations = annotations;
    this.#wishes = wishes;
    this.#tints = tintNumbers(annotations);
  }

  /**
   * The colour of whoever said a mark's words, or null for a date.
   * @param {Mark} mark
   * @returns {Accent | null}
   */
  accentOf(mark) {
    const words = wordsOf(mark, this.#annotations);
    if (!words) return null;
    const tint = this.#tintOf(words);
    return { colour: accentColour(tint, this.#wishes.colours), isOurs: tint !== null };
  }

  /**
   * The name of the highlight for a mark, or null where its layer is not shown.
   * @param {Mark} mark
   */
  nameOf(mark) {
    const { layer, says, range } = mark;
    const { layers } = this.#wishes;
    if (!layers[layerNames[layer]] || (says === 'reported' && !layers.reported) || this.#isLeftOut(mark)) return null;
    const element = range.startContainer.parentElement;
    const tone = element ? this.surroundings.tone(element) : 'light';
    const words = wordsOf(mark, this.#annotations);
    if (!words) return highlightName({ layer, tone });
    const tint = this.#tintOf(words);
    const plain = layer !== 'speaker' && !this.#isReadable(this.#elementsIn(range, element), tint, tone, layer === 'reported');
    return highlightName({ layer, tone, tint, probable: words.probable, plain });
  }

  /** Whether a date is one that the user does not want marked. @param {Mark} mark */
  #isLeftOut({ layer, index }) {
    const date = layer === 'date' && this.#wishes.daysOnly ? this.#annotations.dates[index] : undefined;
    return date !== undefined && !namesTime(date);
  }

  /** @param {Quote | Reported} words */
  #tintOf({ person }) {
    if (this.#wishes.tint === 'one') return null;
    return person === null ? 0 : this.#tints.get(person) ?? 0;
  }

  /** @param {StaticRange} range @param {Element | null} first */
  #elementsIn(range, first) {
    const isOne = this.surroundings.isExhausted || range.startContainer === range.endContainer;
    return isOne && first ? [first] : [...elementsIn(range)];
  }

  /**
   * Whether all words stand out from a tint behind them, and from a band on it: from whichever tint, so that the words of one speaker
   * do not look unlike those of another.
   * @param {Element[]} elements
   * @param {number | null} tint
   * @param {Tone} tone
   * @param {boolean} hasBand whether there is one: fragments that are quoted in it have a tint as well
   */
  #isReadable(elements, tint, tone, hasBand) {
    return elements.every((element) => {
      const background = this.surroundings.background(element);
      if (!background) return false;
      const text = this.surroundings.text(element);
      let known = this.#readable.get(background);
      if (!known) this.#readable.set(background, known = new Map());
      const look = [text.red, text.green, text.blue, text.alpha, tint === null, tone, hasBand].join();
      let readable = known.get(look);
      if (readable === undefined) known.set(look, readable = (tint === null ? [null] : everyTint).every((each) => this.#standsOut(text, background, each, tone, hasBand)));
      return readable;
    });
  }

  /** @param {Colour} text @param {Colour} background @param {number | null} tint @param {Tone} tone @param {boolean} hasBand */
  #standsOut(text, background, tint, tone, hasBand) {
    const tinted = over(tintColour(tint, tone, this.#wishes.colours), background);
    const behind = hasBand ? over(bandColour(tint, tone, this.#wishes.colours), tinted) : tinted;
    return contrast(over(text, behind), behind) >= leastTextContrast;
  }
}
