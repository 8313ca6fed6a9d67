// Watches the network of a whole browser.

import { createServer } from 'node:http';

/** What the browsers ask their makers on their own: updates, the time, lists. No extension has a part in it. */
const ofTheBrowsers = /(?:^|\.)(?:googleapis\.com|google\.com|gvt1\.com|gstatic\.com|mozilla\.(?:com|net|org)|mozgcp\.net|firefox\.com)$/;

/**
 * A server that every browser under test asks for everything. It answers for one host and notes all that it is asked.
 * @param {string} host
 * @param {(path: string) => string | null} answer HTML
 */
export async function watchingProxy(host, answer) {
  /** @type {string[]} */
  const asked = [];
  const note = (/** @type {string} */ address) => {
    if (!ofTheBrowsers.test(new URL(address).hostname)) asked.push(address);
  };
  const server = createServer((request, response) => {
    const { hostname, pathname } = new URL(request.url ?? '/', 'http://no.host');
    note(String(request.url));
    const body = hostname === host ? answer(pathname) : null;
    response.writeHead(body === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body ?? '');
  });
  // Whatever is encrypted, and web sockets, want a tunnel: who asks for one says to where.
  server.on('connect', ({ url }, socket) => {
    note(`https://${url}`);
    socket.on('error', () => {}).end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  server.on('upgrade', ({ url }, socket) => {
    note(String(url));
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return {
    asked,
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/**
 * Notes what the extension's background and its pages ask for, as Chromium's debugger sees it. To be called before it is installed.
 * @param {import('puppeteer-core').Browser} browser
 * @returns {string[]} grows
 */
export function watchExtension(browser) {
  /** @type {string[]} */
  const asked = [];
  browser.on('targetcreated', async (/** @type {import('puppeteer-core').Target} */ target) => {
    const note = (/** @type {string} */ address) => {
      if (target.url().startsWith('chrome-extension:')) asked.push(address);
    };
    try {
      const session = await target.createCDPSession();
      session.on('Network.requestWillBeSent', ({ request }) => note(request.url));
      session.on('Network.webSocketCreated', ({ url }) => note(url));
      await session.send('Network.enable');
    } catch {
      // It was gone before it could be watched.
    }
  });
  return asked;
}
