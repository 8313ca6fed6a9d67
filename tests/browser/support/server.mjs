// Serves pages to the browsers under test.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json',
  '.svg': 'image/svg+xml', '.png': 'image/png',
};

/** The strictest policy a page can have: no script, no style, nothing from anywhere, no HTML from strings. */
export const strictPolicy = "default-src 'none'; require-trusted-types-for 'script'";

/**
 * A server on a port of this machine's choosing.
 * @param {(path: string) => { body: string | Buffer, type?: string, policy?: string } | null | Promise<{ body: string | Buffer, type?: string, policy?: string } | null>} answer
 * @param {{ store?: boolean }} [options] whether browsers may keep what they got
 */
export async function serve(answer, { store = false } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const found = await answer(pathname);
    if (!found) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.setHeader('content-type', found.type ?? 'text/html; charset=utf-8');
    if (!store) response.setHeader('cache-control', 'no-store');
    if (found.policy) response.setHeader('content-security-policy', found.policy);
    response.end(found.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    }),
  };
}

/** Serves a folder's files, less those that `missing` matches. @param {string} folder @param {RegExp} [missing] */
export function folderAnswer(folder, missing) {
  return async (/** @type {string} */ path) => {
    const name = path.endsWith('/') ? `${path}index.html` : path;
    if (missing?.test(name)) return null;
    try {
      return { body: await readFile(join(folder, normalize(name))), type: types[extname(name)] ?? 'application/octet-stream' };
    } catch {
      return null;
    }
  };
}
