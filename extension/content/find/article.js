// Whether there is an article on the page: its longer paragraphs decide. Every page is asked this; where the article is, is found out
// by the content script (`holder.js`).

import { closestTo } from '../dom.js';
import { deepestHolder } from './holding.js';

/** A paragraph of fewer characters may be a headline, a teaser, a caption or a byline. */
export const longParagraph = 80;
/** So much text in longer paragraphs makes an article. */
const leastText = 400;
/** More paragraphs than these would not change the answer. */
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
const linkedHeadings = ':is(h1, h2, h3, h4):has(a), a :is(h1, h2, h3, h4)';
/** The share of the text that one part of the page must hold, without many such headings in it, if there are many beside it. */
const mostOfText = 0.5;
const fewHeadings = 3;
/** Where no article's paragraphs are. Some servers put the whole page into a form. */
const elsewhere = `aside, footer, nav, form:not(:has(h1, article, [role="tabpanel"])), dialog, noscript, template, [hidden], ${isEditable}`;

/**
 * Longer paragraphs that stand side by side.
 * @typedef {object} Paragraphs
 * @property {Element} parent
 * @property {number} length of their text together
 */

/**
 * The longer paragraphs of the page's article, or null where the page has none.
 * @param {Document} page
 * @returns {Paragraphs[] | null} none of them where the whole page is to be read
 */
export function paragraphsOfArticle(page) {
  const { body } = page;
  if (!body || page.designMode === 'on' || body.closest(isEditable)) return null;
  const { paragraphs, isAll } = longParagraphs(body);
  let text = 0;
  for (const { length } of paragraphs) text += length;
  if (!isAll) return isApplication(page) ? null : paragraphs;
  // Old pages part their paragraphs by line breaks, others use boxes: there the whole page is read, if it says that it is an article.
  if (text < leastText) {
    const mayBe = page.getElementsByTagName('article').length > 0 && !isListOfArticles(page, text, paragraphs);
    return mayBe || isDeclaredArticle(page) ? [] : null;
  }
  if (isListOfArticles(page, text, paragraphs) && !isDeclaredArticle(page)) return null;
  return isApplication(page) ? null : paragraphs;
}

/** @param {Element} body @returns {{ paragraphs: Paragraphs[], isAll: boolean }} as many as matter */
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
      beside = closestTo(parent, elsewhere) ? null : { parent, length: 0 };
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
 * Front pages and pages of results hold the beginnings of many articles. An article beside the headings of others has its text in one
 * place, and they are elsewhere.
 * @param {Document} page
 * @param {number} text in longer paragraphs
 * @param {Paragraphs[]} paragraphs
 */
function isListOfArticles(page, text, paragraphs) {
  const headings = page.querySelectorAll('h1, h2, h3, h4');
  if (headings.length < manyHeadings || text >= textOfTeaser * headings.length) return false;
  // Counted by the browser, for each element that is touched costs the page.
  const linked = page.querySelectorAll(linkedHeadings).length;
  if (linked < manyHeadings || text >= textOfTeaser * linked) return false;
  const most = text < leastText ? null : deepestHolder(paragraphs, page.body, mostOfText);
  if (!most || most.length < leastText) return true;
  const within = Element.prototype.querySelectorAll.call(most.holder, linkedHeadings).length;
  return within >= fewHeadings && most.length < textOfTeaser * within;
}

/** A page in which people work, and which says nowhere that it is an article. @param {Document} page */
function isApplication(page) {
  return page.getElementsByTagName('article').length === 0 && page.querySelector(isWorkedWith) !== null && !isDeclaredArticle(page);
}

/** What the page declares itself to be. @param {Document} page */
function isDeclaredArticle(page) {
  if (page.querySelector(saysIsArticle)) return true;
  for (const { textContent } of page.querySelectorAll('script[type="application/ld+json" i]')) {
    if (/"@type"\s*:\s*(?:\[\s*)?"(?:\w*Article|\w*BlogPosting)"/.test(textContent ?? '')) return true;
  }
  return false;
}
