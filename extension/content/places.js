// What each element is to the article: left out, within a line, or a block of its own. The names of elements decide where they
// can, and what is rare, such as a role or a line break, is found for all elements by one question to the browser.

/** @import { BlockKind } from '../../types/annotations.js' */

/**
 * What text directly within an element belongs to.
 * @typedef {object} Place
 * @property {Element} element the block element around it
 * @property {BlockKind} kind
 * @property {boolean} linked whether it is inside a link
 */

/** Elements that hold no text of the article. */
const skippedTags = new Set(`aside audio button canvas datalist dialog embed fieldset footer frame frameset head iframe input
  map math menu meter nav noscript object option picture progress rp rt script select style svg template textarea title
  verbatim-card video`.split(/\s+/));

/** Roles of elements that hold no text of the article. */
const skippedRoles = new Set(`alert alertdialog application banner button complementary contentinfo dialog form menu menubar
  navigation radiogroup search status tab tablist textbox toolbar tooltip tree`.split(/\s+/));

/** Elements that stand within a line of text. */
const inlineTags = new Set(`a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb s samp
  slot small span strike strong sub sup time tt u var wbr`.split(/\s+/));

/** Elements whose text is of a kind of its own, whatever stands in them. @type {Map<string, BlockKind>} */
const kindOfTag = new Map([
  ['h1', 'headline'], ['h2', 'subheading'], ['h3', 'subheading'], ['h4', 'subheading'], ['h5', 'subheading'], ['h6', 'subheading'],
  ['blockquote', 'block-quote'], ['li', 'list-item'], ['figcaption', 'caption'],
]);

/** Attributes that may take an element out of the article. */
const attributesToHeed = '[hidden], [aria-hidden="true"], [role], [contenteditable], [lang], [style*="display"], [style*="visibility"]';

/** One question is about no more elements. */
const mostAtOnce = 20_000;

/** The places of all elements that hold text, each found out once. */
export class Places {
  /** @type {Map<Node, Place | null>} Null is left out. */
  #known = new Map();
  /** @type {Set<Element>} */
  #heeded = new Set();
  /** Whether there are so many elements that one question about all would hold the page up. */
  #asksEach = false;
  /** @type {Element | null} */
  #root = null;
  /** @type {ShadowRoot[]} */
  #shadowRoots = [];
  /** @type {Map<Element, Map<string, boolean>>} Whether the children of an element are shown, by their names and classes. */
  #shown = new Map();
  /**
   * What the page shows before and after text nodes without having it in one: line breaks and the marks of `<q>`.
   * @type {{ before: Map<Text, string>, after: Map<Text, string> } | null}
   */
  signs = null;

  /** The element that is walked over. @param {Element} root */
  addRoot(root) {
    this.#root = root;
    this.#known.set(root, { element: root, kind: 'paragraph', linked: false });
  }

  /** A tree that is walked over: the root's or a shadow tree. @param {Element | ShadowRoot} tree */
  addTree(tree) {
    if (tree instanceof Element && tree.getElementsByTagName('*').length > mostAtOnce) this.#asksEach = true;
    else for (const element of tree.querySelectorAll(attributesToHeed)) this.#heeded.add(element);
    for (const element of tree.querySelectorAll('br, q')) this.#addSigns(tree, element);
  }

  /** @param {ShadowRoot[]} shadowRoots to be walked over too */
  addShadowRoots(shadowRoots) {
    this.#shadowRoots.push(...shadowRoots);
  }

  /** A shadow tree that was met and is not left out. */
  nextShadowRoot() {
    for (let shadow = this.#shadowRoots.shift(); shadow; shadow = this.#shadowRoots.shift()) {
      if (!this.#isWithin(shadow.host)) continue;
      const place = this.#of(shadow.host);
      this.#known.set(shadow, place);
      if (place) return shadow;
    }
    return null;
  }

  /** Whether an element stands in what is walked over. @param {Element} host */
  #isWithin(host) {
    const tree = host.getRootNode();
    return this.#root?.contains(host) || (tree !== document && this.#known.has(tree));
  }

  /** @param {Text} node */
  around(node) {
    const parent = /** @type {Node} */ (node.parentNode);
    const place = this.#known.get(parent);
    return place === undefined ? this.#of(parent) : place;
  }

  /** @param {Node} node @returns {Place | null} */
  #of(node) {
    /** @type {Node[]} */
    const unknown = [];
    let place = this.#known.get(node);
    for (let above = /** @type {Node | null} */ (node); place === undefined && above; place = above ? this.#known.get(above) : null) {
      unknown.push(above);
      above = above.parentNode;
    }
    let around = place ?? null;
    for (let inner = unknown.pop(); inner; inner = unknown.pop()) {
      if (around) around = this.#within(/** @type {Element} */ (inner), around);
      this.#known.set(inner, around);
    }
    return around;
  }

  /** @param {Element} element @param {Place} around @returns {Place | null} */
  #within(element, around) {
    const tag = element.localName;
    if (skippedTags.has(tag)) return null;
    const inline = inlineTags.has(tag) || (tag.includes('-') && isInlineCustom(element));
    if (tag === 'header' && isPageHeader(element)) return null;
    // Some servers wrap the whole page in a form.
    if (tag === 'form' && element.querySelector('h1, article') === null) return null;
    if (this.#isHeeded(element) && isLeftOut(element, inline)) return null;
    if (!inline) return { element, kind: kindWithin(tag, around.kind), linked: around.linked };
    // A class may hide a part of a line, as it hides words that are for those who only hear the page.
    if (tag !== 'a' && element.hasAttribute('class') && !this.isShown(element)) return null;
    return tag === 'a' && !around.linked ? { ...around, linked: true } : around;
  }

  /** @param {Element} element */
  #isHeeded(element) {
    return this.#asksEach ? element.matches(attributesToHeed) : this.#heeded.has(element);
  }

  /**
   * Whether an element that holds text is shown. Asking the browser is slow, so children of one element with the same classes are
   * taken to be alike.
   * @param {Element} element
   */
  isShown(element) {
    const parent = element.parentElement;
    if (!parent || this.#isHeeded(element)) return isShown(element);
    const key = `${element.localName} ${element.className}`;
    const siblings = this.#shown.get(parent) ?? new Map();
    const known = siblings.get(key);
    if (known !== undefined) return known;
    const shown = isShown(element);
    this.#shown.set(parent, siblings.set(key, shown));
    return shown;
  }

  /** @param {Element | ShadowRoot} tree @param {Element} element */
  #addSigns(tree, element) {
    this.signs ??= { before: new Map(), after: new Map() };
    const { before, after } = this.signs;
    if (element.localName === 'br') {
      const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
      walker.currentNode = element;
      const next = /** @type {Text | null} */ (walker.nextNode());
      if (next) before.set(next, `${before.get(next) ?? ''}\n`);
      return;
    }
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const first = /** @type {Text | null} */ (walker.nextNode());
    walker.currentNode = element;
    const last = /** @type {Text | null} */ (walker.lastChild());
    if (!first || !last) return;
    before.set(first, `${before.get(first) ?? ''}“`);
    after.set(last, `”${after.get(last) ?? ''}`);
  }
}

/** @param {Element} element */
export function isShown(element) {
  return element.checkVisibility({ visibilityProperty: true });
}

/** @param {string} tag @param {BlockKind} kind of the text around @returns {BlockKind} */
function kindWithin(tag, kind) {
  const own = kindOfTag.get(tag);
  if (own) return own;
  // A paragraph within a block quote is still the block quote's.
  return kind === 'block-quote' || kind === 'list-item' || kind === 'caption' ? kind : 'paragraph';
}

/** @param {Element} element */
function isInlineCustom(element) {
  return /^(inline|contents)/.test(getComputedStyle(element).display);
}

/** @param {Element} element @param {boolean} inline */
function isLeftOut(element, inline) {
  return element.hasAttribute('hidden')
    || element.getAttribute('aria-hidden') === 'true'
    || skippedRoles.has(element.getAttribute('role') ?? '')
    || isEditable(element)
    || (!inline && isForeign(element))
    || (inline && !isShown(element));
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
