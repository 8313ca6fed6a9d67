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
  /** @type {(Text | number)[]} The text node of each run. A block that keeps only the first one counts how many come before the others. */
  #nodes = [];
  /** @type {{ node: Text, number: number } | null} Of a block that counts its text nodes, the first one with its number in the page. */
  #first = null;
  /** @type {{ node: Text, count: number } | null} The text node that was last found again by its count. */
  #found = null;
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
   * @param {number} [number] how many text nodes come before it in its tree; where it is told, the node is counted and not kept
   */
  append(node, data, linked, number) {
    const before = this.text.length;
    const place = number === undefined ? node : this.#count(node, number);
    let from = 0;
    specialCharacters.lastIndex = 0;
    for (let match = specialCharacters.exec(data); match; match = specialCharacters.exec(data)) {
      this.#copy(place, data, from, match.index);
      if (match[1] === undefined) this.#space(place, match.index);
      from = match.index + match[0].length;
    }
    this.#copy(place, data, from, data.length);
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
    if (first > last) return null;
    const from = Math.max(start, this.#starts[first] ?? 0);
    const to = Math.min(end, this.#ends[last] ?? 0);
    const startOffset = this.#offset(first, from);
    const endOffset = this.#offset(last, to);
    const startNode = this.#node(first, startOffset, from);
    const endNode = this.#node(last, endOffset - 1, to - 1);
    if (!startNode || !endNode) return null;
    return new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset });
  }

  /** Whether text nodes are counted, so that nobody knows whether those after the first are still the same. */
  get counts() {
    return this.#first !== null;
  }

  /**
   * Whether another block has the same text in the same text nodes, or in as many after the same first one.
   * @param {Block | undefined} other
   */
  sameNodes(other) {
    return other !== undefined && this.text === other.text && this.#nodes.length === other.#nodes.length && this.#first?.node === other.#first?.node
      && this.#nodes.every((node, index) => node === other.#nodes[index] && this.#offsets[index] === other.#offsets[index]);
  }

  /** @param {Text} node @param {number} number */
  #count(node, number) {
    this.#first ??= { node, number };
    return number - this.#first.number;
  }

  /**
   * The text node of a run; undefined where it was counted and is not found again, since the page has changed.
   * @param {number} run
   * @param {number} offset of a character in the node
   * @param {number} position of the same character in the text
   */
  #node(run, offset, position) {
    const place = this.#nodes[run];
    if (typeof place !== 'number') return place;
    const node = this.#find(place);
    const character = this.text[position];
    return node && (character === ' ' ? offset < node.data.length : node.data[offset] === character) ? node : undefined;
  }

  /** The text node that comes so many after the first. @param {number} count */
  #find(count) {
    if (this.#first === null) return undefined;
    // Marks come in order: from the last one it is not far.
    let { node, count: reached } = this.#found ?? { node: this.#first.node, count: 0 };
    const walker = document.createTreeWalker(node.getRootNode(), NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    while (reached !== count) {
      const next = /** @type {Text | null} */ (reached < count ? walker.nextNode() : walker.previousNode());
      if (next === null) return undefined;
      node = next;
      reached += reached < count ? 1 : -1;
    }
    this.#found = { node, count };
    return node;
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

  /** @param {Text | number} place @param {string} data @param {number} from @param {number} to */
  #copy(place, data, from, to) {
    if (from < to && data[from] === ' ' && !this.#takesSpace()) from += 1;
    if (from >= to) return;
    this.#run(place, from, to - from);
    this.text += data.slice(from, to);
  }

  /** @param {Text | number} place @param {number} offset */
  #space(place, offset) {
    if (!this.#takesSpace()) return;
    this.#run(place, offset, 1);
    this.text += ' ';
  }

  /** Notes a run at the end of the text, or lengthens the last one. @param {Text | number} place @param {number} offset @param {number} length */
  #run(place, offset, length) {
    const start = this.text.length;
    const last = this.#nodes.length - 1;
    const continues = this.#nodes[last] === place && this.#ends[last] === start && this.#offset(last, start) === offset;
    if (continues) {
      this.#ends[last] = start + length;
      return;
    }
    this.#starts.push(start);
    this.#ends.push(start + length);
    this.#nodes.push(place);
    this.#offsets.push(offset);
  }
}
