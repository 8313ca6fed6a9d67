// An article as RIS, which programs that keep references read.

import { onOneLine } from '../../shared/foreign-text.js';
import { nameParts } from './names.js';
import { dayOf } from './reference.js';

/** @import { Source } from './reference.js' */

/**
 * @param {Source} source
 * @param {string} note
 * @param {Date} now when the page was looked at
 */
export function ris({ title, site, url, published, authors = [] }, note, now) {
  /** @type {[string, string][]} */
  const fields = [
    ['TY', 'NEWS'],
    ...authors.map((author) => /** @type {[string, string]} */ (['AU', nameOf(nameParts(author))])),
    ['TI', title],
    ['T2', site],
    ['PY', published?.slice(0, 4) ?? ''],
    ['DA', published?.replaceAll('-', '/') ?? ''],
    ['Y2', dayOf(now).replaceAll('-', '/')],
    ['UR', url],
    ['N1', note],
  ];
  // A line that breaks would begin another field.
  const lines = fields.filter(([, value]) => value !== '').map(([tag, value]) => `${tag}  - ${onOneLine(value)}`);
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

/** @param {import('./names.js').NameParts} parts */
function nameOf({ given, particle, family, suffix }) {
  return [[particle, family].filter(Boolean).join(' '), given, suffix].filter(Boolean).join(', ');
}
