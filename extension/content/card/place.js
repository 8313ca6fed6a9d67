// Where the card goes: beside the words that it explains, and not over them.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box */

/** The distance between the words and the card, and the least one between the card and the edge of the window. */
const gap = 7;
const windowMargin = 8;
/** A card that is lower than this shows too little, in CSS pixels. */
const leastHeight = 120;
/** What the line at the pointer counts for more than the others, where some words have to be covered. */
const weightOfOwn = 4;
/** Of longer words, the lines nearest to the card's are kept free. */
const mostLines = 40;

/**
 * @typedef {object} Space
 * @property {number} width of the card
 * @property {number} height of the card, if it has as much room as it wants
 * @property {Box[]} lines of the words
 * @property {Box[]} [beside] the lines of the other words that it is about: the rest of a split quotation
 * @property {Box} own the line that it is to stand by
 * @property {{ width: number, height: number }} window
 */

/**
 * The place for a card: below the words, or else above, right or left of them, or wherever it covers none of them; with less
 * height, where the window is too low for that; and at last where it covers the fewest. The words beside are kept free as well, where
 * the window has room for that.
 * @param {Space} space
 * @returns {{ left: number, top: number, height: number }} its height is the room that it has
 */
export function placeCard(space) {
  const { window } = space;
  const width = Math.min(space.width, window.width - 2 * windowMargin);
  const height = Math.min(space.height, window.height - 2 * windowMargin);
  const { lines, beside = [] } = space;
  const sized = { ...space, width, height };
  const own = visibleLines(space, lines);
  const all = [...own, ...visibleLines(space, beside)];
  const alone = new Places(sized, own);
  return placeFreeOf(sized, own, all) ?? placeFreeOf(sized, own, own) ?? alone.low() ?? alone.least();
}

/**
 * The place that covers none of some lines, if there is one: by the card's own words rather than around all of them.
 * @param {Space} space
 * @param {Box[]} own lines in the window
 * @param {Box[]} all lines in the window that are kept free
 */
function placeFreeOf(space, own, all) {
  const byOwn = new Places(space, own, all);
  const byAll = new Places(space, all);
  return byOwn.aboveOrBelow() ?? byAll.aboveOrBelow() ?? byOwn.leftOrRight() ?? byAll.leftOrRight() ?? byAll.free();
}

/** @param {Space} space @param {Box[]} lines @returns {Box[]} */
function visibleLines({ own, window }, lines) {
  const inWindow = lines.map((line) => ({
    left: Math.max(line.left, 0), top: Math.max(line.top, 0), right: Math.min(line.right, window.width), bottom: Math.min(line.bottom, window.height),
  })).filter(({ left, top, right, bottom }) => right > left && bottom > top);
  if (inWindow.length <= mostLines) return inWindow;
  return inWindow.toSorted((one, other) => Math.abs(one.top - own.top) - Math.abs(other.top - own.top)).slice(0, mostLines);
}

/** The places that there are for one card. */
class Places {
  #space;
  /** The lines that are kept free. */
  #lines;
  /** What the words fill that it is to stand beside. */
  #words;

  /** @param {Space} space @param {Box[]} lines in the window @param {Box[]} free the lines to keep free */
  constructor(space, lines, free = lines) {
    this.#space = space;
    this.#lines = free;
    this.#words = (lines.length > 0 ? lines : [space.own]).reduce((one, other) => ({
      left: Math.min(one.left, other.left), top: Math.min(one.top, other.top), right: Math.max(one.right, other.right), bottom: Math.max(one.bottom, other.bottom),
    }));
  }

  /** Below or above all the words. */
  aboveOrBelow() {
    const { height, own } = this.#space;
    const { top, bottom } = this.#words;
    const left = this.#acrossWindow(own.left);
    return this.#first([{ left, top: bottom + gap }, { left, top: top - gap - height }]);
  }

  /** Right or left of all the words. */
  leftOrRight() {
    const { width, own } = this.#space;
    const { left, right } = this.#words;
    const top = this.#downWindow(own.top);
    return this.#first([{ left: right + gap, top }, { left: left - gap - width, top }]);
  }

  /** The first of these places that is whole in the window and covers no words. @param {{ left: number, top: number }[]} places */
  #first(places) {
    const { height } = this.#space;
    return places.map((place) => ({ ...place, height })).find((place) => this.#isInWindow(place) && this.#covered(place) === 0);
  }

  /** Wherever it covers no words: the nearest place to the line. */
  free() {
    return this.#all().find((place) => this.#covered(place) === 0);
  }

  /** Above or below all the words, lower than it wants to be. */
  low() {
    const { own, window } = this.#space;
    const left = this.#acrossWindow(own.left);
    const below = { left, top: this.#words.bottom + gap, height: window.height - windowMargin - this.#words.bottom - gap };
    const above = { left, top: windowMargin, height: this.#words.top - gap - windowMargin };
    const roomier = above.height > below.height ? above : below;
    return roomier.height >= leastHeight ? roomier : undefined;
  }

  /** Where it covers the fewest words. */
  least() {
    const places = this.#all().map((place) => ({ place, covered: this.#covered(place) }));
    return places.reduce((one, other) => (other.covered < one.covered ? other : one)).place;
  }

  /** All places at the edges of lines and of the window, the nearest to the line first. */
  #all() {
    const { width, height, own, window } = this.#space;
    const boxes = [own, ...this.#lines];
    const across = distinct([own.left, windowMargin, Infinity, ...boxes.flatMap(({ left, right }) => [right + gap, left - gap - width])].map((x) => this.#acrossWindow(x)));
    const down = distinct([windowMargin, Infinity, own.top, ...boxes.flatMap(({ top, bottom }) => [bottom + gap, top - gap - height])].map((y) => this.#downWindow(y)));
    const places = across.flatMap((left) => down.map((top) => ({ left, top, height: Math.min(height, window.height - windowMargin - top) })));
    return places.sort((one, other) => this.#distance(one) - this.#distance(other));
  }

  /** @param {{ left: number, top: number, height: number }} place */
  #distance({ left, top, height }) {
    const { own, width } = this.#space;
    return Math.max(0, top - own.bottom, own.top - top - height) + Math.max(0, left - own.right, own.left - left - width) + Math.abs(left - own.left) / 10;
  }

  /** How much of the words it would cover. @param {{ left: number, top: number, height: number }} place */
  #covered({ left, top, height }) {
    const { width, own } = this.#space;
    const area = (/** @type {Box} */ box) => Math.max(0, Math.min(left + width, box.right) - Math.max(left, box.left)) * Math.max(0, Math.min(top + height, box.bottom) - Math.max(top, box.top));
    return this.#lines.reduce((sum, line) => sum + area(line), 0) + weightOfOwn * area(own);
  }

  /** @param {{ left: number, top: number, height: number }} place */
  #isInWindow({ left, top, height }) {
    const { width, window } = this.#space;
    return left >= windowMargin && top >= windowMargin && left + width <= window.width - windowMargin && top + height <= window.height - windowMargin;
  }

  /** @param {number} x */
  #acrossWindow(x) {
    const { width, window } = this.#space;
    return Math.max(windowMargin, Math.min(x, window.width - windowMargin - width));
  }

  /** @param {number} y */
  #downWindow(y) {
    const { height, window } = this.#space;
    return Math.max(windowMargin, Math.min(y, window.height - windowMargin - height));
  }
}

/** @param {number[]} numbers */
function distinct(numbers) {
  return [...new Set(numbers.map(Math.round))];
}
