// The golden cases, run in the wasm that the extension and the demo page load.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dateCases, foundDates, foundQuotes, quoteCases } from './cases.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = process.env.VERBATIM_BUILT ?? join(root, 'target');
const cases = join(root, 'tests/cases');

/** @type {(request: import('./cases.mjs').ArticleRequest) => any} */
let annotate;

before(async () => {
  const bindings = await import(pathToFileURL(join(built, 'bindings/verbatim.js')).href);
  bindings.initSync({ module: readFileSync(join(built, 'bindings/verbatim_bg.wasm')) });
  annotate = bindings.annotate;
});

/**
 * The names and texts of the files of a folder of cases.
 * @param {string} folder
 */
function files(folder) {
  const names = readdirSync(join(cases, folder)).filter((name) => name.endsWith('.txt')).sort();
  return names.map((name) => ({ name, text: readFileSync(join(cases, folder, name), 'utf8') }));
}

for (const { name: file, text } of files('dates')) {
  describe(`dates/${file}`, () => {
    for (const { name, request, expected } of dateCases(text)) {
      test(name, () => assert.equal(foundDates(request, annotate(request)), expected));
    }
  });
}

for (const { name: file, text } of files('quotes')) {
  describe(`quotes/${file}`, () => {
    for (const wanted of quoteCases(text)) {
      test(wanted.name, () => assert.equal(foundQuotes(wanted, annotate(wanted.request)), wanted.expected));
    }
  });
}

test('a request that is none is an error', () => {
  assert.throws(() => annotate(/** @type {any} */ ({ blocks: 1 })), Error);
});
