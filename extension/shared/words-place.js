// What a statement is known by whenever its page is read again.

import { shortened } from './desk.js';

/** @import { Annotations, Statement } from '../../types/annotations.js' */
/** @import { WordsPlace } from '../../types/desk.js' */

/**
 * @param {Pick<Statement, 'quotes' | 'reported'>} statement
 * @param {Pick<Annotations, 'quotes' | 'reported'>} annotations
 * @param {{ text: string }[]} blocks
 * @returns {WordsPlace | null}
 */
export function placeOfStatement({ quotes, reported }, annotations, blocks) {
  const span = reported === null ? annotations.quotes[quotes[0] ?? -1] : annotations.reported[reported];
  const text = span && blocks[span.block]?.text;
  if (!span || text === undefined) return null;
  return shortened({ layer: reported === null ? 'quote' : 'reported', words: text.slice(span.start, span.end), before: text.slice(0, span.start), after: text.slice(span.end) });
}
