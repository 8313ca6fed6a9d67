// Marks the words that the reader searches for in the panel.

import { found } from '../paint/spotlight.js';

/** @import { FoundWords } from '../../../types/protocol.js' */
/** @import { Reading } from '../reading.js' */

/** Marks words, and no others. @param {FoundWords[]} words @param {Reading | null} reading */
export function markFound(words, reading) {
  const ranges = words.flatMap(({ layer, index, start, end }) => {
    const said = (layer === 'reported' ? reading?.annotations.reported : reading?.annotations.quotes)?.[index];
    return (said && reading?.blocks[said.block]?.range(said.start + start, said.start + end)) ?? [];
  });
  if (ranges.length > 0) found.light(ranges);
  else found.darken();
}
