// The day of publication as the page's metadata gives it: its `meta` elements, and what is marked in its text.

import { readWrittenDay } from './days.js';

/** @import { Signal } from './signals.js' */

/** Names that mean the publication of this article and nothing else. */
const ofTheArticle = new Set(`article:published_time article:published og:article:published_time og:published_time og:pubdate
  article.published datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime bt:pubdate
  article_date_original dc.date.issued dcterms.issued dc.date.created dcterms.created rnews:datepublished publish-date publishdate
  published-date publication_date publication-date pub_date pubdate article:publish_date originalpublicationdate displaydate
  lastpublicationdate published_at date_published vr:published_time`.split(/\s+/));

/** Names that some pages give to other days as well. */
const perhapsOfTheArticle = new Set(`date dc.date dcterms.date article:post_date last_published_date created timestamp
  parsely-page`.split(/\s+/));

/** A time marked as another one than that of the publication. */
const notPublished = /modif|updat|edit|event|expire|upcoming|comment|related|teaser|duration/i;
/** A time marked as that of the publication. */
const markedPublished = /publi|posted|pubdate|entry-date|post-date|dateline|created|article.*date|story.*date|byline/i;

/**
 * @param {Document} page
 * @returns {Signal[]}
 */
export function metaSignals(page) {
  /** @type {Signal[]} */
  const signals = [];
  for (const meta of page.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop') ?? '').trim().toLowerCase();
    const sure = ofTheArticle.has(name);
    if (!sure && !perhapsOfTheArticle.has(name)) continue;
    const written = readWrittenDay(meta.getAttribute('content'));
    // In the body, such elements describe teasers as often as the article.
    if (written && (page.head?.contains(meta) || !meta.hasAttribute('itemprop'))) {
      signals.push({ ...written, source: sure ? 'meta' : 'other-meta' });
    }
  }
  return signals;
}

/**
 * What the text marks as its own date.
 * @param {Document} page
 * @param {Element | null} headline
 * @returns {Signal[]}
 */
export function markedSignals(page, headline) {
  /** @type {Signal[]} */
  const signals = [];
  const properties = [...page.querySelectorAll('[itemprop~="datePublished"], [property~="datePublished"], [property~="schema:datePublished"]')];
  const property = nearestTo(properties.filter((element) => !page.head?.contains(element)), headline);
  if (property) addMarked(signals, property, 'property');
  const times = [...page.querySelectorAll('time[datetime], time[pubdate], abbr.published[title]')].filter((time) => !isMarkedOtherwise(time));
  const marked = nearestTo(times.filter(isMarkedPublished), headline);
  if (marked) addMarked(signals, marked, 'marked-time');
  const time = nearestTo(times, headline);
  if (time && time !== marked) addMarked(signals, time, 'time');
  return signals;
}

/** @param {Signal[]} signals @param {Element} element @param {Signal['source']} source */
function addMarked(signals, element, source) {
  const written = [element.getAttribute('content'), element.getAttribute('datetime'), element.getAttribute('title'), element.textContent]
    .map(readWrittenDay).find((day) => day !== null);
  if (written) signals.push({ ...written, source });
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

/** @param {Element} element */
function isMarkedOtherwise(element) {
  return notPublished.test(`${element.className} ${element.getAttribute('itemprop') ?? ''} ${element.parentElement?.className ?? ''}`);
}

/** @param {Element} element */
function isMarkedPublished(element) {
  return element.hasAttribute('pubdate') || markedPublished.test(`${element.className} ${element.getAttribute('itemprop') ?? ''}`)
    || markedPublished.test(element.parentElement?.className ?? '');
}
