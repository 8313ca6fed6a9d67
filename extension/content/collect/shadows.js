// The shadow trees of an article, also those within others. No question to the browser finds them.

import { allWithin, elementAfter, firstElementIn, parentElementOf, shadowRootOf } from '../dom.js';

/** Elements that make no shadow trees, or only seldom: the frequent ones first, for the sake of speed. */
const ordinary = `div a span li p img br ul script strong em b i path svg g use time td tr tbody table h2 h3 h4 h1 section figure
  figcaption picture source button input form label meta link style noscript iframe article aside header footer nav main blockquote
  circle rect polygon defs symbol line form`;
/** Elements of the page's own making, and empty boxes, which may show what is in a shadow tree. */
const perhapsHosts = `:not(${ordinary.split(/\s+/).join()}), :is(div, span, section, article, main):empty`;

/** So many elements are asked at once in a large tree. */
const atOnce = 500;

/**
 * The shadow trees right below a tree whose hosts hold no text themselves: those of elements that do are met on the way to it.
 * @param {ParentNode} tree
 * @returns {ShadowRoot[]}
 */
export function shadowRootsWithin(tree) {
  const found = [];
  for (const { shadowRoot } of tree.querySelectorAll(perhapsHosts)) {
    if (shadowRoot) found.push(shadowRoot);
  }
  return found;
}

/**
 * The same in a tree so large that one question about it would hold the page up: asks its parts one by one, and yields between.
 * @param {Element} tree
 * @param {ShadowRoot[]} found takes them up
 */
export function* searchShadowRoots(tree, found) {
  let element = firstElementIn(tree);
  while (element) {
    const shadowRoot = shadowRootOf(element);
    if (shadowRoot) found.push(shadowRoot);
    const inner = firstElementIn(element);
    if (inner && allWithin(element, '*')[atOnce]) {
      element = inner;
      continue;
    }
    if (inner) found.push(...shadowRootsWithin(element));
    yield;
    while (element && element !== tree && !elementAfter(element)) element = parentElementOf(element);
    if (!element || element === tree) return;
    element = elementAfter(element);
  }
}
