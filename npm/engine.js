// The functions of the package, whatever fetches the wasm.

import { guarded } from '../extension/shared/guarded.js';
import { kept } from '../extension/shared/kept.js';
import init, { __wbg_reset_state as reset, annotate, findDates } from './wasm/verbatim.js';

/** @import { Annotations, Block, DateExpression } from '../types/annotations.js' */
/** @import { Article } from './index.js' */

/**
 * The functions, which start the engine when one of them is first called.
 * @param {() => Promise<BufferSource> | URL} source where the wasm is
 */
export function engine(source) {
  const started = kept(async () => init({ module_or_path: await source() }));
  const [annotateSafely, findDatesSafely] = [guarded(annotate, reset), guarded(findDates, reset)];
  return {
    /** @param {Article} article @returns {Promise<Annotations>} */
    async annotate(article) {
      await started.get();
      return annotateSafely(request(article));
    },
    /** @param {Article} article @returns {Promise<DateExpression[]>} */
    async findDates(article) {
      await started.get();
      return findDatesSafely(request(article)).dates;
    },
  };
}

/** @param {Article} article */
function request({ published = null, language = null, blocks }) {
  return { published, language, clues: null, blocks };
}

/**
 * The paragraphs of a plain text, which blank lines part.
 * @param {string} text
 * @param {{ headline?: boolean }} [options] whether the first of them is a headline
 * @returns {Block[]}
 */
export function blocksOf(text, { headline = false } = {}) {
  const paragraphs = text.split(/\r?\n[^\S\n]*\n/).map((paragraph) => paragraph.trim()).filter(Boolean);
  return paragraphs.map((paragraph, index) => ({ kind: headline && index === 0 ? 'headline' : 'paragraph', text: paragraph }));
}
