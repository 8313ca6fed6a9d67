// A page made with React 19, which hydrates late and then edits and removes what is painted.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { waitForPainted } from './support/highlights.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

const require = createRequire(import.meta.url);

/** React's packages, which are no modules, as one script. */
const react = ['react', 'scheduler', 'react-dom', 'react-dom/client'].map((name) => {
  const [packageName = '', part = 'index'] = name.split('/');
  const folder = join(dirname(require.resolve(`${packageName}/package.json`)), 'cjs');
  const file = { react: 'react.development.js', scheduler: 'scheduler.development.js', 'react-dom': 'react-dom.development.js', 'react-dom/client': 'react-dom-client.development.js' }[name] ?? part;
  return `modules[${JSON.stringify(name)}] = (exports, require) => { const module = { exports }; ${readFileSync(join(folder, file), 'utf8')}\nreturn module.exports; };`;
}).join('\n');

const script = `const modules = {}, made = {};
const process = { env: { NODE_ENV: 'development' } };
const require = (name) => made[name] ??= modules[name]({}, require) ?? made[name];
${react}
const { createElement, useState } = require('react');
let change;
function Story() {
  const [state, setState] = useState({ words: 'not moving', second: true });
  change = setState;
  return createElement('article', null,
    createElement('h1', null, 'Ferry'),
    createElement('p', null, '“We are ', state.words, ',” Mayor Teodor Vask said.'),
    state.second ? createElement('p', null, '“It is ', createElement('b', null, 'our'), ' road,” said Ilse Marrow.') : null);
}
globalThis.hydrate = () => {
  require('react-dom/client').hydrateRoot(document.querySelector('#app'), createElement(Story), {
    onRecoverableError: (error) => console.error('recovered', String(error)),
  });
};
globalThis.change = (state) => change(state);`;

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta property="article:published_time" content="2025-03-14"><title>Ferry</title></head>
<body><div id="app"><article><h1>Ferry</h1><p>“We are <!-- -->not moving<!-- -->,” Mayor Teodor Vask said.</p><p>“It is <b>our</b> road,” said Ilse Marrow.</p></article></div>
<script src="/react.js"></script></body></html>`;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer((path) => {
      if (path === '/react.js') return { body: script, type: 'text/javascript' };
      return path === '/' ? { body: html } : null;
    });
    const launched = useBrowser(browserName);

    test('React finds the page as it left it, and what it changes is painted anew', async () => {
      const { page, complaints } = await openPage(launched);
      const painted = (/** @type {string[]} */ ...expected) => waitForPainted(page, (texts) => texts.join('|') === expected.join('|'));
      const change = (/** @type {object} */ state) => page.evaluate((state) => /** @type {any} */ (globalThis).change(state), state);
      await page.goto(server.address);
      await painted('“We are not moving,”', '“It is our road,”');
      await page.evaluate(() => /** @type {any} */ (globalThis).hydrate());
      await page.waitForFunction(() => Object.keys(document.querySelector('#app article') ?? {}).some((name) => name.startsWith('__react')));
      await painted('“We are not moving,”', '“It is our road,”');
      await change({ words: 'never moving', second: true });
      await painted('“We are never moving,”', '“It is our road,”');
      await change({ words: 'never moving', second: false });
      await painted('“We are never moving,”');
      await change({ words: 'moving', second: true });
      await painted('“We are moving,”', '“It is our road,”');
      // React speaks to the browser's own tools while it is developed with.
      assert.deepEqual(complaints.filter((complaint) => !/React DevTools|^timeStamp/.test(complaint)), []);
      await page.close();
    });
  });
}
