// Where the article is on the page: what holds nearly all of its longer paragraphs.

import { holds, parentElementOf } from '../dom.js';
import { paragraphsOfArticle } from './article.js';
import { repeatedIn } from './headings.js';
import { deepestHolder } from './holding.js';

/** @import { Paragraphs } from './article.js' */

/** The article is where so much of their text is. */
const nearlyAll = 0.98;

/**
 * The element that holds the article, or null where the page has none.
 * @param {Document} page
 * @param {Paragraphs[] | null} [paragraphs] those of the article, where somebody has just found them
 * @returns {Element | null}
 */
export function findArticle(page, paragraphs) {
  const found = paragraphs ?? paragraphsOfArticle(page);
  return found && holderOf(found, page.body);
}

/**
 * The deepest element that holds nearly all of the text, and the headline with it.
 * @param {Paragraphs[]} paragraphs none where the article is the whole page
 * @param {Element} body of the page
 */
function holderOf(paragraphs, body) {
  if (paragraphs.length === 0) return body;
  let holder = deepestHolder(paragraphs, body, nearlyAll)?.holder ?? null;
  const headline = headlineOf(body);
  while (holder && headline && !holds(holder, headline)) holder = parentElementOf(holder);
  return holder ?? body;
}

/** The one that the page's title repeats, else the first within the article or the main part, else the first of all. @param {Element} body */
function headlineOf(body) {
  const headlines = body.getElementsByTagName('h1');
  if (headlines.length < 2) return headlines[0];
  return repeatedIn(body.ownerDocument.title, [...headlines]) ?? body.querySelector('article h1, main h1') ?? headlines[0];
}
