// The gate: what runs in every page. Most pages hold no article, and none is to pay for more than it needs, so the content script is
// loaded only where there is an article, or comes to be one. To ask what the reader asks (`paragraphsOfArticle`) is what makes it
// sure that no article is kept out. Nothing else of the extension is touched until then: to make the browser's interfaces ready for
// a page takes longer than to look at it. Whoever wants to talk to such a page, as the popup does, starts the content script.

import { paragraphsOfArticle } from './find/article.js';
import { lookIntoFrames } from './find/frames.js';
import { handOver } from './handover.js';
import { declaredLanguage, isInEnglish, mayBeEnglish } from './find/language.js';
import { isContentThere, loadContent } from './load.js';
import { isOrphaned } from './orphaned.js';
import { leave, left } from './scope.js';
import { Watch, onceChanged } from './watch/watch.js';

/** @import { Paragraphs } from './find/article.js' */

/** In milliseconds. */
const untilNextAttempt = 30_000;

/** Frames of the page's own site hold parts of it, also those that the page filled itself; those of others hold advertisements and players. */
function isOwnFrame() {
  try {
    return window === window.top || window.top?.origin === origin;
  } catch {
    return false;
  }
}

/** Pages that show Verbatim themselves say so in their HTML; painting them twice would only fight over the names. */
function isPaintedByThePage() {
  return document.documentElement.hasAttribute('data-verbatim-page');
}

/** What the page holds of an article now: its paragraphs, null if there is none, or that it is in another language. */
function look() {
  lookIntoFrames();
  const paragraphs = paragraphsOfArticle(document);
  // A page that declares another language is asked for its words.
  if (!paragraphs || mayBeEnglish(declaredLanguage(document))) return paragraphs;
  const english = isInEnglish(document, paragraphs);
  return english ? paragraphs : english === false ? 'foreign' : null;
}

/** Looks at the page, and looks again when it has changed. */
function keep() {
  const paragraphs = look();
  if (paragraphs === 'foreign') return;
  // A page that holds none, and does not change, pays for no watch.
  if (paragraphs) watchPage(paragraphs);
  else onceChanged(document, () => watchPage(null));
}

/** Loads the content script when the page holds an article. @param {Paragraphs[] | null} found what the page holds now, or null if it has changed since somebody looked */
function watchPage(found) {
  const watch = new Watch(document, async () => {
    if (isContentThere()) {
      watch.stop();
      return false;
    }
    const paragraphs = found ?? look();
    found = null;
    if (paragraphs === 'foreign') return false;
    // Where the content script does not come, the next change of the page has it asked for again, or some time.
    if (paragraphs) await loadContent((settings) => handOver({ paragraphs: () => (watch.isStale ? null : paragraphs), settings, end: () => watch.stop() }));
    if (paragraphs && !isContentThere() && !isOrphaned()) setTimeout(() => watch.soon(), untilNextAttempt);
    return false;
  });
  if (found) void watch.now();
  else watch.soon();
}

// The popup starts Verbatim where nobody answers, which may be a page where the browser has done so already, or is about to.
if (!left('verbatimGate') && isOwnFrame() && !isPaintedByThePage()) {
  leave('verbatimGate', true);
  keep();
}
