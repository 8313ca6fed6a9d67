// What a page may ask at once. The page's own part of the extension keeps to it (`content/collect/parts.js`), but a page that has broken into
// its process need not.

import { costOf, longestBlock, longestPart } from '../shared/request-size.js';

/** @import { ArticleRequest } from '../../types/annotations.js' */

/** No tag of a language is longer. */
const longestTag = 100;
/** What is read of what an entry says of its time. */
const mostTexts = 2;
const longestTime = 60;

/**
 * A request that does not hold the engine for long: its blocks are cut, and if it is too long still it is refused.
 * @param {ArticleRequest} request
 * @returns {ArticleRequest}
 */
export function limited(request) {
  const { blocks, language, entries } = request;
  let cost = 0;
  for (const block of blocks) cost += costOf(block);
  if (cost > longestPart) throw new RangeError(`more than ${longestPart} characters are asked about at once`);
  return {
    ...request,
    language: language?.slice(0, longestTag) ?? null,
    blocks: blocks.map(({ kind, text }) => ({ kind, text: text.slice(0, longestBlock) })),
    ...(entries && { entries: entries.slice(0, blocks.length).map(({ block, texts }) => ({ block, texts: texts.slice(0, mostTexts).map((text) => text.slice(0, longestTime)) })) }),
  };
}
