// What nobody can see of an article's text: a page may hide words by other means than `display` and `visibility`, and they would
// become statements all the same. What it does to the whole article is not looked at: it may just be fading in.

import { attributeOf, boxOf, localNameOf, parentElementOf } from '../dom.js';
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
  /** The last block that was asked about: how its parent and its attributes had it look, and the answer. */
  #last = { parent: /** @type {Element | null} */ (null), look: '', seen: true };

  /** Whether something was transparent. */
  hasTransparent = false;

  /** @param {Element} root holds the article */
  constructor(root) {
    this.#root = root;
  }

  /**
   * Whether text directly in an element can be seen. Styles are dear to ask for, so what hardly ever has one of its own is not asked.
   * @param {Element} element
   * @param {Element} block that it stands in, or is
   */
  shows(element, block) {
    if (element === this.#root) return true;
    const [names, style] = [attributeOf(element, 'class'), attributeOf(element, 'style')];
    // Links, emphasis.
    if (element !== block && names === null && style === null) return this.#shown(block);
    return this.#shown(element, `${names} ${style}`);
  }

  /** @param {Element} element @param {string} [attributes] that have it look as it does */
  #shown(element, attributes = `${attributeOf(element, 'class')} ${attributeOf(element, 'style')}`) {
    const parent = parentElementOf(element);
    const look = `${localNameOf(element)} ${attributes}`;
    // Paragraphs side by side look alike, and there are many of them.
    if (this.#last.parent === parent && this.#last.look === look) return this.#last.seen;
    const seen = !this.#isHidden(element) && this.#isLegible(element);
    this.#last = { parent, look, seen };
    return seen;
  }

  /** @param {Element} element */
  #isHidden(element) {
    // From the outermost inwards, and no recursion: a page may nest elements as deep as it likes.
    const asked = [];
    let hidden = false;
    for (let above = /** @type {Element | null} */ (element); above && above !== this.#root; above = parentElementOf(above)) {
      const known = this.#hiding.get(above);
      if (known !== undefined) {
        hidden = known;
        break;
      }
      asked.push(above);
    }
    for (const one of asked.reverse()) {
      hidden ||= this.#hidesAll(one);
      this.#hiding.set(one, hidden);
    }
    return hidden;
  }

  /** Whether an element takes all that is within it out of sight. @param {Element} element */
  #hidesAll(element) {
    const style = getComputedStyle(element);
    if (Number(style.opacity) < leastOpacity && !mayFadeIn(style)) {
      this.hasTransparent = true;
      return true;
    }
    if (clippedAway.test(style.clipPath) || isMovedAway(style.transform)) return true;
    const isCut = style.overflowX !== 'visible';
    if (isCut && Number.parseFloat(style.maxHeight) < smallestBox) return true;
    if (style.position !== 'absolute' && style.position !== 'fixed') return false;
    if (clippedAway.test(style.clip)) return true;
    const { width, height, right, bottom } = boxOf(element);
    return (isCut && (width < smallestBox || height < smallestBox)) || (width > 0 && (right + scrollX <= 0 || bottom + scrollY <= 0));
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
    const asked = [];
    /** @type {Colour | null} */
    let ground = null;
    for (let above = /** @type {Element | null} */ (element); above; above = parentElementOf(above)) {
      const known = this.#grounds.get(above);
      if (known !== undefined) {
        ground = known;
        break;
      }
      asked.push(above);
      const { backgroundColor, backgroundImage, position } = getComputedStyle(above);
      const own = parseColour(backgroundColor);
      const isPlain = backgroundImage === 'none';
      if (isPlain && own.alpha === 1) ground = own;
      if (!isPlain || own.alpha !== 0 || position !== 'static') break;
      if (above === document.documentElement) ground = canvas();
    }
    for (const one of asked) this.#grounds.set(one, ground);
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
