// The day of publication as the page's metadata gives it: its `meta` elements, and what is marked in its text.

import { readWrittenDay } from './days.js';

/** @import { Clues } from '../../types/annotations.js' */
/** @import { NumberOrder } from './days.js' */
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

/**
 * @param {Clues['metas']} metas
 * @returns {Signal[]}
 */
export function metaSignals(metas) {
  /** @type {Signal[]} */
  const signals = [];
  for (const [name, content] of metas) {
    const sure = ofTheArticle.has(name);
    if (!sure && !perhapsOfTheArticle.has(name)) continue;
    const written = readWrittenDay(content);
    if (written) signals.push({ ...written, source: sure ? 'meta' : 'other-meta' });
  }
  return signals;
}

/**
 * What the text marks as its own date.
 * @param {Clues['marked']} marked
 * @param {(line: string) => NumberOrder} orderIn
 * @returns {Signal[]}
 */
export function markedSignals(marked, orderIn) {
  return marked.flatMap(({ source, texts }) => {
    const written = texts.map((text) => readWrittenDay(text, orderIn(text))).find((day) => day !== null);
    return written ? [{ ...written, source }] : [];
  });
}
