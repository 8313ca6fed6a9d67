// Documents that a page wrote itself, into a frame or a window. They have no address of their own, or have that of the page.

import { gatherClues } from './clues.js';

/** @import { Clues } from '../../../types/annotations.js' */

/**
 * The page that a document is a part of: itself, unless another page of its site wrote it.
 * @param {Document} page
 * @returns {Document}
 */
export function pageAround(page) {
  const view = page.defaultView;
  const writer = view && (view.parent === view ? view.opener : view.parent);
  try {
    if (writer && (!view.location.protocol.startsWith('http') || (view.parent === writer && view.location.href === writer.location.href))) {
      return pageAround(writer.document);
    }
  } catch {
    // The page around is another site's.
  }
  return page;
}

/**
 * What is said of a document's day of publication: by the page that wrote it, where it does not say it itself.
 * @param {Document} page
 * @returns {Clues}
 */
export function cluesOf(page) {
  const own = gatherClues(page);
  const around = pageAround(page);
  if (around === page || own.metas.length + own.linked.length + own.marked.length > 0) return own;
  const { address, canonical, language, metas, linked, marked } = gatherClues(around);
  return { ...own, address, canonical, language, metas, linked, marked };
}
