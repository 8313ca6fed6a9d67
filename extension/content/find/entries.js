// The entries of a live page, which have times of their own: when each was published dates what is said in it.

import { besideArticle } from './clues.js';
import { allWithin, classNameOf, closestTo, holds, parentElementOf } from '../dom.js';

/** @import { EntryClues } from '../../../types/annotations.js' */
/** @import { Block } from '../collect/block.js' */

/** So many entries make a live page; an article may have two times, of its publication and of its update. */
const fewestEntries = 3;
/** More than a live page has; a page with more is not asked how they stand to each other. */
const mostTimes = 2_000;
/** Of so many entries, one may be out of order: the first may be pinned, and the clock goes back at midnight. */
const entriesPerException = 10;
/** Text of an entry is longer, in characters. */
const runningText = 40;
const longestTime = 60;

/** A time of day, at the beginning of a line. */
const clock = /^[\s(]*(?:[01]?\d|2[0-4])(?:[:.h][0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)(?:\s?\(?[A-Z]{2,4}\b\)?)?/i;
/** What parts a time from the text of its entry in the same line. */
const parted = /^\s*(?:$|[-\u2013\u2014:|)\u2022])/;
/** What calls itself live. A list of times that are to come, as of a festival, runs on like the entries of a live page. */
const live = /\blive\b|\bas it happened\b|\b(?:latest|rolling) (?:news|updates)\b|\bminute[- ]by[- ]minute\b|\btimeline\b/i;
const liveNames = /(?:^|[\s_-])live[-_]?(?:blog|feed|post|story|update)/i;

/**
 * A time, where it stands, and the box that holds nothing of other entries.
 * @typedef {object} Timed
 * @property {number} block the first block of its entry
 * @property {number} end the block after its last one
 * @property {string[]} texts
 * @property {boolean} published whether it is marked as the time of a publication
 */

/**
 * The entries in the order of the page, and at the end what is of none: `texts` is empty there. None where the page is not live.
 * @param {Element} root
 * @param {Block[]} blocks
 * @returns {EntryClues[]}
 */
export function entriesOf(root, blocks) {
  const timed = timedBoxes(root, blocks) ?? timedLines(blocks);
  if (timed === null) return [];
  const entries = timed.map(({ block, texts }) => ({ block, texts }));
  const end = timed.at(-1)?.end ?? blocks.length;
  return end < blocks.length ? [...entries, { block: end, texts: [] }] : entries;
}

/**
 * The entries of a part of the blocks, counted from its beginning. It may begin within one.
 * @param {EntryClues[]} entries
 * @param {number} start
 * @param {number} end
 * @returns {EntryClues[]}
 */
export function entriesWithin(entries, start, end) {
  const first = Math.max(entries.findLastIndex(({ block }) => block <= start), 0);
  return entries.slice(first).filter(({ block }) => block < end).map(({ block, texts }) => ({ block: Math.max(block - start, 0), texts }));
}

/**
 * Entries whose times are elements of their own.
 * @param {Element} root
 * @param {Block[]} blocks
 * @returns {Timed[] | null}
 */
function timedBoxes(root, blocks) {
  const all = allWithin(root, 'time');
  if (all.length < fewestEntries || all.length > mostTimes) return null;
  const times = headsOf([...all].filter((time) => !standsBeside(time, root)), blocks);
  if (times.length < fewestEntries) return null;
  const boxes = times.map(({ time }, index) => boxOf(time, root, times[index - 1]?.time, times[index + 1]?.time));
  const parent = mostFrequent(boxes.map(parentElementOf));
  /** @type {Timed[]} */
  const timed = [];
  let from = 0;
  times.forEach(({ time, at }, index) => {
    const box = /** @type {Element} */ (boxes[index]);
    if (parentElementOf(box) !== parent) return;
    let block = at;
    while (block > from && holds(box, blocks[block - 1]?.element ?? null)) block -= 1;
    const next = times[index + 1]?.at ?? blocks.length;
    let end = block;
    // Where the times stand between the paragraphs themselves, an entry goes on until the next one.
    while (end < blocks.length && (holds(box, blocks[end]?.element ?? null) || (box === time && end < next))) end += 1;
    from = end;
    if (!blocks.slice(block, end).some((one) => isRunning(one) && !isOneLine(one, time))) return;
    timed.push({ block, end, texts: textsOf(time), published: /publi|post|stamp|entry|update/i.test(`${classNameOf(time)} ${time.getAttribute('itemprop') ?? ''}`) });
  });
  return areEntries(timed, root) ? timed : null;
}

/**
 * The times with text between them, each with the block that it stands before or in. Of those that stand together, the first counts.
 * @param {Element[]} times
 * @param {Block[]} blocks
 */
function headsOf(times, blocks) {
  /** @type {{ time: Element, at: number }[]} */
  const heads = [];
  let at = 0;
  for (const time of times) {
    while (at < blocks.length && stands(/** @type {Block} */ (blocks[at]).element, time)) at += 1;
    const block = blocks[at];
    // A time within running text is told about.
    if (block && isRunning(block) && holds(block.element, time) && !block.text.startsWith((time.textContent ?? '').trim().slice(0, longestTime))) continue;
    const before = heads.at(-1);
    if (!before || blocks.slice(before.at, at).some(isRunning)) heads.push({ time, at });
  }
  return heads;
}

/** Whether a block ends before a time. @param {Element} block @param {Element} time */
function stands(block, time) {
  return !holds(block, time) && (Node.prototype.compareDocumentPosition.call(block, time) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/**
 * The largest element around a time that holds none of the neighbours.
 * @param {Element} time @param {Element} root @param {Element | undefined} before @param {Element | undefined} after
 */
function boxOf(time, root, before, after) {
  let box = time;
  for (let above = parentElementOf(box); above && above !== root && !holds(above, before ?? null) && !holds(above, after ?? null); above = parentElementOf(above)) box = above;
  return box;
}

/**
 * Entries that begin with a line that begins with a time: a heading, or a paragraph whose time is parted from its text.
 * @param {Block[]} blocks
 * @returns {Timed[] | null}
 */
function timedLines(blocks) {
  /** @type {Timed[]} */
  const timed = [];
  blocks.forEach(({ kind, text }, block) => {
    const first = text.charCodeAt(0);
    // Most lines begin with no digit.
    if ((first !== 40 && (first < 48 || first > 57)) || (kind !== 'subheading' && kind !== 'paragraph')) return;
    const time = clock.exec(text)?.[0];
    if (!time || (kind === 'paragraph' && !parted.test(text.slice(time.length)))) return;
    const before = timed.at(-1);
    if (before) before.end = block;
    timed.push({ block, end: blocks.length, texts: [time.trim()], published: false });
  });
  const root = blocks[0]?.element;
  const told = timed.filter(({ block, end }) => blocks.slice(block, end).some((one, index) => isRunning(one) && (index > 0 || one.kind === 'paragraph')));
  return root && told.length === timed.length && areEntries(timed, root) ? timed : null;
}

/**
 * Whether times in order are those of entries: the latest first, or marked as published, or on a page that calls itself live.
 * @param {Timed[]} timed
 * @param {Element} root
 */
function areEntries(timed, root) {
  if (timed.length < fewestEntries) return false;
  const moments = timed.map(({ texts }) => momentOf(texts));
  let rises = 0;
  let falls = 0;
  for (const [index, moment] of moments.entries()) {
    const before = moments[index - 1];
    if (moment === null) return false;
    if (before === undefined || before === null) continue;
    if (moment > before) rises += 1;
    if (moment < before) falls += 1;
  }
  const exceptions = 1 + Math.floor(timed.length / entriesPerException);
  if (Math.min(rises, falls) > exceptions || Math.max(rises, falls) <= Math.min(rises, falls)) return false;
  return falls > rises || timed.every(({ published }) => published) || isLive(root);
}

/** @param {Element} root */
function isLive(root) {
  const page = document;
  const headline = page.querySelector('h1')?.textContent ?? '';
  if (live.test(page.title) || live.test(headline)) return true;
  for (let above = /** @type {Element | null} */ (root); above; above = parentElementOf(above)) {
    if (liveNames.test(classNameOf(above))) return true;
  }
  return [...page.querySelectorAll('script[type="application/ld+json" i]')].some(({ textContent }) => textContent?.includes('"LiveBlogPosting"'));
}

/** What orders times among themselves: that which is for machines, else minutes of the day. @param {string[]} texts */
function momentOf(texts) {
  for (const text of texts) {
    const moment = /\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : NaN;
    if (!Number.isNaN(moment)) return moment;
  }
  for (const text of texts) {
    const [, hour, minute = '00', half] = /(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s?([ap])?/i.exec(clock.exec(text)?.[0] ?? '') ?? [];
    if (hour) return (Number(hour) % (half ? 12 : 24) + (half?.toLowerCase() === 'p' ? 12 : 0)) * 60 + Number(minute);
  }
  return null;
}

/** @param {Element} time */
function textsOf(time) {
  const texts = [time.getAttribute('datetime'), time.textContent];
  return texts.flatMap((text) => (text?.trim() ? [text.trim().slice(0, longestTime)] : []));
}

/** @param {Block} block */
function isRunning({ text, kind }) {
  return text.length >= runningText && kind !== 'headline' && kind !== 'subheading' && kind !== 'caption';
}

/** Whether a block is the time and a few words, as in a timetable. @param {Block} block @param {Element} time */
function isOneLine({ text, kind, element }, time) {
  return holds(element, time) && (kind === 'list-item' || text.length - (time.textContent ?? '').trim().length < runningText);
}

/** @param {Element} time @param {Element} root */
function standsBeside(time, root) {
  const box = closestTo(time, besideArticle);
  return box !== null && box !== root && holds(root, box);
}

/** @template Item @param {Item[]} items */
function mostFrequent(items) {
  /** @type {Map<Item, number>} */
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
