// The panel beside the page: what was said by whom, and the dates. It is the view for those who cannot see highlights.

import { namesTime } from '../../shared/days.js';
import { saveFile } from '../../shared/files.js';
import { siteInWords } from '../../shared/foreign-text.js';
import { dayInWords } from '../../shared/calendar-words.js';
import { readSettings, watchSettings } from '../../settings/settings.js';
import { createNotice } from '../notice.js';
import { message, part, translatePage } from '../page.js';
import { citeStatement, offerStyles } from './citing.js';
import { Connection } from './connection.js';
import { DeskView } from './desk-view.js';
import { element } from '../elements.js';
import { offerFormats } from './formats.js';
import { everything, filtered, filteredDates, selection } from './filter.js';
import { Finding } from './finding.js';
import { Glance } from './glance.js';
import { CurrentEntry, keepPlace, walkWithArrows } from './list.js';
import { Narrowing } from './narrowing.js';
import { otherStatements, statementsBySpeaker, statementsInOrder, watchedStatements } from './statements.js';
import { timeline } from './timeline.js';
import { followTab } from './tab.js';

/** @import { Report, ReportDate, ReportStatement } from '../../../types/report.js' */
/** @import { WordsPlace } from '../../../types/desk.js' */
/** @import { Settings } from '../../settings/settings.js' */
/** @import { FoundWords, Said } from '../../../types/protocol.js' */
/** @import { PageState } from './connection.js' */
/** @import { StatementUse } from './statements.js' */

/** The panel, once its page is there. */
class Panel {
  #connection;
  #parts = {
    title: part('title', HTMLElement), source: part('source', HTMLElement), tools: part('tools', HTMLElement), status: part('status', HTMLElement),
    narrowing: part('narrowing', HTMLElement), state: part('state', HTMLElement), stateText: part('state-text', HTMLElement),
    stateAction: part('state-action', HTMLButtonElement), found: part('found', HTMLElement), foundTitle: part('found-title', HTMLElement),
    list: part('list', HTMLElement),
  };
  #narrowing = new Narrowing();
  #glance = new Glance((speaker) => this.#showWordsOf(speaker));
  #finding = new Finding(() => this.#showFound(), (statement, layer, index) => this.#goTo(statement, layer, index));
  #current = new CurrentEntry(this.#parts.list);
  #say = createNotice(part('told', HTMLElement));
  #desk = new DeskView({ copy: (text) => this.#copy(text), saved: () => this.#say(message('panelSaved')), list: () => this.#listAll() });
  /** @type {Report | null} */
  #report = null;
  /** The address of the last page that had a report. */
  #address = '';
  /** The state that is shown, as it came: the same one again changes nothing. */
  #shown = '';
  /** What is marked on the page, as it was sent. */
  #marked = '[]';
  /** Whether the keyboard was on something that is gone. */
  #hadKeyboard = false;

  /** What can be done with the entries. @type {Required<StatementUse>} */
  #uses = {
    reveal: (statement) => void this.#reveal(...placeOf(statement)),
    cite: async (statement) => {
      if (this.#report) void this.#copy(await citeStatement(statement, this.#report, await this.#linkTo(statement)));
    },
    link: async (statement) => void this.#copy(await this.#linkTo(statement) ?? this.#report?.url ?? ''),
    row: (statement) => this.#desk.row(statement),
    found: (statement) => this.#finding.inList(statement),
  };

  /** @param {Connection} connection */
  constructor(connection) {
    this.#connection = connection;
    const { tools, list } = this.#parts;
    tools.addEventListener('input', () => {
      this.#narrowing.read();
      // Another list begins at its beginning.
      window.scrollTo({ top: Math.min(scrollY, tools.offsetTop), behavior: 'instant' });
      this.#showFound();
    });
    walkWithArrows(list);
    // The controls stay at the top, and must not cover what is scrolled to.
    new ResizeObserver(() => {
      const covered = getComputedStyle(tools).position === 'sticky' ? tools.offsetHeight : 0;
      document.documentElement.style.scrollPaddingBlockStart = `${covered + 8}px`;
    }).observe(tools);
    // The rows have the speakers' colours where the page has them.
    const showTints = (/** @type {Settings} */ { tint }) => {
      document.documentElement.dataset.tints = tint;
    };
    void readSettings().then(showTints);
    watchSettings(showTints);
    offerStyles({ report: () => this.#report, copy: (text) => this.#copy(text) });
    offerFormats({
      // What is shown is what is exported; the dates are the article's.
      shown: () => this.#report && this.#desk.addTo(selection(this.#report, this.#narrowing.filter, (statement) => this.#finding.accepts(statement))),
      withPositions: async () => {
        const state = await connection.send({ type: 'report?', positions: true });
        return state && 'report' in state ? state.report : undefined;
      },
      copy: (text) => this.#copy(text),
      saved: () => this.#say(message('panelSaved')),
    });
  }

  /** Shows how the page is. @param {PageState} state */
  show(state) {
    const described = JSON.stringify(state);
    if (described === this.#shown) return;
    this.#shown = described;
    this.#hadKeyboard ||= hasKeyboard();
    this.#showState(state);
    // What had the keyboard may be gone: it goes on with what is there instead, now or when there is something.
    if (this.#hadKeyboard && !hasKeyboard()) {
      if (this.#report) this.#narrowing.focus({ preventScroll: true });
      else this.#parts.stateAction.focus({ preventScroll: true });
    }
    if (hasKeyboard()) this.#hadKeyboard = false;
  }

  /** Marks the entry that the reader is at on the page. @param {Said | 'date'} layer @param {number} index */
  markCurrent(layer, index) {
    this.#current.mark(this.#entryOf(layer, index));
  }

  /** Shows the statements of one person alone. @param {number} person */
  showSpeaker(person) {
    this.#showWordsOf(String(person));
  }

  /** Asks who said some words. @param {WordsPlace} place */
  correct(place) {
    this.#desk.correct(place);
  }

  /** Makes all statements stand in the list, which may be growing. */
  #listAll() {
    const { statements = [] } = this.#report ?? {};
    if (this.#parts.list.querySelectorAll('[data-statement]').length === statements.length) return;
    this.#narrowing.set(everything);
    if (this.#narrowing.view === 'dates') this.#narrowing.turnTo('order');
    this.#showFound({ whole: true });
  }

  /** @param {string} speaker as the filter names them */
  #showWordsOf(speaker) {
    this.#narrowing.set({ ...everything, speaker });
    if (this.#narrowing.view === 'dates') this.#narrowing.turnTo('order');
    this.#showFound();
  }

  /** @param {PageState} state */
  #showState(state) {
    const report = this.#report = 'report' in state ? state.report : null;
    // A page that was read again has none of the marks.
    this.#marked = '[]';
    const parts = this.#parts;
    parts.tools.hidden = !report;
    parts.found.hidden = !report;
    parts.state.hidden = true;
    this.#glance.show(report);
    this.#showTitle(report ? report.title : this.#explain(state.stage));
    if (!report) {
      document.title = message('panelTitle');
      parts.source.textContent = '';
      parts.list.replaceChildren();
      parts.status.textContent = state.stage === 'working' ? message('panelWorking') : '';
      return;
    }
    // Another article: the filter was meant for the one before.
    if (this.#address !== report.url && this.#address !== '') this.#narrowing.set(everything);
    this.#address = report.url;
    document.title = report.title;
    parts.source.replaceChildren(element('bdi', '', siteInWords(report)), report.published ? ` · ${dayInWords(report.published)}` : '');
    this.#narrowing.fill(report);
    void this.#connection.isPrivate().then((isPrivate) => this.#desk.show(report, isPrivate));
    this.#showFound();
    // For whoever measures how fast the panel is.
    performance.mark('listed');
  }

  /** @param {string} title empty while there is none */
  #showTitle(title) {
    this.#parts.title.textContent = title || message('panelTitle');
    this.#parts.title.classList.toggle('unseen', !title);
  }

  /**
   * Says why there is nothing to see, and offers what can be done about it.
   * @param {PageState['stage']} stage
   * @returns {string} its heading
   */
  #explain(stage) {
    const { state, stateText, stateAction } = this.#parts;
    const explanation = explanations[stage];
    state.hidden = !explanation;
    stateText.textContent = explanation ? message(explanation.text) : '';
    const action = explanation?.action;
    stateAction.hidden = !action;
    stateAction.textContent = action ? message(action.label) : '';
    stateAction.onclick = action ? () => void this.#connection.send({ type: action.type }) : null;
    return explanation ? message(explanation.title) : '';
  }

  /** @param {{ whole?: boolean }} [options] whether all that is shown is to be there at once */
  #showFound({ whole = false } = {}) {
    const report = this.#report;
    if (!report) return;
    const parts = this.#parts;
    const { filter, view } = this.#narrowing;
    const finding = this.#finding;
    finding.turnTo(report, filter.search);
    const dates = filteredDates(report, filter, (date) => finding.acceptsDate(date));
    const statements = filtered(report, filter, (statement) => finding.accepts(statement));
    const isDates = view === 'dates';
    const [count, all] = isDates ? [dates.length, report.dates.length] : [statements.statements.length, report.statements.length];
    parts.narrowing.hidden = isDates || report.statements.length === 0;
    parts.status.textContent = summary(report, isDates, count, all);
    parts.foundTitle.textContent = message(isDates ? 'panelDates' : view === 'speaker' ? 'panelBySpeaker' : 'panelInOrder');
    // A reader somewhere down the list has to find it whole.
    const isBusy = whole || parts.list.childElementCount > 0 && ((document.scrollingElement?.scrollTop ?? 0) > 0 || parts.list.contains(document.activeElement));
    keepPlace(parts.list, () => {
      if (count === 0) parts.list.replaceChildren(this.#nothing(all));
      else if (isDates) parts.list.replaceChildren(...this.#timelineOf(dates, report));
      else {
        const watched = watchedStatements(statements, this.#uses);
        const others = { ...statements, statements: statements.statements.filter(({ watched }) => !watched) };
        parts.list.replaceChildren(...watched, ...(view === 'speaker' ? statementsBySpeaker(others, this.#uses) : this.#inOrder(others, isBusy, watched.length > 0)));
      }
    });
    this.#current.again();
    finding.show(isDates ? [] : watchedFirst(statements.statements));
    this.#markOnPage(isDates ? [] : finding.onPage(statements.statements));
  }

  /** @param {Report} report @param {boolean} whole @param {boolean} isBelow whether others stand above @returns {HTMLElement[]} */
  #inOrder(report, whole, isBelow) {
    if (report.statements.length === 0) return [];
    const list = statementsInOrder(report, this.#uses, { whole, grown: () => this.#current.again() });
    return [isBelow ? otherStatements(list) : list];
  }

  /** Marks on the page what is searched for. @param {FoundWords[]} words */
  #markOnPage(words) {
    const described = JSON.stringify(words);
    if (described === this.#marked) return;
    this.#marked = described;
    void this.#connection.send({ type: 'found', words });
  }

  /** Goes to a statement that is searched for, in the list and on the page. @param {ReportStatement} statement @param {Said} layer @param {number} index */
  #goTo(statement, layer, index) {
    this.#parts.list.querySelector(`[data-statement="${statement.index}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    void this.#reveal(layer, index);
  }

  /** @param {ReportDate[]} dates @param {Report} report */
  #timelineOf(dates, { published }) {
    return timeline({ dates, published }, { reveal: ({ index }) => void this.#reveal('date', index), calendar: (date) => void this.#saveDate(date) });
  }

  /** @param {number} all how much there is that does not match */
  #nothing(all) {
    const words = all > 0 ? 'panelNoMatch' : this.#narrowing.view === 'dates' ? 'panelNoDates' : 'panelNoStatements';
    const made = element('div', 'nothing', element('p', '', message(words)));
    if (all === 0) return made;
    const clear = element('button', '', message('panelClear'));
    clear.type = 'button';
    clear.addEventListener('click', () => {
      this.#narrowing.set(everything);
      this.#showFound();
      this.#narrowing.focus();
    });
    made.append(clear);
    return made;
  }

  /** @param {ReportStatement} statement @returns {Promise<string | undefined>} */
  async #linkTo(statement) {
    const [layer, index] = placeOf(statement);
    return (await this.#connection.send({ type: 'copy-link', layer, index }))?.url;
  }

  /** @param {Said | 'date'} layer @param {number} index */
  async #reveal(layer, index) {
    this.markCurrent(layer, index);
    const answer = await this.#connection.send({ type: 'reveal', layer, index });
    if (!answer?.shown) this.#say(message('panelGone'));
  }

  /** @param {ReportDate} date */
  async #saveDate(date) {
    const report = this.#report;
    if (!report) return;
    const { datesAsCalendar } = await import('../../export/calendar.js');
    saveFile(datesAsCalendar([date], report), `${date.first}.ics`, 'text/calendar');
    this.#say(message('panelSaved'));
  }

  /** @param {string} text */
  async #copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.#say(message('panelCopied'));
    } catch {
      this.#say(message('panelNotCopied'));
    }
  }

  /** The entry of a statement or date in the list, where it is shown. @param {Said | 'date'} layer @param {number} index */
  #entryOf(layer, index) {
    if (layer === 'date') return `[data-date="${index}"]`;
    const statement = this.#report?.statements.find(({ quotes, reported }) => (
      layer === 'reported' ? reported?.index === index : quotes.some((quote) => quote.index === index)));
    return statement ? `[data-statement="${statement.index}"] .entry` : '';
  }
}

/**
 * Why there is nothing to see, and what can be done about it.
 * @type {Partial<Record<PageState['stage'], { title: string, text: string, action?: { label: string, type: 'toggle' | 'read' } }>>}
 */
const explanations = {
  none: { title: 'panelNone', text: 'panelNoneText' },
  failed: { title: 'panelFailed', text: 'panelFailedText' },
  off: { title: 'panelOff', text: 'panelOffText', action: { label: 'panelTurnOn', type: 'toggle' } },
  waiting: { title: 'panelWaiting', text: 'panelWaitingText', action: { label: 'panelRead', type: 'read' } },
  'no-access': { title: 'panelNoAccess', text: 'panelNoAccessText' },
};

/** Which mark shows where a statement begins. @param {ReportStatement} statement @returns {[layer: Said, index: number]} */
function placeOf({ quotes, reported }) {
  return reported ? ['reported', reported.index] : ['quote', quotes[0]?.index ?? -1];
}

/** Whether the keyboard is on something that can be seen. */
function hasKeyboard() {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && activeElement.checkVisibility();
}

/** The order of the list. @param {ReportStatement[]} statements */
function watchedFirst(statements) {
  return statements.toSorted((one, other) => Number(other.watched ?? false) - Number(one.watched ?? false));
}

/** @param {Report} report @param {boolean} isDates @param {number} count @param {number} all */
function summary({ people, dates }, isDates, count, all) {
  if (count < all) return message(isDates ? 'panelSomeDates' : 'panelSomeStatements', count, all);
  if (isDates) return summaryOfDates(dates);
  const statements = all === 1 ? message('panelOneStatement') : message('panelStatements', all);
  const speakers = people.filter((person) => person.statements > 0).length;
  if (speakers === 0) return statements;
  return message('panelSummary', statements, speakers === 1 ? message('panelOneSpeaker') : message('panelSpeakers', speakers));
}

/** How many days and times there are, as the popup counts them, and how many lengths and repetitions. @param {ReportDate[]} dates */
function summaryOfDates(dates) {
  const days = dates.filter(namesTime).length;
  const lengths = dates.length - days;
  const inWords = days === 1 ? message('panelOneDate') : message('panelDatesCount', days);
  return lengths === 0 ? inWords : message('panelDatesAndLengths', inWords, lengths);
}

// What takes time is asked for first: this script runs before anything else of the panel is read.
const opened = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true })).then(() => {
  translatePage();
  return new Panel(connection);
});
const connection = new Connection({
  changed: (state) => void opened.then((panel) => panel.show(state)),
  inView: (layer, index) => void opened.then((panel) => panel.markCurrent(layer, index)),
  showSpeaker: (person) => void opened.then((panel) => panel.showSpeaker(person)),
  correct: (place) => void opened.then((panel) => panel.correct(place)),
});
void followTab((tab) => connection.turnTo(tab));
