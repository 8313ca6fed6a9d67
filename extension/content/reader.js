// Reads the page: collects its text, has it annotated, paints the answer, and looks again when the page changes.

import { collect } from './collect.js';
import { declaredLanguage, mayBeEnglish, readsAsEnglish } from './language.js';
import { findMarks } from './marks.js';
import { Painter } from './paint.js';
import { CardController } from './card-controller.js';
import { findPublished } from './published.js';
import { watch } from './watch.js';

/** @import { Annotations, ArticleRequest } from '../../types/annotations.js' */
/** @import { Block } from './block.js' */
/** @import { Reading } from './describe.js' */
/** @import { Mark } from './marks.js' */

/**
 * @typedef {object} ReaderOptions
 * @property {(request: ArticleRequest) => Promise<Annotations>} annotate
 * @property {() => Element | null} [root] where the article is; the body unless told
 * @property {() => string | null} [published] the day of publication; the page's own unless told
 * @property {(reading: Reading) => void} [onReading] called after each painting
 * @property {() => void} [onUnread] called when the page holds no English article any more
 * @property {(error: unknown) => void} [onError] called when the engine gave no answer
 */

/** Reads one page until it is told to stop. */
export class Reader {
  #options;
  #signal;
  #painter = new Painter();
  /** @type {CardController | null} */
  #cards = null;
  /** @type {Block[]} What the page held when it was last looked at. */
  #blocks = [];
  /** @type {string | null} */
  #published = null;
  /** @type {Reading | null} */
  #reading = null;
  /** Counts the requests: an answer that comes after the page has changed again is out of date. */
  #request = 0;

  /**
   * @param {ReaderOptions} options
   * @param {AbortSignal} signal ends it and leaves nothing behind
   */
  constructor(options, signal) {
    this.#options = options;
    this.#signal = signal;
    if (signal.aborted || !mayBeEnglish(declaredLanguage(document))) return;
    signal.addEventListener('abort', () => this.#painter.clear(), { once: true });
    this.look();
    watch(document.documentElement, () => this.look(), signal);
  }

  /** What was found, or null where nothing was read yet. */
  get reading() {
    return this.#reading;
  }

  /**
   * Looks at the page and tells whether its text has changed since.
   * @returns {boolean}
   */
  look() {
    const root = this.#options.root ? this.#options.root() : document.body;
    const blocks = root ? collect(root) : [];
    const published = this.#options.published ? this.#options.published() : findPublished(document);
    const before = this.#blocks;
    if (published === this.#published && sameLength(blocks, before) && blocks.every((block, index) => block.sameNodes(before[index]))) return false;
    const sameWords = published === this.#published && sameLength(blocks, before)
      && blocks.every((block, index) => block.text === before[index]?.text && block.kind === before[index].kind);
    this.#blocks = blocks;
    this.#published = published;
    if (sameWords && this.#reading) this.#paint(this.#reading.annotations);
    else if (!sameWords) this.#ask();
    return true;
  }

  /**
   * Goes to the next or previous quotation.
   * @param {1 | -1} direction
   */
  step(direction) {
    this.#cards?.step(direction);
  }

  /**
   * Scrolls to a quotation and shows its card.
   * @param {number} index
   */
  revealQuote(index) {
    this.#reveal('quote', index);
  }

  /**
   * Scrolls to a date and shows its card.
   * @param {number} index
   */
  revealDate(index) {
    this.#reveal('date', index);
  }

  /** @param {Mark['layer']} layer @param {number} index */
  #reveal(layer, index) {
    const mark = this.#painter.marks.find((mark) => mark.layer === layer && mark.index === index);
    if (mark) this.#cards?.reveal(mark);
  }

  async #ask() {
    const request = ++this.#request;
    const language = declaredLanguage(document);
    if (!readsAsEnglish(this.#blocks, language)) {
      this.#forget();
      return;
    }
    const blocks = this.#blocks.map(({ kind, text }) => ({ kind, text }));
    try {
      const annotations = await this.#options.annotate({ published: this.#published, language, blocks });
      if (request === this.#request && !this.#signal.aborted) this.#paint(annotations);
    } catch (error) {
      if (request === this.#request && !this.#signal.aborted) this.#options.onError?.(error);
    }
  }

  /** @param {Annotations} annotations */
  #paint(annotations) {
    this.#reading = { annotations, blocks: this.#blocks, published: this.#published };
    this.#painter.paint(findMarks(annotations, this.#blocks));
    this.#cards?.hide();
    this.#cards ??= new CardController(this.#painter, () => this.#reading, this.#signal);
    this.#options.onReading?.(this.#reading);
  }

  #forget() {
    this.#reading = null;
    this.#cards?.hide();
    this.#painter.clear();
    this.#options.onUnread?.();
  }
}

/** @param {unknown[]} one @param {unknown[]} other */
function sameLength(one, other) {
  return one.length === other.length;
}
