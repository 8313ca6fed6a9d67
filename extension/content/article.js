// Where the article is on the page, and whether there is one: what holds nearly all of the page's longer paragraphs.

import { repeatedIn } from './clues.js';

/** A paragraph of fewer characters may be a teaser, a caption or a byline. */
const longParagraph = 80;
/** So much text in longer paragraphs makes an article. */
const leastText = 400;
/** The article is where so much of that text is. */
const nearlyAll = 0.98;
/** More paragraphs than these tell nothing new. */
const mostParagraphs = 300;
const mostLookedAt = 1_500;
/** So many headings that are links make a list of articles, with no more text than this for each. */
const manyHeadings = 8;
const textOfTeaser = 300;
const saysIsArticle = [
  '[itemprop~="articleBody"]',
  'meta:is([property="og:type" i], [name="og:type" i]):is([content="article" i], [value="article" i])',
  'meta:is([property="article:published_time" i], [name="article:published_time" i])',
].join();
/** What is worked with and not read: mail, lists of files, text that is being written. */
const isWorkedWith = ':is([role="application"], [role="grid"], [role="treegrid"], [role="tree"], [role="textbox"], [contenteditable=""], [contenteditable="true" i])';
const isEditable = '[contenteditable]:not([contenteditable="false" i])';
/** Where no article's paragraphs are. */
const elsewhere = `aside, footer, nav, form, dialog, noscript, template, [hidden], ${isEditable}`;

/**
 * Longer paragraphs that stand side by side.
 * @typedef {object} Paragraphs
 * @property {Element} parent
 * @property {number} length of their text together
 */

/**
 * The element that holds the article, or null where the page has none.
 * @param {Document} page
 * @returns {Element | null}
 */
export function findArticle(page) {
  const { body } = page;
  if (!body || page.designMode === 'on' || body.closest(isEditable)) return null;
  const { paragraphs, isAll } = longParagraphs(body);
  let text = 0;
  for (const { length } of paragraphs) text += length;
  if (!isAll) return isApplication(page) ? null : holderOf(paragraphs, nearlyAll * text, body);
  // Old pages part their paragraphs by line breaks, others use boxes: there the whole page is read, if it says that it is an article.
  if (text < leastText) {
    const mayBe = page.getElementsByTagName('article').length > 0 && !isListOfArticles(page, text);
    return mayBe || isDeclaredArticle(page) ? body : null;
  }
  if (isListOfArticles(page, text) && !isDeclaredArticle(page)) return null;
  return isApplication(page) ? null : holderOf(paragraphs, nearlyAll * text, body);
}

/** @param {Element} body @returns {{ paragraphs: Paragraphs[], isAll: boolean }} as many as tell something */
function longParagraphs(body) {
  /** @type {Paragraphs[]} */
  const found = [];
  const elements = body.getElementsByTagName('p');
  /** @type {Element | null} */
  let around = null;
  /** @type {Paragraphs | null} Those of the same parent; null where no article is. */
  let beside = null;
  let left = mostParagraphs;
  for (let index = 0; index < mostLookedAt; index += 1) {
    const element = elements[index];
    if (!element) break;
    const length = element.textContent?.length ?? 0;
    if (length < longParagraph || element.hasAttribute('hidden')) continue;
    const parent = element.parentElement ?? body;
    if (parent !== around) {
      around = parent;
      beside = parent.closest(elsewhere) ? null : { parent, length: 0 };
      if (beside) found.push(beside);
    }
    if (!beside) continue;
    beside.length += length;
    left -= 1;
    if (left === 0) return { paragraphs: found, isAll: false };
  }
  return { paragraphs: found, isAll: true };
}

/**
 * The deepest element that holds so much of the text, and the headline with it.
 * @param {Paragraphs[]} paragraphs
 * @param {number} enough
 * @param {Element} body
 */
function holderOf(paragraphs, enough, body) {
  /** @type {Map<Element, number>} */
  const held = new Map();
  /** @type {Element | null} */
  let holder = null;
  for (const { parent, length } of paragraphs) {
    for (let above = /** @type {Element | null} */ (parent); above && above !== body; above = above.parentElement) {
      const sum = (held.get(above) ?? 0) + length;
      held.set(above, sum);
      if (sum >= enough) {
        holder ??= above;
        break;
      }
    }
  }
  const headline = headlineOf(body);
  while (holder && headline && !holder.contains(headline)) holder = holder.parentElement;
  return holder ?? body;
}

/** The one that the page's title repeats, else the first within the article or the main part, else the first of all. @param {Element} body */
function headlineOf(body) {
  const headlines = body.getElementsByTagName('h1');
  if (headlines.length < 2) return headlines[0];
  return repeatedIn(body.ownerDocument.title, [...headlines]) ?? body.querySelector('article h1, main h1') ?? headlines[0];
}

/**
 * Front pages and pages of results hold the beginnings of many articles.
 * @param {Document} page
 * @param {number} text in longer paragraphs
 */
function isListOfArticles(page, text) {
  const headings = page.querySelectorAll('h1, h2, h3, h4');
  if (headings.length < manyHeadings || text >= textOfTeaser * headings.length) return false;
  // Counted by the browser, for each element that is touched costs the page.
  const linked = page.querySelectorAll(':is(h1, h2, h3, h4):has(a), a :is(h1, h2, h3, h4)').length;
  return linked >= manyHeadings && text < textOfTeaser * linked;
}

/** A page in which people work, and which says nowhere that it is an article. @param {Document} page */
function isApplication(page) {
  return page.getElementsByTagName('article').length === 0 && page.querySelector(isWorkedWith) !== null && !isDeclaredArticle(page);
}

/** What the page tells machines that it is. @param {Document} page */
function isDeclaredArticle(page) {
  if (page.querySelector(saysIsArticle)) return true;
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json" i]')) {
    if (/"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*BlogPosting)"/.test(textContent ?? '')) return true;
  }
  return false;
}
