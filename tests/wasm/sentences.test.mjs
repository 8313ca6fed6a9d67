// The sentences that panel, card and exports show around what was said: where the engine's wasm says that they begin.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Sentences } from '../../extension/content/report/sentences.js';

const built = process.env.VERBATIM_BUILT ?? join(dirname(fileURLToPath(import.meta.url)), '../../target');

/** Name, the paragraph, its quotation or date, the sentence around it. @type {[string, string, string, string][]} */
const cases = [
  ['a title before a name', 'It rained. “We go,” said Dr. Vask, the mayor. It went on.', '“We go,”', '“We go,” said Dr. Vask, the mayor.'],
  ['an office before a name', 'It rained. Sen. Ilse Marrow said: “We go.” They went.', '“We go.”', 'Sen. Ilse Marrow said: “We go.”'],
  ['a month', 'It rained. The vote is set for Nov. 5, 2024, by law. It went on.', 'Nov. 5, 2024', 'The vote is set for Nov. 5, 2024, by law.'],
  ['a country before an office', 'It rained. Former U.S. President Ilse Marrow left on Monday. It went on.', 'Monday', 'Former U.S. President Ilse Marrow left on Monday.'],
  ['an initial', 'It rained. Teodor J. Vask called it “too dear”. It went on.', '“too dear”', 'Teodor J. Vask called it “too dear”.'],
  ['letters of two units', 'Rain 👍👍. “We go,” said Dr. Vask. It went on.', '“We go,”', '“We go,” said Dr. Vask.'],
  ['two sentences', 'It rained. “We go,” Ilse Marrow said. It went on.', '“We go,”', '“We go,” Ilse Marrow said.'],
];

/** @type {any} */
let bindings;

before(async () => {
  bindings = await import(pathToFileURL(join(built, 'bindings/verbatim.js')).href);
  bindings.initSync({ module: readFileSync(join(built, 'bindings/verbatim_bg.wasm')) });
});

for (const [name, text, words, expected] of cases) {
  test(`the sentence around the words: ${name}`, () => {
    const blocks = [{ kind: 'paragraph', text: 'The ferry stays.' }, { kind: 'paragraph', text }];
    const annotations = bindings.annotate({ published: '2024-05-16', language: 'en', blocks });
    const place = [...annotations.quotes, ...annotations.dates].find(({ block, start, end }) => blocks[block]?.text.slice(start, end) === words);
    assert.ok(place, `${words} is not found`);
    assert.equal(new Sentences(blocks, annotations).textAround(place, place), expected);
  });
}
