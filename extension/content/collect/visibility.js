// What nobody can see of an article's text: a page may hide words by other means than `display` and `visibility`, and they would
// become statements all the same. What it does to the whole article is not looked at: it may just be fading in.

import { parentElementOf } from '../dom.js';
import { canvas, parseColour } from '../paint/surroundings.js';
import { contrast } from '../../settings/colour.js';

/** @import { Colour } from '../../settings/colour.js' */

const leastOpacity = 0.05;
/** In pixels. */
const smallestFont = 2;
const smallestBox = 2;
const farAway = 1_500;
/** Two colours whose contrast is less are the same to the eye. */
const leastContrast = 1.08;
/** Clipped to nothing: `rect(0px, 0px, 0px, 0px)` or of one pixel, and insets of half or more from opposite sides. */
const clippedAway = /^rect\((?:[01]px,? ?)+\)$|^inset\((?:[5-9]\d|100)(?:\.\d+)?%\)$|^(?:circle|ellipse)\(0(?:px|%)?\b/;

/** Tells for the elements of one article whether text in them can be seen. */
export class Visibility {
  #root;
  /** Whether an element takes all within it out of sight. @type {Map<Element, boolean>} */
  #hiding = new Map();
  /** What is behind an element, or null where that is not known. @type {Map<Element, Colour | null>} */
  #grounds = new Map();
  /** The last element that was asked about, its parent, and the answer. @type {{ name: string, parent: Element | null, seen: boolean } | null} */
  #last = null;

  /** Whether something was transparent. */
  hasTransparent = false;

  /** @param {Element} root holds the article */
  constructor(root) {
    this.#root = root;
  }

  /** Whether text directly in an element can be seen. @param {Element} element */
  shows(element) {
    // Paragraphs side by side that have no attributes look alike, and there are many of them.
    const isPlain = !Element.prototype.hasAttributes.call(element);
    const [name, parent] = isPlain ? [element.nodeName, parentElementOf(element)] : ['', null];
    if (isPlain && this.#last && this.#last.parent === parent && this.#last.name === name) return this.#last.seen;
    const seen = element === this.#root || (!this.#isHidden(element) && this.#isLegible(element));
    if (isPlain) this.#last = { name, parent, seen };
    return seen;
  }

  /** @param {Element} element @returns {boolean} */
  #isHidden(element) {
    if (element === this.#root) return false;
    const known = this.#hiding.get(element);
    if (known !== undefined) return known;
    const parent = parentElementOf(element);
    const hidden = this.#hidesAll(element) || (parent !== null && this.#isHidden(parent));
    this.#hiding.set(element, hidden);
    return hidden;
  }

  /** Whether an element takes all that is within it out of sight. @param {Element} element */
  #hidesAll(element) {
    const style = getComputedStyle(element);
    if (Number(style.opacity) < leastOpacity && !mayFadeIn(style)) {
      this.hasTransparent = true;
      return true;
    }
    if (isMovedAway(style.transform) || clippedAway.test(style.clipPath)) return true;
    const isCut = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    if (isCut && Number.parseFloat(style.maxHeight) < smallestBox) return true;
    if (style.position !== 'absolute' && style.position !== 'fixed') return false;
    if (clippedAway.test(style.clip)) return true;
    // Only here is the browser asked for places, which may have it lay out the page.
    const box = Element.prototype.getBoundingClientRect.call(element);
    const isTiny = isCut && (box.width < smallestBox || box.height < smallestBox);
    return isTiny || (box.width > 0 && (box.right + scrollX <= 0 || box.bottom + scrollY <= 0));
  }

  /** @param {Element} element */
  #isLegible(element) {
    const style = getComputedStyle(element);
    if (Number.parseFloat(style.fontSize) < smallestFont || Number.parseFloat(style.textIndent) < -farAway) return false;
    const colour = parseColour(style.webkitTextFillColor);
    // A picture in the form of letters.
    if (colour.alpha < leastOpacity) return this.#isPicture(element);
    const ground = this.#ground(element);
    return ground === null || colour.alpha < 1 || contrast(colour, ground) > leastContrast;
  }

  /** @param {Element | null} element */
  #isPicture(element) {
    for (let above = element; above; above = above === this.#root ? null : parentElementOf(above)) {
      if (getComputedStyle(above).backgroundClip.includes('text')) return true;
    }
    return false;
  }

  /** The colour behind an element, unless a picture, or something that lies there by its position, may be. @param {Element} element @returns {Colour | null} */
  #ground(element) {
    const known = this.#grounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, position } = getComputedStyle(element);
    const own = parseColour(backgroundColor);
    /** @type {Colour | null} */
    let ground = null;
    if (backgroundImage === 'none' && own.alpha === 1) {
      ground = own;
    } else if (backgroundImage === 'none' && own.alpha === 0 && position === 'static') {
      const parent = parentElementOf(element);
      if (parent) ground = this.#ground(parent);
      else if (element === document.documentElement) ground = canvas();
    }
    this.#grounds.set(element, ground);
    return ground;
  }
}

/** @param {CSSStyleDeclaration} style */
function mayFadeIn({ transitionDuration, animationName }) {
  return /[1-9]/.test(transitionDuration) || animationName !== 'none';
}

/** @param {string} transform as computed */
function isMovedAway(transform) {
  if (!transform.startsWith('matrix(')) return false;
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform.slice('matrix('.length, -1).split(',').map(Number);
  return (a === 0 && b === 0) || (c === 0 && d === 0) || Math.abs(x) > farAway || Math.abs(y) > farAway;
}
