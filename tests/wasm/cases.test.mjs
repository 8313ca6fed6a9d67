// The golden cases, run in the wasm that the extension and the demo page load.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { SQUARE, WHITE, foundDates, foundKinds, foundMarks, foundQuotes, inlineCases, quoteCases } from './cases.mjs';

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

for (const { folder, brackets, found } of [
  { folder: 'dates', brackets: SQUARE, found: foundDates },
  { folder: 'marks', brackets: WHITE, found: foundMarks },
]) {
  for (const { name: file, text } of files(folder)) {
    describe(`${folder}/${file}`, () => {
      for (const { name, request, expected } of inlineCases(text, brackets)) {
        test(name, () => assert.equal(found(request, annotate(request)), expected));
      }
    });
  }
}

// What the weights cannot tell yet stays in the table as a reader would have it.
for (const { name: file, text } of files('kinds')) {
  test(`kinds/${file}`, () => {
    const cases = inlineCases(text, WHITE);
    const wrong = cases.filter(({ request, expected }) => foundKinds(request, annotate(request)) !== expected);
    assert.ok(wrong.length * 100 <= cases.length * 4, wrong.map(({ name }) => name).join('\n'));
  });
}

for (const { name: file, text } of files('quotes')) {
  describe(`quotes/${file}`, () => {
    for (const wanted of quoteCases(text)) {
      test(wanted.name, () => assert.equal(foundQuotes(wanted, annotate(wanted.request)), wanted.expected));
    }
  });
}

test('everybody is listed with a kind and every mention, those who speak first', () => {
  const text = 'Tom Hill ran the lock. “It stays,” Ana Reyes said. His wage is small, she says.';
  const { people } = annotate({ blocks: [{ kind: 'paragraph', text }] });
  const rows = people.map((/** @type {any} */ { name, kind, mentions }) =>
    [name, kind, mentions.map((/** @type {import('./cases.mjs').Span} */ { start, end }) => text.slice(start, end)).join(', ')].join(' | '));
  assert.deepEqual(rows, ['Ana Reyes | person | Ana Reyes, she', 'Tom Hill | person | Tom Hill, His']);
});

const block = { kind: 'paragraph', text: 'It was closed on 5 May.' };

for (const [name, request, message] of /** @type {const} */ ([
  ['nothing', undefined, /no object/],
  ['a text', 'text', /no object/],
  ['no blocks', {}, /`blocks` is no array/],
  ['a number for blocks', { blocks: 1 }, /`blocks` is no array/],
  ['a block that is a text', { blocks: ['text'] }, /no object/],
  ['a block without a kind', { blocks: [{ text: block.text }] }, /`kind`/],
  ['a block of an unknown kind', { blocks: [{ ...block, kind: 'ListItem' }] }, /`kind`/],
  ['a block without a text', { blocks: [{ kind: 'paragraph' }] }, /`text`/],
  ['a number for a text', { blocks: [{ ...block, text: 1 }] }, /`text` is no text/],
  ['a number for the language', { language: 1, blocks: [] }, /`language` is no text/],
])) {
  test(`a request that is none is an error: ${name}`, () => {
    assert.throws(() => annotate(/** @type {any} */ (request)), { name: 'Error', message });
  });
}

for (const [name, request] of /** @type {const} */ ([
  ['null', { published: null, language: null, blocks: [block] }],
  ['nothing', { blocks: [block] }],
])) {
  test(`what is not known may be ${name}`, () => {
    assert.equal(annotate(/** @type {any} */ (request)).dates.length, 1);
  });
}
