// What the page says of its day of publication, as it stands there. Gathering costs little; what it means is found out in the
// background (`published/`), so that the page does not wait for it.

import { classNameOf, closestTo, holds } from '../dom.js';
import { repeatedIn } from './headings.js';
import { longestLine, longestLinked, longestMeta, mostLinked, mostMetas, nodesAfter, nodesBefore } from '../../shared/clue-bounds.js';

/** @import { Clues } from '../../../types/annotations.js' */

const mostElements = 20_000;

/** `meta` elements whose names may stand for a day. */
const metasOfDays = ['property', 'name', 'itemprop'].flatMap((attribute) => ['publi', 'date', 'time', 'issued', 'created'].map((part) => (
  `meta[${attribute}*="${part}" i]`))).join();
/** Elements that are marked as holding a day. */
const markedElements = 'time[datetime], time[pubdate], :is([itemprop~="datePublished"], [property~="datePublished"]):not(form), abbr.published[title]';
/** What is kept of linked data that is too long. */
const aroundDay = 1_500;

/** A time marked as another one than that of the publication. */
const notPublished = /modif|updat|edit|event|expire|upcoming|comment|related|teaser|duration/i;
/** A time marked as that of the publication. */
const markedPublished = /publi|posted|pubdate|entry-date|post-date|dateline|created|(?:article|story).{0,60}date|byline/i;
/** What stands beside the article, and has times of its own. */
export const besideArticle = 'nav, aside, footer, blockquote, figcaption, :is([class*="related" i], [class*="comment" i], [class*="teaser" i], [class*="recommend" i])';

/** Where no dateline is. */
const noDateline = 'script, style, noscript, template, nav, aside, footer, select, blockquote, figcaption, [hidden]';

/**
 * @param {Document} page
 * @param {string} [address] by default the page's own
 * @returns {Clues}
 */
export function gatherClues(page, address = page.location?.href ?? '') {
  // To ask about so many elements would hold the page up: there, its head has to do.
  const isLarge = page.getElementsByTagName('*')[mostElements] !== undefined;
  const metas = gatherMetas(page.head);
  const linked = gatherLinked(isLarge ? page.head : page);
  const language = page.documentElement.getAttribute('lang') ?? '';
  const clues = { address, canonical: canonicalOf(page.head), language, metas, linked, marked: [], after: [], before: [] };
  if (!page.body || isLarge || agreesInEverything(clues)) return clues;
  const headline = findHeadline(page);
  // What is marked in the text is for machines too.
  const isMarked = linked.length > 0 && metas.some(([name]) => name.endsWith('published_time'));
  return { ...clues, ...(isMarked ? linesAround(page.body, headline) : gatherWithin(page.body, headline)) };
}

/**
 * What one of several articles on a page says of its own day: what the page says is of the first of them.
 * @param {Element} headline
 * @returns {Clues}
 */
export function cluesOfArticle(headline) {
  return { address: '', canonical: '', language: '', metas: [], linked: [], ...gatherWithin(headline.closest('article') ?? headline, headline) };
}

/** What readers see of the day. @param {Element} within @param {Element | null} headline @returns {Pick<Clues, 'marked' | 'after' | 'before'>} */
function gatherWithin(within, headline) {
  return { marked: gatherMarked(within, headline), ...linesAround(within, headline) };
}

/** @param {Element} within @param {Element | null} headline */
function linesAround(within, headline) {
  return { after: linesBeside(within, headline, true), before: linesBeside(within, headline, false) };
}

/** In the body, such elements describe teasers as often as the article. @param {ParentNode} head @returns {Clues['metas']} */
function gatherMetas(head) {
  /** @type {Clues['metas']} */
  const metas = [];
  for (const meta of head.querySelectorAll(metasOfDays)) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '';
    const content = meta.getAttribute('content') ?? meta.getAttribute('value');
    if (content) metas.push([name.trim().toLowerCase(), content.slice(0, longestMeta)]);
    if (metas.length === mostMetas) break;
  }
  return metas;
}

/**
 * Whether the page says twice to machines when it was published, and its address the same: what it says to readers is not needed
 * then. Where the address is silent, what readers see decides which day a time in UTC was, and which day an article had that was
 * entered anew.
 * @param {Pick<Clues, 'address' | 'metas' | 'linked'>} clues
 */
function agreesInEverything({ address, metas, linked }) {
  const [, year, month, day] = /\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(address) ?? [];
  const written = `${year}-${month}-${day}`;
  return day !== undefined && metas.some(([name, content]) => name.endsWith('published_time') && content.startsWith(written))
    && linked.some((text) => text.includes(written));
}

/** Where the page says that its article is at home. @param {ParentNode} head */
function canonicalOf(head) {
  return head.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? '';
}

/** @param {ParentNode} within */
function gatherLinked(within) {
  /** @type {string[]} */
  const texts = [];
  for (const { textContent } of within.querySelectorAll('script[type="application/ld+json" i]')) {
    const text = textContent ?? '';
    const day = text.indexOf('"datePublished"');
    if (day >= 0) texts.push(text.length <= longestLinked ? text : text.slice(Math.max(day - aroundDay, 0), day + aroundDay));
    if (texts.length === mostLinked) break;
  }
  return texts;
}

/**
 * The headline: the one that the page's title repeats, for names of sites and sections are first headings too.
 * @param {Document} page
 */
function findHeadline(page) {
  const headlines = [...page.querySelectorAll('h1, [itemprop~="headline"]:not(meta, form)')].filter((headline) => (
    headline.textContent?.trim() && !headline.closest('nav, footer, aside, [role="navigation"], [hidden]')));
  if (headlines.length < 2) return headlines[0] ?? page.querySelector('h2');
  return repeatedIn(page.title, headlines) ?? headlines.find((headline) => headline.closest('article, main')) ?? headlines.at(-1) ?? null;
}

/** @param {Element} within @param {Element | null} headline @returns {Clues['marked']} */
function gatherMarked(within, headline) {
  /** @type {Clues['marked']} */
  const marked = [];
  const elements = [...within.querySelectorAll(markedElements)].filter((element) => !standsBeside(element, headline));
  const property = nearestTo(elements.filter((element) => /datePublished/.test(element.getAttribute('itemprop') ?? element.getAttribute('property') ?? '')), headline);
  if (property) marked.push({ source: 'property', texts: textsOf(property) });
  const times = elements.filter((element) => element.matches('time, abbr') && !notPublished.test(namesOf(element)));
  const published = nearestTo(times.filter((time) => time.hasAttribute('pubdate') || markedPublished.test(namesOf(time))), headline);
  if (published) marked.push({ source: 'marked-time', texts: textsOf(published) });
  const time = nearestTo(times, headline);
  if (time && time !== published) marked.push({ source: 'time', texts: textsOf(time) });
  return marked;
}

/** @param {Element} element @param {Element | null} headline */
function standsBeside(element, headline) {
  const box = closestTo(element, besideArticle);
  return box !== null && !holds(box, headline);
}

/** What may show which time an element names. @param {Element} element */
function namesOf(element) {
  return `${element.className} ${element.getAttribute('itemprop') ?? ''} ${element.parentElement ? classNameOf(element.parentElement) : ''}`;
}

/** @param {Element} element */
function textsOf(element) {
  const texts = [element.getAttribute('content'), element.getAttribute('datetime'), element.getAttribute('title'), element.textContent];
  return texts.flatMap((text) => (text ? [text.slice(0, longestLine)] : []));
}

/**
 * The first element after the headline, for teasers of other articles come later; else the last before it.
 * @param {Element[]} elements in the order of the page
 * @param {Element | null} headline
 */
function nearestTo(elements, headline) {
  if (!headline) return elements[0];
  const after = elements.find((element) => headline.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  return after ?? elements.at(-1);
}

/**
 * The short lines beside the headline, the nearest first. A long one is empty: it parts what stands around it.
 * @param {Element} within
 * @param {Element | null} headline
 * @param {boolean} forward
 */
function linesBeside(within, headline, forward) {
  /** @type {string[]} */
  const found = [];
  if (!headline || !holds(within, headline)) return found;
  const walker = within.ownerDocument.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  walker.currentNode = headline;
  const most = forward ? nodesAfter : nodesBefore;
  for (let node = neighbour(walker, forward); node && found.length < most; node = neighbour(walker, forward)) {
    const text = (node.nodeValue ?? '').trim();
    if (text === '' || holds(headline, node) || (node.parentElement && closestTo(node.parentElement, noDateline))) continue;
    found.push(text.length > longestLine ? '' : text);
  }
  return found;
}

/** @param {TreeWalker} walker @param {boolean} forward */
function neighbour(walker, forward) {
  return forward ? walker.nextNode() : walker.previousNode();
}
