// What colours the page has where words stand: asked once for each element and painting.

import { parentElementOf, parentOf as parentNodeOf } from '../dom.js';
import { fromHex, luminance, over } from '../../settings/colour.js';

/** @import { Colour } from '../../settings/colour.js' */
/** @import { Tone } from '../../settings/looks.js' */

/** Text lighter than this is meant for a dark ground. */
const lightText = 0.35;
/** The longest stretch of text nodes whose colours are looked at. */
const mostNodes = 40;
/** So many elements are looked at in one painting, each for itself: for more of them the browser would be long at making objects. */
const mostAsked = 5_000;
const nothing = fromHex('#000000', 0);
const white = fromHex('#ffffff');
/** What browsers show where a page that is dark by choice paints nothing. */
const darkCanvas = fromHex('#121212');

export class Surroundings {
  /** @type {Map<Element, Colour | null>} Null where a picture is behind. */
  #backgrounds = new Map();
  /** @type {Map<Element, Colour>} */
  #texts = new Map();
  /** Most elements have the same ground. @type {Map<Colour, Tone>} */
  #tones = new Map();

  /**
   * What is behind an element's words, or null where that is a picture.
   * @param {Element} element
   * @returns {Colour | null}
   */
  background(element) {
    const known = this.#backgrounds.get(element);
    if (known !== undefined) return known;
    const { backgroundColor, backgroundImage, color } = getComputedStyle(element);
    this.#texts.set(element, parseColour(color));
    const own = parseColour(backgroundColor);
    const parent = own.alpha < 1 ? parentOf(element) : null;
    /** @type {Colour | null} */
    let background = own;
    if (own.alpha < 1) {
      const below = backgroundImage !== 'none' ? null : parent ? this.background(parent) : canvas();
      background = below && over(own, below);
    }
    this.#backgrounds.set(element, background);
    return background;
  }

  /** Whether so much was looked at that of further words only the first element should be. */
  get isExhausted() {
    return this.#backgrounds.size > mostAsked;
  }

  /** @param {Element} element @returns {Colour} */
  text(element) {
    let colour = this.#texts.get(element);
    if (!colour) this.#texts.set(element, colour = parseColour(getComputedStyle(element).color));
    return colour;
  }

  /** @param {Element} element @returns {Tone} */
  tone(element) {
    const background = this.background(element);
    // Half as light as white looks: on either side of it, the marks of the other side would hardly be seen.
    if (background) {
      let tone = this.#tones.get(background);
      if (!tone) this.#tones.set(background, tone = luminance(background) < 0.18 ? 'dark' : 'light');
      return tone;
    }
    return luminance(this.text(element)) > lightText ? 'dark' : 'light';
  }
}

/**
 * The elements whose text a range covers: their words may have colours of their own.
 * @param {AbstractRange} range
 * @returns {Set<Element>}
 */
export function elementsIn({ startContainer, endContainer }) {
  /** @type {Set<Element>} */
  const found = new Set();
  const add = (/** @type {Node} */ node) => {
    const element = parentOf(node);
    if (element) found.add(element);
  };
  add(startContainer);
  if (startContainer === endContainer) return found;
  const walker = document.createTreeWalker(startContainer.getRootNode(), NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  for (let count = 0; count < mostNodes; count += 1) {
    const node = walker.nextNode();
    if (!node) break;
    add(node);
    if (node === endContainer) break;
  }
  return found;
}

/** The element around a node, also out of a shadow tree. @param {Node} node @returns {Element | null} */
function parentOf(node) {
  // Nearly always there is one: to ask of what class an object is costs far more in Firefox.
  const parentElement = parentElementOf(node);
  if (parentElement) return parentElement;
  const parentNode = parentNodeOf(node);
  return parentNode instanceof ShadowRoot ? parentNode.host : null;
}

/** What the browser shows where the page paints nothing. */
export function canvas() {
  const { colorScheme } = getComputedStyle(document.documentElement);
  const dark = /\bdark\b/.test(colorScheme) && (!/\blight\b/.test(colorScheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? darkCanvas : white;
}

/** @type {Map<string, Colour>} */
const parsed = new Map();

/**
 * A colour as the browser computes it.
 * @param {string} text
 * @returns {Colour}
 */
export function parseColour(text) {
  let colour = parsed.get(text);
  if (!colour) parsed.set(text, colour = parseRgb(text) ?? paintColour(text));
  return colour;
}

/** @param {string} text */
function parseRgb(text) {
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(text);
  if (!match) return null;
  const [, red, green, blue, alpha = 1] = match;
  return { red: Number(red), green: Number(green), blue: Number(blue), alpha: Number(alpha) };
}

/** Colours of other spaces: what a canvas makes of them. @param {string} text */
function paintColour(text) {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return nothing;
  context.fillStyle = text;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}
