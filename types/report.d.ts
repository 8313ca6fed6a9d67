// What a page says, as the panel and the exports have it: plain JSON, complete in itself, so that neither needs the page.

import type { DateExpression } from './annotations.js';

/** Everything found on one page. */
export interface Report {
  /** The article's headline, else the page's title. */
  title: string;
  /** The page's address without its fragment. */
  url: string;
  /** The site's name as it gives it, else its host. */
  site: string;
  /** The language the page declares, a BCP 47 tag. */
  language: string | null;
  /** The calendar day of publication, `YYYY-MM-DD`. */
  published: string | null;
  /** In reading order; `index` is the place in this list. */
  statements: ReportStatement[];
  people: ReportPerson[];
  /** In reading order; `index` is the place in this list. */
  dates: ReportDate[];
}

/** Quotations that belong together. */
export interface ReportStatement {
  index: number;
  /** The words with their quotation marks; several quotations are joined by a space. */
  text: string;
  /** `partial` where all its quotations are fragments. */
  kind: 'direct' | 'partial';
  /** Who said it: a place in `people`. */
  person: number | null;
  /** The fullest name in the article. */
  speaker: string | null;
  /** The role that the article gives the speaker. */
  role: string | null;
  /** Whether the speaker is only probable. */
  probable: boolean;
  /** How sure the speaker is, from 0 to 1. */
  confidence: number;
  /** The words that attribute the first quotation, such as “Vask told a crowded hall”. */
  cue: string | null;
  /** When it was said, where the article says so: a place in `dates`. */
  date: number | null;
  /** Which block of the article it begins in. */
  block: number;
  quotes: ReportQuote[];
}

export interface ReportQuote {
  /** The place among the annotated quotations, by which the page knows it. */
  index: number;
  kind: 'direct' | 'partial';
  text: string;
  /** Where it stands in the page's text; null unless asked for, or where it has no place there, as in a shadow tree. */
  position: ReportPosition | null;
}

/** A stretch of the text content of the page's body. */
export interface ReportPosition {
  /** Unicode code points from the beginning of the body's text content. */
  start: number;
  /** Exclusive. */
  end: number;
  /** The stretch itself, white space as in the document. */
  exact: string;
  /** What stands before and after it, as in the document. */
  prefix: string;
  suffix: string;
}

export interface ReportPerson {
  index: number;
  name: string;
  role: string | null;
  /** How many statements are this person's. */
  statements: number;
  /** How often the article mentions this person. */
  mentions: number;
}

/** A date, time, duration or repetition with the sentence around it. */
export interface ReportDate extends Pick<DateExpression, 'type' | 'value' | 'mod' | 'first' | 'last' | 'anchor' | 'ambiguous'> {
  index: number;
  /** The words of the article. */
  text: string;
  /** The sentence before and after these words, shortened where it is long. */
  before: string;
  after: string;
  /** The words that decided between past and future. */
  decidedBy: string | null;
  block: number;
}
