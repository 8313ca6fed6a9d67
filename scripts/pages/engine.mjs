// The engine in Node with the extension's wasm, and the normalisation of texts for comparison.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from '../../tests/browser/support/browsers.mjs';

/** @typedef {{ published: string | null, language: string | null, blocks: { kind: string, text: string }[] }} ArticleRequest */

/** @returns {Promise<(request: ArticleRequest) => import('../../types/annotations.js').Annotations>} */
export async function startEngine() {
  const bindings = await import(pathToFileURL(join(built, 'bindings/verbatim.js')).href);
  bindings.initSync({ module: readFileSync(join(built, 'bindings/verbatim_bg.wasm')) });
  return bindings.annotate;
}

/**
 * The quotations in blocks of text, except those of kind `other`: their texts and the kinds of their blocks.
 * @param {(request: ArticleRequest) => import('../../types/annotations.js').Annotations} annotate
 * @param {ArticleRequest} request
 */
export function quotesIn(annotate, request) {
  return annotate(request).quotes.filter(({ kind }) => kind !== 'other').map(({ block, start, end }) => {
    const { kind = '', text = '' } = request.blocks[block] ?? {};
    return { text: plain(text.slice(start, end)), kind };
  });
}

/** Normalises white space and zero-width characters. @param {string} text */
export function plain(text) {
  return text.replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim();
}

/** Removes white space, because a line break is a space on the screen but not in the text nodes. @param {string} text */
export function withoutSpaces(text) {
  return text.replaceAll(' ', '');
}

/**
 * The multiset difference: the elements of one list that the other lacks.
 * @param {string[]} wanted
 * @param {string[]} present
 */
export function missing(wanted, present) {
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const text of present.map(withoutSpaces)) left.set(text, (left.get(text) ?? 0) + 1);
  return wanted.filter((text) => {
    const count = left.get(withoutSpaces(text)) ?? 0;
    left.set(withoutSpaces(text), count - 1);
    return count <= 0;
  });
}
