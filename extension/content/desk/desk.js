// What the reader keeps for work with an article, as the card uses it.

/** @import { DeskEntry, DeskMark, WordsPlace } from '../../../types/desk.js' */
/** @import { CitationStyle } from '../../../types/report.js' */

/**
 * @typedef {object} Desk
 * @property {() => CitationStyle} citationStyle how the reader wants citations
 * @property {boolean} keeps whether it keeps anything
 * @property {(place: WordsPlace, patch: DeskMark) => Promise<DeskEntry[]>} keep keeps something about a statement, and gives all that is
 *   kept about the article
 */

/** Where nothing is kept. @type {Desk} */
export const noDesk = { citationStyle: () => 'plain', keeps: false, keep: async () => [] };
