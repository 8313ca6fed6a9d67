// The extension takes the same tags for English as the engine.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isEnglish } from '../../extension/shared/english.js';

const rows = readFileSync(new URL('../cases/language-tags.txt', import.meta.url), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));

for (const row of rows) {
  const [tag = '', english] = row.split(' ');
  test(`${tag} is English: ${english}`, () => assert.equal(isEnglish(tag), english === 'yes'));
}
