// Who has how large a share of the words in an article.

/** @import { Report, ReportPerson, ReportStatement } from '../../types/report.js' */

/**
 * @typedef {object} Share
 * @property {number | null} person null for those whom nobody found
 * @property {string | null} name
 * @property {ReportPerson['kind']} kind
 * @property {boolean} isNamed otherwise it is “a spokesman”
 * @property {number} statements
 * @property {number} words
 * @property {number} share of all words, from 0 to 1
 */

/**
 * @typedef {object} Shares
 * @property {number} quoted words between quotation marks
 * @property {number} reported words in the reporter's words
 * @property {Share[]} speakers those with most words first
 */

/** @param {Pick<Report, 'statements' | 'people'>} report @returns {Shares} */
export function sharesOf({ statements, people }) {
  /** @type {Map<number | null, Share>} */
  const shares = new Map();
  let [quoted, reported] = [0, 0];
  for (const { kind, person, speaker, text } of statements) {
    const words = countWords(text);
    if (kind === 'reported') reported += words;
    else quoted += words;
    const share = shares.get(person) ?? { person, name: speaker, kind: people.find(({ index }) => index === person)?.kind, isNamed: isNamed(speaker), statements: 0, words: 0, share: 0 };
    shares.set(person, { ...share, statements: share.statements + 1, words: share.words + words });
  }
  const all = Math.max(quoted + reported, 1);
  const speakers = [...shares.values()].map((share) => ({ ...share, share: share.words / all }));
  return { quoted, reported, speakers: speakers.sort((one, other) => other.words - one.words) };
}

/** @param {string} text */
export function countWords(text) {
  return text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** Names have a capital at their beginning, “a spokesman for the Harbour Office” has not. @param {ReportStatement['speaker']} speaker */
export function isNamed(speaker) {
  return speaker !== null && !/^[^\p{L}]*\p{Ll}/u.test(speaker);
}
