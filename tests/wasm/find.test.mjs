// What a search finds, in the wasm of the extension: the cases that also run natively, and plain words as the pages find them without it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asCompared, haveAll, isPlain, placesOf, plainWords } from '../../extension/search/plain.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = process.env.VERBATIM_BUILT ?? join(root, 'target');

const names = ['Lena Ortiz', 'she'];
const words = ['“The ferry to Zoë’s island stays,”', '“We are not for sale.”'];
const cases = readFileSync(join(root, 'tests/cases/find/expressions.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')).map((line) => {
  const [expression = '', expected = ''] = line.split(' => ');
  return { expression, expected };
});

/** @type {typeof import('../../types/wasm/find.js')} */
let bindings;

before(async () => {
  bindings = await import(pathToFileURL(join(built, 'bindings/find.js')).href);
  /** @type {any} */ (bindings).initSync({ module: readFileSync(join(built, 'bindings/find_bg.wasm')) });
});

/** @param {string} expression */
function found(expression) {
  try {
    const search = new bindings.Search(expression);
    const places = search.find(names, words, ['mayor'], false, 0.9, '2025-03-11');
    if (!places) return 'no';
    const texts = [...names, ...words].map((text, index) => {
      const own = Array.from({ length: places.length / 3 }, (_, at) => [...places.subarray(at * 3, at * 3 + 3)]).filter(([of]) => of === index);
      return marked(text, own.map(([, start = 0, end = 0]) => [start, end]));
    });
    return texts.join(' | ');
  } catch (error) {
    if (error instanceof Error) throw error;
    const { name, start, end } = /** @type {{ name: string, start: number, end: number }} */ (error);
    return `! ${name} "${expression.slice(start, end)}"`;
  }
}

/** @param {string} text @param {[number, number][]} places */
function marked(text, places) {
  return places.toReversed().reduce((marked, [start, end]) => `${marked.slice(0, start)}[${marked.slice(start, end)}]${marked.slice(end)}`, text);
}

describe('what a search finds', () => {
  for (const { expression, expected } of cases) test(expression, () => assert.equal(found(expression), expected));
});

describe('what is needed keeps nothing out that is found', () => {
  const within = asCompared([...names, ...words]);
  for (const { expression } of cases.filter(({ expected }) => expected !== 'no' && !expected.startsWith('!'))) {
    test(expression, () => {
      for (const letters of bindings.needed(expression)) assert.ok(letters.split('\n').some((one) => within.includes(asCompared([one]))), letters);
    });
  }
  for (const [expression, text] of [['/kk/', 'K\u212a'], ['/as/', 'a\u017f'], ['/cafe./', 'cafe\u0301s'], ['what:ΟΔΟΣ', 'ΟΔΟΣΑ'], ['what:“a  b”', '“A  B”']]) {
    test(`${expression} in ${text}`, () => {
      assert.ok(new bindings.Search(expression ?? '').find([], [text ?? ''], [], false, 1, undefined));
      for (const letters of bindings.needed(expression ?? '')) assert.ok(asCompared([text ?? '']).includes(asCompared([letters])), letters);
    });
  }
});

describe('plain words, without the wasm', () => {
  const plain = cases.filter(({ expression }) => isPlain(expression));
  test('some are plain', () => assert.ok(plain.length >= 8));
  for (const { expression, expected } of plain) {
    test(expression, () => {
      const wanted = plainWords(expression);
      const all = [...names, ...words];
      assert.equal(haveAll(wanted, all) ? all.map((text) => marked(text, placesOf(wanted, text))).join(' | ') : 'no', expected);
    });
  }
});

test('what is known beside names and words is searched too, but not as the speaker', () => {
  const accepts = (/** @type {string} */ expression) => new bindings.Search(expression).find(names, words, ['mayor'], false, 0.9, undefined) !== undefined;
  assert.deepEqual(['/may.r/', 'who:/may.r/', 'mayor sure:0.5', 'since:2025'].map(accepts), [true, false, true, false]);
});

test('of dates, nobody and nothing sure is asked', () => {
  const search = new bindings.Search('who:nobody kind:reported sure:1 /ferry/ when:2025').ofDates();
  assert.deepEqual([...search.find([], ['the ferry of May'], [], false, 1, '2025-05') ?? []], [0, 4, 9]);
  assert.equal(search.find([], ['the ferry of May'], [], false, 1, '2024-05'), undefined);
});

test('hostile patterns end in an answer or an error, and the next pattern works', () => {
  const text = 'a'.repeat(100_000);
  const hostile = ['(a*)*b', `${'a*'.repeat(100)}b`, '(\\w\\s*){1,8}!', '[^x]{200}y', Array.from({ length: 10_000 }, (_, index) => `word${index}x`).join('|'), '(?:a?){999}b', '['.repeat(5_000)];
  for (const pattern of hostile) {
    try {
      assert.equal(new bindings.Search(`/${pattern}/`).find([], [text], [], false, 1, undefined), undefined, pattern.slice(0, 40));
    } catch (error) {
      assert.ok(!(error instanceof Error), String(error));
      assert.match(/** @type {{ name: string }} */ (error).name, /^too-large$|^class-unclosed$|^too-deep$/);
    }
  }
  assert.equal(found('ferry'), cases[0]?.expected);
});
