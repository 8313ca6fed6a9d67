// The messages between the parts of the extension. Each table below is one direction: the type of a message, its content, and its
// answer. The same table types senders and handlers, so neither can misspell or forget a message.

import type { PageSettings, Settings, SiteState } from '../extension/settings/settings.js';
import type { Annotations, ArticleRequest, Entry } from './annotations.js';
import type { DeskEntry, DeskMark, WordsPlace } from './desk.js';
import type { Report } from './report.js';

/** The background's answer about an article. */
export interface Answer {
  annotations: Annotations;
  /** The day of publication against which the dates were resolved. */
  published: string | null;
  /** The entries of a live page, whose dates were resolved against their own days. */
  entries?: Entry[];
  /** What the reader keeps about the article, if anything. */
  desk?: DeskEntry[];
  /** Whether the reader has a watch list, so that statements may be watched. */
  watches?: true;
}

/** A kind of message. */
interface Call<Says extends object, Answer = undefined> {
  says: Says;
  answer: Answer;
}

type Nothing = Record<never, never>;

/** From the scripts in a page to the background. */
export interface ToBackground {
  /** Finds who says what in an article. */
  annotate: Call<{ id: number; request: ArticleRequest; address?: string }, Answer>;
  /** Whether the background is working on the request with this id. */
  'working?': Call<{ id: number }, { working: boolean }>;
  'settings?': Call<Nothing, { settings: PageSettings }>;
  /** A page holds an article and is about to be read. */
  begin: Call<Nothing, { settings: PageSettings }>;
  /** Puts a script into the page. */
  load: Call<{ script: Script }, { loaded: boolean }>;
  /** Puts the gate into a frame that the page fills itself: the one with this number, or the one that sends this. */
  'load-gate': Call<{ frame: number | undefined }, { loaded: boolean }>;
  /** Turns the page's site off or on; the answer holds the settings after that. */
  'switch-site': Call<{ on: boolean }, { settings: PageSettings }>;
  /** Keeps something about a statement; the answer holds all that is kept about the article. */
  keep: Call<{ address: string; place: WordsPlace; patch: DeskMark }, { desk: DeskEntry[] }>;
  /** Answered with whether the browser opened the panel. */
  'open-panel': Call<Nothing, boolean>;
  /** The user has changed the colours of the marks. */
  colours: Call<{ colours: Settings['colours']; before: Settings['colours'] }>;
  /** What the toolbar button shows. */
  state: Call<ButtonState>;
  /** The page's site is off, or waits for a click. */
  standing: Call<Nothing>;
}

/** From the background, the popup and the panel to the content script of a page. */
export interface ToPage {
  /** The settings have changed: the page asks for what concerns it, and where the watch list is another, once more about its article. */
  'settings-changed': Call<{ isOtherList?: boolean }>;
  /** What the popup shows. */
  'state?': Call<Nothing, PopupState>;
  /** Turns the site off or on. */
  toggle: Call<Nothing>;
  /** Reads the page, whatever the settings say. */
  read: Call<Nothing>;
  /** Reads the page as an English article, although none was found on it. */
  readAnyway: Call<Nothing>;
  /** What the reader keeps about the article has changed. */
  desk: Call<{ address: string; desk: DeskEntry[] }>;
  /** Asks who said the selected words. */
  ask: Call<Nothing>;
  'report?': Call<{ positions?: boolean }, PageStage>;
  /** Scrolls to the words of a mark. */
  reveal: Call<{ layer: Layer; index: number }, { shown: boolean }>;
  /** Marks words that the reader searches for in the panel, and no others. */
  found: Call<{ words: FoundWords[] }>;
  /** The address of a quotation or of what is reported. */
  'copy-link': Call<{ layer: Said; index: number }, { url: string } | undefined>;
  /** Goes to the next or previous words that somebody said. */
  step: Call<{ direction: 1 | -1 }>;
}

/** From the content script to the panels that are connected to it. */
export type PanelNews =
  /** A new report is available. */
  | { type: 'report-changed' }
  /** The reader is at these words. */
  | { type: 'in-view'; layer: Said | 'date'; index: number }
  /** The reader wants to see everything that somebody said. */
  | { type: 'show-speaker'; person: number }
  /** The reader wants to say who said these words. */
  | { type: 'correct'; place: WordsPlace };

/** The content script's end of the connection to a panel. */
export interface PanelPort extends chrome.runtime.Port {
  postMessage(news: PanelNews): void;
}

/** The scripts that are loaded when they are needed. */
export type Script = 'content' | 'later';

/** What somebody said: quoted, or reported in the reporter's words. */
export type Said = 'quote' | 'reported';

/** Some of the words of a quotation or of what is reported, in UTF-16 code units from its beginning. */
export interface FoundWords {
  layer: Said;
  index: number;
  start: number;
  end: number;
}

export type Layer = Said | 'speaker' | 'date';

/** The state that the toolbar button shows; plain if none of these is set. */
export interface ButtonState {
  off?: boolean;
  waiting?: boolean;
  quotes?: number;
  /** How many statements are on the watch list. */
  watched?: number;
  failed?: boolean;
}

/** How far reading is: in progress, done, done without an English article, or failed without an answer. */
export type ReaderStage = 'working' | 'read' | 'none' | 'failed';

export interface PopupState {
  host: string;
  state: SiteState;
  stage: ReaderStage;
  /** `lengths` counts the lengths, repetitions and vague words, `dates` all other dates. */
  /** `watched` is how many statements are on the watch list. */
  /** `statements` is how many the panel lists: quotations that belong together are one. */
  counts: { statements: number; quotes: number; reported: number; speakers: number; dates: number; lengths: number; watched: number };
}

/** The state of a page, with its report once it is read. */
export type PageStage = { stage: 'off' | 'waiting' | Exclude<ReaderStage, 'read'> } | { stage: 'read'; report: Report };

/** The answer to a request that failed. */
export interface Refusal {
  error: string;
  /** Whether it may succeed later; otherwise it would fail again. */
  postponed?: boolean;
}

type Calls<Table> = { [Type in keyof Table]: Call<object, unknown> };

/** A message in one direction. */
export type Message<Table extends Calls<Table>, Type extends keyof Table> = { type: Type } & Table[Type]['says'];

export type AnswerTo<Table extends Calls<Table>, Type extends keyof Table> = Table[Type]['answer'];

/**
 * What one side does with each message. A handler returns nothing if there is nothing to wait for; the sender then gets
 * `undefined` at once.
 */
export type Handlers<Table extends Calls<Table>> = {
  [Type in keyof Table]: (message: Message<Table, Type>, sender: chrome.runtime.MessageSender) =>
    Promise<AnswerTo<Table, Type> | Refusal | undefined> | undefined | void;
};
