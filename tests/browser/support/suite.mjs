// What the tests of a suite share: a server, a browser, what it saves. Each is made before the first of them and taken away after the
// last. To be called where the suite is described; what they give is filled only when its tests run.

import { after, before } from 'node:test';
import { launch } from './browsers.mjs';
import { downloadFolder } from './files.mjs';
import { serve } from './server.mjs';

/** @typedef {Parameters<typeof serve>[0]} Answer */

/**
 * A server. Of a map, it serves the pages by their paths.
 * @param {Answer | Map<string, string | Awaited<ReturnType<Answer>>>} pages
 * @param {Parameters<typeof serve>[1]} [options]
 */
export function useServer(pages, options) {
  const server = /** @type {Awaited<ReturnType<typeof serve>>} */ ({});
  const inMap = (/** @type {string | Awaited<ReturnType<Answer>>} */ page = null) => (typeof page === 'string' ? { body: page } : page);
  const answer = pages instanceof Map ? (/** @type {string} */ path) => inMap(pages.get(path)) : pages;
  before(async () => void Object.assign(server, await serve(answer, options)));
  after(() => server.close?.());
  return server;
}

/**
 * A browser.
 * @param {Parameters<typeof launch>[0]} name
 * @param {Parameters<typeof launch>[1]} [options]
 */
export function useBrowser(name, options) {
  const launched = /** @type {import('./browsers.mjs').Launched} */ ({ name });
  before(async () => void Object.assign(launched, await launch(name, options)));
  after(() => launched.browser?.close());
  return launched;
}

/**
 * A browser, and what it saves.
 * @param {Parameters<typeof launch>[0]} name
 * @param {Parameters<typeof launch>[1]} [options]
 */
export function useBrowserThatSaves(name, { preferences, ...options } = {}) {
  const downloads = downloadFolder();
  const launched = useBrowser(name, { ...options, preferences: { ...downloads.preferences, ...preferences } });
  before(() => downloads.use(launched));
  after(downloads.remove);
  return { launched, downloads };
}
