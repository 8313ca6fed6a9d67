// The article's text blocks, read from the live page without changing it.

import { Block } from './block.js';

/** @import { BlockKind } from '../../types/annotations.js' */

/** Elements that hold no text of the article. */
const skippedTags = new Set(`aside audio button canvas datalist dialog embed fieldset footer frame frameset head iframe input
  map math menu meter nav noscript object option picture progress rp rt script select style svg template textarea title
  verbatim-card video`.split(/\s+/));

/** Roles of elements that hold no text of the article. */
const skippedRoles = new Set(`alert alertdialog application banner button complementary contentinfo dialog form menu menubar
  navigation radiogroup search status tab tablist textbox toolbar tooltip tree`.split(/\s+/));

/** Elements that stand within a line of text. */
const inlineTags = new Set(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb s samp
  small span strike strong sub sup time tt u var wbr`.split(/\s+/));

/** Elements whose text is of a kind of its own, whatever stands in them. @type {Map<string, BlockKind>} */
const kindOfTag = new Map([
  ['h1', 'headline'], ['h2', 'subheading'], ['h3', 'subheading'], ['h4', 'subheading'], ['h5', 'subheading'], ['h6', 'subheading'],
  ['blockquote', 'block-quote'], ['li', 'list-item'], ['figcaption', 'caption'],
]);

/** Text of which more than this share is links is a list of other pages, not the article. */
const mostlyLinks = 0.8;

/**
 * The blocks of an article, in the order of the page.
 * @param {Element} root
 * @returns {Block[]}
 */
export function collect(root) {
  const collector = new Collector();
  collector.element(root, 'paragraph', false);
  return collector.blocks;
}

class Collector {
  /** @type {Block[]} */
  blocks = [];
  /** @type {Block | null} The block that the next text belongs to. */
  #open = null;
  /** Whether the last thing seen was a line break: two in a row end a paragraph. */
  #brokenLine = false;

  /**
   * @param {Element} element
   * @param {BlockKind} kind what text directly within it is
   * @param {boolean} linked
   */
  element(element, kind, linked) {
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) this.#text(/** @type {Text} */ (node), element, kind, linked);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#child(/** @type {Element} */ (node), element, kind, linked);
    }
  }

  /** @param {Text} node @param {Element} parent @param {BlockKind} kind @param {boolean} linked */
  #text(node, parent, kind, linked) {
    if (this.#open === null) {
      if (!/\S/.test(node.data)) return;
      this.#open = new Block(kind, parent);
    }
    if (this.#brokenLine && /\S/.test(node.data)) this.#brokenLine = false;
    this.#open.append(node, linked);
  }

  /** @param {Element} child @param {Element} parent @param {BlockKind} kind @param {boolean} linked */
  #child(child, parent, kind, linked) {
    const tag = child.localName;
    if (tag === 'br') this.#lineBreak();
    else if (isSkipped(child, tag)) return;
    else if (isInline(child, tag)) this.#inline(child, tag, parent, kind, linked);
    else {
      this.#close();
      this.element(child, kindWithin(tag, kind), linked);
      this.#close();
    }
  }

  /** @param {Element} child @param {string} tag @param {Element} parent @param {BlockKind} kind @param {boolean} linked */
  #inline(child, tag, parent, kind, linked) {
    const quoted = tag === 'q' && child.firstChild !== null;
    if (quoted) {
      this.#open ??= new Block(kind, parent);
      this.#open.generate('“');
    }
    this.element(child, kind, linked || tag === 'a');
    if (quoted) this.#open?.generate('”');
  }

  #lineBreak() {
    if (this.#brokenLine) this.#close();
    else if (this.#open) {
      this.#open.generate(' ');
      this.#brokenLine = true;
    }
  }

  #close() {
    const block = this.#open?.finish();
    this.#open = null;
    this.#brokenLine = false;
    if (block && /\p{L}/u.test(block.text) && !isTeaser(block) && isShown(block.element)) this.blocks.push(block);
  }
}

/** @param {string} tag @param {BlockKind} kind @returns {BlockKind} */
function kindWithin(tag, kind) {
  const own = kindOfTag.get(tag);
  if (own) return own;
  // A paragraph within a block quote is still the block quote's.
  return kind === 'block-quote' || kind === 'list-item' || kind === 'caption' ? kind : 'paragraph';
}

/** @param {Element} element @param {string} tag */
function isInline(element, tag) {
  if (inlineTags.has(tag)) return true;
  return tag.includes('-') && /^(inline|contents)/.test(getComputedStyle(element).display);
}

/** @param {Element} element @param {string} tag */
function isSkipped(element, tag) {
  if (skippedTags.has(tag)) return true;
  if (tag === 'header') return isPageHeader(element);
  // Most elements have no attribute at all, or a class only: the look-ups below are then not needed.
  if (!element.hasAttributes()) return false;
  return element.hasAttribute('hidden')
    || element.getAttribute('aria-hidden') === 'true'
    || skippedRoles.has(element.getAttribute('role') ?? '')
    || isEditable(element)
    || (!inlineTags.has(tag) && isForeign(element))
    || (inlineTags.has(tag) && !isShown(element));
}

/** The page's own header holds its name and its menu; an article's holds the headline. @param {Element} header */
function isPageHeader(header) {
  return header.closest('article, main') === null && header.querySelector('h1') === null;
}

/** @param {Element} element */
function isEditable(element) {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/** @param {Element} element */
function isForeign(element) {
  const language = element.getAttribute('lang');
  return language !== null && language !== '' && !/^en\b/i.test(language);
}

/** @param {Element} element */
function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** A line that is but links leads to other pages. @param {Block} block */
function isTeaser(block) {
  return block.kind !== 'headline' && block.kind !== 'block-quote' && block.linked > mostlyLinks * block.text.length;
}
