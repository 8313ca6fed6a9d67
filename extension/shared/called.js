// What those are called who have no name.

/** @import { Person } from '../../types/annotations.js' */

/**
 * A person under the name that readers see. Whoever has none is called as the article does, since a bare `report` or `neighbour` reads
 * like a fault.
 * @param {Person} person
 * @returns {Person}
 */
export function called(person) {
  return { ...person, name: person.phrase ?? person.name };
}
