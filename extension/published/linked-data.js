// The day of publication as the page's linked data gives it (JSON-LD with the words of schema.org).

import { readWrittenDay } from './days.js';
import { articleType, leadsElsewhere, parseLeniently } from '../shared/linked-data.js';

/** @import { Signal } from './signals.js' */
/** @import { WrittenDay } from './days.js' */

/** Types that stand for the page, whose day is mostly the article's. */
const pageType = /^(?:https?:\/\/schema\.org\/)?(?:WebPage|ItemPage|VideoObject|NewsMediaObject)$/;
const deepestData = 5;

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
