// The extension's part in a page: reads it, waits to be told to, or leaves it alone, as the user has it for the site.

import { annotateInBackground, isOrphaned } from './ask.js';
import { loadLater } from './load-later.js';
import { canPaint } from './paint.js';
import { servePanel, tellPanels } from './panel-port.js';
import { Reader } from './reader.js';
import { host, setSite, stateOfSite, watchSite } from './site.js';

/** @import { SiteState } from '../settings/settings.js' */

/** @type {{ reader: Reader, controller: AbortController } | null} */
let current = null;

/** How it was when last asked. @type {SiteState} */
let before = 'on';

/** Whether the user asked for this page to be read, where pages wait for that. */
let asked = false;

/** Pages that show Verbatim themselves say so in their HTML; painting them twice would only fight over the names. */
function isPaintedByThePage() {
  return document.documentElement.hasAttribute('data-verbatim-page');
}

function start() {
  if (current) return;
  const controller = new AbortController();
  const options = {
    annotate: annotateInBackground,
    later: loadLater,
    onStage: tellPanels,
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

/** Starts or stops, as the user has it for this site. */
async function follow() {
  try {
    const stored = await stateOfSite();
    if (stored === 'off') asked = false;
    const state = stored === 'waiting' && asked ? 'on' : stored;
    // The button shows that it is on until it is told otherwise, and every message costs the page.
    if (state !== 'on' || state !== before) report({ off: state === 'off', waiting: state === 'waiting' });
    before = state;
    if (state === 'on') start();
    else stop();
  } catch {
    // The extension was updated or removed: this script is none of its any more.
    stop();
  }
}

/** Turns the site off or on; where pages wait, only this page's reading. */
async function toggle() {
  const stored = await stateOfSite();
  if (stored !== 'waiting') await setSite(stored === 'off');
  else {
    asked = !asked;
    await follow();
  }
}

/** Reads this page now, also where pages wait. */
async function read() {
  asked = true;
  if (await stateOfSite() === 'off') await setSite(true);
  await follow();
}

/** What the popup shows. */
async function state() {
  const reading = current?.reader.reading ?? null;
  const quotes = reading?.annotations.quotes.filter(({ kind }) => kind !== 'other') ?? [];
  const speakers = new Set(quotes.map(({ person }) => person).filter((person) => person !== null));
  return {
    on: await stateOfSite() !== 'off',
    waiting: before === 'waiting',
    reading: reading !== null,
    counts: { quotes: quotes.length, speakers: speakers.size, dates: reading?.annotations.dates.length ?? 0 },
    host,
  };
}

/**
 * Tells the toolbar button how it stands.
 * @param {{ off?: boolean, waiting?: boolean, quotes?: number, failed?: boolean }} state
 */
function report(state) {
  if (isOrphaned()) return;
  chrome.runtime.sendMessage({ type: 'state', ...state }).catch(() => {
    // Nobody listens while the background starts or goes: the button is then a little behind.
  });
}

/** Frames of the page's own site hold parts of it; those of others hold advertisements and players. */
function isOwnFrame() {
  try {
    return window === window.top || window.top?.location.host === location.host;
  } catch {
    return false;
  }
}

/** @param {{ type?: string, direction?: 1 | -1 } | undefined} message @returns {Promise<unknown> | undefined} */
function answerTo(message) {
  switch (message?.type) {
    case 'state?': return state();
    case 'toggle': return toggle();
    case 'read': return read();
    case 'step': return Promise.resolve(current?.reader.step(message.direction ?? 1));
    default: return undefined;
  }
}

if (canPaint() && isOwnFrame() && !isPaintedByThePage()) {
  chrome.runtime.onMessage.addListener((message, _, respond) => {
    const answer = answerTo(message);
    answer?.then(respond, () => respond(undefined));
    return answer !== undefined;
  });
  servePanel(() => current?.reader ?? null, () => current?.reader.stage ?? (before === 'on' ? 'working' : before));
  watchSite(follow, new AbortController().signal);
  // A page that comes back from the back/forward cache has heard of no change meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void follow();
  });
  void follow();
}
