// What the panel is answered about the page's report.

import { liveRange } from '../paint/marks.js';
import { linkToQuote, reportOf } from './report-of-page.js';
import { scrollAndFlash } from '../paint/spotlight.js';

/** @import { Reading } from '../card/describe.js' */
/** @import { Reader } from '../reader.js' */

/**
 * What the panel asks of a page that was read.
 * @typedef {object} Question
 * @property {string} [type]
 * @property {'quote' | 'speaker' | 'date'} [layer]
 * @property {number} [index]
 * @property {boolean} [positions]
 */

/** @param {Question} question @param {Reader} reader @param {Reading} reading when it was asked @returns {unknown} */
export function answerPanel({ type, layer = 'quote', index = 0, positions = false }, reader, reading) {
  if (type === 'report?') return { stage: 'read', report: reportOf(reading, { positions }) };
  const mark = reader.markOf(layer, index);
  if (!mark) return undefined;
  return type === 'reveal' ? scrollAndFlash(liveRange(mark)) : { url: linkToQuote(mark) };
}
