// The findings as the reader has corrected them.

import { keyOf } from './desk.js';
import { placeOfStatement } from './words-place.js';

/** @import { Annotations, Person, Quote, Reported, Statement } from '../../types/annotations.js' */
/** @import { DeskEntry } from '../../types/desk.js' */

/**
 * @param {Annotations} annotations as they were found, which stay as they are
 * @param {{ text: string }[]} blocks
 * @param {DeskEntry[]} entries
 * @returns {Annotations}
 */
export function corrected(annotations, blocks, entries) {
  const kept = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const [quotes, reported, people] = [[...annotations.quotes], [...annotations.reported], [...annotations.people]];
  /** @param {Statement} statement */
  const correct = (statement) => {
    const place = placeOfStatement(statement, annotations, blocks);
    const entry = place && kept.get(keyOf(place));
    if (entry?.hidden) return hide(statement, quotes);
    if (entry?.speaker === undefined) return statement;
    const changes = { ...says(entry.speaker, people), corrected: { from: annotations.people[statement.person ?? -1]?.name ?? null } };
    for (const index of statement.quotes) change(quotes, index, changes);
    if (statement.reported !== null) change(reported, statement.reported, changes);
    return { ...statement, ...changes };
  };
  const statements = annotations.statements.map(correct);
  return { ...annotations, quotes, reported, people, statements, found: annotations };
}

/** What is reported becomes prose again; quotations become words that nobody said. @param {Statement} statement @param {Quote[]} quotes */
function hide(statement, quotes) {
  if (statement.reported !== null) return { ...statement, reported: null };
  for (const index of statement.quotes) {
    const quote = quotes[index];
    if (quote) quotes[index] = { ...quote, kind: 'other' };
  }
  return statement;
}

/**
 * What is known of words once the reader has said whose they are.
 * @param {string} name
 * @param {Person[]} people to whom somebody may be added
 */
function says(name, people) {
  const same = (/** @type {string} */ one) => one.toLowerCase() === name.toLowerCase();
  let person = people.findIndex((other) => same(other.name));
  if (person < 0) person = people.push({ name, phrase: null, kind: 'other', role: null, mentions: [] }) - 1;
  return { person, probable: false, confidence: 1 };
}

/**
 * The words of the text that named the other speaker say nothing about this one.
 * @template {Quote | Reported} Words
 * @param {Words[]} all
 * @param {number} index
 * @param {Partial<Quote & Reported>} changes
 */
function change(all, index, changes) {
  const words = all[index];
  if (words) all[index] = { ...words, ...changes, speaker: null, cue: null, doubt: null };
}
