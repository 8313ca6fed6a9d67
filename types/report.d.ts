// Everything found on a page, for the panel and the exports: plain JSON, complete in itself, so that neither needs the page.

import type { Correction, DateExpression, Person } from './annotations.js';
import type { WordsPlace } from './desk.js';

/** Everything found on one page. */
export interface Report {
  /** The article's headline, or else the page's title. */
  title: string;
  /** The page's address without its fragment. */
  url: string;
  /** The site's own name, or else its host. */
  site: string;
  /** The language the page declares, a BCP 47 tag. */
  language: string | null;
  /** The calendar day of publication, `YYYY-MM-DD`. */
  published: string | null;
  /** Whom the page names as its authors. */
  authors?: ReportAuthor[];
  /** In reading order; `index` is the position in this list. */
  statements: ReportStatement[];
  people: ReportPerson[];
  /** In reading order; `index` is the position in this list. */
  dates: ReportDate[];
}

/** How a citation is written: `plain` is one line of our own. */
export type CitationStyle = 'plain' | 'apa' | 'mla' | 'chicago' | 'bibtex' | 'ris';

/** An author of the article. */
export interface ReportAuthor {
  name: string;
  /** Otherwise an agency, an office or the like. */
  isPerson: boolean;
}

/** Quotations that belong together, or something reported. */
export interface ReportStatement {
  index: number;
  /** The quotations with their marks, joined by spaces, fragments by ` … `; or what is reported, in the reporter's words. */
  text: string;
  /** `partial` if all its quotations are fragments; `reported` if it is told in the reporter's words, whatever is quoted in it. */
  kind: 'direct' | 'partial' | 'reported';
  /** Who said it: an index into `people`. */
  person: number | null;
  /** The fullest name in the article. */
  speaker: string | null;
  /** The words that name the speaker of its first words, such as “she”. */
  named?: string | null;
  /** The role that the article gives the speaker. */
  role: string | null;
  /** Whether the speaker is only probable. */
  probable: boolean;
  /** How sure the speaker is, from 0 to 1; and the words, if they are reported. */
  confidence: number;
  /** The words that attribute it, or its first quotation, such as “Vask told a crowded hall”. */
  cue: string | null;
  /** When it was said, if the article says so: an index into `dates`. */
  date: number | null;
  /** When the entry of a live page was published in which it stands. */
  posted?: Posted;
  /** The block of the article in which it begins. */
  block: number;
  /** The sentence around its words, or the sentences from the first of them to the last in that block. */
  sentence?: string;
  /** The page's address with which a browser goes to its words. Null unless asked for. */
  link?: string | null;
  /** Its quotations; of a reported statement, the fragments in it. */
  quotes: ReportQuote[];
  /** What is reported, if it is. */
  reported: ReportedWords | null;
  /** What it is known by whenever the page is read again. */
  place?: WordsPlace | null;
  /** The reader has said who the speaker is; whom Verbatim had found. */
  corrected?: Correction;
  /** It is on the reader's watch list. */
  watched?: boolean;
  /** The reader has checked it. */
  checked?: boolean;
  /** What the reader has written down about it. */
  note?: string;
}

/** When an entry of a live page was published. */
export type Posted = Pick<DateExpression, 'type' | 'value' | 'mod' | 'first' | 'last'> & { text: string };

/** A stretch of the article in the reporter's words. */
export interface ReportedWords {
  /** Its index among the annotations; the page identifies it by this. */
  index: number;
  /** Its position in the page's text, as that of a quotation. */
  position: ReportPosition | null;
}

export interface ReportQuote {
  /** Its index among the annotated quotations; the page identifies it by this. */
  index: number;
  kind: 'direct' | 'partial';
  text: string;
  /** Its position in the page's text. Null unless asked for, and in a shadow tree, which has no such position. */
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
  /** The text before and after it, as in the document. */
  prefix: string;
  suffix: string;
}

export interface ReportPerson {
  index: number;
  name: string;
  role: string | null;
  kind?: Person['kind'];
  /** The number of the tint that this person's words have on the page, from 1; null for those who say nothing. */
  tint?: number | null;
  /** How many statements this person made. */
  statements: number;
  /** How often the article mentions this person. */
  mentions: number;
}

/** A date, time, duration or repetition with the sentence around it. */
export interface ReportDate extends Pick<DateExpression, 'type' | 'value' | 'mod' | 'first' | 'last' | 'anchor' | 'ambiguous'> {
  index: number;
  /** The words of the article. */
  text: string;
  /** The rest of the sentence before and after these words, shortened if it is long. */
  before: string;
  after: string;
  /** The words that decided between past and future. */
  decidedBy: string | null;
  block: number;
}
