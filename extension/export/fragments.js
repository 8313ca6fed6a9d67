// Statements whose words are only parts of sentences.

/** @import { ReportStatement } from '../../types/report.js' */

/**
 * Whether a statement says more together with the sentence around it, which is known.
 * @param {Pick<ReportStatement, 'kind' | 'sentence' | 'text'>} statement
 */
export function isFragment({ kind, sentence, text }) {
  return kind === 'partial' && sentence !== undefined && sentence !== '' && sentence !== text;
}
