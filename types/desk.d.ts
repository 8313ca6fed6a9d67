// What the reader keeps for work with an article: corrections, ticks and notes.

import type { Said } from './protocol.js';

/** What a statement is known by whenever the page is read again: its first words, and what stands around them. */
export interface WordsPlace {
  layer: Said;
  words: string;
  before: string;
  after: string;
}

/** What the reader says of a statement. */
export interface DeskMark {
  /** It is no statement, and is not to be marked. */
  hidden?: boolean;
  /** Who said it. */
  speaker?: string;
  /** Whom Verbatim has found instead, with a correction. */
  found?: string | null;
  /** The reader has checked it. */
  checked?: boolean;
  note?: string;
}

export interface DeskEntry extends WordsPlace, DeskMark {
  /** When it was changed last, in ISO 8601. */
  at: string;
}
