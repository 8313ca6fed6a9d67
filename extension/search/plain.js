// Plain words: case, accents and the shapes of marks make no difference. What the engine's search understands by them too
// (`src/find/words.rs`); here they need no wasm.

/** A stretch of a text, in UTF-16 code units. @typedef {[start: number, end: number]} Place */

/** Whether what somebody types is words alone: no pattern between slashes, and no field. @param {string} expression */
export function isPlain(expression) {
  return !/(?:^|\s)(?:\/|(?:who|what|when|since|until|kind|sure):)/iu.test(expression);
}

/** The words that must all occur. @param {string} expression @returns {string[]} */
export function plainWords(expression) {
  return bare(expression).split(' ').filter(Boolean);
}

/** @param {string[]} words @param {string[]} texts @returns {boolean} whether each word is in one of the texts */
export function haveAll(words, texts) {
  return haveAllIn(words, asCompared(texts));
}

/** Texts as words are looked for in them: whoever looks for many words makes them once. @param {string[]} texts */
export function asCompared(texts) {
  return bare(texts.join('\n'));
}

/** @param {string[]} words @param {string} within texts as they are compared @returns {boolean} whether each word is in them */
export function haveAllIn(words, within) {
  return words.every((word) => within.includes(word));
}

/**
 * Where words are in a text: in order, none within another.
 * @param {string[]} words
 * @param {string} text
 * @returns {Place[]}
 */
export function placesOf(words, text) {
  let letters = '';
  /** Where each letter comes from. @type {Place[]} */
  const places = [];
  let at = 0;
  for (const letter of text) {
    const own = bare(letter) || (/\s/u.test(letter) ? ' ' : '');
    for (let unit = 0; unit < own.length; unit += 1) places.push([at, at + letter.length]);
    letters += own;
    at += letter.length;
  }
  /** @type {Place[]} */
  const found = [];
  for (const word of words) {
    for (let start = letters.indexOf(word); start >= 0; start = letters.indexOf(word, start + word.length)) {
      found.push([places[start]?.[0] ?? 0, places[start + word.length - 1]?.[1] ?? text.length]);
    }
  }
  return apart(found);
}

/** Places in order, those that overlap as one. @param {Place[]} places */
function apart(places) {
  /** @type {Place[]} */
  const found = [];
  for (const [start, end] of places.sort(([one], [other]) => one - other)) {
    const last = found.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** @param {string} text */
function bare(text) {
  return text.normalize('NFKD').replace(/\p{Mark}/gu, '').replace(/[‘’]/g, '\'').replace(/[“”]/g, '"').toLowerCase().replace(/\s+/g, ' ').trim();
}
