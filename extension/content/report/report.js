// The report of a page: what was found on it, as plain JSON for the panel and the exports.

import { postedAt, textOf, wordsOfAttribution } from '../reading.js';
import { cutAtWord } from '../../shared/cut.js';
import { addressOf } from '../../shared/desk.js';
import { onOneLine } from '../../shared/foreign-text.js';
import { Sentences } from './sentences.js';
import { placeOfStatement } from '../../shared/words-place.js';
import { tintNumbers } from '../paint/tint-numbers.js';

/** @import { DateExpression, Quote, Reported, Statement } from '../../../types/annotations.js' */
/** @import { Said } from '../../../types/protocol.js' */
/** @import { Report, ReportDate, ReportPosition, ReportQuote, ReportStatement } from '../../../types/report.js' */
/** @import { Reading } from '../reading.js' */

/** How much of the sentence is kept on either side of a date, in characters. */
const longestContext = 140;
/** How much text is kept before and after words to find them again by, in characters. */
const contextOfPosition = 32;

/**
 * What the page says of itself.
 * @typedef {Pick<Report, 'title' | 'url' | 'site' | 'language' | 'authors'>} PageFacts
 */

/**
 * @param {Reading} reading
 * @param {PageFacts} facts
 * @param {Map<string, ReportPosition>} [positions] of the words, where they are asked for, by their `placeKey`
 * @param {Map<string, string>} [links] to the words, as the positions
 * @returns {Report}
 */
export function buildReport({ annotations, blocks, published, days }, facts, positions = new Map(), links = new Map()) {
  const { quotes, reported, people, dates } = annotations;
  const sentences = new Sentences(blocks, annotations);
  const headline = blocks.find(({ kind }) => kind === 'headline')?.text;

  /** @param {Statement} statement @returns {Omit<ReportStatement, 'index'>[]} none where its quotations are nobody's words */
  const reportOf = (statement) => {
    /** @type {ReportQuote[]} */
    const words = statement.quotes.flatMap((index) => {
      const quote = quotes[index];
      if (!quote || quote.kind === 'other') return [];
      return { index, kind: quote.kind, text: textOf(quote, blocks), position: positions.get(placeKey('quote', index)) ?? null };
    });
    const { reported: told } = statement;
    /** @type {Quote | Reported | undefined} */
    const first = told === null ? quotes[words[0]?.index ?? -1] : reported[told];
    if (!first) return [];
    const person = statement.person === null ? undefined : people[statement.person];
    const posted = postedAt(first.block, days);
    return [{
      text: told === null ? joined(words) : textOf(first, blocks),
      kind: told !== null ? 'reported' : words.some(({ kind }) => kind === 'direct') ? 'direct' : 'partial',
      person: person ? statement.person : null,
      speaker: person?.name ?? null,
      named: first.speaker && textOf(first.speaker, blocks),
      role: person?.role ?? null,
      probable: statement.probable,
      confidence: statement.confidence,
      cue: wordsOfAttribution(first, blocks) || null,
      date: statement.date,
      ...(posted && { posted }),
      block: first.block,
      sentence: sentences.textAround(first, quotes[words.at(-1)?.index ?? -1] ?? first),
      link: links.get(told === null ? placeKey('quote', words[0]?.index ?? -1) : placeKey('reported', told)) ?? null,
      place: placeOfStatement(statement, annotations, blocks),
      ...(statement.watched && { watched: true }),
      ...(statement.corrected && { corrected: statement.corrected }),
      quotes: words,
      reported: told === null ? null : { index: told, position: positions.get(placeKey('reported', told)) ?? null },
    }];
  };
  const tints = tintNumbers(annotations);
  const statements = annotations.statements.flatMap(reportOf).map((statement, index) => ({ index, ...statement }));

  return {
    ...facts,
    title: onOneLine(headline ?? '') || facts.title,
    published,
    statements,
    people: people.map(({ name, role, kind, mentions }, index) => ({
      index, name, role, kind, tint: tints.get(index) ?? null, statements: statements.filter(({ person }) => person === index).length, mentions: mentions.length,
    })),
    dates: dates.map((date, index) => ({ index, ...reportOfDate(date, blocks, sentences) })),
  };
}

/** Quotations as one text: fragments are parted, for something stands between them that nobody said. @param {ReportQuote[]} quotes */
function joined(quotes) {
  return quotes.map(({ kind, text }, index) => {
    const before = quotes[index - 1];
    if (!before) return text;
    return kind === 'partial' || before.kind === 'partial' ? `… ${text}` : text;
  }).join(' ');
}

/** By what the position of some words is known. @param {Said} layer @param {number} index */
export function placeKey(layer, index) {
  return `${layer} ${index}`;
}

/** What a document says of itself. @param {Document} document @param {Location} location @returns {PageFacts} */
export function pageFacts(document, location) {
  const site = onOneLine(document.querySelector('meta[property="og:site_name"]')?.getAttribute('content') ?? '');
  const url = addressOf(location.href);
  return { title: onOneLine(document.title) || location.hostname, url, site: site || location.hostname, language: document.documentElement.lang || null };
}

/**
 * Where words stand in the text content of the body, as the W3C's text selectors count: in code points.
 * @template Key
 * @param {Map<Key, StaticRange>} ranges
 * @param {Element} body
 * @returns {Map<Key, ReportPosition>}
 */
export function positionsIn(ranges, body) {
  const text = body.textContent;
  const starts = startsOf([...ranges.values()].flatMap(({ startContainer, endContainer }) => [startContainer, endContainer]), body);
  const points = new CodePoints(text);
  const positions = new Map();
  for (const [index, { startContainer, startOffset, endContainer, endOffset }] of ranges) {
    const [startOfFirst, startOfLast] = [starts.get(startContainer), starts.get(endContainer)];
    if (startOfFirst === undefined || startOfLast === undefined) continue;
    const [start, end] = [startOfFirst + startOffset, startOfLast + endOffset];
    positions.set(index, {
      start: points.before(start),
      end: points.before(end),
      exact: text.slice(start, end),
      // Half a character is none.
      prefix: text.slice(Math.max(0, start - contextOfPosition), start).replace(/^[\udc00-\udfff]/, ''),
      suffix: text.slice(end, end + contextOfPosition).replace(/[\ud800-\udbff]$/, ''),
    });
  }
  return positions;
}

/**
 * Where text nodes begin in the text content of the body.
 * @param {Node[]} nodes
 * @param {Element} body
 */
function startsOf(nodes, body) {
  const wanted = new Set(nodes);
  const starts = new Map();
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_CDATA_SECTION);
  let length = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (wanted.has(node)) starts.set(node, length);
    length += /** @type {Text} */ (node).length;
  }
  return starts;
}

/** Turns UTF-16 offsets into a text into offsets in code points. */
class CodePoints {
  /** @type {number[]} Where the characters of two code units end. */
  #pairs = [];

  /** @param {string} text */
  constructor(text) {
    for (const match of text.matchAll(/[\u{10000}-\u{10ffff}]/gu)) this.#pairs.push(match.index + 2);
  }

  /** @param {number} offset */
  before(offset) {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pairs[middle] ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset - low;
  }
}

/** @param {DateExpression} date @param {Reading['blocks']} blocks @param {Sentences} sentences @returns {Omit<ReportDate, 'index'>} */
function reportOfDate({ block, start, end, type, value, mod, first, last, anchor, ambiguous, decidedBy }, blocks, sentences) {
  const text = blocks[block]?.text ?? '';
  const sentence = sentences.around(block, start, end);
  return {
    text: text.slice(start, end),
    before: shortenedBefore(text.slice(sentence.start, start)),
    after: cutAtWord(text.slice(end, sentence.end).trimEnd(), longestContext),
    type, value, mod, first, last, anchor, ambiguous, block,
    decidedBy: decidedBy && textOf(decidedBy, blocks),
  };
}

/** @param {string} words */
function shortenedBefore(words) {
  const whole = words.trimStart();
  return whole.length <= longestContext ? whole : `… ${whole.slice(-longestContext).replace(/^\S*\s+/, '')}`;
}
