// The article's text blocks, read from the live page without changing it.

import { childCountOf, classNameOf, closestTo, firstWithin, holds, localNameOf, parentElementOf, textOf } from '../dom.js';
import { longParagraph } from '../find/article.js';
import { Block } from './block.js';
import { withoutGalleries } from './galleries.js';
import { withoutHousekeeping } from './housekeeping.js';
import { Places, isShown } from './places.js';
import { withoutRepeats } from './repeats.js';
import { withoutTeasers } from './teasers.js';
import { Visibility } from './visibility.js';

/** @import { LeftOut, Place } from './places.js' */

/** Text of which more than this share is links is a list of other pages, not the article. */
const mostlyLinks = 0.8;
/** Where a line says itself that it leads on, less will do. */
const leadsOn = /^\W*(?:(?:read|see|watch|listen) (?:more|next|also|now)\b|also read\b|up next\b|don['’]t miss\b|(?:read|see|watch|listen|more|related)(?: \w+)?\s*[:|])/i;
const halfLinks = 0.4;
/** The clock is looked at once in so many text nodes. */
const nodesBetweenLooks = 32;
/**
 * After so many text nodes, further ones are not kept. The browser makes an object for each node that a script has in its hands, and
 * where there are very many of them, it stands still while it collects them as garbage or enlarges its table of them.
 */
const mostKept = 20_000;
/** Whatever may make a part of a block's text other than the rest. A block without is read as one, and its nodes are not touched. */
const uneven = `:not(${'abbr b bdi bdo big cite code del em font i ins kbd mark s samp small span strike strong sub sup tt u var'.split(' ').join()}),
  [class], [style], [hidden], [aria-hidden], [role], [contenteditable], [lang]`;
const mostAtOnce = 500;
/** A line of fewer characters breaks off in no sentence. */
const shortLine = 40;
/** Characters up to this one are white space, and most text nodes are but that: what stands between elements in the source. */
const space = 32;

/**
 * The blocks of an article, in the order of the page.
 * @param {Element} root
 * @returns {Block[]}
 */
export function collect(root) {
  const walk = new Walk(root);
  walk.advance(Infinity);
  return walk.blocks;
}

/**
 * A walk over the page's text nodes that can pause, for a page can be so large that it would stand still meanwhile. Elements are
 * looked at only where they hold text: most hold none, or stand in what is left out.
 */
export class Walk {
  /** @type {Block[]} */
  blocks = [];
  /** @type {ShadowRoot[]} The shadow trees that were walked over too: their changes are not reported outside of them. */
  shadowRoots = [];
  /** Whether some of the text is hidden. */
  hides = false;
  #places;
  /** @type {Set<Block>} Headings that are but links. */
  #linkedHeadings = new Set();
  /** @type {Set<Block>} Headings with links right below them that are left out. */
  #headsOfLinks = new Set();
  /** @type {Element | ShadowRoot} */
  #tree;
  /** @type {Generator<void, void> | null} Asks for what is rare in the tree. */
  #survey = null;
  /** @type {TreeWalker | null} Null until that is done. */
  #walker = null;
  /** @type {Element | null} The block element that the open block belongs to. */
  #element = null;
  /** @type {Block | null} The block that the next text belongs to. */
  #open = null;
  /** Whether the last thing seen was a line break: two in a row end a paragraph. */
  #brokenLine = false;
  /** How many text nodes it has come by, and how many characters in them. */
  #count = 0;
  #passed = 0;
  /** Whether all trees were walked over. */
  #isAtEnd = false;
  /** Whether the open block does not keep its text nodes. */
  #isLight = false;

  /** Null where all text is read. @type {Visibility | null} */
  #visibility;
  /** How many characters were read, and how many were not since nobody can see them. */
  #seen = 0;
  #unseen = 0;

  /** @param {Element} root @param {{ unseen?: boolean }} [options] whether text is read too that nobody can see */
  constructor(root, { unseen = false } = {}) {
    this.#places = new Places(root);
    this.#tree = root;
    this.#visibility = unseen ? null : new Visibility(root);
  }

  /** Whether some of the text is transparent, and may become less so. */
  get hasTransparent() {
    return this.#visibility?.hasTransparent === true;
  }

  /** Whether most of the text cannot be seen: it is not hidden then, but still to come, as where paragraphs fade in one after the other. */
  get isMostlyUnseen() {
    return this.#unseen > this.#seen;
  }

  /** Whether the page has taken away where the walk stands, while it paused. */
  get isLost() {
    return !this.#tree.isConnected || (this.#walker !== null && !holds(this.#tree, this.#walker.currentNode));
  }

  /**
   * Goes on until the end or until it is time to pause.
   * @param {number} until by the clock of `performance.now()`
   * @returns {boolean} whether it has come to the end
   */
  advance(until) {
    for (;;) {
      const walker = this.#walker ?? this.#into(this.#tree, until);
      if (walker === null || performance.now() > until || !this.#walk(walker, until)) return false;
      this.#close();
      const shadow = this.#places.nextShadowRoot();
      if (!shadow) {
        // What is left to do may be long, and the walk has taken its time.
        if (!this.#isAtEnd && performance.now() > until) {
          this.#isAtEnd = true;
          return false;
        }
        this.blocks = withoutRepeats(withoutHousekeeping(withoutGalleries(this.#withoutIdleHeadings(withoutTeasers(this.blocks, this.#linkedHeadings)))));
        return true;
      }
      this.shadowRoots.push(shadow);
      this.#tree = shadow;
      this.#walker = null;
    }
  }

  /** @param {Element | ShadowRoot} tree @param {number} until @returns {TreeWalker | null} null when it is time to pause before */
  #into(tree, until) {
    this.#survey ??= this.#places.survey(tree);
    while (!this.#survey.next().done) {
      if (performance.now() > until) return null;
    }
    this.#survey = null;
    this.#walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    return this.#walker;
  }

  /** @param {TreeWalker} walker @param {number} until */
  #walk(walker, until) {
    const places = this.#places;
    const { signs } = places;
    /** @type {Node | null} */
    let parent = null;
    /** @type {Place | LeftOut | null} */
    let place = null;
    let isSeen = true;
    let left = nodesBetweenLooks;
    for (let node = /** @type {Text | null} */ (walker.nextNode()); node; node = /** @type {Text | null} */ (walker.nextNode())) {
      const { data } = node;
      this.#count += 1;
      const between = this.#open === null && data.charCodeAt(0) <= space && !/\S/.test(data) && !(signs?.before.has(node) || signs?.after.has(node));
      if (!between) {
        const { parentNode } = node;
        if (parentNode !== parent) {
          parent = parentNode;
          place = places.of(/** @type {Node} */ (parent));
          isSeen = place.kind === null || this.#shows(/** @type {Node} */ (parent), place.element);
        }
        if (!isSeen) {
          this.hides = true;
          this.#unseen += data.length;
        } else if (place !== null && place.kind !== null) {
          this.#seen += data.length;
          const last = this.#text(node, data, place);
          if (last !== node) walker.currentNode = last;
        } else if (place !== null && !(this.#isLight && this.#open !== null) && holds(place.element, node)) {
          // What is left out is passed by as a whole, but within a block that does not keep its text nodes, where its characters count.
          walker.currentNode = place.element;
          walker.lastChild();
        }
      }
      this.#passed += data.length;
      left -= 1;
      if (left > 0) continue;
      left = nodesBetweenLooks;
      if (performance.now() > until) return false;
    }
    return true;
  }

  /** @param {Node} parent of text @param {Element} block around it */
  #shows(parent, block) {
    return this.#visibility === null || this.#count > mostKept || parent.nodeType !== Node.ELEMENT_NODE || this.#visibility.shows(/** @type {Element} */ (parent), block);
  }

  /** @param {Text} node @param {string} data @param {Place} place @returns {Text} the last text node that was read */
  #text(node, data, place) {
    if (place.element !== this.#element) this.#close();
    const { signs } = this.#places;
    const before = signs?.before.get(node);
    if (before) this.#signs(before, place);
    const isWhole = this.#open === null && this.#count > mostKept && /\S/.test(data) && isEven(place.element);
    if ((this.#open === null || this.#brokenLine) && /\S/.test(data)) this.#opened(place, data);
    let last = node;
    if (isWhole && this.#open !== null) last = this.#whole(node, place, this.#open);
    else this.#open?.append(node, data, place.linked, this.#isLight ? this.#passed : undefined);
    const after = signs?.after.get(last);
    if (after) this.#signs(after, place);
    return last;
  }

  /** Reads all of a block at once. @param {Text} node its first text @param {Place} place @param {Block} block @returns {Text} its last text */
  #whole(node, { element, linked }, block) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    let before = 0;
    for (let blank = /** @type {Text | null} */ (walker.nextNode()); blank && blank !== node; blank = /** @type {Text | null} */ (walker.nextNode())) {
      before += blank.data.length;
    }
    const text = (textOf(element) ?? '').slice(before);
    block.append(node, text, linked, this.#passed);
    this.#passed += text.length - node.data.length;
    walker.currentNode = element;
    return /** @type {Text} */ (walker.lastChild());
  }

  /** What the page shows without having it in a text node: line breaks, the marks of `<q>`. @param {string} signs @param {Place} place */
  #signs(signs, place) {
    for (const sign of signs) {
      if (sign === '\n') this.#lineBreak();
      else this.#opened(place).generate(sign);
    }
  }

  /** The open block, or a new one. @param {Place} place @param {string} [data] the text that comes */
  #opened({ kind, element }, data = '') {
    this.#brokenLine = false;
    this.#element = element;
    if (this.#open === null) {
      this.#isLight = this.#count > mostKept;
      this.#open = (kind === 'paragraph' && /^\s*[a-z]/.test(data) ? this.#brokenOff(element) : null) ?? new Block(kind, element);
    }
    return this.#open;
  }

  /** The paragraph before, where it breaks off in the midst of a sentence: some pages cut paragraphs in two. @param {Element} element */
  #brokenOff(element) {
    const before = this.blocks.at(-1);
    if (before?.kind !== 'paragraph' || before.text.length < shortLine || !/[a-z,]$/.test(before.text) || this.#isLight || before.isLight || !areAlike(before.element, element)) return null;
    this.blocks.pop();
    before.generate(' ');
    return before;
  }

  #lineBreak() {
    if (this.#brokenLine) this.#close();
    else if (this.#open) {
      this.#open.generate(' ');
      this.#brokenLine = true;
    }
  }

  /** A heading of which only links were left out has nothing below it. @param {Block[]} blocks */
  #withoutIdleHeadings(blocks) {
    if (this.#headsOfLinks.size === 0) return blocks;
    return blocks.filter((block, index) => !this.#headsOfLinks.has(block) || (blocks[index + 1]?.kind ?? 'subheading') !== 'subheading');
  }

  #close() {
    if (this.#open === null) return;
    const block = this.#open.finish();
    this.#open = null;
    this.#element = null;
    this.#brokenLine = false;
    if (isLink(block) && !goesOn(block, this.blocks.at(-1))) {
      const before = this.blocks.at(-1);
      if (before?.kind === 'subheading') this.#headsOfLinks.add(before);
      if (block.kind !== 'subheading' && !closestTo(block.element, 'h2, h3, h4, h5, h6')) return;
      this.#linkedHeadings.add(block);
    }
    if (hasLetters(block.text)) {
      if (isShown(block.element)) this.blocks.push(block);
      else this.hides = true;
    }
  }
}

/** A line that is but links leads to other pages. @param {Block} block */
function isLink({ kind, text, linked }) {
  if (kind === 'headline' || kind === 'block-quote' || linked === 0) return false;
  return linked > mostlyLinks * text.length || (linked > halfLinks * text.length && leadsOn.test(text));
}

/**
 * Whether a paragraph is running text although all of it is a link: whole sentences right below another paragraph. Where a page forgets
 * to close a link, the browser has all that follows in it.
 * @param {Block} block
 * @param {Block | undefined} before
 */
function goesOn(block, before) {
  const { kind, text, element } = block;
  if (kind !== 'paragraph' || before?.kind !== 'paragraph' || text.length < longParagraph || !/[.!?…]["”’')\]]*$/.test(text) || leadsOn.test(text)) return false;
  const [own, other] = [element, before.element].map(outsideLink);
  if (!own || !other || parentElementOf(own) !== parentElementOf(other)) return false;
  return !isLink(before) || linkIn(own)?.href === linkIn(other)?.href;
}

/** A paragraph, or the link around it if there is nothing else in that. @param {Element} paragraph */
function outsideLink(paragraph) {
  const link = parentElementOf(paragraph);
  if (link === null || closestTo(paragraph, 'a') === null) return paragraph;
  return localNameOf(link) === 'a' && childCountOf(link) === 1 ? link : null;
}

/** @param {Element} element */
function linkIn(element) {
  return /** @type {HTMLAnchorElement | null} */ (localNameOf(element) === 'a' ? element : firstWithin(element, 'a'));
}

/** Whether two paragraphs are of one text, as far as their elements show. @param {Element} one @param {Element} other */
function areAlike(one, other) {
  if (one === other || localNameOf(one) !== 'p' || localNameOf(other) !== 'p') return false;
  const [first, second] = [one, other].map(parentElementOf);
  return (first && classNameOf(first)) === (second && classNameOf(second));
}

/** Whether all text within a block belongs to it alike, and is not more than can be read at once. @param {Element} element */
function isEven(element) {
  return firstWithin(element, uneven) === null && childCountOf(element) <= mostAtOnce;
}

/** Most texts have a Latin letter, which is found sooner. @param {string} text */
function hasLetters(text) {
  return /[A-Za-z]/.test(text) || /\p{L}/u.test(text);
}
