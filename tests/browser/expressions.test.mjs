// No text that a page may hold makes a regular expression of the extension slow: a page would hold up the background, and with it
// all other tabs.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { publishedOn } from '../../extension/published/published.js';
import { root } from './support/browsers.mjs';
import { expressionsIn, hostileTexts } from './support/expressions.mjs';

const length = 100_000;
/**
 * How much longer an expression may take than one that replaces every letter: ten times what the slowest takes whose time grows as the
 * text does. One that grows with the square takes some thousand times as long. A ratio holds on a busy machine too.
 */
const longest = 30;
const letters = 'a'.repeat(length);
const replaceLetters = () => letters.replace(/[^]/gu, '');
const quickest = Math.min(...Array.from({ length: 20 }, () => milliseconds(replaceLetters)));

const { found, unknown } = await expressionsIn(join(root, 'extension'));

test('all expressions are known', () => {
  assert.deepEqual(unknown, []);
  assert.ok(found.length > 80, `only ${found.length} expressions`);
});

for (const { place, expression } of found) {
  test(`${place} ${expression.source.slice(0, 60)}`, () => {
    for (const text of hostileTexts(expression, length)) {
      const took = timesAsLong(() => apply(expression, text));
      assert.ok(took < longest, `${took.toFixed()} times as long for ${JSON.stringify(text.slice(0, 30))} … ${JSON.stringify(text.slice(-10))}`);
    }
  });
}

/** The whole text is gone through, as it is where an expression is used to replace. @param {RegExp} expression @param {string} text */
function apply(expression, text) {
  if (expression.global) text.replace(expression, '');
  else expression.test(text);
}

/**
 * How many times as long some work takes as to replace every letter of a text. Where it seems long, both are measured side by side, as
 * another process may hold up either of the two.
 * @param {() => void} work
 */
function timesAsLong(work) {
  let least = milliseconds(work) / quickest;
  for (let attempt = 0; attempt < 4 && least >= longest && least < 10 * longest; attempt += 1) {
    least = Math.min(least, milliseconds(work) / milliseconds(replaceLetters));
  }
  return least;
}

/** @param {() => void} work */
function milliseconds(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

/** @typedef {import('../../types/annotations.js').Clues} Clues */

/** What a page may say of its day to hold the background up: name, clues. @type {[string, Partial<Clues>][]} */
const hostileClues = [
  ['linked data that ends in many signs of a comment', { linked: [`{${'--> '.repeat(10_000)}x`] }],
  ['linked data that ends in white space', { linked: [`{-->${' '.repeat(30_000)}x`] }],
  ['many texts of linked data', { linked: Array.from({ length: 2_000 }, () => `{"@type"${' '.repeat(29_000)}"datePublished"`) }],
  ['one long text of linked data', { linked: [`{"datePublished"${' '.repeat(20_000_000)}`] }],
  ['many meta elements', { metas: Array.from({ length: 400_000 }, () => ['date', '0000 '.repeat(100)]) }],
  ['a long meta element', { metas: [['date', '1999 '.repeat(4_000_000)]] }],
  ['many marked times', { marked: Array.from({ length: 400_000 }, () => ({ source: 'time', texts: ['1999 '.repeat(100)] })) }],
  ['many lines beside the headline', { after: Array.from({ length: 400_000 }, () => '1 may 20240'), before: Array.from({ length: 400_000 }, () => '1 may 20240') }],
  ['a long line', { after: ['1999 '.repeat(4_000_000)] }],
  ['a long address', { address: `/2024${'/1jan'.repeat(4_000_000)}` }],
];

for (const [name, clues] of hostileClues) {
  test(`the day of publication of a page with ${name}`, () => {
    const took = timesAsLong(() => publishedOn({ address: '', canonical: '', language: '', metas: [], linked: [], marked: [], after: [], before: [], ...clues }));
    assert.ok(took < longest, `${took.toFixed()} times as long`);
  });
}

const linked = '{"@type":"NewsArticle","datePublished":"2024-05-16"}';

/** Linked data that is not as it should be: name, text, day. @type {[string, string, string | null][]} */
const strangeData = [
  ['a comment around it', ` <!-- ${linked} --> ; `, '2024-05-16'],
  ['a section around it', `//<![CDATA[\n${linked}\n//]]>`, '2024-05-16'],
  ['the end of a comment alone', `${linked}-->;\n`, '2024-05-16'],
  ['the beginning of a comment alone', `<!--${linked}`, '2024-05-16'],
  ['a line break within a text', linked.replace('}', ',"headline":"a\nb"}'), '2024-05-16'],
  ['the end of a comment within a text', linked.replace('}', ',"headline":"a -->\n;"}'), '2024-05-16'],
  ['a type that is no text', '{"@type":{"toString":1},"datePublished":"2024-05-16"}', null],
  ['a deep type', `{"@type":${'['.repeat(5_000)}${']'.repeat(5_000)},"datePublished":"2024-05-16"}`, null],
  ['deep data', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, null],
];

for (const [name, text, expected] of strangeData) {
  test(`linked data with ${name}`, () => {
    assert.equal(publishedOn({ address: '', canonical: '', language: '', metas: [], linked: [text], marked: [], after: [], before: [] }), expected);
  });
}
