// Many searches at once: whether something meets one of them. Plain words are found here; of the rest, the engine's search is asked only
// about what has the letters that it needs, since to try each of them would take far too long.

import { asCompared, haveAllIn, isPlain, plainWords } from './plain.js';

/** @import { Texts } from './search.js' */

/**
 * @typedef {object} SearchForAny
 * @property {(texts: Texts) => boolean} accepts
 * @property {(() => void)[]} preparations what can be done ahead, piece by piece, and is else done when it is first needed
 */

/**
 * @param {string[]} expressions as `searchFor` takes them; what is wrong finds nothing
 * @returns {Promise<SearchForAny>}
 */
export async function searchForAny(expressions) {
  const plain = expressions.filter(isPlain).map(plainWords);
  const others = await compiled(expressions.filter((expression) => !isPlain(expression)));
  return {
    accepts: (texts) => {
      const within = asCompared([...texts.words, ...texts.names, ...texts.others]);
      return plain.some((words) => haveAllIn(words, within))
        || others.some(({ needed, accepts }) => needed.every((letters) => letters.some((one) => within.includes(one))) && accepts(texts));
    },
    preparations: others.map(({ prepare }) => prepare),
  };
}

/** @param {string[]} expressions */
async function compiled(expressions) {
  if (expressions.length === 0) return [];
  const { compileLazily } = await import('./patterns.js');
  return (await compileLazily(expressions)).map((one) => ({ ...one, needed: one.needed.map((letters) => letters.map((some) => asCompared([some]))) }));
}
