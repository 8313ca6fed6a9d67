// The day that stands in words beside the headline.

import { readWrittenDay } from './days.js';

/** @import { WrittenDay } from './days.js' */
/** @import { Signal } from './signals.js' */

/** Lines that stand together are read together up to so many characters: “Published”, then the day; the day, then its year. */
const longestTogether = 120;
const says = /publi[sc]|posted|first aired|created|filed|uploaded/i;
const saysOtherwise = /updat|modif|edited|revised|last changed|copyright|©|expires|event|born|died|accessed/i;

/**
 * The visible date next to the headline.
 * @param {string[]} after lines after the headline, the nearest first
 * @param {string[]} before lines before it, the nearest first
 * @returns {Signal[]}
 */
export function datelineSignals(after, before) {
  const later = datedLines(after, true);
  const earlier = datedLines(before, false);
  const said = [...later, ...earlier].find(({ words }) => says.test(words));
  if (said) return [{ ...said.written, source: 'said-dateline' }];
  const plain = later[0] ?? earlier[0];
  return plain ? [{ ...plain.written, source: 'dateline' }] : [];
}

/**
 * The lines that name a day, in the order given.
 * @param {string[]} lines
 * @param {boolean} forward
 */
function datedLines(lines, forward) {
  /** @type {{ words: string, written: WrittenDay }[]} */
  const found = [];
  /** @type {string[]} */
  let recent = [];
  for (const text of lines) {
    if (text === '') {
      recent = [];
      continue;
    }
    recent = forward ? [...recent, text].slice(-3) : [text, ...recent].slice(0, 3);
    const line = recent.join(' ');
    const alone = readWrittenDay(text);
    const written = alone ?? (line.length <= longestTogether ? readWrittenDay(line) : null);
    if (!written) continue;
    const words = alone && !says.test(line) && !saysOtherwise.test(line) ? text : line;
    if (!isOtherDay(words)) found.push({ words, written });
    recent = [];
  }
  return found;
}

/**
 * Whether the last word before a day says that it is none of publication: of “Published … Updated 3 May 2024” the day is that of
 * the update.
 * @param {string} words
 */
function isOtherDay(words) {
  const beforeDay = words.slice(0, Math.max(words.search(/\d/), 0));
  const otherwise = beforeDay.search(saysOtherwise);
  return otherwise >= 0 && beforeDay.search(says) <= otherwise;
}
