// The engine's input and output. Offsets are UTF-16 code units within each block's text, end exclusive.

/** What a page says about its day of publication, verbatim. */
export interface Clues {
  address: string;
  /** The address at which the page says that its article is at home. */
  canonical: string;
  /** The language the page declares, whose country tells how days are written. */
  language: string;
  metas: [name: string, content: string][];
  /** The page's linked data, as text. */
  linked: string[];
  /** Dates marked up in the text. */
  marked: { source: 'property' | 'marked-time' | 'time'; texts: string[] }[];
  /** Short lines after the headline, the nearest first. */
  after: string[];
  /** Short lines before the headline, the nearest first. */
  before: string[];
}

/** Where an entry of a live page begins, and what it says of its time; nothing at the end of the last entry. */
export interface EntryClues {
  block: number;
  texts: string[];
}

/** Where an entry of a live page begins, and when it was published. */
export interface Entry {
  block: number;
  published: string | null;
  /** The time of day, `HH:MM`. */
  time: string | null;
}

/** One article, as the page sends it to the background. */
export interface ArticleRequest {
  /** The calendar day of publication, `YYYY-MM-DD`, as the page writes it. */
  published: string | null;
  /** What the page says about that day, if it has not been resolved yet. */
  clues: Clues | null;
  /** The language the page declares, a BCP 47 tag. */
  language: string | null;
  blocks: Block[];
  /** The entries of a live page. */
  entries?: EntryClues[];
}

/** One article, as the engine gets it: the days of its entries are found out. */
export type EngineRequest = Omit<ArticleRequest, 'clues' | 'entries'> & { entries?: Pick<Entry, 'block' | 'published'>[] };

export interface Block {
  kind: BlockKind;
  text: string;
}

export type BlockKind = 'headline' | 'subheading' | 'paragraph' | 'list-item' | 'block-quote' | 'caption';

export interface Span {
  block: number;
  start: number;
  end: number;
}

export interface Quote extends Span {
  kind: 'direct' | 'partial' | 'other';
  speaker: Span | null;
  cue: Span | null;
  person: number | null;
  confidence: number;
  /** Whether the speaker is only probable. */
  probable: boolean;
  /** What is unsure then. */
  doubt: Doubt | null;
  corrected?: Correction;
}

/** The reader has said who the speaker is. */
export interface Correction {
  /** Whom the engine had found. */
  from: string | null;
}

/** What is unsure about a speaker. */
export interface Doubt {
  /** Which words name the speaker, or whom those words mean. */
  about: 'words' | 'identity';
  /** The name of the other person who is likeliest to be meant. */
  alternative: string | null;
}

/** What somebody said in the reporter's words, without quotation marks around the whole of it. */
export interface Reported extends Span {
  speaker: Span | null;
  cue: Span | null;
  person: number | null;
  confidence: number;
  /** Whether content or speaker is only probable. */
  probable: boolean;
  /** What is unsure then. */
  doubt: Doubt | null;
  corrected?: Correction;
}

export interface Person {
  name: string;
  /** How the article speaks of somebody without a name, where a determiner tells who is meant: `the keeper`. */
  phrase: string | null;
  kind: 'person' | 'organisation' | 'group' | 'document' | 'other';
  role: string | null;
  mentions: Span[];
}

export interface DateExpression extends Span {
  type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3's `value`. */
  value: string;
  /** TIMEX3's `mod`. */
  mod: string | null;
  /** The first calendar day that it names, `YYYY-MM-DD`. */
  first: string | null;
  /** The last calendar day that it names. */
  last: string | null;
  /** What it was resolved against. */
  anchor: 'none' | 'published' | 'unresolved' | { expression: number };
  /** The words that decided between past and future. */
  decidedBy: Span | null;
  /** Whether day and month may be the other way round. */
  ambiguous: boolean;
}

/** Quotations that belong together, or something reported with the quotations in it. */
export interface Statement {
  quotes: number[];
  /** What is reported; null where the statement is quoted. */
  reported: number | null;
  person: number | null;
  date: number | null;
  confidence: number;
  /** Whether the speaker is only probable. */
  probable: boolean;
  corrected?: Correction;
  /** It is what the reader's watch list names; the background says so, not the engine. */
  watched?: boolean;
}

export interface Annotations {
  quotes: Quote[];
  /** Also what is believed in too little to be a statement. */
  reported: Reported[];
  /** Those who speak, then everybody else who is named; a page is sent only those who speak. */
  people: Person[];
  dates: DateExpression[];
  statements: Statement[];
  /** For each block, where its sentences begin. */
  sentences: number[][];
  /** Where the reader has corrected something: what the engine had found. */
  found?: Annotations;
}
