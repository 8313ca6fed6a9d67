// The background: holds the engine, the toolbar button, the menu and the keys. The browser may end it at any time, so nothing
// is kept here but the requests that wait, and all listeners are registered at once.

import { carryOverFormerSettings, watchSettings } from '../settings/settings.js';
import { answerMessages } from '../shared/handlers.js';
import { openPanel } from '../shared/open-panel.js';
import { redress } from '../shared/page-colours.js';
import { run } from './commands.js';
import { correctionsFor, keep, tellOfCorrections } from './desk.js';
import { annotateArticle } from './engine.js';
import { limited } from './limits.js';
import { choose, createMenus } from './menus.js';
import { settingsFor, shutStorage, tellPages, turnSite } from './pages.js';
import { PostponedRequest, Queue } from './queue.js';
import { beginPage, load, loadGate, targetOf } from './scripts.js';
import { showStanding, watchStanding } from './standing.js';
import { showState } from './toolbar.js';
import { countWatched, WatchList } from './watch.js';
import { welcome } from './welcome.js';

/** @import { Annotations, ArticleRequest } from '../../types/annotations.js' */
/** @import { Answer, ButtonState, Handlers, Refusal, ToBackground } from '../../types/protocol.js' */

/** What the pages have asked the engine for. @type {Queue<Answer>} */
const queue = new Queue();
const watchList = new WatchList();

/** @type {Handlers<ToBackground>} */
const handlers = {
  annotate(message, sender) {
    const answer = annotate(message, sender);
    answer.then(({ annotations }) => show(sender, { quotes: countQuotes(annotations), watched: countWatched(annotations) }), () => {
      // The page hears of it, and has the button show it.
    });
    return answer.catch(refusal);
  },
  'working?': async (message, sender) => ({ working: queue.has(askerOf(message, sender)) }),
  begin(_, sender) {
    void watchList.start();
    return beginPage(sender);
  },
  load: async ({ script }, sender) => ({ loaded: await load(script, sender) }),
  'load-gate': async ({ frame }, sender) => ({ loaded: await loadGate(frame, sender) }),
  'settings?': async (_, sender) => ({ settings: await settingsFor(sender) }),
  'switch-site': ({ on }, sender) => turnSite(sender, on).then((settings) => ({ settings }), refusal),
  keep: (message, sender) => keep(message, sender).then((desk) => ({ desk }), refusal),
  // Called at once: the browser opens a panel only in answer to a click.
  'open-panel': (_, { tab }) => openPanel(tab),
  colours(message, sender) {
    const target = targetOf(sender);
    if (target) void redress(target, message);
  },
  state(state, sender) {
    show(sender, state);
  },
  standing(_, sender) {
    void showStanding(sender);
  },
};
answerMessages(handlers);

chrome.runtime.onInstalled.addListener(({ reason }) => {
  createMenus();
  void carryOverFormerSettings().then(watchStanding);
  if (reason === chrome.runtime.OnInstalledReason.INSTALL) void welcome();
});

watchSettings(() => void watchStanding());
tellPages();
tellOfCorrections();
shutStorage();

// Firefox for Android has neither menus nor keys.
chrome.contextMenus?.onClicked.addListener(choose);
chrome.commands?.onCommand.addListener(run);

/**
 * @param {{ id: number, request: ArticleRequest, address?: string }} message
 * @param {chrome.runtime.MessageSender} sender
 */
async function annotate(message, sender) {
  const request = limited(message.request);
  const corrections = correctionsFor(message.address, sender).catch(() => []);
  const answer = await queue.ask(askerOf(message, sender), async () => watchList.mark(await annotateArticle(request), request, await corrections));
  const desk = await corrections;
  return desk.length > 0 ? { ...answer, desk } : answer;
}

/** @param {{ id: number }} message @param {chrome.runtime.MessageSender} sender */
function askerOf({ id }, { tab, frameId }) {
  return { tab: tab?.id, frame: frameId, id };
}

/**
 * The tab whose page itself sent a message: the button shows nothing of the frames in it.
 * @param {chrome.runtime.MessageSender} sender
 */
function tabOfPage({ tab, frameId }) {
  return frameId === 0 ? tab?.id : undefined;
}

/**
 * @param {chrome.runtime.MessageSender} sender
 * @param {ButtonState} state
 */
function show(sender, state) {
  const tabId = tabOfPage(sender);
  if (tabId !== undefined) void showState(tabId, state);
}

/** The quotations of somebody's words. @param {Annotations} annotations */
function countQuotes({ quotes }) {
  return quotes.filter(({ kind }) => kind !== 'other').length;
}

/** @param {unknown} error @returns {Refusal} */
function refusal(error) {
  return { error: error instanceof Error ? error.message : String(error), postponed: error instanceof PostponedRequest };
}
