// The engine: one instance for all tabs, made at the first request.

import { publishedOn } from '../published/published.js';
import init, { annotate } from '../wasm/verbatim.js';

/** @import { Answer, ArticleRequest } from '../../types/annotations.js' */

/** @type {Promise<unknown> | null} */
let starting = null;

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Answer>}
 */
export async function annotateArticle(request) {
  starting ??= init({ module_or_path: new URL('../wasm/verbatim_bg.wasm', import.meta.url) });
  try {
    await starting;
  } catch (error) {
    starting = null;
    throw error;
  }
  const published = request.clues ? publishedOn(request.clues) : request.published;
  return { annotations: annotate({ ...request, published }), published };
}
