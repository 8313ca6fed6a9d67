// Offsets are UTF-16 code units within the text of each block, end exclusive.

import type { Annotations, Block, DateExpression } from './annotations.js';

export type * from './annotations.js';

/** What is read. */
export interface Article {
  /** The calendar day of publication, `YYYY-MM-DD`. Without it, *Thursday* is no certain day. */
  published?: string | null;
  /** A BCP 47 tag. Without it, the text is taken for English; in any other language nothing is found. */
  language?: string | null;
  /** Headline and paragraphs in reading order. No quotation and no date crosses their borders. */
  blocks: Block[];
}

/**
 * Finds who said what, and when.
 *
 * `people` has those who speak in the order of their first quotation, then everybody and everything else that is named.
 * Rejects if the wasm cannot be loaded, or the article does not have this form.
 *
 * @example
 * const { quotes, people } = await annotate({
 *   published: '2024-05-17',
 *   blocks: [{ kind: 'paragraph', text: '“We stay,” Mayor Ana Reyes said.' }],
 * });
 * people[quotes[0].person].name; // 'Ana Reyes'
 */
export function annotate(article: Article): Promise<Annotations>;

/**
 * Finds only the dates, which is faster. Rejects as `annotate` does.
 *
 * @example
 * const dates = await findDates({ published: '2024-05-17', blocks: blocksOf('It rained yesterday.') });
 * dates[0].value; // '2024-05-16'
 */
export function findDates(article: Article): Promise<DateExpression[]>;

/** The paragraphs of a plain text, which blank lines part. With `headline`, the first of them is one. */
export function blocksOf(text: string, options?: { headline?: boolean }): Block[];
