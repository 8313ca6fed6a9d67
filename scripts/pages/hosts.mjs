// Serves each stored page from its original host name, and starts browsers that send all requests to this server.

import { createServer } from 'node:http';
import { launch } from '../../tests/browser/support/browsers.mjs';
import { throughProxy } from '../../tests/browser/support/proxy.mjs';

/** @import { BrowserName } from '../../tests/browser/support/browsers.mjs' */
/** @import { StoredPage } from './corpus.mjs' */

/** A host suffix that browsers never upgrade to HTTPS. */
export const plainSuffix = '.example';

/** Blocks scripts and loading; keeps inline styles. */
const withoutScripts = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * @param {{ scripts: boolean }} options whether inline scripts run
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
  // A browser with a proxy requests a tunnel for HTTPS, which leads nowhere here.
  server.on('connect', (_, socket) => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    /**
     * The address of a page: its original one except for protocol and query.
     * @param {StoredPage} stored
     * @param {string} [suffix] of the host name, because browsers request some names only over HTTPS
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
 * @param {{ extension?: boolean, preferences?: Record<string, unknown> }} [options]
 */
export function launchFor(name, port, options = {}) {
  const proxy = throughProxy(name, port);
  return launch(name, { ...options, ...proxy, preferences: { ...options.preferences, ...proxy.preferences } });
}
