// Every word that a reader sees: there in each language, and each of them in use.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { english } from '../../extension/shared/messages.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');

/** @typedef {Record<string, { message: string, placeholders?: Record<string, { content: string }> }>} Messages */

const languages = readdirSync(join(root, 'extension/_locales'));
const messages = new Map(languages.map((language) => /** @type {[string, Messages]} */ ([language, JSON.parse(read(`extension/_locales/${language}/messages.json`))])));
const inEnglish = messages.get('en') ?? {};
const sources = readdirSync(join(root, 'extension'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:js|html|json)$/.test(path) && !path.startsWith('_locales'))
  // The table of English words names every key of the card, used or not.
  .map((path) => read(`extension/${path}`).replace(/export const english = \{.*?\n\};/s, ''))
  .join('\n');

test('there are English and German', () => {
  assert.deepEqual(languages.toSorted(), ['de', 'en']);
});

describe('each key of English', () => {
  test('is used somewhere', () => {
    const unused = Object.keys(inEnglish).filter((key) => !isUsed(key));
    assert.deepEqual(unused, []);
  });

  for (const [language, translated] of messages) {
    test(`is in ${language}, and no other`, () => {
      assert.deepEqual(Object.keys(translated).toSorted(), Object.keys(inEnglish).toSorted());
    });

    test(`has words in ${language}, with the same gaps`, () => {
      for (const [key, { message, placeholders }] of Object.entries(translated)) {
        assert.notEqual(message.trim(), '', key);
        assert.deepEqual(gaps(message, placeholders), gaps(inEnglish[key]?.message ?? '', inEnglish[key]?.placeholders), key);
      }
    });
  }
});

test('each key that the sources ask for is there', () => {
  const asked = [
    // The first argument, which may choose between two keys.
    ...[...sources.matchAll(/\b(?:getMessage|translate|message)\(([^()]*)/g)].flatMap(([, call = '']) => [...call.matchAll(/'([a-z]+[A-Z]\w*)'/g)]),
    ...sources.matchAll(/data-message="(\w+)"/g),
    ...sources.matchAll(/data-message-for="[\w-]+:(\w+)"/g),
    ...sources.matchAll(/__MSG_(\w+?)__/g),
  ].map(([, key = '']) => key);
  assert.ok(asked.length > 0);
  assert.deepEqual([...new Set(asked)].filter((key) => !(key in inEnglish)), []);
});

test('pages without the extension say the same as the extension in English', () => {
  assert.deepEqual(english, Object.fromEntries(Object.keys(english).map((key) => [key, inEnglish[key]?.message])));
});

/** Whether the key stands in the sources as a word, whole or put together from a part and another key. @param {string} key @returns {boolean} */
function isUsed(key) {
  if (new RegExp(`\\b${key}\\b|__MSG_${key}__`).test(sources)) return true;
  return [...sources.matchAll(/\b(?:getMessage|translate|message)\([^()]*`(\w*)\$\{\w+\}(\w*)`/g)].some(([, beginning = '', end = '']) => (
    `${beginning}${end}` !== '' && key.startsWith(beginning) && key.endsWith(end) && (beginning !== '' || isUsed(key.slice(0, -end.length)))));
}

/** The places to be filled in, by what fills them. @param {string} message @param {Record<string, { content: string }>} [placeholders] */
function gaps(message, placeholders = {}) {
  const named = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = '']) => placeholders[name.toLowerCase()]?.content ?? `${name} is not declared`);
  const numbered = message.replaceAll(/\$\w+\$/g, '').match(/\$\d/g) ?? [];
  return [...named, ...numbered].toSorted();
}
