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
  /** @type {Map<string, Highlight>} */
  #painted = new Map();
  /** @type {Map<AbstractRange, Mark>} */
  #marks = new Map();
  /** @type {Mark[] | null} */
  #inOrder = null;

  /** Begins a new painting, which takes the place of the one before. */
  begin() {
    this.#marks = new Map();
    this.#inOrder = null;
    if (!canPaint()) return;
    layers.forEach((layer, priority) => {
      const highlight = new Highlight();
      highlight.priority = priority;
      CSS.highlights.set(highlightNames[layer], highlight);
      this.#painted.set(highlightNames[layer], highlight);
    });
  }

  /** @param {Mark} mark */
  add(mark) {
    this.#marks.set(mark.range, mark);
    this.#inOrder = null;
    this.#painted.get(highlightNames[mark.layer])?.add(mark.range);
  }

  /** Takes our highlights away, unless somebody else has taken their names since. */
  clear() {
    for (const [name, highlight] of this.#painted) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#painted.clear();
    this.#marks = new Map();
    this.#inOrder = null;
  }

  /** Everything painted, in reading order. */
  get marks() {
    this.#inOrder ??= [...this.#marks.values()].sort(({ span: one }, { span: other }) => one.block - other.block || one.start - other.start);
    return this.#inOrder;
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
    return hits.flatMap((hit) => hit.ranges).flatMap((range) => this.#marks.get(range) ?? []);
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
