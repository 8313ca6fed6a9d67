// What the panel is answered about the page's report.

import { liveRange } from '../paint/marks.js';
import { linkToQuote, reportOf } from './report-of-page.js';
import { scrollAndFlash } from '../paint/spotlight.js';

/** @import { Report } from '../../../types/report.js' */
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

/**
 * The report, whether the words are shown, or a link to them.
 * @typedef {{ stage: 'read', report: Report } | { shown: boolean } | { url: string }} Answer
 */

/** @param {Question} question @param {Reader} reader @param {Reading} reading when it was asked @returns {Answer | undefined} */
export function answerPanel({ type, layer = 'quote', index = 0, positions = false }, reader, reading) {
  if (type === 'report?') return { stage: 'read', report: reportOf(reading, { positions }) };
  const mark = reader.markOf(layer, index);
  if (type === 'reveal') return { shown: mark !== undefined && show(liveRange(mark)) };
  return mark && { url: linkToQuote(mark) };
}

/** @param {Range} words @returns {boolean} whether they are still on the page */
function show(words) {
  if (words.collapsed || !words.startContainer.isConnected) return false;
  scrollAndFlash(words);
  return true;
}
