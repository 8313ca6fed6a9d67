// The panel beside the page: what was said by whom, and the dates. It is the view for those who cannot see highlights.

import { citation } from '../../export/citation.js';
import { saveFile } from '../../shared/files.js';
import { dayInWords } from '../../shared/timex.js';
import { message, part, translatePage } from '../page.js';
import { Connection } from './connection.js';
import { element } from '../elements.js';
import { offerFormats } from './formats.js';
import { everything, filtered, filteredDates, isOfKind, selection } from './filter.js';
import { CurrentEntry, keepPlace, walkWithArrows } from './list.js';
import { statementsBySpeaker, statementsInOrder } from './statements.js';
import { timeline } from './timeline.js';
import { followTab } from './tab.js';

/** @import { Report, ReportDate, ReportStatement } from '../../../types/report.js' */
/** @import { PageState } from './connection.js' */
/** @import { Filter } from './filter.js' */

/** The parts of the panel, once it has been read. */
const findParts = () => ({
  title: part('title', HTMLElement), source: part('source', HTMLElement), tools: part('tools', HTMLElement), status: part('status', HTMLElement),
  narrowing: part('narrowing', HTMLElement), search: part('search', HTMLInputElement), speaker: part('speaker', HTMLSelectElement),
  state: part('state', HTMLElement), stateText: part('state-text', HTMLElement),
  stateAction: part('state-action', HTMLButtonElement), found: part('found', HTMLElement), foundTitle: part('found-title', HTMLElement),
  list: part('list', HTMLElement), told: part('told', HTMLElement),
});
/** @type {ReturnType<typeof findParts>} */
let parts;

/** @type {Report | null} */
let report = null;
/** The address of the last page that had one. */
let address = '';
/** The report that is shown, as it came: the same one again changes nothing. */
let shown = '';
/** Whether the keyboard was on something that is gone. */
let hadKeyboard = false;
/** @type {Filter} */
let filter = { ...everything };
/** @type {'order' | 'speaker' | 'dates'} */
let view = 'order';

/** @type {CurrentEntry} */
let current;

// What takes time is asked for first: this script runs before anything else of the panel is read.
const read = new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true })).then(open);
const connection = new Connection({
  changed: (state) => void read.then(() => showPage(state)),
  inView: (layer, index) => void read.then(() => current.mark(entryOf(layer, index))),
  showSpeaker: (person) => void read.then(() => showSpeaker(String(person))),
});
void followTab((tab) => connection.turnTo(tab));

/** @param {PageState} state */
function showPage(state) {
  const described = JSON.stringify(state);
  if (described === shown) return;
  shown = described;
  hadKeyboard ||= hasKeyboard();
  showState(state);
  // What had the keyboard may be gone: it goes on with what is there instead, now or when there is something.
  if (hadKeyboard && !hasKeyboard()) (report ? parts.search : parts.stateAction).focus({ preventScroll: true });
  if (hasKeyboard()) hadKeyboard = false;
}

/** Whether the keyboard is on something that can be seen. */
function hasKeyboard() {
  const { activeElement, body } = document;
  return activeElement !== null && activeElement !== body && activeElement.checkVisibility();
}

/** @param {PageState} state */
function showState(state) {
  report = state.stage === 'read' ? state.report : null;
  parts.tools.hidden = !report;
  parts.found.hidden = !report;
  parts.state.hidden = true;
  showTitle(report ? report.title : explain(state.stage));
  if (!report) {
    document.title = message('panelTitle');
    parts.source.textContent = '';
    parts.list.replaceChildren();
    parts.status.textContent = state.stage === 'working' ? message('panelWorking') : '';
    return;
  }
  // Another article: what was asked of the one before does not concern it.
  if (address !== report.url && address !== '') ask(everything);
  address = report.url;
  document.title = report.title;
  parts.source.textContent = [report.site, report.published && dayInWords(report.published)].filter(Boolean).join(' · ');
  fillControls(report);
  showFound();
  // For whoever measures how fast the panel is.
  performance.mark('listed');
}

/** @param {string} title empty while there is none */
function showTitle(title) {
  parts.title.textContent = title || message('panelTitle');
  parts.title.classList.toggle('unseen', !title);
}

/**
 * Says in words why there is nothing to see, and offers what can be done about it.
 * @param {PageState['stage']} stage
 * @returns {string} its heading
 */
function explain(stage) {
  const states = {
    none: ['panelNone', 'panelNoneText'], failed: ['panelFailed', 'panelFailedText'], off: ['panelOff', 'panelOffText', 'panelTurnOn', 'toggle'],
    waiting: ['panelWaiting', 'panelWaitingText', 'panelRead', 'read'], 'no-access': ['panelNoAccess', 'panelNoAccessText'],
  };
  const [title, text, action, type = ''] = states[/** @type {keyof typeof states} */ (stage)] ?? [];
  parts.state.hidden = !title;
  parts.stateText.textContent = text ? message(text) : '';
  parts.stateAction.hidden = !action;
  parts.stateAction.textContent = action ? message(action) : '';
  parts.stateAction.onclick = () => void connection.send({ type });
  return title ? message(title) : '';
}

/** @param {Report} report */
function fillControls({ statements, people }) {
  for (const input of document.querySelectorAll('input[name="kind"]')) {
    const kind = /** @type {Filter['kind']} */ (/** @type {HTMLInputElement} */ (input).value);
    const count = input.parentElement?.querySelector('b');
    if (count) count.textContent = String(statements.filter((statement) => isOfKind(statement, kind)).length);
  }
  const unknown = statements.filter(({ person }) => person === null).length;
  const speakers = people.filter((person) => person.statements > 0).sort((one, other) => other.statements - one.statements);
  const options = [
    option('', message('panelEveryone'), statements.length),
    ...speakers.map(({ index, name, statements: own }) => option(String(index), name, own)),
    ...(unknown > 0 ? [option('unknown', message('panelSpeakerUnknown'), unknown)] : []),
  ];
  parts.speaker.replaceChildren(...options);
  parts.speaker.value = filter.speaker;
  if (parts.speaker.selectedIndex < 0) ask({ ...filter, speaker: '' });
}

/** @param {string} value @param {string} name @param {number} count */
function option(value, name, count) {
  const made = element('option', '', message('panelOption', name, count));
  made.value = value;
  return made;
}

/** Sets the controls and what they stand for. @param {Filter} asked */
function ask(asked) {
  filter = { ...asked };
  parts.search.value = filter.search;
  parts.speaker.value = filter.speaker;
  const kind = document.querySelector(`input[name="kind"][value="${filter.kind}"]`);
  if (kind instanceof HTMLInputElement) kind.checked = true;
}

function showFound() {
  if (!report) return;
  const whole = report;
  const dates = filteredDates(whole, filter);
  const statements = filtered(whole, filter);
  const isDates = view === 'dates';
  const [count, all] = isDates ? [dates.length, whole.dates.length] : [statements.statements.length, whole.statements.length];
  parts.narrowing.hidden = isDates || whole.statements.length === 0;
  parts.status.textContent = summary(whole, count, all);
  parts.foundTitle.textContent = message(isDates ? 'panelDates' : view === 'speaker' ? 'panelBySpeaker' : 'panelInOrder');
  // Whoever is somewhere down the list is to find it whole.
  const isBusy = parts.list.childElementCount > 0 && ((document.scrollingElement?.scrollTop ?? 0) > 0 || parts.list.contains(document.activeElement));
  keepPlace(parts.list, () => {
    if (count === 0) parts.list.replaceChildren(nothing(all));
    else if (isDates) parts.list.replaceChildren(...timeline({ dates, published: whole.published }, { reveal: revealDate, calendar: (date) => void saveDate(date) }));
    else if (view === 'speaker') parts.list.replaceChildren(...statementsBySpeaker(statements, uses));
    else parts.list.replaceChildren(statementsInOrder(statements, uses, { whole: isBusy, grown: () => current.again() }));
  });
  current.again();
}

/** @param {Report} whole @param {number} count @param {number} all */
function summary({ people }, count, all) {
  const isDates = view === 'dates';
  if (count < all) return message(isDates ? 'panelSomeDates' : 'panelSomeStatements', count, all);
  if (isDates) return all === 1 ? message('panelOneDate') : message('panelDatesCount', all);
  const statements = all === 1 ? message('panelOneStatement') : message('panelStatements', all);
  const speakers = people.filter((person) => person.statements > 0).length;
  if (speakers === 0) return statements;
  return message('panelSummary', statements, speakers === 1 ? message('panelOneSpeaker') : message('panelSpeakers', speakers));
}

/** @param {number} all how much there is that does not match */
function nothing(all) {
  const made = element('div', 'nothing', element('p', '', message(all > 0 ? 'panelNoMatch' : view === 'dates' ? 'panelNoDates' : 'panelNoStatements')));
  if (all === 0) return made;
  const clear = element('button', '', message('panelClear'));
  clear.type = 'button';
  clear.addEventListener('click', () => {
    ask(everything);
    showFound();
    parts.search.focus();
  });
  made.append(clear);
  return made;
}

const uses = {
  /** @param {ReportStatement} statement */
  reveal: ({ quotes }) => void reveal('quote', quotes[0]?.index ?? -1),
  /** @param {ReportStatement} statement */
  cite: async (statement) => {
    if (report) void copy(citation(statement, report, await linkTo(statement)));
  },
  /** @param {ReportStatement} statement */
  link: async (statement) => void copy(await linkTo(statement) ?? report?.url ?? ''),
};

/** @param {ReportStatement} statement @returns {Promise<string | undefined>} */
async function linkTo({ quotes }) {
  const answer = await connection.send({ type: 'copy-link', index: quotes[0]?.index });
  return answer?.url;
}

/** @param {ReportDate} date */
function revealDate({ index }) {
  void reveal('date', index);
}

/** @param {'quote' | 'date'} layer @param {number} index */
async function reveal(layer, index) {
  current.mark(entryOf(layer, index));
  const answer = await connection.send({ type: 'reveal', layer, index });
  if (!answer?.shown) tell(message('panelGone'));
}

/** @param {ReportDate} date */
async function saveDate(date) {
  if (!report) return;
  const { datesAsCalendar } = await import('../../export/calendar.js');
  saveFile(datesAsCalendar([date], report), `${date.first}.ics`, 'text/calendar');
  tell(message('panelSaved'));
}

/** @param {string} text */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    tell(message('panelCopied'));
  } catch {
    tell(message('panelNotCopied'));
  }
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let untold;
/** Says for a moment what was done. @param {string} text */
function tell(text) {
  clearTimeout(untold);
  parts.told.textContent = text;
  untold = setTimeout(() => {
    parts.told.textContent = '';
  }, 2_500);
}

/** The entry of a quotation or date in the list, where it is shown. @param {'quote' | 'date'} layer @param {number} index */
function entryOf(layer, index) {
  const statement = layer === 'quote' ? report?.statements.find(({ quotes }) => quotes.some((quote) => quote.index === index)) : undefined;
  if (layer === 'quote' && !statement) return '';
  return statement ? `[data-statement="${statement.index}"] .entry` : `[data-date="${index}"]`;
}

/** @param {string} speaker */
function showSpeaker(speaker) {
  ask({ ...everything, speaker });
  if (view === 'dates') look('order');
  showFound();
}

/** @param {'order' | 'speaker' | 'dates'} chosen */
function look(chosen) {
  view = chosen;
  const input = document.querySelector(`input[name="view"][value="${chosen}"]`);
  if (input instanceof HTMLInputElement) input.checked = true;
}

function open() {
  translatePage();
  parts = findParts();
  parts.search.placeholder = message('panelSearch');
  current = new CurrentEntry(parts.list);
  parts.tools.addEventListener('input', () => {
    const checked = (/** @type {string} */ name) => /** @type {HTMLInputElement | null} */ (document.querySelector(`input[name="${name}"]:checked`))?.value;
    view = /** @type {typeof view} */ (checked('view') ?? 'order');
    filter = { search: parts.search.value, kind: /** @type {Filter['kind']} */ (checked('kind') ?? 'all'), speaker: parts.speaker.value };
    // Another list begins at its beginning.
    window.scrollTo({ top: Math.min(scrollY, parts.tools.offsetTop), behavior: 'instant' });
    showFound();
  });
  walkWithArrows(parts.list);
  // What is scrolled to is not to come to lie under the controls, which stay at the top.
  new ResizeObserver(() => {
    const covered = getComputedStyle(parts.tools).position === 'sticky' ? parts.tools.offsetHeight : 0;
    document.documentElement.style.scrollPaddingBlockStart = `${covered + 8}px`;
  }).observe(parts.tools);
  offerFormats({
    // What is shown is what is exported; the dates are the article's.
    shown: () => report && selection(report, filter),
    withPositions: async () => (await connection.send({ type: 'report?', positions: true }))?.report,
    copy,
    saved: () => tell(message('panelSaved')),
  });
}
