// The background: holds the engine, the toolbar button, the menu and the keys. The browser may end it at any time, so nothing
// is kept here but the requests that wait, and all listeners are registered at once.

import { carryOverFormerSettings, watchSettings } from '../settings/settings.js';
import { redress } from './colours.js';
import { run } from './commands.js';
import { annotateArticle } from './engine.js';
import { limited } from './limits.js';
import { choose, createMenus } from './menus.js';
import { currentSettings, tellPages, turnSite } from './pages.js';
import { openPanel } from './panel.js';
import { PostponedRequest, Queue } from './queue.js';
import { beginPage, load, targetOf } from './scripts.js';
import { showStanding, watchStanding } from './standing.js';
import { showState } from './toolbar.js';
import { welcome } from './welcome.js';

/** @import { Answer, ArticleRequest } from '../../types/annotations.js' */

/** What the pages have asked the engine for. @type {Queue<Answer>} */
const queue = new Queue();

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message?.type === 'annotate') {
    annotate(message, sender).then(
      (answer) => {
        respond(answer);
        show(sender, { quotes: countQuotes(answer.annotations) });
      },
      (error) => respond({ error: error instanceof Error ? error.message : String(error), postponed: error instanceof PostponedRequest }),
    );
    // The answer comes later.
    return true;
  }
  if (message?.type === 'working?') respond({ working: queue.has(askerOf(message, sender)) });
  if (message?.type === 'begin') {
    beginPage(sender).then(respond, () => respond(null));
    return true;
  }
  if (message?.type === 'load') {
    void load(message.script, sender).then((loaded) => respond({ loaded }));
    return true;
  }
  if (message?.type === 'settings?') {
    currentSettings().then((settings) => respond({ settings }), () => respond(undefined));
    return true;
  }
  if (message?.type === 'switch-site') {
    turnSite(message.host, message.on).then((settings) => respond({ settings }), (error) => respond({ error: String(error) }));
    return true;
  }
  if (message?.type === 'open-panel') {
    void openPanel(sender.tab).then(respond);
    return true;
  }
  const target = targetOf(sender);
  if (message?.type === 'colours' && target) void redress(target, message);
  if (message?.type === 'state') show(sender, message);
  if (message?.type === 'standing') void showStanding(sender);
  return false;
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  createMenus();
  void carryOverFormerSettings().then(watchStanding);
  if (reason === chrome.runtime.OnInstalledReason.INSTALL) void welcome();
});

watchSettings(() => void watchStanding());
tellPages();

// Firefox for Android has neither menus nor keys.
chrome.contextMenus?.onClicked.addListener(choose);
chrome.commands?.onCommand.addListener(run);

/**
 * @param {{ id: unknown, request: ArticleRequest }} message
 * @param {chrome.runtime.MessageSender} sender
 */
async function annotate(message, sender) {
  const request = limited(message.request);
  return queue.ask(askerOf(message, sender), () => annotateArticle(request));
}

/** @param {{ id: unknown }} message @param {chrome.runtime.MessageSender} sender */
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
 * @param {Parameters<typeof showState>[1]} state
 */
function show(sender, state) {
  const tabId = tabOfPage(sender);
  if (tabId !== undefined) void showState(tabId, state);
}

/** The quotations of somebody's words. @param {import('../../types/annotations.js').Annotations} annotations */
function countQuotes({ quotes }) {
  return quotes.filter(({ kind }) => kind !== 'other').length;
}
