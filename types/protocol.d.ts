// The messages between the parts of the extension. Each table below is one direction: the type of a message, what it says, and what
// it is answered with. Senders and handlers are typed by the same table, so neither can misspell or forget a message.

import type { Settings, SiteState } from '../extension/settings/settings.js';
import type { Answer, ArticleRequest } from './annotations.js';
import type { Report } from './report.js';

/** A kind of message. */
interface Call<Says extends object, Answer = undefined> {
  says: Says;
  answer: Answer;
}

type Nothing = Record<never, never>;

/** From the scripts in a page to the background. */
export interface ToBackground {
  /** Who says what in an article. */
  annotate: Call<{ id: number; request: ArticleRequest }, Answer>;
  /** Whether the background is at work on the request with this id. */
  'working?': Call<{ id: number }, { working: boolean }>;
  'settings?': Call<Nothing, { settings: Settings }>;
  /** A page holds an article and is about to be read. */
  begin: Call<Nothing, { settings: Settings }>;
  /** Puts a script into the page, or the gate into the frames that the page fills itself. */
  load: Call<{ script: Script | 'frames' }, { loaded: boolean }>;
  /** Turns a site off or on; the answer holds the settings after that. */
  'switch-site': Call<{ host: string; on: boolean }, { settings: Settings }>;
  /** Answered with whether the browser opened the panel. */
  'open-panel': Call<Nothing, boolean>;
  /** The user has changed the colours of the marks. */
  colours: Call<{ colours: Settings['colours']; before: Settings['colours'] }>;
  /** What the toolbar button shows. */
  state: Call<ButtonState>;
  /** The page's site is off, or waits. */
  standing: Call<Nothing>;
}

/** From the background, the popup and the panel to the content script of a page. */
export interface ToPage {
  /** The settings have changed. */
  settings: Call<{ settings: Settings }>;
  /** What the popup shows. */
  'state?': Call<Nothing, PopupState>;
  /** Turns the site off or on. */
  toggle: Call<Nothing>;
  /** Reads the page, whatever the settings say. */
  read: Call<Nothing>;
  /** Who said the selected words. */
  ask: Call<Nothing>;
  'report?': Call<{ positions?: boolean }, PageStage>;
  /** Scrolls to the words of a mark. */
  reveal: Call<{ layer: Layer; index: number }, { shown: boolean }>;
  /** The address of a quotation. */
  'copy-link': Call<{ index: number }, { url: string } | undefined>;
  /** Goes to the next or previous quotation. */
  step: Call<{ direction: 1 | -1 }>;
}

/** From the content script to the panels that are connected to it. */
export type PanelNews =
  /** There is something new to ask for. */
  | { type: 'report-changed' }
  /** The reader is at these words. */
  | { type: 'in-view'; layer: 'quote' | 'date'; index: number }
  /** The reader wants to see everything that somebody said. */
  | { type: 'show-speaker'; person: number };

/** The content script's end of the connection to a panel. */
export interface PanelPort extends chrome.runtime.Port {
  postMessage(news: PanelNews): void;
}

/** The scripts that are loaded when they are needed. */
export type Script = 'content' | 'later';

export type Layer = 'quote' | 'speaker' | 'date';

/** The toolbar button is plain where nothing of this holds. */
export interface ButtonState {
  off?: boolean;
  waiting?: boolean;
  quotes?: number;
  failed?: boolean;
}

/** How far the reader is: at work, done, done without finding an English article, or left without an answer. */
export type ReaderStage = 'working' | 'read' | 'none' | 'failed';

export interface PopupState {
  host: string;
  state: SiteState;
  stage: ReaderStage;
  counts: { quotes: number; speakers: number; dates: number };
}

/** How a page stands, with its report once it is read. */
export type PageStage = { stage: 'off' | 'waiting' | Exclude<ReaderStage, 'read'> } | { stage: 'read'; report: Report };

/** The answer to a request that failed. */
export interface Refusal {
  error: string;
  /** Whether it would be done if it were asked for later; else it would fail again. */
  postponed?: boolean;
}

type Calls<Table> = { [Type in keyof Table]: Call<object, unknown> };

/** A message of a direction. */
export type Message<Table extends Calls<Table>, Type extends keyof Table> = { type: Type } & Table[Type]['says'];

export type AnswerTo<Table extends Calls<Table>, Type extends keyof Table> = Table[Type]['answer'];

/**
 * What one side does with each message. A handler returns nothing where there is nothing to wait for; the sender is then answered
 * with `undefined` at once.
 */
export type Handlers<Table extends Calls<Table>> = {
  [Type in keyof Table]: (message: Message<Table, Type>, sender: chrome.runtime.MessageSender) =>
    Promise<AnswerTo<Table, Type> | Refusal | undefined> | undefined | void;
};
