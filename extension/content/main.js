// The extension's part in a page: starts reading, and stops when told.

import { annotateInBackground, isOrphaned } from './ask.js';
import { loadLater } from './load-later.js';
import { canPaint } from './paint.js';
import { servePanel, tellPanels } from './panel-port.js';
import { Reader } from './reader.js';
import { isSiteOff, setSiteOff, watchSite } from './site.js';

/** @type {{ reader: Reader, controller: AbortController } | null} */
let current = null;

/** How it was when last asked. */
let wasOff = false;

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

/** Starts or stops, as the reader has it for this site. */
async function follow() {
  try {
    const off = await isSiteOff();
    // The button shows that it is on until it is told otherwise, and every message costs the page.
    if (off || off !== wasOff) report({ off });
    wasOff = off;
    if (off) stop();
    else start();
  } catch {
    // The extension was updated or removed: this script is none of its any more.
    stop();
  }
}

/**
 * Tells the toolbar button how it stands.
 * @param {{ off?: boolean, quotes?: number, failed?: boolean }} state
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

if (canPaint() && isOwnFrame() && !isPaintedByThePage()) {
  chrome.runtime.onMessage.addListener((message) => {
    if (message?.type === 'toggle') void setSiteOff(current !== null);
    if (message?.type === 'step') current?.reader.step(message.direction);
  });
  servePanel(() => current?.reader ?? null, () => current?.reader.stage ?? 'off');
  watchSite(follow);
  // A page that comes back from the back/forward cache has heard of no change meanwhile.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) void follow();
  });
  void follow();
}
