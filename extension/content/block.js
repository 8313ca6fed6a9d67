// One block of the article's text, and where each of its characters stands on the page.

/** @import { BlockKind } from '../../types/annotations.js' */

/**
 * What the text leaves out or turns into one space: white space that the page shows as one space, spaces of other widths, and
 * characters without any, which say where a line may break or which way it runs: the group. A lone plain space is not matched.
 */
const specialCharacters = /[ \t\n\f\r\u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\n\f\r\u00a0\u2000-\u200a\u202f\u205f\u3000]|([\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+)/g;

/** A headline, paragraph, list item, block quote or caption, as plain text that remembers its text nodes. */
export class Block {
  /** @type {number[]} Where each run begins in the text; a run is a stretch that stands unchanged in one text node. */
  #starts = [];
  /** @type {Text[]} */
  #nodes = [];
  /** @type {number[]} Where each run begins in its text node. */
  #offsets = [];
  /** @type {number[]} Where each run ends in the text: not where the next begins, for generated characters lie between. */
  #ends = [];

  /** The text: white space collapsed, invisible characters left out. */
  text = '';
  /** How many characters of the text are inside links. */
  linked = 0;

  /**
   * @param {BlockKind} kind
   * @param {Element} element the element that holds it
   */
  constructor(kind, element) {
    this.kind = kind;
    this.element = element;
  }

  /**
   * Appends a text node's visible text.
   * @param {Text} node
   * @param {string} data its text
   * @param {boolean} linked whether it is inside a link
   */
  append(node, data, linked) {
    const before = this.text.length;
    let from = 0;
    specialCharacters.lastIndex = 0;
    for (let match = specialCharacters.exec(data); match; match = specialCharacters.exec(data)) {
      this.#copy(node, data, from, match.index);
      if (match[1] === undefined) this.#space(node, match.index);
      from = match.index + match[0].length;
    }
    this.#copy(node, data, from, data.length);
    if (linked) this.linked += this.text.length - before;
  }

  /**
   * Appends text that the page shows without having it in a text node: a line break, the marks of a `<q>`.
   * @param {string} text
   */
  generate(text) {
    if (text === ' ' && !this.#takesSpace()) return;
    this.text += text;
  }

  /** Ends the block: no space at its end. */
  finish() {
    this.text = this.text.trimEnd();
    return this;
  }

  /**
   * The text nodes' stretch behind a stretch of the text, or null where nothing of it stands on the page.
   * @param {number} start UTF-16 code units, as are all offsets here
   * @param {number} end exclusive
   * @returns {StaticRange | null}
   */
  range(start, end) {
    const first = this.#runAfter(start);
    const last = this.#runBefore(end);
    const startNode = this.#nodes[first];
    const endNode = this.#nodes[last];
    if (!startNode || !endNode || first > last) return null;
    const startOffset = this.#offset(first, Math.max(start, this.#starts[first] ?? 0));
    const endOffset = this.#offset(last, Math.min(end, this.#ends[last] ?? 0));
    return new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset });
  }

  /**
   * Whether another block has the same text in the same text nodes.
   * @param {Block | undefined} other
   */
  sameNodes(other) {
    return other !== undefined && this.text === other.text && this.#nodes.length === other.#nodes.length
      && this.#nodes.every((node, index) => node === other.#nodes[index] && this.#offsets[index] === other.#offsets[index]);
  }

  /** @param {number} run @param {number} position */
  #offset(run, position) {
    return (this.#offsets[run] ?? 0) + position - (this.#starts[run] ?? 0);
  }

  /** The first run that ends after `position`. @param {number} position */
  #runAfter(position) {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The last run that begins before `position`. @param {number} position */
  #runBefore(position) {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  #takesSpace() {
    return this.text !== '' && !this.text.endsWith(' ');
  }

  /** @param {Text} node @param {string} data @param {number} from @param {number} to */
  #copy(node, data, from, to) {
    if (from < to && data[from] === ' ' && !this.#takesSpace()) from += 1;
    if (from >= to) return;
    this.#run(node, from, to - from);
    this.text += data.slice(from, to);
  }

  /** @param {Text} node @param {number} offset */
  #space(node, offset) {
    if (!this.#takesSpace()) return;
    this.#run(node, offset, 1);
    this.text += ' ';
  }

  /** Notes a run at the end of the text, or lengthens the last one. @param {Text} node @param {number} offset @param {number} length */
  #run(node, offset, length) {
    const start = this.text.length;
    const last = this.#nodes.length - 1;
    const continues = this.#nodes[last] === node && this.#ends[last] === start && this.#offset(last, start) === offset;
    if (continues) {
      this.#ends[last] = start + length;
      return;
    }
    this.#starts.push(start);
    this.#ends.push(start + length);
    this.#nodes.push(node);
    this.#offsets.push(offset);
  }
}
