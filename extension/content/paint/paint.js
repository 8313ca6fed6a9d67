// Paints marks with the CSS Custom Highlight API: the page's own elements stay as they are.

import { watchedName } from '../../settings/looks.js';
import { isSaid } from './marks.js';

/** @import { Mark } from './marks.js' */
/** @import { Tints } from './tints.js' */

/** Later layers paint over earlier ones. @type {Mark['layer'][]} */
const layers = ['reported', 'quote', 'speaker', 'date'];

/** Whether this browser can paint. */
export function canPaint() {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/** The highlights of one reading of the page. Where the browser cannot paint, the marks are kept all the same. */
export class Painter {
  /** @type {Map<string, Highlight>} What is on the page. */
  #shown = new Map();
  /** @type {Map<string, Highlight>} What is being painted. */
  #painted = new Map();
  /** @type {Set<Mark>} Marks of layers that the user does not want to see. */
  #hidden = new Set();
  /** @type {Tints | null} */
  #tints = null;
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Map<AbstractRange, Mark> | null} Made when it is first asked for. */
  #ofRange = null;
  /** Whether the marks are in reading order. */
  #inOrder = true;
  #canPaint = canPaint();

  /**
   * Begins a new painting, to take the place of the one before once it is shown.
   * @param {Tints} tints how its marks look
   */
  begin(tints) {
    this.#tints = tints;
    this.#marks = [];
    this.#ofRange = null;
    this.#painted = new Map();
    this.#hidden = new Set();
  }

  /** @param {Mark} mark */
  add(mark) {
    this.#marks.push(mark);
    this.#ofRange = null;
    this.#inOrder = false;
    const name = this.#tints?.nameOf(mark);
    if (!name) this.#hidden.add(mark);
    else if (this.#canPaint) {
      this.#highlight(name, layers.indexOf(mark.layer)).add(mark.range);
      if (mark.watched) this.#highlight(watchedName, layers.length).add(mark.range);
    }
  }

  /** The highlight of a name, made when it is first needed. @param {string} name @param {number} priority */
  #highlight(name, priority) {
    let highlight = this.#painted.get(name);
    if (!highlight) {
      highlight = new Highlight();
      highlight.priority = priority;
      this.#painted.set(name, highlight);
    }
    return highlight;
  }

  /** Shows what was painted. Yields between highlights, for Firefox may be long at one with many ranges; whoever goes on shows the rest. */
  * show() {
    for (const [name, highlight] of this.#painted) {
      CSS.highlights.set(name, highlight);
      this.#shown.set(name, highlight);
      yield;
    }
    for (const name of this.#shown.keys()) {
      if (this.#painted.has(name)) continue;
      this.#remove(name);
      this.#shown.delete(name);
    }
  }

  /** Takes a highlight of ours away, unless somebody else has taken its name since. @param {string} name */
  #remove(name) {
    if (CSS.highlights.get(name) === this.#shown.get(name)) CSS.highlights.delete(name);
  }

  /** Takes our highlights away. */
  clear() {
    for (const name of this.#shown.keys()) this.#remove(name);
    this.#shown = new Map();
    this.#painted = new Map();
    this.#hidden = new Set();
    this.#marks = [];
    this.#ofRange = null;
  }

  /** Everything painted, in reading order. */
  get marks() {
    if (!this.#inOrder) this.#marks.sort(({ span: one }, { span: other }) => one.block - other.block || one.start - other.start);
    this.#inOrder = true;
    return this.#marks;
  }

  /**
   * The words that somebody said, in reading order: quotations also where they are not shown, for the keys, reported ones where
   * they are.
   */
  get said() {
    return this.marks.filter((mark) => mark.layer === 'quote' || (isSaid(mark) && this.shows(mark)));
  }

  /** The colour of whoever said a mark's words. @param {Mark} mark */
  accentOf(mark) {
    return this.#tints?.accentOf(mark) ?? null;
  }

  /** Whether the user has the marks of its layer shown. @param {Mark} mark */
  shows(mark) {
    return !this.#hidden.has(mark);
  }

  /**
   * The marks under a point of the viewport, the topmost first.
   * @param {number} x
   * @param {number} y
   * @returns {Mark[]}
   */
  at(x, y) {
    const hits = this.#fromHighlights(x, y);
    // Chromium finds none in a window that is emulated with more pixels than it has, nor do browsers that cannot ask.
    const marks = hits.length > 0 ? hits : this.#fromCaret(x, y);
    return marks.filter((mark) => this.shows(mark)).sort((one, other) => layers.indexOf(other.layer) - layers.indexOf(one.layer));
  }

  /** @param {number} x @param {number} y */
  #fromHighlights(x, y) {
    const hits = this.#canPaint ? CSS.highlights.highlightsFromPoint?.(x, y) ?? [] : [];
    const ofRange = this.#ofRange ??= new Map(this.#marks.map((mark) => [mark.range, mark]));
    return hits.flatMap((hit) => hit.ranges).flatMap((range) => ofRange.get(range) ?? []);
  }

  /** The caret's place is the nearest in the text, so whether the point is on the words themselves is asked too. @param {number} x @param {number} y */
  #fromCaret(x, y) {
    const [node, offset] = caretAt(x, y);
    if (!node) return [];
    return this.marks.filter(({ range }) => {
      const words = document.createRange();
      try {
        words.setStart(range.startContainer, range.startOffset);
        words.setEnd(range.endContainer, range.endOffset);
      } catch {
        // The text was cut short since.
        return false;
      }
      if (!words.isPointInRange(node, offset)) return false;
      return [...words.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    });
  }
}

/** Between which letters a point of the window is. @param {number} x @param {number} y @returns {[node: Node | null, offset: number]} */
function caretAt(x, y) {
  const position = document.caretPositionFromPoint?.(x, y);
  if (position) return [position.offsetNode, position.offset];
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? [range.startContainer, range.startOffset] : [null, 0];
}
