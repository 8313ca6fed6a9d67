// The day that stands in words beside the headline.

import { nodesAfter, nodesBefore } from '../shared/clue-bounds.js';
import { readWrittenDay } from './days.js';

/** @import { NumberOrder, WrittenDay } from './days.js' */
/** @import { Signal } from './signals.js' */

/** Lines that stand together are read together up to so many characters: “Published”, then the day; the day, then its year. */
const longestTogether = 120;
/** Behind so much running text, a day is that of a picture, of another article, or of what is told. */
const mostLongAfter = 3;
/** More words beside a day are a sentence or a caption. */
const mostWordsBeside = 9;

const says = /publi[sc]|posted|first aired|created|filed|uploaded/i;
const saysFirst = /(?:first|originally)\s+(?:publi[sc]|posted|aired|appeared)/i;
const saysUpdate = /updat|modif|edited|revised|last changed/i;
const saysOtherwise = /updat|modif|edited|revised|last changed|copyright|©|expires|event|born|died|accessed|correct|review/i;
/** “November 28, 2013 -- Updated 0203 GMT”: one day for both, which is that of the update. */
const updateAtTheSameDay = /^\W*(?:last\s+)?updated\W*\d{1,2}[:.]?\d\d(?!\d)/i;
const besideBareDay = /\b(?:(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}|at|on|[A-Z]{2,4}|[ap]\.?m\.?)(?![a-z])/gi;
const written = /[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?[a-z]{3,9}\.?[,\s-]+\d{4}|\d{1,4}[/.-]\s?\d{1,2}[/.-]\s?\d{2,4}/i;

/**
 * The visible day next to the headline, and apart from it where only an update is named.
 * @param {string[]} after lines after the headline, the nearest first
 * @param {string[]} before lines before it, the nearest first
 * @param {(line: string) => NumberOrder} orderIn the order of day and month where a line has only numbers
 * @returns {Signal[]}
 */
export function datelineSignals(after, before, orderIn) {
  const lines = [...datedLines(after, true, orderIn), ...datedLines(before, false, orderIn)];
  const days = lines.filter(({ update }) => !update);
  const said = days.find(({ words }) => saysFirst.test(words)) ?? days.find(({ words }) => says.test(words));
  if (said) return [{ ...said.written, source: 'said-dateline' }];
  if (days[0]) return [{ ...days[0].written, source: isBare(days[0].words) ? 'bare-dateline' : 'dateline' }];
  return lines[0] ? [{ ...lines[0].written, source: 'update' }] : [];
}

/**
 * The lines that name a day, in the order given.
 * @param {string[]} lines
 * @param {boolean} forward
 * @param {(line: string) => NumberOrder} orderIn
 */
function datedLines(lines, forward, orderIn) {
  /** @type {{ words: string, written: WrittenDay, update: boolean }[]} */
  const found = [];
  /** @type {string[]} */
  let recent = [];
  let long = 0;
  for (const text of lines.slice(0, forward ? nodesAfter : nodesBefore)) {
    if (text === '') {
      recent = [];
      long += 1;
      if (long > (forward ? mostLongAfter : 0)) break;
      continue;
    }
    recent = forward ? [...recent, text].slice(-3) : [text, ...recent].slice(0, 3);
    const line = recent.join(' ');
    const alone = readWrittenDay(text, orderIn(text));
    const day = alone ?? (line.length <= longestTogether ? readWrittenDay(line, orderIn(line)) : null);
    if (!day) continue;
    const words = alone && !says.test(line) && !saysOtherwise.test(line) ? text : line;
    const kind = isSentence(alone ? text : line) ? 'none' : kindOfDay(words);
    if (kind !== 'none') found.push({ words, written: day, update: kind === 'update' });
    recent = [];
  }
  return found;
}

/**
 * What the words say of a day. The last word before it counts: of “Published … Updated 3 May 2024” the day is that of the update.
 * @param {string} words
 * @returns {'publication' | 'update' | 'none'}
 */
function kindOfDay(words) {
  const day = written.exec(words);
  const beforeDay = words.slice(0, Math.max(words.search(/\d/), 0));
  const otherwise = beforeDay.search(saysOtherwise);
  if (otherwise >= 0 && beforeDay.search(says) <= otherwise) return saysUpdate.test(beforeDay) ? 'update' : 'none';
  return !says.test(beforeDay) && day && updateAtTheSameDay.test(words.slice(day.index + day[0].length)) ? 'update' : 'publication';
}

/** Whether a line is a day and nothing else, but for a time and its zone. @param {string} line */
function isBare(line) {
  return !/[a-z]{3}/i.test(line.replace(written, ' ').replace(besideBareDay, ' '));
}

/** Whether a line tells something rather than gives the day: a caption, a post of somebody, the first words of a paragraph. @param {string} line */
function isSentence(line) {
  if (says.test(line) || saysUpdate.test(line)) return false;
  const beside = line.replace(written, ' ').match(/[a-z\u00c0-\u024f’']{2,}/gi) ?? [];
  return beside.length > mostWordsBeside || (beside.length > mostWordsBeside / 2 && /[.!?]["”’)]?$/.test(line));
}
