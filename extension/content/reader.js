// Reads the page: collects its text, has it annotated, paints the answer, and looks again when the page changes.

import { cluesOfArticle } from './find/clues.js';
import { entriesOf, entriesWithin } from './find/entries.js';
import { Walk } from './collect/collect.js';
import { cluesOfFirst } from './gone-on.js';
import { findArticle } from './find/holder.js';
import { declaredLanguage, mayBeEnglish, readsAsEnglish } from './find/language.js';
import { findMarks, isSaid, liveRange, overlap } from './paint/marks.js';
import { Painter } from './paint/paint.js';
import { CardCaller } from './card/card-caller.js';
import { noDesk } from './desk/desk.js';
import { append, partsOf } from './collect/parts.js';
import { SchemeWatch } from './watch/scheme.js';
import { longestBlock } from '../shared/request-size.js';
import { Slice } from '../shared/slices.js';
import { Tints } from './paint/tints.js';
import { Visibility } from './collect/visibility.js';
import { Watch } from './watch/watch.js';
import { cluesOf } from './find/written.js';

/** @import { DeskEntry } from '../../types/desk.js' */
/** @import { Annotations, ArticleRequest } from '../../types/annotations.js' */
/** @import { Answer, ReaderStage, Said } from '../../types/protocol.js' */
/** @import { Paragraphs } from './find/article.js' */
/** @import { Block } from './collect/block.js' */
/** @import { Clues } from '../../types/annotations.js' */
/** @import { Desk } from './desk/desk.js' */
/** @import { Found, Reading } from './reading.js' */
/** @import { Later } from './load-later.js' */
/** @import { Mark } from './paint/marks.js' */
/** @import { Wishes } from './paint/tints.js' */

/**
 * @typedef {object} ReaderOptions
 * @property {(request: ArticleRequest) => Promise<Answer>} annotate
 * @property {() => Promise<Later>} later what is loaded when it is first needed
 * @property {() => Element | null} [root] where the article is; by default it is looked for
 * @property {() => Paragraphs[] | null} [paragraphs] those of the article, if just now somebody has found them
 * @property {boolean} [anyway] whether the page is read as an English article, even if none is found on it
 * @property {() => string | null} [published] the day of publication; by default what the page says
 * @property {() => Wishes} [wishes] how the user would have the marks; by default those of the default settings
 * @property {Desk} [desk] what the reader keeps; the demo page keeps nothing
 * @property {(reading: Reading) => void} [onReading] called after each painting
 * @property {() => void} [onUnread] called when the page holds no English article any more
 * @property {(error: unknown) => void} [onError] called when the engine gave no answer
 * @property {() => void} [onLook] called whenever the page is looked at
 * @property {() => void} [onStage] called when it has come to another stage, or to new findings
 */

/** How often a walk over a page that changes meanwhile is begun again. */
const mostAttempts = 3;
/** How long the page may be busy before it is looked at whether the marked words can be seen, in milliseconds. */
const longestUntilIdle = 2_000;
/** How long a question about some words waits for the page to be read, in milliseconds. */
const longestReading = 10_000;

/** Reads one page until its signal is aborted. */
export class Reader {
  #options;
  #signal;
  #painter = new Painter();
  /** @type {CardCaller | null} */
  #cards = null;
  /** @type {Block[]} What the page held when it was last looked at. */
  #blocks = [];
  /** @type {string | null} The day of publication, where it is given. */
  #published = null;
  /** @type {Clues | null} What the page says of it, where it is not. */
  #clues = null;
  /** @type {Reading | null} */
  #reading = null;
  /** What the engine has found. @type {Found | null} */
  #found = null;
  /** What the reader has corrected. @type {DeskEntry[]} */
  #corrections = [];
  /** Whether some statements may be watched. */
  #watches = false;
  /** @type {ReaderStage} */
  #stage = 'working';
  /** The address and title of the page that the clues are of, and its headline. */
  #page = '';
  /** @type {string | null} */
  #headline = null;
  /** @type {Watch | null} */
  #watch = null;
  /** @type {SchemeWatch | null} */
  #scheme = null;
  /** Whether some of the text is hidden, and whether some is transparent. */
  #hides = false;
  #hasTransparent = false;
  /** What holds the article. @type {Element | null} */
  #root = null;
  /** Whether marked words were found that nobody can see, so that such text is left out. */
  #leavesOutUnseen = false;
  /** Counts the requests: an answer that comes after the page has changed again is out of date. */
  #request = 0;

  /**
   * @param {ReaderOptions} options
   * @param {AbortSignal} signal ends it and leaves nothing behind
   */
  constructor(options, signal) {
    this.#options = options;
    this.#signal = signal;
    if (signal.aborted) {
      this.#stage = 'none';
      return;
    }
    signal.addEventListener('abort', () => {
      this.#watch?.stop();
      this.#painter.clear();
    }, { once: true });
    this.#watch = new Watch(document, () => this.look());
    this.#scheme = new SchemeWatch(() => this.#blocks[0]?.element ?? null, () => this.repaint(), signal);
    // What is shown by a class deep inside the page is not reported, nor that the page is edited. Mostly the reader has asked for it.
    // A click by a script of the page counts too: it costs no more than any change that the page makes.
    document.addEventListener('click', () => {
      if (this.#hides || document.designMode === 'on') this.#watch?.soon();
    }, { capture: true, passive: true, signal });
    document.addEventListener('scroll', () => {
      if (this.#hasTransparent) this.#watch?.soon();
    }, { capture: true, passive: true, signal });
    void this.#watch.now();
  }

  /** What was found, or null where nothing was read yet. */
  get reading() {
    return this.#reading;
  }

  /** How far it is: at work, done, done without finding an English article, or left without an answer. */
  get stage() {
    return this.#stage;
  }

  /** What is painted. */
  get painter() {
    return this.#painter;
  }

  /** @param {ReaderStage} stage */
  #reach(stage) {
    this.#stage = stage;
    this.#options.onStage?.();
  }

  /** Paints what was found once more: the wishes have changed, or the page's colours. */
  repaint() {
    if (this.#found) void this.#paint(this.#found);
  }

  /** Shows the findings as the user has corrected them. @param {DeskEntry[]} corrections */
  async correct(corrections) {
    if (JSON.stringify(corrections) === JSON.stringify(this.#corrections)) return;
    this.#corrections = corrections;
    if (!this.#found) return;
    // Another speaker may be one whom the reader watches: the background says that.
    await (this.#watches ? this.#ask() : this.#paint(this.#found));
  }

  /** Asks once more about what was read: other things are watched. */
  askAgain() {
    if (this.#found) void this.#ask();
  }

  /** Asks once more where there was no answer. */
  retry() {
    if (this.#stage === 'failed') void this.#ask();
  }

  /**
   * Looks at the page, and says whether its text has changed since.
   * @returns {Promise<boolean>}
   */
  async look() {
    this.#options.onLook?.();
    const slice = new Slice();
    const blocks = await this.#collect(slice);
    if (slice.isOver) await slice.next();
    if (this.#signal.aborted) return false;
    if (blocks.length === 0 && this.#blocks.length === 0) {
      if (this.#stage === 'working') this.#reach('none');
      return false;
    }
    const before = this.#blocks;
    const sameDay = this.#lookForDay(blocks) && blocks.length === before.length;
    if (slice.isOver) await slice.next();
    if (this.#signal.aborted) return false;
    if (sameDay && blocks.every((block, index) => block.sameNodes(before[index])) && await this.#isStillPainted(slice)) return false;
    const sameWords = sameDay && blocks.every((block, index) => block.text === before[index]?.text && block.kind === before[index].kind);
    this.#blocks = blocks;
    if (sameWords && this.#found) void this.#paint(this.#found);
    else if (!sameWords) void this.#ask();
    return true;
  }

  /** Whether the marks are where they were, as far as blocks that do not keep their text nodes cannot show it. @param {Slice} slice */
  async #isStillPainted(slice) {
    if (!this.#blocks.some(({ isLight }) => isLight)) return true;
    for (const { range } of [...this.#painter.marks]) {
      if (!range.startContainer.isConnected || !range.endContainer.isConnected) return false;
      if (slice.isOver) await slice.next();
    }
    return true;
  }

  /** Looks for the day of publication, and whether it is the same as before. @param {Block[]} blocks */
  #lookForDay(blocks) {
    if (this.#options.published) {
      const published = this.#options.published();
      const same = published === this.#published;
      this.#published = published;
      return same;
    }
    // The day stays what it is for as long as the page is the same, unless it was not found yet. Where others follow the first
    // article, the address and the title go with the reader.
    const page = `${location.href} ${document.title}`;
    const headline = blocks.find(({ kind }) => kind === 'headline')?.text ?? null;
    if ((page === this.#page || (headline !== null && headline === this.#headline)) && this.#reading?.published) return true;
    this.#page = page;
    this.#headline = headline;
    const clues = cluesOfFirst(document, this.#root, blocks) ?? cluesOf(document);
    const same = this.#clues !== null && JSON.stringify(clues) === JSON.stringify(this.#clues);
    this.#clues = clues;
    return same;
  }

  /** @param {Slice} slice @returns {Promise<Block[]>} */
  async #collect(slice) {
    for (let attempt = 1; ; attempt += 1) {
      const root = this.#options.root ? this.#options.root() : findArticle(document, this.#options.paragraphs?.()) ?? this.#wholePage();
      if (!root) return [];
      if (slice.isOver) await slice.next();
      this.#root = root;
      let walk = new Walk(root, { unseen: !this.#leavesOutUnseen });
      // A page that takes its text away time and again, under every walk, is walked over in one go at last.
      while (!walk.isLost && !walk.advance(attempt < mostAttempts ? slice.until : Infinity)) await slice.next();
      if (walk.isMostlyUnseen) {
        walk = new Walk(root, { unseen: true });
        while (!walk.isLost && !walk.advance(attempt < mostAttempts ? slice.until : Infinity)) await slice.next();
      }
      if (walk.isLost) continue;
      for (const shadowRoot of walk.shadowRoots) this.#watch?.also(shadowRoot);
      this.#hides = walk.hides;
      this.#hasTransparent = walk.hasTransparent;
      return walk.blocks;
    }
  }

  /** What is read where no article was found. */
  #wholePage() {
    return this.#options.anyway ? document.querySelector('main') ?? document.body : null;
  }

  /**
   * Goes to the next or previous words that somebody said.
   * @param {1 | -1} direction
   */
  step(direction) {
    void this.#cards?.use((cards) => cards.step(direction));
  }

  /**
   * Scrolls to what somebody said and shows its card.
   * @param {Said} layer
   * @param {number} index
   */
  revealWords(layer, index) {
    this.#reveal(layer, index);
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
    const mark = this.markOf(layer, index);
    if (mark) void this.#cards?.use((cards) => cards.reveal(mark));
  }

  /**
   * Shows the card of the quotation or the reported words that words stand in, or one that says that nobody was found.
   * @param {Range} range
   */
  async tellAbout(range) {
    const deadline = Date.now() + longestReading;
    while (this.#stage === 'working' && Date.now() < deadline && !this.#signal.aborted) await new Promise((resolve) => setTimeout(resolve, 50));
    if (this.#signal.aborted) return;
    const said = this.#painter.marks.filter((mark) => isSaid(mark) && overlap(liveRange(mark), range));
    // A fragment that is quoted is more to the point than the reported words around it.
    const mark = said.find(({ layer }) => layer === 'quote') ?? said[0];
    const cards = this.#cards ??= new CardCaller(this.#painter, () => this.#reading, this.#options.later, this.#options.desk ?? noDesk, this.#signal);
    await cards.use((cards) => (mark ? cards.reveal(mark) : cards.tellThatNobody(range)));
  }

  /** The painted words of a quotation, of reported speech, or of a date. @param {Mark['layer']} layer @param {number} index */
  markOf(layer, index) {
    return this.#painter.marks.find((mark) => mark.layer === layer && mark.index === index);
  }

  async #ask() {
    const request = ++this.#request;
    const declared = declaredLanguage(document);
    if (!this.#options.anyway && !readsAsEnglish(this.#blocks, declared)) {
      this.#forget();
      return;
    }
    // The engine leaves alone what it gets as another language.
    const language = mayBeEnglish(declared) && !this.#options.anyway ? declared : 'en';
    const blocks = this.#blocks;
    if (!this.#reading) this.#reach('working');
    const entries = this.#root ? entriesOf(this.#root, blocks) : [];
    const parts = partsOf(blocks, entries.length > 0);
    /** @type {Annotations | null} */
    let annotations = null;
    /** @type {import('./reading.js').Days} */
    const days = [];
    try {
      for (const { start, end, headline } of parts) {
        const part = blocks.slice(start, end).map(({ kind, text }) => ({ kind, text: text.slice(0, longestBlock) }));
        const clues = headline && this.#clues ? cluesOfArticle(headline) : this.#clues;
        const own = entriesWithin(entries, start, end);
        const answer = await this.#options.annotate({ published: this.#published, clues, language, blocks: part, ...(own.length > 0 && { entries: own }) });
        days.push({ start, published: answer.published });
        for (const [index, { block, published, time }] of (answer.entries ?? []).entries()) {
          days.push({ start: start + block, published, ...(own[index]?.texts.length && { time }) });
        }
        if (request !== this.#request || this.#signal.aborted) return;
        this.#corrections = answer.desk ?? [];
        this.#watches = answer.watches ?? false;
        if (annotations) append(annotations, answer.annotations, start);
        else annotations = answer.annotations;
        // To read an answer and to write the next question takes each its time.
        if (parts.length > 1) await new Slice().next();
        if (request !== this.#request || this.#signal.aborted) return;
        if (end === blocks.length) await this.#paint({ annotations, days });
      }
    } catch (error) {
      if (request !== this.#request || this.#signal.aborted) return;
      this.#reach('failed');
      this.#options.onError?.(error);
    }
  }

  /** @param {Found} found */
  async #paint(found) {
    this.#found = found;
    const { days } = found;
    const blocks = this.#blocks;
    // What corrects is loaded where there is something to correct.
    const annotations = this.#corrections.length > 0 ? (await this.#options.later()).corrected(found.annotations, blocks, this.#corrections) : found.annotations;
    if (blocks !== this.#blocks || this.#signal.aborted) return;
    const reading = { annotations, blocks, published: days[0]?.published ?? null, days };
    this.#reading = reading;
    this.#cards?.hide();
    const tints = new Tints(annotations, this.#options.wishes?.());
    this.#painter.begin(tints);
    // It is shown at the end: with each part that is shown, the browser works through all that is shown already.
    const slice = new Slice();
    for (const mark of findMarks(annotations, reading.blocks)) {
      if (slice.isOver && await this.#isOutdated(reading, slice)) return;
      this.#painter.add(mark);
    }
    const showing = this.#painter.show();
    while (!showing.next().done) {
      if (slice.isOver && await this.#isOutdated(reading, slice)) return;
    }
    this.#scheme?.note(tints.surroundings);
    this.#cards ??= new CardCaller(this.#painter, () => this.#reading, this.#options.later, this.#options.desk ?? noDesk, this.#signal);
    this.#options.onReading?.(reading);
    this.#reach('read');
    if (!this.#leavesOutUnseen) requestIdleCallback(() => void this.#checkSight(reading), { timeout: longestUntilIdle });
  }

  /**
   * Looks whether the marked words can be seen, and if not, reads the page without what cannot. Only now, when the page is laid out,
   * and of marked words alone: to ask for the styles of all text would cost a fifth more.
   * @param {Reading} reading
   */
  async #checkSight(reading) {
    if (this.#reading !== reading || this.#signal.aborted || !this.#root) return;
    const visibility = new Visibility(this.#root);
    const slice = new Slice();
    for (const { range, span } of [...this.#painter.marks]) {
      const parent = range.startContainer.parentElement;
      const around = reading.blocks[span.block]?.element;
      if (parent && around && !visibility.shows(parent, around)) {
        this.#leavesOutUnseen = true;
        this.#watch?.soon();
        return;
      }
      if (slice.isOver && await this.#isOutdated(reading, slice)) return;
    }
  }

  /** Lets the page go on, and says whether meanwhile it has changed and is painted again. @param {Reading} reading @param {Slice} slice */
  async #isOutdated(reading, slice) {
    await slice.next();
    return this.#reading !== reading || this.#signal.aborted;
  }

  #forget() {
    this.#reading = null;
    this.#found = null;
    this.#cards?.hide();
    this.#painter.clear();
    this.#options.onUnread?.();
    this.#reach('none');
  }
}
