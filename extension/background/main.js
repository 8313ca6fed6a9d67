// The background: holds the engine and the toolbar button. The browser may end it at any time, so nothing is kept here.

import { annotateArticle } from './engine.js';
import { goTo, showState, toggle } from './toolbar.js';

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message?.type === 'annotate') {
    annotateArticle(message.request).then(
      (annotations) => respond({ annotations }),
      (error) => respond({ error: error instanceof Error ? error.message : String(error) }),
    );
    // The answer comes later.
    return true;
  }
  if (message?.type === 'state' && sender.tab?.id !== undefined) void showState(sender.tab.id, message);
  return false;
});

chrome.action.onClicked.addListener(toggle);
chrome.commands.onCommand.addListener(goTo);
