// The day of publication as the page's linked data gives it (JSON-LD with the words of schema.org).

import { readWrittenDay } from './days.js';

/** @import { Signal } from './signals.js' */
/** @import { WrittenDay } from './days.js' */

/** Types of schema.org that are the article itself. */
const articleType = /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|\w*BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting)$/;
/** Types that stand for the page, whose day is mostly the article's. */
const pageType = /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage|VideoObject|NewsMediaObject)$/;
/** Properties that lead to other articles. */
const leadsElsewhere = new Set(['itemListElement', 'hasPart', 'isPartOf', 'mentions', 'comment', 'relatedLink', 'citation', 'isBasedOn', 'video', 'image', 'liveBlogUpdate']);
const deepestData = 5;
/** Signs of comments that pages put around their data. */
const openings = ['<!--', '//<![CDATA['];
const closings = ['-->', '//]]>'];

/**
 * @param {string[]} texts of JSON
 * @returns {Signal[]}
 */
export function linkedDataSignals(texts) {
  const found = texts.flatMap(readLinked);
  const article = found.find((entry) => entry.article);
  const chosen = article ?? found[0];
  return chosen ? [{ ...chosen.written, source: article ? 'linked-article' : 'linked-page' }] : [];
}

/** @param {string} text */
function readLinked(text) {
  const data = parseLeniently(text);
  /** @type {{ written: WrittenDay, article: boolean }[]} */
  const found = [];
  if (data === undefined) {
    // Broken or cut data; what it says of the publication is mostly whole.
    const written = readWrittenDay(/"datePublished"\s*:\s*"([^"]{8,40})"/.exec(text)?.[1]);
    if (written) found.push({ written, article: /"@type"\s*:\s*(?:\[\s*)?"\w*Article"/.test(text) });
  } else {
    gatherDays(data, 0, found);
  }
  return found;
}

/** @param {string} text @returns {unknown} undefined where it is broken */
function parseLeniently(text) {
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Line breaks within texts are the usual defect, comments around the whole another.
      return JSON.parse(withoutComment(text.replace(/[\t\n\r]+/g, ' ')));
    } catch {
      return undefined;
    }
  }
}

/** Takes away the signs of a comment around a text. @param {string} text */
function withoutComment(text) {
  let inner = text.trim();
  const opening = openings.find((sign) => inner.startsWith(sign));
  if (opening) inner = inner.slice(opening.length);
  const end = (inner.endsWith(';') ? inner.slice(0, -1) : inner).trimEnd();
  const closing = closings.find((sign) => end.endsWith(sign));
  return closing ? end.slice(0, -closing.length) : inner;
}

/** @param {unknown} data @param {number} depth @param {{ written: WrittenDay, article: boolean }[]} found */
function gatherDays(data, depth, found) {
  if (data === null || typeof data !== 'object' || depth > deepestData) return;
  if ('datePublished' in data && typeof data.datePublished === 'string') {
    const types = '@type' in data ? [data['@type']].flat().filter((type) => typeof type === 'string') : [];
    const written = readWrittenDay(data.datePublished);
    const article = types.some((type) => articleType.test(type));
    if (written && (article || types.some((type) => pageType.test(type)))) found.push({ written, article });
  }
  for (const [name, value] of Object.entries(data)) {
    if (!leadsElsewhere.has(name)) gatherDays(value, depth + 1, found);
  }
}
