// Whom a page names as its authors: its linked data, its metadata, or its byline, whichever says so first.

import { authorNames, linkedAuthors } from '../../shared/author-names.js';
import { onOneLine } from '../../shared/foreign-text.js';

/** @import { ReportAuthor } from '../../../types/report.js' */

const metas = ['author', 'article:author', 'og:article:author', 'parsely-author', 'sailthru.author', 'dc.creator', 'dcterms.creator', 'byl'];
const bylines = '[itemprop~="author"] [itemprop~="name"], [itemprop~="author"], [rel~="author"], .byline [class*="author" i], [class*="author-name" i], [class*="byline" i]';
/** Linked data of more characters is not looked through. */
const longestLinked = 200_000;
/** A longer byline is a text about the author. */
const longestByline = 160;

/** @param {Document} page @returns {ReportAuthor[]} */
export function authorsOf(page) {
  const site = page.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? '';
  const linked = [...page.querySelectorAll('script[type="application/ld+json" i]')].map(({ textContent }) => textContent ?? '').filter(({ length }) => length <= longestLinked);
  const fromLinked = linkedAuthors(linked, site);
  if (fromLinked.length > 0) return fromLinked;
  for (const name of metas) {
    const contents = [...page.querySelectorAll(`meta[name="${name}" i], meta[property="${name}" i]`)].map((meta) => meta.getAttribute('content') ?? '');
    const named = authorNames(contents, site);
    if (named.length > 0) return named;
  }
  const byline = [...page.querySelectorAll(bylines)].find((element) => !element.closest('aside, footer, nav, [class*="comment" i]') && element.textContent?.trim());
  const text = onOneLine(byline?.textContent ?? '');
  return text.length <= longestByline ? authorNames([text], site) : [];
}
