// Where the article is on the page, and whether there is one: what holds nearly all of the page's longer paragraphs.

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
const linkedHeadings = ':is(h1, h2, h3, h4) a[href], a[href] :is(h1, h2, h3, h4)';
const saysIsArticle = [
  '[itemprop~="articleBody"]',
  'meta:is([property="og:type" i], [name="og:type" i]):is([content="article" i], [value="article" i])',
  'meta:is([property="article:published_time" i], [name="article:published_time" i])',
].join();
/** Where no article's paragraphs are. */
const elsewhere = 'aside, footer, nav, form, dialog, noscript, template, [hidden], [contenteditable]:not([contenteditable="false" i])';

/**
 * The element that holds the article, or null where the page has none.
 * @param {Document} page
 * @returns {Element | null}
 */
export function findArticle(page) {
  const { body } = page;
  if (!body) return null;
  const paragraphs = longParagraphs(body);
  const text = paragraphs.reduce((sum, { length }) => sum + length, 0);
  // Old pages part their paragraphs by line breaks, others use boxes: there the whole page is read, if it says that it is an article.
  if (text < leastText) return page.querySelector('article') || isDeclaredArticle(page) ? body : null;
  if (isListOfArticles(page, text)) return null;
  return holderOf(paragraphs, nearlyAll * text, body);
}

/** @param {Element} body */
function longParagraphs(body) {
  /** @type {{ element: Element, length: number }[]} */
  const found = [];
  let left = mostLookedAt;
  for (const element of body.getElementsByTagName('p')) {
    left -= 1;
    if (left === 0) break;
    const length = element.textContent?.length ?? 0;
    if (length < longParagraph || element.closest(elsewhere)) continue;
    found.push({ element, length });
    if (found.length === mostParagraphs) break;
  }
  return found;
}

/**
 * The deepest element that holds so much of the text, and the headline with it.
 * @param {{ element: Element, length: number }[]} paragraphs
 * @param {number} enough
 * @param {Element} body
 */
function holderOf(paragraphs, enough, body) {
  /** @type {Map<Element, number>} */
  const held = new Map();
  /** @type {Element | null} */
  let holder = null;
  for (const { element, length } of paragraphs) {
    for (let above = element.parentElement; above && above !== body; above = above.parentElement) {
      const sum = (held.get(above) ?? 0) + length;
      held.set(above, sum);
      if (sum >= enough) {
        holder ??= above;
        break;
      }
    }
  }
  const headline = body.querySelector('article h1, main h1') ?? body.querySelector('h1');
  while (holder && headline && !holder.contains(headline)) holder = holder.parentElement;
  return holder ?? body;
}

/**
 * Front pages and pages of results hold the beginnings of many articles.
 * @param {Document} page
 * @param {number} text in longer paragraphs
 */
function isListOfArticles(page, text) {
  const headings = page.querySelectorAll(linkedHeadings).length;
  return headings >= manyHeadings && text < textOfTeaser * headings && !isDeclaredArticle(page);
}

/** What the page tells machines that it is. @param {Document} page */
function isDeclaredArticle(page) {
  if (page.querySelector(saysIsArticle)) return true;
  const linkedData = [...page.querySelectorAll('script[type="application/ld+json" i]')];
  return linkedData.some(({ textContent }) => /"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*BlogPosting)"/.test(textContent ?? ''));
}
