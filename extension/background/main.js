// The background: holds the engine and the toolbar button. The browser may end it at any time, so nothing is kept here.

import { annotateArticle } from './engine.js';
import { goTo, showState, toggle } from './toolbar.js';

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  if (message?.type === 'annotate') {
    annotateArticle(message.request).then(
      (answer) => {
        respond(answer);
        if (sender.tab?.id !== undefined) void showState(sender.tab.id, { quotes: countQuotes(answer.annotations) });
      },
      (error) => respond({ error: error instanceof Error ? error.message : String(error) }),
    );
    // The answer comes later.
    return true;
  }
  if (message?.type === 'state' && sender.tab?.id !== undefined) void showState(sender.tab.id, message);
  return false;
});

/** The quotations of somebody's words. @param {import('../../types/annotations.js').Annotations} annotations */
function countQuotes({ quotes }) {
  return quotes.filter(({ kind }) => kind !== 'other').length;
}

chrome.action.onClicked.addListener(toggle);
chrome.commands.onCommand.addListener(goTo);
