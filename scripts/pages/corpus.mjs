// The stored pages: `index.tsv` with one line for each, the original HTML, and the article's text if known.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {object} StoredPage
 * @property {number} number
 * @property {string} file
 * @property {string} site
 * @property {string} address
 * @property {string | null} date
 * @property {() => Buffer} html
 * @property {() => string | null} body the article's text, paragraphs parted by blank lines
 */

/**
 * @param {string} folder
 * @returns {StoredPage[]}
 */
export function readCorpus(folder) {
  const [head = '', ...lines] = readFileSync(join(folder, 'index.tsv'), 'utf8').trimEnd().split(/\r?\n/);
  const names = head.split('\t');
  return lines.map((line) => {
    const fields = Object.fromEntries(line.split('\t').map((value, index) => [names[index], value]));
    const { file = '', site = '', url = '', date = '', body = '' } = fields;
    return {
      number: Number.parseInt(file, 10), file, site, address: url, date: date || null,
      html: () => gunzipSync(readFileSync(join(folder, 'html', file))),
      body: () => (body ? readFileSync(join(folder, 'html', body), 'utf8') : null),
    };
  });
}

/**
 * The pages with these numbers, or all.
 * @param {StoredPage[]} pages
 * @param {string | undefined} only `3,17,20-29`
 */
export function choose(pages, only) {
  if (!only) return pages;
  const ranges = only.split(',').map((range) => range.split('-').map(Number));
  return pages.filter(({ number }) => ranges.some(([first = 0, last = first]) => number >= first && number <= last));
}
