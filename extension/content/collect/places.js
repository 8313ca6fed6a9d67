// What each element is to the article: left out, within a line, or a block of its own. The names of elements decide where they
// can, and what is rare, such as a role or a line break, is found for all elements by one question to the browser.

import { isEnglish } from '../../shared/english.js';
import { longParagraph } from '../find/article.js';
import { areEnglish } from '../find/language.js';
import { allWithin, attributeOf, classNameOf, closestTo, firstWithin, fits, hasAttribute, holds, idOf, localNameOf, parentOf, textOf } from '../dom.js';
import { searchShadowRoots, shadowRootsWithin } from './shadows.js';

/** @import { BlockKind } from '../../../types/annotations.js' */

/**
 * What text directly within an element belongs to.
 * @typedef {object} Place
 * @property {Element} element the block element around it
 * @property {BlockKind} kind
 * @property {boolean} linked whether it is inside a link
 */

/** What follows from an element's name. @typedef {{ skipped: boolean, inline: boolean, custom: boolean, mayHaveShadow: boolean }} Tag */

/** What is left out, by the outermost element that is. @typedef {{ element: Element, kind: null }} LeftOut */

/** Elements that hold no text of the article. */
const skippedTags = new Set(('aside audio button canvas datalist dialog embed fieldset frame frameset head iframe input '
  + 'map math menu meter nav noscript object option picture progress rp rt script select style svg template textarea title '
  + 'video').split(' '));

/** Roles of elements that hold no text of the article. */
const skippedRoles = new Set(('alert alertdialog application banner button complementary contentinfo dialog form menu menubar '
  + 'navigation radiogroup search status tab tablist textbox toolbar tooltip tree').split(' '));

/** Elements that stand within a line of text. */
const inlineTags = new Set(('a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rb s samp '
  + 'slot small span strike strong sub sup time tt u var wbr').split(' '));

/** Elements that may have a shadow tree, beside those of the page's own making. */
const hostTags = new Set('article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(' '));

/** Elements whose text is of a kind of its own, whatever stands in them. @type {Map<string, BlockKind>} */
const kindOfTag = new Map([
  ['h1', 'headline'], ['h2', 'subheading'], ['h3', 'subheading'], ['h4', 'subheading'], ['h5', 'subheading'], ['h6', 'subheading'],
  ['blockquote', 'block-quote'], ['li', 'list-item'], ['figcaption', 'caption'],
]);

/** Elements with attributes that may take them out of the article; those that are left out by their names alone need no looking at. */
const toHeed = ':is([hidden], [aria-hidden="true"], [role], [contenteditable], [lang], [style*="display"], [style*="visibility"],'
  + `${['omment', 'ewsletter', 'uthor', 'bio', 'cookie', 'elated', 'romo', 'opular', 'ecirc', 'ecommend', 'rending', 'ost-', 'onat', 'ubscri', 'ign'].map((part) => ` [id*="${part}"], [class*="${part}"]`).join()}, [id^="disqus"])`
  + ':not(svg, path, img, button, input, iframe)';
/**
 * Names that pages of all makes give to what readers wrote, to who wrote the article, and to what can be subscribed to. That there
 * are comments, or how many, is said of articles too, and a commentary is one.
 */
const namedBeside = new RegExp(amongNames([
  '(?:comments?|disqus)(?![-_]?(?:open|closed|enabled|disabled|on|off|count))', 'newsletters?', 'about[-_]?(?:the[-_]?)?author', 'author[-_]?(?:bio|box|info|card)', 'bio', 'cookies?[-_]?(?:banner|notice|consent|bar)',
]));
/** Names of what leads to other articles or asks for something. Some pages give them to their articles too. */
const namedElsewhere = new RegExp(amongNames([
  'related', 'related[-_]?(?:articles?|content|coverage|items?|links?|news|posts?|reads?|stor(?:y|ies)|topics)', 'recirc(?:ulation)?', 'recommend(?:ed|ations?)', 'trending', 'most[-_]?(?:commented|popular|read|shared|viewed)', 'popular[-_]?(?:articles?|news|posts?|stories)',
  'promos?', 'donat(?:e|ions?)', 'subscri(?:be|ption)[-_]?(?:box|form|prompt|wall)', 'sign[-_]?up[-_]?(?:box|form|prompt|wall)',
], '(?<!\\b(?:has|hide|is|no|non|show|with|without)[-_])'));
/** What is in all such names. Most names that are looked at have none of it, and patterns take long to be made ready. */
const inBeside = ['comment', 'disqus', 'newsletter', 'author', 'bio', 'cookie'];
const inElsewhere = ['related', 'recirc', 'recommend', 'trending', 'most', 'popular', 'promo', 'donat', 'subscri', 'sign'];
/** What holds so much of the text in longer paragraphs is the article, whatever its name, and whoever is to hear it. */
const muchOfText = 1 / 3;
/** A signature is no longer, and leads nowhere. */
const longestSignature = 80;
const inOtherFooters = 'a, button, form, h2, h3, h4, h5, h6, img, nav, svg, time, ul';
const holdsArticle = 'h1, article';
/** So many links with nothing between them are a list, though they stand within a line. */
const linksOfList = 3;
/** So many shadow trees are read: an article has a few, and each costs as much as a small page. */
const mostShadowTrees = 1_000;
/** In a tree of more elements, one question about all would hold the page up. */
const mostAtOnce = 5_000;

/** A pattern for names of classes and ids that hold one of these between hyphens. @param {string[]} names @param {string} [before] */
function amongNames(names, before = '') {
  return names.map((name) => `(?:^|[\\s_-])${before}(?:${name})(?=$|[\\s_-])`).join('|');
}

/** The places of all elements that hold text, each found out once. */
export class Places {
  /** @type {Map<Node, Place | LeftOut>} */
  #known = new Map();
  /** @type {Map<string, Tag>} By the names of elements. */
  #tags = new Map();
  /** @type {Set<Element>} */
  #heeded = new Set();
  /** Whether each element is asked for its attributes by itself. */
  #asksEach = false;
  /** @type {Element} */
  #root;
  /** How much text is in the longer paragraphs of each element that was asked for it. @type {Map<Element, number>} */
  #texts = new Map();
  /** @type {ShadowRoot[]} Those that were met, and how many of them were walked over. */
  #shadowRoots = [];
  #walked = 0;
  /**
   * What the page shows before and after text nodes without having it in one: line breaks and the marks of `<q>`.
   * @type {{ before: Map<Text, string>, after: Map<Text, string> } | null}
   */
  signs = null;

  /** @param {Element} root the element that is walked over */
  constructor(root) {
    this.#root = root;
    this.#known.set(root, { element: root, kind: 'paragraph', linked: false });
    if (root.shadowRoot) this.#shadowRoots.push(root.shadowRoot);
  }

  /**
   * Asks for what is rare in a tree that is to be walked over, the root's or a shadow tree. Yields between the questions.
   * @param {Element | ShadowRoot} tree
   */
  * survey(tree) {
    if (tree instanceof Element && tree.getElementsByTagName('*')[mostAtOnce]) {
      this.#asksEach = true;
      for (const name of ['br', 'q']) {
        yield;
        this.#addSigns(tree, [...tree.getElementsByTagName(name)]);
      }
      yield* searchShadowRoots(tree, this.#shadowRoots);
      return;
    }
    for (const element of tree.querySelectorAll(toHeed)) this.#heeded.add(element);
    yield;
    this.#shadowRoots.push(...shadowRootsWithin(tree));
    this.#addSigns(tree, tree.querySelectorAll('br, q'));
  }

  /** A shadow tree that was met and is not left out. */
  nextShadowRoot() {
    while (this.#walked < Math.min(this.#shadowRoots.length, mostShadowTrees)) {
      const shadow = /** @type {ShadowRoot} */ (this.#shadowRoots[this.#walked]);
      this.#walked += 1;
      if (this.#known.has(shadow)) continue;
      const place = this.of(shadow.host);
      this.#known.set(shadow, place);
      if (place.kind !== null) return shadow;
    }
    return null;
  }

  /** What text directly within a node of the tree belongs to. @param {Node} node @returns {Place | LeftOut} */
  of(node) {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const around = this.#known.get(/** @type {Node} */ (parentOf(node)));
    return around === undefined ? this.#of(node) : this.#next(node, around);
  }

  /** @param {Node} node */
  #of(node) {
    /** @type {Node[]} */
    const unknown = [];
    /** @type {Place | LeftOut | undefined} */
    let place;
    for (let above = /** @type {Node | null} */ (node); above; above = parentOf(above)) {
      place = this.#known.get(above);
      if (place !== undefined) break;
      unknown.push(above);
    }
    let around = place ?? { element: /** @type {Element} */ (unknown.at(-1)), kind: null };
    for (let inner = unknown.pop(); inner; inner = unknown.pop()) around = this.#next(inner, around);
    return around;
  }

  /** @param {Node} inner @param {Place | LeftOut} around what it is directly within */
  #next(inner, around) {
    const element = /** @type {Element} */ (inner);
    const place = around.kind === null ? around : this.#within(element, around) ?? { element, kind: null };
    // What changes nothing is the sooner found out again than kept, for there can be very many of them.
    if (place !== around || place.kind === null) this.#known.set(inner, place);
    return place;
  }

  /** @param {Element} element @param {Place} around @returns {Place | null} null is left out */
  #within(element, around) {
    const name = localNameOf(element);
    let tag = this.#tags.get(name);
    if (!tag) this.#tags.set(name, tag = tagOf(name));
    if (tag.skipped) return null;
    const inline = tag.inline || (tag.custom && isInlineCustom(element));
    if (name === 'header' && isPageHeader(element)) return null;
    // Some servers wrap the whole page in a form.
    if (name === 'form' && firstWithin(element, `${holdsArticle}, [role="tabpanel"]`) === null) return null;
    if (name === 'footer' && !isSignature(element, around.kind)) return null;
    const heeded = this.#asksEach ? fits(element, toHeed) : this.#heeded.has(element);
    if (heeded && this.#isLeftOut(element, inline)) return null;
    if (tag.mayHaveShadow && element.shadowRoot) this.#shadowRoots.push(element.shadowRoot);
    if (!inline) return { element, kind: kindWithin(name, around.kind), linked: around.linked };
    // A class may hide a part of a line, as it hides words that are for those who only hear the page.
    if (name !== 'a' && element.hasAttribute('class') && !isShown(element)) return null;
    if (name === 'span' && isListOfLinks(element)) return null;
    return name === 'a' && !around.linked ? { element: around.element, kind: around.kind, linked: true } : around;
  }

  /** @param {Element} element @param {boolean} inline */
  #isLeftOut(element, inline) {
    return hasAttribute(element, 'hidden')
      || (attributeOf(element, 'aria-hidden') === 'true' && !(this.#holdsMuch(element) && isShown(element)))
      || hasSkippedRole(element)
      || isEditable(element)
      || (!inline && this.#standsBeside(element))
      || (!inline && isForeign(element))
      || (inline && !isShown(element));
  }

  /** What holds the headline holds the article, whatever its name. @param {Element} element */
  #standsBeside(element) {
    const names = wordsOf(`${idOf(element)} ${classNameOf(element)}`);
    if (hasAny(names, inBeside) && namedBeside.test(names)) return firstWithin(element, holdsArticle) === null;
    if (!hasAny(names, inElsewhere) || !namedElsewhere.test(names) || this.#holdsMuch(element)) return false;
    // Lists of other articles hold articles too, and headings of the first rank.
    if (this.#textIn(this.#root) === 0) return firstWithin(element, holdsArticle) === null;
    const headline = firstWithin(this.#root, 'h1');
    return headline === null || !holds(element, headline);
  }

  /** Whether an element holds much of the text in longer paragraphs, of its own article if there are several. @param {Element} element */
  #holdsMuch(element) {
    const text = this.#textIn(element);
    if (text === 0) return false;
    const article = closestTo(element, 'article');
    return text >= muchOfText * this.#textIn(article && holds(this.#root, article) ? article : this.#root);
  }

  /** @param {Element} element */
  #textIn(element) {
    let sum = this.#texts.get(element);
    if (sum !== undefined) return sum;
    sum = 0;
    for (const paragraph of allWithin(element, 'p')) {
      const length = textOf(paragraph)?.length ?? 0;
      if (length >= longParagraph) sum += length;
    }
    this.#texts.set(element, sum);
    return sum;
  }

  /** @param {Element | ShadowRoot} tree @param {ArrayLike<Element> & Iterable<Element>} elements */
  #addSigns(tree, elements) {
    if (elements.length === 0) return;
    this.signs ??= { before: new Map(), after: new Map() };
    const { before, after } = this.signs;
    const walker = document.createTreeWalker(tree, NodeFilter.SHOW_TEXT);
    for (const element of elements) {
      walker.currentNode = element;
      const next = /** @type {Text | null} */ (walker.nextNode());
      if (next === null) continue;
      if (element.localName === 'br') {
        before.set(next, `${before.get(next) ?? ''}\n`);
      } else if (holds(element, next)) {
        walker.currentNode = element;
        const last = /** @type {Text} */ (walker.lastChild());
        before.set(next, `${before.get(next) ?? ''}“`);
        after.set(last, `”${after.get(last) ?? ''}`);
      }
    }
  }
}

/** @param {string} name @returns {Tag} */
function tagOf(name) {
  const custom = name.includes('-');
  return { skipped: skippedTags.has(name), inline: inlineTags.has(name), custom, mayHaveShadow: custom || hostTags.has(name) };
}

/** @param {Element} element */
export function isShown(element) {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
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

/**
 * The words below a block quote that say whose it is, or below an article. Other footers are lists of links and of tags.
 * @param {Element} footer
 * @param {BlockKind} kind of the text around
 */
function isSignature(footer, kind) {
  if (kind === 'block-quote') return true;
  const text = (textOf(footer) ?? '').trim();
  return text.length <= longestSignature && !/[©\d]|copyright|rights/i.test(text) && closestTo(footer, 'article') !== null && firstWithin(footer, inOtherFooters) === null;
}

/** The page's own header holds its name and its menu; an article's holds the headline. @param {Element} header */
function isPageHeader(header) {
  return header.closest('article, main') === null && header.querySelector('h1') === null;
}

/** @param {Element} element */
function hasSkippedRole(element) {
  const role = attributeOf(element, 'role') ?? '';
  // Where texts fold out, each may be beside its tab.
  return skippedRoles.has(role) && !(role === 'tablist' && firstWithin(element, '[role="tabpanel"]'));
}

/** @param {Element} element */
function isEditable(element) {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/** @param {string} text @param {string[]} parts */
function hasAny(text, parts) {
  return parts.some((part) => text.includes(part));
}

/** Names as pages write them, `CommentList` as `comment-list`. @param {string} names */
function wordsOf(names) {
  return names.replace(/([a-z])(?=[A-Z])/g, '$1-').toLowerCase();
}

/** A list that some sites open at a name within the text. @param {Element} element */
function isListOfLinks(element) {
  if (element.childElementCount < linksOfList) return false;
  let links = 0;
  let linked = 0;
  for (const child of element.children) {
    const length = lengthOf(textOf(child));
    if (localNameOf(child) === 'a') {
      links += 1;
      linked += length;
    } else if (length > 0) {
      return false;
    }
  }
  return links >= linksOfList && linked === lengthOf(element.textContent);
}

/** Without white space. @param {string | null} text */
function lengthOf(text) {
  return (text ?? '').replace(/\s+/g, '').length;
}

/** As it declares, unless its words say otherwise. @param {Element} element */
function isForeign(element) {
  const language = attributeOf(element, 'lang');
  return language !== null && language !== '' && !isEnglish(language) && !areEnglish([(textOf(element) ?? '').replace(/\s+/g, ' ')]);
}
