// Names of authors as pages write them: with “By” in front, several in one text, or as addresses, which are no names.

import { articleType, leadsElsewhere, parseLeniently } from './linked-data.js';
import { onOneLine } from './foreign-text.js';

/** @import { ReportAuthor } from '../../types/report.js' */

const mostAuthors = 12;
const longestName = 80;
const deepestData = 4;

/** What stands before the names in a byline, and what follows them. In a text on one line, no two spaces stand together. */
const before = /^(?:(?:words|written|reported|story|text)\s+)?by\s+/i;
const after = /\s(?:for|in|at|and agenc(?:y|ies)|updated|published)\b/i;
const between = /[;|•·,]|\s(?:&|and|with)\s/i;
/** What follows a name: `Jr`. */
export const isSuffix = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** No name, but what somebody does or where somebody is found. */
const isNoName = /:\/\/|@|\d|\b(?:editor|correspondent|reporter|writer|producer|columnist|contributor|analyst|follow|view profile)\b/i;
const isOrganisation = /\b(?:news|newsroom|agency|press|staff|desk|team|media|times|post|network|service|office|editorial|board|reuters|bloomberg|wire)\b/i;
/** Two names or more, of people, whose particles are written small. */
const isPersonal = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|\p{Ll}[\p{Ll}'’]{0,3}|\p{Ll}['’]\p{Lu}[\p{L}'’-]*)){0,4}\s(?:\p{Ll}['’])?\p{Lu}[\p{L}.'’-]*$/u;

/**
 * @param {string[]} texts
 * @param {string} site whose own name is no person's
 * @returns {ReportAuthor[]} each once
 */
export function authorNames(texts, site) {
  return once(texts.flatMap((text) => namesIn(onOneLine(text))).map((name) => ({ name, isPerson: isPerson(name, site) })));
}

/** @param {string} text */
function namesIn(text) {
  /** @type {string[]} */
  const names = [];
  for (const part of text.replace(before, '').split(between)) {
    const name = (part.split(after, 1)[0] ?? '').trim();
    if (isSuffix.test(name) && names.length > 0) names.push(`${names.pop()} ${name}`);
    else if (name !== '' && name.length <= longestName && !isNoName.test(name) && /\p{L}/u.test(name)) names.push(name);
  }
  return names;
}

/** @param {string} name @param {string} site */
function isPerson(name, site) {
  return name !== site && !isOrganisation.test(name) && isPersonal.test(name);
}

/**
 * The authors of the article in linked data (JSON-LD with the words of schema.org).
 * @param {string[]} texts
 * @param {string} site
 * @returns {ReportAuthor[]}
 */
export function linkedAuthors(texts, site) {
  /** @type {ReportAuthor[]} */
  const found = [];
  for (const text of texts) {
    if (text.includes('"author"')) gather(parseLeniently(text), 0, found, site);
  }
  return once(found);
}

/** @param {unknown} data @param {number} depth @param {ReportAuthor[]} found @param {string} site */
function gather(data, depth, found, site) {
  if (data === null || typeof data !== 'object' || depth > deepestData || found.length > 0) return;
  if ('author' in data && '@type' in data && [data['@type']].flat().some((type) => typeof type === 'string' && articleType.test(type))) {
    for (const author of [data.author].flat()) found.push(...linkedAuthor(author, site));
  }
  for (const [name, value] of Object.entries(data)) {
    if (name !== 'author' && !leadsElsewhere.has(name)) gather(value, depth + 1, found, site);
  }
}

/** @param {unknown} author @param {string} site @returns {ReportAuthor[]} */
function linkedAuthor(author, site) {
  if (typeof author === 'string') return authorNames([author], site);
  if (author === null || typeof author !== 'object' || !('name' in author)) return [];
  const names = [author.name].flat().filter((name) => typeof name === 'string');
  const types = '@type' in author ? [author['@type']].flat() : [];
  // What the page says of itself as an organisation is one name, whatever words are in it.
  if (!types.includes('Organization') && !types.includes('NewsMediaOrganization')) return authorNames(names, site);
  return names.map(onOneLine).filter((name) => name !== '' && name.length <= longestName && !isNoName.test(name)).map((name) => ({ name, isPerson: false }));
}

/** @param {ReportAuthor[]} authors */
function once(authors) {
  return [...new Map(authors.map((author) => [author.name.toLowerCase(), author])).values()].slice(0, mostAuthors);
}
