// Which tint each speaker has.

import { tintsOfSpeakers } from '../../settings/looks.js';

/** @import { Annotations } from '../../../types/annotations.js' */

/** How many statements apart two speakers may be so that they had better not look alike. */
const near = 3;

/**
 * The tint of each person who is quoted or reported, counted from 1. Where there are more people than tints, two who speak near each
 * other get different ones, as far as there are.
 * @param {Pick<Annotations, 'quotes' | 'statements' | 'found'>} annotations
 * @returns {Map<number, number>}
 */
export function tintNumbers({ quotes, statements, found }) {
  // What the reader corrects leaves the others their tints.
  /** @type {Map<number, number>} */
  const tints = found ? tintNumbers(found) : new Map();
  giveTints(tints, quotes.filter(({ kind }) => kind !== 'other').flatMap(({ person }) => person ?? []));
  // Whoever is only reported comes after those who are quoted, so that these look the same with and without reported speech.
  giveTints(tints, statements.flatMap(({ person }) => person ?? []));
  return tints;
}

/** Gives tints to those who have none. @param {Map<number, number>} tints @param {number[]} people who speak, in reading order */
function giveTints(tints, people) {
  const neighbours = neighboursOf(people);
  for (const person of people) {
    if (tints.has(person)) continue;
    /** How near those of each tint are, all together. */
    const nearness = Array.from({ length: tintsOfSpeakers }, () => 0);
    for (const [other, closeness] of neighbours.get(person) ?? []) {
      const tint = tints.get(other);
      if (tint !== undefined) nearness[tint - 1] = (nearness[tint - 1] ?? 0) + closeness;
    }
    const inTurn = nearness.map((_, index) => (tints.size + index) % tintsOfSpeakers);
    const least = Math.min(...nearness);
    tints.set(person, 1 + (inTurn.find((index) => nearness[index] === least) ?? 0));
  }
}

/** How near each speaker is to others, the nearer the more, for each time that they are. @param {number[]} people */
function neighboursOf(people) {
  /** @type {Map<number, Map<number, number>>} */
  const neighbours = new Map();
  for (const [index, person] of people.entries()) {
    const own = neighbours.get(person) ?? new Map();
    neighbours.set(person, own);
    for (let apart = 1; apart <= near; apart += 1) {
      for (const other of [people[index - apart], people[index + apart]]) {
        if (other !== undefined && other !== person) own.set(other, (own.get(other) ?? 0) + near + 1 - apart);
      }
    }
  }
  return neighbours;
}
