// The engine: one instance for all tabs, made at the first request.

import init, { annotate } from '../wasm/verbatim.js';

/** @import { Annotations, ArticleRequest } from '../../types/annotations.js' */

/** @type {Promise<unknown> | null} */
let starting = null;

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Annotations>}
 */
export async function annotateArticle(request) {
  starting ??= init({ module_or_path: new URL('../wasm/verbatim_bg.wasm', import.meta.url) });
  try {
    await starting;
  } catch (error) {
    starting = null;
    throw error;
  }
  return annotate(request);
}
