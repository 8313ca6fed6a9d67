// An article as an entry for BibTeX and biblatex. Letters stay as they are, as both have read UTF-8 for long; what TeX would take for a
// command is written out.

import { nameParts } from './names.js';
import { dayOf } from './reference.js';

/** @import { ReportAuthor } from '../../../types/report.js' */
/** @import { Source } from './reference.js' */

/** Braces count even behind a backslash, so they are named. @type {Record<string, string>} */
const escapes = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
  '&': '\\&', '%': '\\%', '$': '\\$', '#': '\\#', '_': '\\_',
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * @param {Source} source
 * @param {string} note
 * @param {Date} now when the page was looked at
 */
export function bibtex({ title, site, url, published, authors = [] }, note, now) {
  const [year, month] = published ? published.split('-') : [];
  /** @type {[string, string | undefined][]} */
  const fields = [
    ['author', authors.length > 0 ? `{${authors.map(authorIn).join(' and ')}}` : undefined],
    // Two braces keep capitals as they are.
    ['title', `{{${escaped(title)}}}`],
    ['howpublished', site ? `{${escaped(site)}}` : undefined],
    ['year', year && `{${year}}`],
    ['month', months[Number(month) - 1]],
    ['date', published ? `{${published}}` : undefined],
    ['url', `{${url.replaceAll('{', '%7B').replaceAll('}', '%7D').replaceAll('\\', '%5C')}}`],
    ['urldate', `{${dayOf(now)}}`],
    ['note', note ? `{${escaped(note)}}` : undefined],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`]));
  return `@misc{${keyOf({ title, published, authors })},\n${lines.join('\n')}\n}\n`;
}

/** @param {ReportAuthor} author */
function authorIn(author) {
  const { given, particle, family, suffix } = nameParts(author);
  // An organisation is one name, whatever words are in it.
  if (!author.isPerson) return `{${escaped(family)}}`;
  return [[particle, family].filter(Boolean).join(' '), suffix, given].filter(Boolean).map(escaped).join(', ');
}

/** `sandoval2025ferry` @param {Pick<Source, 'title' | 'published' | 'authors'>} source */
function keyOf({ title, published, authors = [] }) {
  const family = authors[0] ? plainWords(nameParts(authors[0]).family).at(-1) : '';
  const word = plainWords(title).find((word) => word.length > 3) ?? '';
  return `${family ?? ''}${published?.slice(0, 4) ?? ''}${word}` || 'article';
}

/** @param {string} text */
function plainWords(text) {
  return text.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase().match(/[a-z\d]+/g) ?? [];
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[\\{}~^&%$#_]/g, (sign) => escapes[sign] ?? sign);
}
