// The demo page: runs the extension's content modules on a sample article, and on the reader's own text.

import { canPaint } from '../extension/content/paint/paint.js';
import { Reader } from '../extension/content/reader.js';
import { called } from '../extension/shared/called.js';
import { guarded } from '../extension/shared/guarded.js';
import { showFindings } from './findings.js';
import { offerOwnText } from './own-text.js';

/** @import { Annotations, EngineRequest } from '../types/annotations.js' */

/**
 * @template {Element} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

const article = part('article', HTMLElement);
const notice = part('notice', HTMLElement);
const status = part('status', HTMLElement);

/** @param {string} text */
function tell(text) {
  notice.textContent = text;
  notice.hidden = false;
}

/** Loads the engine. A dynamic import, because a static import of a missing engine would stop this whole module. */
async function loadEngine() {
  const engine = await import('./wasm/verbatim.js');
  await engine.default({ module_or_path: new URL('./wasm/verbatim_bg.wasm', import.meta.url) });
  return engine;
}

/** @param {(request: EngineRequest) => Annotations} annotate */
function start(annotate) {
  const ownText = offerOwnText(article, {
    form: part('own-form', HTMLFormElement),
    text: part('own-text', HTMLTextAreaElement),
    published: part('own-published', HTMLInputElement),
    back: part('back', HTMLButtonElement),
  });
  const lists = { status, statements: part('statements', HTMLElement), dates: part('dates', HTMLElement) };
  const reader = new Reader({
    annotate: async ({ published, language, blocks }) => {
      const annotations = annotate({ published, language, blocks });
      return { annotations: { ...annotations, people: annotations.people.map(called) }, published };
    },
    later: () => import('../extension/content/later.js'),
    root: () => article,
    published: ownText.published,
    onReading: (reading) => showFindings(reading, lists, {
      quote: (index) => reader.revealWords('quote', index),
      reported: (index) => reader.revealWords('reported', index),
      date: (index) => reader.revealDate(index),
    }),
    onUnread: () => {
      showFindings(null, lists, { quote() {}, reported() {}, date() {} });
    },
    onError: (error) => tell(`The engine could not read this text: ${error}`),
  }, new AbortController().signal);
}

if (!canPaint()) tell('This browser cannot paint highlights (the CSS Custom Highlight API is missing), so nothing is marked in the text. The lists work all the same.');
try {
  const { annotate, __wbg_reset_state: reset } = await loadEngine();
  start(guarded(annotate, reset));
} catch (error) {
  status.textContent = 'Nothing was read.';
  tell(`The engine could not be loaded, so nothing is marked on this page. “cargo xtask demo” builds it and serves this page. (${error})`);
}
