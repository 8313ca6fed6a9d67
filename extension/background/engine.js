// The engine: one instance for all tabs, made when a page is about to need it.

import { datedEntries } from '../published/entries.js';
import { publishedOn } from '../published/published.js';
import { called } from '../shared/called.js';
import { guarded } from '../shared/guarded.js';
import { kept } from '../shared/kept.js';
import init, { __wbg_reset_state as reset, annotate } from '../wasm/verbatim.js';

/** @import { Annotations, ArticleRequest, EngineRequest } from '../../types/annotations.js' */
/** @import { Answer } from '../../types/protocol.js' */

/**
 * A small article with something of everything that is looked for. The engine's word lists are read, and in Chromium its functions
 * compiled, when they are first needed: with this they are so while the page is still collecting its text.
 * @type {EngineRequest}
 */
const sample = {
  published: '2025-03-14',
  language: 'en',
  blocks: [
    { kind: 'headline', text: 'Ferry to stay “for good”, says mayor' },
    { kind: 'paragraph', text: '“We are not moving,” Mayor Teodor Vask, 61, said on Thursday. “It is our road,” he told the Sound Courier, “and it will be open by 3 May.”' },
    { kind: 'paragraph', text: 'According to Ilse Marrow, who runs the school, the “so-called plan” was read last week by about 40 people, and the company\'s spokeswoman called it "a mistake".' },
    { kind: 'paragraph', text: '“Nobody asked us in 2019 or in the two years since,” she added.' },
  ],
};

const engine = kept(async () => {
  await init({ module_or_path: new URL('../wasm/verbatim_bg.wasm', import.meta.url) });
  annotate(sample);
});

const annotateSafely = guarded(annotate, reset);

/** Begins to make it, where it is not there yet. */
export function startEngine() {
  engine.get().catch(() => {
    // The next request tries again.
  });
}

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Answer>}
 */
export async function annotateArticle(request) {
  await engine.get();
  const { clues, entries, ...article } = request;
  const published = clues ? publishedOn(clues) : request.published;
  if (!entries) return { annotations: shownOn(annotateSafely({ ...article, published })), published };
  const dated = datedEntries(entries, clues, published);
  const withDays = dated.filter((entry) => entry.published !== null);
  return { annotations: shownOn(annotateSafely({ ...article, published, entries: withDays })), published, entries: dated };
}

/**
 * What a page shows of the annotations: nobody who is named but says nothing. A long list makes a slow message.
 * @param {Annotations} annotations
 * @returns {Annotations}
 */
function shownOn(annotations) {
  const said = [...annotations.quotes, ...annotations.reported];
  const speakers = said.reduce((count, { person }) => Math.max(count, (person ?? -1) + 1), 0);
  const people = annotations.people.slice(0, speakers).map(called);
  return { ...annotations, people };
}
