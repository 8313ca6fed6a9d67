// Words on the extension's own pages that look as marks do on the pages that are read.

import { declarations } from '../settings/looks.js';

/** @import { Look, Tone } from '../settings/looks.js' */
/** @import { Settings } from '../settings/settings.js' */

/** How the extension's own pages look now. @returns {Tone} */
export function ownTone() {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * Gives words their looks: those with `data-layer`, in the tint of `data-tint`, on the tone of `data-tone`.
 * @param {Pick<Settings, 'tint' | 'colours'>} settings
 * @param {ParentNode} [root]
 */
export function showSamples({ tint, colours }, root = document) {
  for (const sample of root.querySelectorAll('[data-layer]')) {
    if (!(sample instanceof HTMLElement)) continue;
    const { layer, tint: own = '1', tone = ownTone(), probable } = sample.dataset;
    const look = { layer, tone, tint: tint === 'speaker' ? Number(own) : null, probable: probable !== undefined };
    sample.style.cssText = declarations(/** @type {Look} */ (look), colours);
  }
}
