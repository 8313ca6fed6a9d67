// What the reader keeps for work with an article, as the card uses it.

/** @import { CitationStyle } from '../../types/report.js' */

/**
 * @typedef {object} Desk
 * @property {() => CitationStyle} citationStyle how the reader wants citations
 */

/** Where nothing is kept. @type {Desk} */
export const noDesk = { citationStyle: () => 'plain' };
