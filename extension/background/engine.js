// The engine: one instance for all tabs, made when a page is about to need it.

import { publishedOn } from '../published/published.js';
import init, { annotate } from '../wasm/verbatim.js';

/** @import { Answer, ArticleRequest } from '../../types/annotations.js' */

/** @type {Promise<unknown> | null} */
let starting = null;

/** Begins to make it, where it is not there yet. */
export function startEngine() {
  starting ??= init({ module_or_path: new URL('../wasm/verbatim_bg.wasm', import.meta.url) }).catch(() => {
    // Whoever asks for it next has it tried again.
    starting = null;
  });
  return starting;
}

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Answer>}
 */
export async function annotateArticle(request) {
  await startEngine();
  const published = request.clues ? publishedOn(request.clues) : request.published;
  return { annotations: annotate({ ...request, published }), published };
}
