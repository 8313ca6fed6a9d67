// Serves each stored page from the host name that it came from, and starts browsers that ask there for every name.

import { createServer } from 'node:http';
import { launch } from '../../tests/browser/support/browsers.mjs';
import { throughProxy } from '../../tests/browser/support/proxy.mjs';

/** @import { BrowserName } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */

/** What no browser asks for encrypted. */
export const plainSuffix = '.example';

/** No script of the page runs and nothing is fetched; its own styles stay. */
const withoutScripts = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * @param {{ scripts: boolean }} options whether the scripts that stand in the pages run
 */
export async function serveHosts({ scripts }) {
  /** @type {Map<string, StoredPage>} */
  const pages = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const stored = pages.get(pathname);
    if (!stored) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    if (!scripts) response.setHeader('content-security-policy', withoutScripts);
    response.end(stored.html());
  });
  // A browser asked to go through a proxy wants a tunnel for what is encrypted: there is nothing behind.
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    /**
     * The address to go to for a page: its own, but for the protocol and the query.
     * @param {StoredPage} stored
     * @param {string} [suffix] of the host name: some names browsers only ask for encrypted
     */
    addressOf(stored, suffix = '') {
      const { hostname, pathname } = new URL(stored.address);
      pages.set(pathname, stored);
      return `http://${hostname}${suffix}${pathname}`;
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/**
 * @param {BrowserName} name
 * @param {number} port of the server
 * @param {{ extension?: boolean }} [options]
 */
export function launchFor(name, port, options = {}) {
  return launch(name, { ...options, ...throughProxy(name, port) });
}
