// The panel's connection to the page of a tab: it finds the page, asks for its report, and finds it again when the page has
// changed. The page needs no permission to be found: it is asked itself.

import { send, startIn } from '../../shared/tabs.js';

/** @import { WordsPlace } from '../../../types/desk.js' */
/** @import { AnswerTo, Message, PageStage, PanelNews, Said, ToPage } from '../../../types/protocol.js' */

/** How a page stands, as far as the browser lets us into it. @typedef {PageStage | { stage: 'no-access' }} PageState */

/**
 * @typedef {object} Listeners
 * @property {(state: PageState) => void} changed
 * @property {(layer: Said | 'date', index: number) => void} inView called when the reader is at other words
 * @property {(person: number) => void} showSpeaker called when the page asks to show somebody's words
 * @property {(place: WordsPlace) => void} correct called when the reader wants to say who said some words
 */

/** When to look again for a page that does not answer yet, in milliseconds; after that it is taken to give no access. */
const patience = [100, 200, 400, 800, 1_600];
/** After so many attempts the page is taken to have no content script. */
const startedAt = 2;
/** A page that changes all the time is asked no more often, in milliseconds. */
const shortestPause = 400;

/** The connection to one tab at a time. */
export class Connection {
  #listeners;
  /** @type {number | null} */
  #tab = null;
  /** @type {chrome.runtime.Port | null} */
  #port = null;
  #attempt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Listeners} listeners */
  constructor(listeners) {
    this.#listeners = listeners;
    chrome.tabs.onUpdated.addListener((tab, { status }) => {
      if (tab === this.#tab && status && !this.#port) this.#reconnect();
    });
  }

  /** Turns to a tab. @param {number} tab */
  turnTo(tab) {
    if (tab === this.#tab) return;
    this.#tab = tab;
    this.#reconnect();
  }

  /** Whether the page is in a private window. */
  async isPrivate() {
    return this.#tab !== null && (await chrome.tabs.get(this.#tab).catch(() => null))?.incognito === true;
  }

  /** Looks at the page again, after the reader has given access to it. */
  again() {
    this.#reconnect();
  }

  /**
   * Sends the page a message.
   * @template {keyof ToPage} Type
   * @param {Message<ToPage, Type>} message
   * @returns {Promise<AnswerTo<ToPage, Type> | undefined>} its answer, undefined where there is none
   */
  async send(message) {
    if (this.#tab === null) return undefined;
    return send(this.#tab, message, 0).catch(() => undefined);
  }

  #reconnect() {
    this.#attempt = 0;
    this.#port?.disconnect();
    this.#listeners.changed({ stage: 'working' });
    this.#connect();
  }

  #connect() {
    clearTimeout(this.#timer);
    if (this.#tab === null) return;
    const port = chrome.tabs.connect(this.#tab, { name: 'panel', frameId: 0 });
    this.#port = port;
    const ask = this.#asker(port);
    port.onMessage.addListener((news) => this.#heard(port, news, ask));
    port.onDisconnect.addListener(() => this.#lost(port));
    ask();
  }

  /**
   * Asks for the report: at once, and what comes in too quickly together.
   * @param {chrome.runtime.Port} port
   * @returns {() => void}
   */
  #asker(port) {
    let asking = false;
    let stale = false;
    const ask = async () => {
      stale = true;
      if (asking) return;
      asking = true;
      while (stale && port === this.#port) {
        stale = false;
        const state = await this.send({ type: 'report?' });
        if (state && port === this.#port) {
          this.#attempt = 0;
          this.#listeners.changed(state);
        }
        await new Promise((resolve) => setTimeout(resolve, shortestPause));
      }
      asking = false;
    };
    return () => void ask();
  }

  /** The page was left, or nobody is there yet. @param {chrome.runtime.Port} port */
  #lost(port) {
    // Unless it is read, the browser reports it as an unhandled error.
    void chrome.runtime.lastError;
    if (port !== this.#port) return;
    this.#port = null;
    const wait = patience[this.#attempt];
    this.#attempt += 1;
    if (wait === undefined) {
      this.#listeners.changed({ stage: 'no-access' });
      return;
    }
    if (this.#attempt === 1) this.#listeners.changed({ stage: 'working' });
    // Where there is no article the content script does not come by itself.
    if (this.#attempt === startedAt && this.#tab !== null) void startIn(this.#tab);
    this.#timer = setTimeout(() => this.#connect(), wait);
  }

  /** @param {chrome.runtime.Port} port @param {PanelNews} news @param {() => void} ask */
  #heard(port, news, ask) {
    if (port !== this.#port) return;
    switch (news.type) {
      case 'report-changed':
        ask();
        break;
      case 'in-view':
        this.#listeners.inView(news.layer, news.index);
        break;
      case 'show-speaker':
        this.#listeners.showSpeaker(news.person);
        break;
      case 'correct':
        this.#listeners.correct(news.place);
        break;
      default:
        // The compiler complains here where a kind of news is forgotten.
        /** @satisfies {never} */ (news);
    }
  }
}
