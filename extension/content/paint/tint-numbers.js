// Which tint each speaker has.

import { tintsOfSpeakers } from '../../settings/looks.js';

/** @import { Annotations } from '../../../types/annotations.js' */

/**
 * The tint of each person who is quoted or reported, counted from 1.
 * @param {Pick<Annotations, 'quotes' | 'statements' | 'found'>} annotations
 * @returns {Map<number, number>}
 */
export function tintNumbers({ quotes, statements, found }) {
  // What the reader corrects leaves the others their tints.
  /** @type {Map<number, number>} */
  const tints = found ? tintNumbers(found) : new Map();
  /** @param {number | null} person */
  const give = (person) => {
    if (person !== null && !tints.has(person)) tints.set(person, 1 + tints.size % tintsOfSpeakers);
  };
  for (const { kind, person } of quotes) if (kind !== 'other') give(person);
  // Whoever is only reported comes after those who are quoted, so that these look the same with and without reported speech.
  for (const { reported, person } of statements) if (reported !== null) give(person);
  return tints;
}
