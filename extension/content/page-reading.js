// What becomes of a page: it is read, waits until the user asks, or is left alone, as the settings and the user have it.

import { namesTime } from '../shared/days.js';
import { Slice } from '../shared/slices.js';
import { defaultSettings, pageSettings } from '../settings/settings.js';
import { Again } from './again.js';
import { annotateInBackground, askForSettings, askToKeep, isFinal, ownAddress, send, switchSite } from './ask.js';
import { partsOf } from './collect/parts.js';
import { lookIntoFrames } from './find/frames.js';
import { loadLater } from './load-later.js';
import { isOrphaned } from './orphaned.js';
import { Reader } from './reader.js';
import { Panels } from './report/panel-port.js';
import { ifTrusted } from './trusted.js';

/** @import { DeskEntry, DeskMark, WordsPlace } from '../../types/desk.js' */
/** @import { ButtonState, Handlers, PopupState, ToPage } from '../../types/protocol.js' */
/** @import { PageSettings, Settings, SiteState } from '../settings/settings.js' */
/** @import { Handover } from './handover.js' */

/** A frame that the page fills itself has no address, but the page's origin. */
const host = location.hostname || origin.replace(/^https?:\/\/|:\d+$/g, '');

/** Starts and stops the reading of one page, and answers for it. */
export class PageReading {
  /** @type {{ reader: Reader, controller: AbortController } | null} */
  #current = null;
  /** What the gate has found out already, until the settings have first been followed. @type {Handover | null} */
  #given;
  /** As they were when last read. */
  #settings = pageSettings(defaultSettings(), host);
  /** What the settings say of this site. @type {SiteState} */
  #stored = 'on';
  /** What is done, which the user may have asked for this page alone. @type {SiteState} */
  #state = 'on';
  /** Whether the user asked for this page to be read, whatever the settings say. */
  #asked = false;
  /** Whether the user asked for it to be read although no English article was found on it. */
  #anyway = false;
  /** Whether the watch list has changed since the page was seen. */
  #isListOutdated = false;
  /** Counts how often the settings were asked for or received: only the last counts. */
  #turn = 0;
  /** The background gave no answer: the page stays as it is until it does. */
  #followAgain = new Again(() => void this.#follow());
  #panels = new Panels(() => this.#current?.reader ?? null, () => this.#stage);

  /** @type {Handlers<ToPage>} */
  handlers = {
    'settings-changed': ({ isOtherList }) => {
      void this.#follow();
      if (isOtherList) this.#askWhenSeen();
    },
    'state?': async () => this.#popupState(),
    toggle: () => this.#toggle(),
    read: () => this.#read(),
    readAnyway: () => this.#readAnyway(),
    desk: ({ address, desk }) => {
      if (address === ownAddress()) void this.#correct(desk);
    },
    ask: () => this.#askAboutSelection(),
    'report?': (message) => this.#panels.report(message),
    reveal: (message) => this.#panels.reveal(message),
    found: (message) => void this.#panels.found(message),
    'copy-link': (message) => this.#panels.link(message),
    step: async ({ direction }) => {
      this.#current?.reader.step(direction);
      return undefined;
    },
  };

  /** @param {Handover | null} given */
  constructor(given) {
    this.#given = given;
  }

  begin() {
    this.#panels.serve();
    // The back/forward cache keeps changes of the settings from a page.
    window.addEventListener('pageshow', ifTrusted(({ persisted }) => {
      if (persisted) void this.#follow();
    }));
    void this.#follow(() => this.#firstSettings());
  }

  #start() {
    if (this.#current) return;
    const controller = new AbortController();
    const again = new Again(() => this.#current?.reader.retry(), controller.signal);
    /** @type {import('./reader.js').ReaderOptions} */
    const options = {
      annotate: annotateInBackground,
      later: loadLater,
      paragraphs: () => this.#given?.paragraphs() ?? null,
      anyway: this.#anyway,
      wishes: () => wishesOf(this.#settings),
      desk: { citationStyle: () => this.#settings.citation, keeps: true, keep: (place, patch) => this.#keep(place, patch) },
      onLook: lookIntoFrames,
      onStage: () => this.#panels.tell(),
      onReading: ({ annotations, blocks }) => {
        again.settle();
        // The background counts what it answers with, which of a very long article is only a part, and which knows no corrections.
        if (annotations.found || [...partsOf(blocks)].length > 1) this.#reportCounts();
      },
      onUnread: () => report({ quotes: 0 }),
      onError: (error) => {
        if (isOrphaned()) {
          this.#stop();
          return;
        }
        report({ failed: true });
        if (!isFinal(error)) again.later();
      },
    };
    this.#current = { reader: new Reader(options, controller.signal), controller };
    this.#panels.tell();
  }

  #stop() {
    this.#current?.controller.abort();
    this.#current = null;
    this.#panels.tell();
  }

  /** Does as the settings say. @param {() => Promise<PageSettings>} [question] what asks for them */
  async #follow(question = askForSettings) {
    const own = ++this.#turn;
    try {
      const now = await question();
      if (own === this.#turn) this.#obey(now);
    } catch {
      // The extension was updated or removed, and this script no longer belongs to it.
      if (isOrphaned()) this.#stop();
      else if (own === this.#turn) this.#followAgain.later();
    }
  }

  /** The first time the settings mostly came with this script. */
  async #firstSettings() {
    const now = await (this.#given?.settings ?? askForSettings());
    // To begin a walk takes its time, as did the start of this script.
    await new Slice().next();
    return now;
  }

  /** Starts or stops, as the user has it for this site. @param {PageSettings} now */
  #obey(now) {
    this.#turn += 1;
    this.#followAgain.settle();
    const former = { settings: this.#settings, stored: this.#stored, state: this.#state };
    this.#settings = now;
    this.#stored = now.state;
    if (this.#stored === 'off' && former.stored !== 'off') this.#asked = false;
    const state = this.#state = this.#asked ? 'on' : this.#stored;
    // The button shows that Verbatim is on until it hears otherwise, and every message costs the page.
    if (state !== 'on' || state !== former.state) report({ off: state === 'off', waiting: state === 'waiting' });
    if (state !== 'on') this.#stop();
    else if (this.#current) this.#redress(former.settings);
    else this.#start();
    this.#given?.end();
    this.#given = null;
  }

  /** Shows what is read as the user now wants to see it. @param {PageSettings} former */
  #redress(former) {
    const settings = this.#settings;
    if (!same(settings.colours, former.colours)) dress(settings.colours, former.colours);
    if (!same(wishesOf(settings), wishesOf(former))) this.#current?.reader.repaint();
    if (settings.badge !== former.badge) this.#reportCounts();
  }

  /** Turns the site off or on; where pages wait, this page's reading alone. @returns {Promise<undefined>} */
  async #toggle() {
    const running = this.#state === 'on';
    this.#asked = !running && this.#settings.mode === 'click';
    const isToBeStored = running ? this.#stored === 'on' : this.#stored === 'off';
    const now = isToBeStored ? await switchSite(!running).catch(() => null) : null;
    if (now) this.#obey(now);
    else await this.#follow();
  }

  /** Reads this page now, whatever the settings say. @returns {Promise<undefined>} */
  async #read() {
    this.#asked = true;
    await this.#follow();
  }

  /** Reads this page now, whatever it holds. @returns {Promise<undefined>} */
  async #readAnyway() {
    if (!this.#anyway) {
      this.#anyway = true;
      this.#stop();
    }
    await this.#read();
  }

  /**
   * Keeps something about a statement, and shows what that changes.
   * @param {WordsPlace} place
   * @param {DeskMark} patch
   */
  async #keep(place, patch) {
    const desk = await askToKeep(place, patch);
    await this.#correct(desk);
    return desk;
  }

  /** @param {DeskEntry[]} desk */
  async #correct(desk) {
    await this.#current?.reader.correct(desk);
    this.#reportCounts();
  }

  /** Asks what of the page is watched now: of all pages that are open, those that nobody sees wait. */
  #askWhenSeen() {
    const isSeen = () => document.visibilityState === 'visible';
    if (isSeen()) this.#current?.reader.askAgain();
    else if (!this.#isListOutdated) {
      this.#isListOutdated = true;
      document.addEventListener('visibilitychange', () => {
        this.#isListOutdated = false;
        this.#askWhenSeen();
      }, { once: true });
    }
  }

  /** Has the toolbar button show how much was found. */
  #reportCounts() {
    const { quotes, watched } = this.#counts();
    report({ quotes, watched });
  }

  /** Says who said the selected words. @returns {Promise<undefined>} */
  async #askAboutSelection() {
    const selection = document.getSelection();
    const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
    if (!range) return;
    if (!this.#current) await this.#read();
    await this.#current?.reader.tellAbout(range);
  }

  #counts() {
    const { quotes = [], statements = [], dates = [] } = this.#current?.reader.reading?.annotations ?? {};
    const speakers = new Set(statements.map(({ person }) => person).filter((person) => person !== null));
    const isSaid = (/** @type {number} */ index) => quotes[index] !== undefined && quotes[index].kind !== 'other';
    const said = statements.filter(({ reported, quotes }) => reported !== null || quotes.some(isSaid));
    return {
      statements: said.length,
      quotes: quotes.filter(({ kind }) => kind !== 'other').length,
      reported: statements.filter(({ reported }) => reported !== null).length,
      speakers: speakers.size,
      dates: dates.filter(namesTime).length,
      lengths: dates.filter((date) => !namesTime(date)).length,
      watched: said.filter(({ watched }) => watched).length,
    };
  }

  /** How far the page is. */
  get #stage() {
    return this.#current?.reader.stage ?? (this.#state === 'on' ? 'working' : this.#state);
  }

  /** @returns {PopupState} */
  #popupState() {
    return { host, state: this.#state, stage: this.#current?.reader.stage ?? 'none', counts: this.#counts() };
  }
}

/** Has the colours of the marks changed, which the page got with this script. @param {Settings['colours']} colours @param {Settings['colours']} before */
function dress(colours, before) {
  send({ type: 'colours', colours, before }).catch(() => {
    // The marks keep the colours that they have.
  });
}

/** What of the settings decides how marks look. @param {PageSettings} settings */
function wishesOf({ layers, daysOnly, tint, colours }) {
  return { layers, daysOnly, tint, colours };
}

/** @param {unknown} one @param {unknown} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Has the toolbar button changed. @param {ButtonState} state */
function report(state) {
  send({ type: 'state', ...state }).catch(() => {
    // Nobody listens while the background starts or ends: until the next message the button shows an older state.
  });
}
