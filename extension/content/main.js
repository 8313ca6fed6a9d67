// The content script: reads the page, waits to be told to, or leaves it alone, as the user has it for the site. The gate (`gate.js`)
// has it loaded where the page holds an article.

import { annotateInBackground, askForSettings, send, switchSite } from './ask.js';
import { lookIntoFrames } from './find/frames.js';
import { takeOver } from './handover.js';
import { loadLater } from './load-later.js';
import { isOrphaned } from './orphaned.js';
import { canPaint } from './paint/paint.js';
import { partsOf } from './collect/parts.js';
import { answerPanel, servePanel, tellPanels } from './report/panel-port.js';
import { Reader } from './reader.js';
import { Slice } from '../shared/slices.js';
import { ifTrusted } from './trusted.js';
import { defaultSettings, siteState } from '../settings/settings.js';

/** @import { Question } from './report/panel-answers.js' */
/** @import { Settings, SiteState } from '../settings/settings.js' */

/** A frame that the page fills itself has no address, but the page's origin. */
const host = location.hostname || origin.replace(/^https?:\/\/|:\d+$/g, '');

/** @type {{ reader: Reader, controller: AbortController } | null} */
let current = null;

/** What the gate has found out already. @type {ReturnType<typeof takeOver>} */
let given = null;

/** As they were when last read. */
let settings = defaultSettings();

/** What the settings say of this site. @type {SiteState} */
let stored = 'on';

/** What is done, which the user may have asked for this page alone. @type {SiteState} */
let state = 'on';

/** Whether the user asked for this page to be read, whatever the settings say. */
let asked = false;

function start() {
  if (current) return;
  const controller = new AbortController();
  /** @type {import('./reader.js').ReaderOptions} */
  const options = {
    annotate: annotateInBackground,
    later: loadLater,
    paragraphs: () => given?.paragraphs() ?? null,
    wishes: () => wishesOf(settings),
    onLook: lookIntoFrames,
    onStage: tellPanels,
    onReading: ({ blocks }) => {
      // The background counts what it answers with, which of a very long article is only a part.
      if ([...partsOf(blocks)].length > 1) report({ quotes: counts().quotes });
    },
    onUnread: () => report({ quotes: 0 }),
    onError: () => {
      if (isOrphaned()) stop();
      else report({ failed: true });
    },
  };
  current = { reader: new Reader(options, controller.signal), controller };
  tellPanels();
}

function stop() {
  current?.controller.abort();
  current = null;
  tellPanels();
}

/** Counts how often the settings were asked for or told: only the last counts. */
let turn = 0;

/** Does as the settings say. @param {() => Promise<Settings>} [question] what asks for them */
async function follow(question = askForSettings) {
  const own = ++turn;
  try {
    const now = await question();
    if (own === turn) obey(now);
  } catch {
    // The extension was updated or removed: this script is none of its any more.
    stop();
  }
}

/** The first time the settings mostly came with this script. */
async function firstSettings() {
  const now = await (given?.settings ?? askForSettings());
  // To begin a walk takes its time, as did the start of this script.
  await new Slice().next();
  return now;
}

/** Starts or stops, as the user has it for this site. @param {Settings} now */
function obey(now) {
  turn += 1;
  const former = { settings, stored, state };
  settings = now;
  stored = siteState(settings, host);
  if (stored === 'off' && former.stored !== 'off') asked = false;
  state = asked ? 'on' : stored;
  // The button shows that it is on until it is told otherwise, and every message costs the page.
  if (state !== 'on' || state !== former.state) report({ off: state === 'off', waiting: state === 'waiting' });
  if (state !== 'on') stop();
  else if (current) redress(former.settings);
  else start();
  given?.end();
  given = null;
}

/** Shows what is read as the user now wants to see it. @param {Settings} former */
function redress(former) {
  if (!same(settings.colours, former.colours)) dress(former.colours);
  if (!same(wishesOf(settings), wishesOf(former))) current?.reader.repaint();
  if (settings.badge !== former.badge) report({ quotes: counts().quotes });
}

/** Has the user's own colours changed, which the page was given with this script. @param {Settings['colours']} before what they were */
function dress(before) {
  send({ type: 'colours', colours: settings.colours, before }).catch(() => {
    // The marks keep the colours that they have.
  });
}

/** What of the settings decides how marks look. @param {Settings} settings */
function wishesOf({ layers, tint, colours }) {
  return { layers, tint, colours };
}

/** @param {unknown} one @param {unknown} other */
function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Turns the site off or on; where pages wait, this page's reading alone. */
async function toggle() {
  const running = state === 'on';
  asked = !running && settings.mode === 'click';
  const isToBeStored = running ? stored === 'on' : stored === 'off';
  const now = isToBeStored ? await switchSite(host, !running).catch(() => null) : null;
  if (now) obey(now);
  else await follow();
}

/** Reads this page now, whatever the settings say. */
async function read() {
  asked = true;
  await follow();
}

/** Says who said the selected words. */
async function askAboutSelection() {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : null;
  if (!range) return;
  if (!current) await read();
  await current?.reader.tellAbout(range);
}

function counts() {
  const { quotes = [], dates = [] } = current?.reader.reading?.annotations ?? {};
  const said = quotes.filter(({ kind }) => kind !== 'other');
  const speakers = new Set(said.map(({ person }) => person).filter((person) => person !== null));
  return { quotes: said.length, speakers: speakers.size, dates: dates.length };
}

/** How the page stands. */
function stage() {
  return current?.reader.stage ?? (state === 'on' ? 'working' : state);
}

/** What the popup shows. */
async function answerPopup() {
  return { host, state, stage: current?.reader.stage ?? 'none', counts: counts() };
}

/**
 * Tells the toolbar button how it stands.
 * @param {{ off?: boolean, waiting?: boolean, quotes?: number, failed?: boolean }} state
 */
function report(state) {
  send({ type: 'state', ...state }).catch(() => {
    // Nobody listens while the background starts or goes: the button is then a little behind.
  });
}

/** @param {({ settings?: Settings, direction?: 1 | -1 } & Question) | undefined} message @returns {Promise<unknown> | undefined} */
function answerTo(message) {
  switch (message?.type) {
    case 'settings':
      if (message.settings) obey(message.settings);
      return undefined;
    case 'state?': return answerPopup();
    case 'toggle': return toggle();
    case 'read': return read();
    case 'ask': return askAboutSelection();
    case 'report?':
    case 'reveal':
    case 'copy-link': return answerPanel(message, current?.reader ?? null, stage());
    case 'step': return Promise.resolve(current?.reader.step(message.direction ?? 1));
    default: return undefined;
  }
}

function begin() {
  given = takeOver();
  chrome.runtime.onMessage.addListener((message, _, respond) => {
    const answer = answerTo(message);
    answer?.then(respond, () => respond(undefined));
    return answer !== undefined;
  });
  servePanel(() => current?.reader ?? null);
  // A page that comes back from the back/forward cache has heard of no change meanwhile.
  window.addEventListener('pageshow', ifTrusted(({ persisted }) => {
    if (persisted) void follow();
  }));
  void follow(firstSettings);
}

const scope = /** @type {{ verbatimContent?: true, verbatimGate?: unknown }} */ (globalThis);
// Whoever wants to talk to the page may start it while the gate has asked for it already. Without a gate the page is not to be read;
// and Firefox would let it into empty pages, which are no site's.
if (!scope.verbatimContent && scope.verbatimGate && canPaint() && (location.protocol.startsWith('http') || origin.startsWith('http'))) {
  scope.verbatimContent = true;
  begin();
}
