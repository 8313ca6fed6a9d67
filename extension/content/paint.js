// Paints marks with the CSS Custom Highlight API: the page's own elements stay as they are.

/** @import { Mark } from './marks.js' */

/** The registry is shared with the page, so the names carry ours. Later layers paint over earlier ones. */
const highlightNames = { quote: 'verbatim-quote', speaker: 'verbatim-speaker', date: 'verbatim-date' };

/** @type {(keyof typeof highlightNames)[]} */
const layers = ['quote', 'speaker', 'date'];

/** Whether this browser can paint. */
export function canPaint() {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/** The highlights of one reading of the page. Where the browser cannot paint, the marks are kept all the same. */
export class Painter {
  /** @type {Map<string, Highlight>} What is on the page. */
  #shown = new Map();
  /** @type {Partial<Record<Mark['layer'], Highlight>>} What is being painted. */
  #painted = {};
  /** @type {Mark[]} */
  #marks = [];
  /** @type {Map<AbstractRange, Mark> | null} Made when it is first asked for. */
  #ofRange = null;
  /** Whether the marks are in reading order. */
  #inOrder = true;

  /** Begins a new painting, to take the place of the one before once it is shown. */
  begin() {
    this.#marks = [];
    this.#ofRange = null;
    this.#painted = {};
    if (!canPaint()) return;
    for (const layer of layers) this.#painted[layer] = new Highlight();
  }

  /** @param {Mark} mark */
  add(mark) {
    this.#marks.push(mark);
    this.#ofRange = null;
    this.#inOrder = false;
    this.#painted[mark.layer]?.add(mark.range);
  }

  /** Shows what was painted, and what is added to it from now on. */
  show() {
    layers.forEach((layer, priority) => {
      const highlight = this.#painted[layer];
      const name = highlightNames[layer];
      if (!highlight || this.#shown.get(name) === highlight) return;
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
      this.#shown.set(name, highlight);
    });
  }

  /** Takes our highlights away, unless somebody else has taken their names since. */
  clear() {
    for (const [name, highlight] of this.#shown) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#shown.clear();
    this.#painted = {};
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
   * The marks under a point of the viewport, the topmost first.
   * @param {number} x
   * @param {number} y
   * @returns {Mark[]}
   */
  at(x, y) {
    const marks = canPaint() && CSS.highlights.highlightsFromPoint ? this.#fromHighlights(x, y) : this.#fromCaret(x, y);
    return marks.sort((one, other) => layers.indexOf(other.layer) - layers.indexOf(one.layer));
  }

  /** @param {number} x @param {number} y */
  #fromHighlights(x, y) {
    const hits = CSS.highlights.highlightsFromPoint?.(x, y) ?? [];
    const ofRange = this.#ofRange ??= new Map(this.#marks.map((mark) => [mark.range, mark]));
    return hits.flatMap((hit) => hit.ranges).flatMap((range) => ofRange.get(range) ?? []);
  }

  /** The caret's place is the nearest in the text, so whether the point is on the words themselves is asked too. @param {number} x @param {number} y */
  #fromCaret(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    if (!caret) return [];
    const place = document.createRange();
    place.setStart(caret.offsetNode, caret.offset);
    return this.marks.filter(({ range }) => {
      const words = document.createRange();
      words.setStart(range.startContainer, range.startOffset);
      words.setEnd(range.endContainer, range.endOffset);
      if (!words.isPointInRange(place.startContainer, place.startOffset)) return false;
      return [...words.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
    });
  }
}
