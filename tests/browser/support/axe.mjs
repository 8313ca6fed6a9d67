// What axe-core knows of that keeps people out of a page.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pause } from './highlights.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Nothing that axe-core knows of keeps people out of what is shown.
 * @param {import('./browsers.mjs').BrowserName} name
 * @param {Page} page
 */
export async function isOpenToAll(name, page) {
  await page.evaluate(axe);
  // Firefox takes the scheme from its preferences.
  for (const scheme of name === 'chromium' ? ['dark', 'light'] : ['light']) {
    if (name === 'chromium') await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    // Colours that are on their way to others are no colours to judge.
    await pause(200);
    const found = await page.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations.map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ node) => node.html).join(' ')}`));
    assert.deepEqual(found, [], scheme);
  }
}
