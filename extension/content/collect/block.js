// One block of the article's text, and where each of its characters stands on the page.

/** @import { BlockKind } from '../../../types/annotations.js' */

/**
 * What the text leaves out or turns into one space: white space that the page shows as one space, spaces of other widths, and
 * characters without any, which say where a line may break or which way it runs: the group. A lone plain space is not matched.
 */
const specialCharacters = /[ \t\n\f\r\u00a0\u2000-\u200a\u202f\u205f\u3000]{2,}|[\t\n\f\r\u00a0\u2000-\u200a\u202f\u205f\u3000]|([\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+)/g;

/** A headline, paragraph, list item, block quote or caption, as plain text that remembers its text nodes. */
export class Block {
  /** @type {number[]} Where each run begins in the text; a run is a stretch that stands unchanged in one text node. */
  #starts = [];
  /** @type {Text[]} The text node of each run; none in a block that keeps only its first one. */
  #nodes = [];
  /** @type {number[]} Where each run begins in its text node; without that, in what follows from the first one on. */
  #offsets = [];
  /** @type {{ node: Text, before: number } | null} The only text node that is kept, and how many characters come before it. */
  #first = null;
  /** @type {{ node: Text, before: number } | null} The text node that was last found again, with the characters since the first. */
  #found = null;
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
   * @param {number} [before] how many characters come before the node in its tree. Where that is given, the node is not kept but
   *   found again by it, and `data` may go on with the text nodes that follow
   */
  append(node, data, linked, before) {
    const lengthBefore = this.text.length;
    if (before !== undefined) this.#first ??= { node, before };
    /** The text node, or where it begins. */
    const place = before === undefined || this.#first === null ? node : before - this.#first.before;
    let from = 0;
    specialCharacters.lastIndex = 0;
    for (let match = specialCharacters.exec(data); match; match = specialCharacters.exec(data)) {
      this.#copy(place, data, from, match.index);
      if (match[1] === undefined) this.#space(place, match.index);
      from = match.index + match[0].length;
    }
    this.#copy(place, data, from, data.length);
    if (linked) this.linked += this.text.length - lengthBefore;
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
    const startPlace = this.#placeOf(first, from);
    const endPlace = this.#placeOf(last, to - 1);
    if (!startPlace || !endPlace) return null;
    return new StaticRange({ startContainer: startPlace.node, startOffset: startPlace.offset, endContainer: endPlace.node, endOffset: endPlace.offset + 1 });
  }

  /** Whether nothing is known of text nodes other than the first: they may be others than they were. */
  get isLight() {
    return this.#first !== null;
  }

  /**
   * Whether another block has the same text in the same text nodes, as far as they are known.
   * @param {Block | undefined} other
   */
  sameNodes(other) {
    return other !== undefined && this.text === other.text && this.#offsets.length === other.#offsets.length && this.#first?.node === other.#first?.node
      && this.#offsets.every((offset, index) => offset === other.#offsets[index] && this.#nodes[index] === other.#nodes[index]);
  }

  /** Where a character stands, or null where that is not found again, since the page has changed. @param {number} run @param {number} position */
  #placeOf(run, position) {
    const offset = this.#offset(run, position);
    if (this.#first === null) {
      const node = this.#nodes[run];
      return node ? { node, offset } : null;
    }
    const found = this.#find(this.#first.node, offset);
    const character = this.text[position];
    return found && (character === ' ' || found.node.data[found.offset] === character) ? found : null;
  }

  /** The character that comes so many after the beginning of the first text node. @param {Text} first @param {number} offset */
  #find(first, offset) {
    // Marks come in order: from the last one it is not far.
    let { node, before } = this.#found !== null && this.#found.before <= offset ? this.#found : { node: first, before: 0 };
    const walker = sharedWalker.from(node);
    while (before + node.data.length <= offset) {
      before += node.data.length;
      const next = /** @type {Text | null} */ (walker.nextNode());
      if (next === null) return null;
      node = next;
    }
    this.#found = { node, before };
    return { node, offset: offset - before };
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

  /** Notes a run at the end of the text, or lengthens the last one. @param {Text | number} place @param {number} from @param {number} length */
  #run(place, from, length) {
    const start = this.text.length;
    const last = this.#starts.length - 1;
    const isLight = typeof place === 'number';
    const offset = isLight ? place + from : from;
    const continues = last >= 0 && (isLight || this.#nodes[last] === place) && this.#ends[last] === start && this.#offset(last, start) === offset;
    if (continues) {
      this.#ends[last] = start + length;
      return;
    }
    this.#starts.push(start);
    this.#ends.push(start + length);
    if (!isLight) this.#nodes.push(place);
    this.#offsets.push(offset);
  }
}

/** One walker for all blocks, since else there would be one for every mark. */
class SharedWalker {
  /** @type {TreeWalker | null} */
  #walker = null;

  /** @param {Text} node */
  from(node) {
    const root = node.getRootNode();
    const walker = this.#walker?.root === root ? this.#walker : this.#walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    walker.currentNode = node;
    return walker;
  }
}

const sharedWalker = new SharedWalker();
