// The day on which the article was published. Pages say it in many places, not all of them truthfully, so what most of them
// agree on decides; where they say too little, the day is unknown and stays so.

import { addressSignals } from './address.js';
import { boundedClues } from '../shared/clue-bounds.js';
import { datelineSignals } from './dateline.js';
import { linkedDataSignals } from './linked-data.js';
import { markedSignals, metaSignals } from './metadata.js';
import { countryOf, orderOfNumbers } from './places.js';
import { agreedDay } from './signals.js';

/** @import { Clues } from '../../types/annotations.js' */
/** @import { Signal } from './signals.js' */

/**
 * The publication day, `YYYY-MM-DD`, or null where the page does not say.
 * @param {Clues} clues
 * @returns {string | null}
 */
export function publishedOn(clues) {
  const bounded = boundedClues(clues);
  return agreedDay(publicationSignals(bounded), countryOf(bounded));
}

/**
 * All signs of the day of publication, the more reliable ones first.
 * @param {Clues} clues
 * @returns {Signal[]}
 */
export function publicationSignals({ address, canonical, language, metas, linked, marked, after, before }) {
  const country = countryOf({ address, language });
  const orderIn = (/** @type {string} */ line) => orderOfNumbers(country, line);
  return [
    ...metaSignals(metas), ...linkedDataSignals(linked), ...markedSignals(marked, orderIn), ...datelineSignals(after, before, orderIn),
    ...addressSignals(address, canonical),
  ];
}
