// How much of what a page says of its day is read. An honest page says far less; without bounds, one that says it a million times
// would hold up the background, and with it all other tabs.

/** @import { Clues } from '../../types/annotations.js' */

export const mostMetas = 100;
/** Some pages give all that they know in one JSON text. */
export const longestMeta = 5_000;
export const mostLinked = 20;
/** Linked data can be long; a longer text is cut to what stands around the day. */
export const longestLinked = 30_000;
/** A line of more characters is a sentence that happens to name a day. */
export const longestLine = 120;
/** How much text around the headline may hold the dateline, in text nodes with something in them. */
export const nodesAfter = 20;
export const nodesBefore = 5;
const mostMarked = 10;
const longestAddress = 5_000;
const longestLanguage = 40;

/**
 * What is read of clues that somebody sent.
 * @param {Clues} clues
 * @returns {Clues}
 */
export function boundedClues({ address, canonical, language, metas, linked, marked, after, before }) {
  return {
    address: address.slice(0, longestAddress),
    canonical: canonical.slice(0, longestAddress),
    language: language.slice(0, longestLanguage),
    metas: metas.slice(0, mostMetas).map(([name, content]) => [name, content.slice(0, longestMeta)]),
    linked: linked.slice(0, mostLinked).map((text) => text.slice(0, longestLinked)),
    marked: marked.slice(0, mostMarked).map(({ source, texts }) => ({ source, texts: boundedLines(texts, mostMarked) })),
    after: boundedLines(after, nodesAfter),
    before: boundedLines(before, nodesBefore),
  };
}

/** @param {string[]} lines @param {number} most */
function boundedLines(lines, most) {
  return lines.slice(0, most).map((line) => line.slice(0, longestLine));
}
