// After the wasm has trapped, the next article finds an engine as good as new.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { guarded } from '../../extension/shared/guarded.js';

const built = process.env.VERBATIM_BUILT ?? join(dirname(fileURLToPath(import.meta.url)), '../../target');

describe('a guarded engine', () => {
  /** Name, what it throws, whether it begins from the start. @type {[string, unknown, boolean][]} */
  const cases = [
    ['a trap', new WebAssembly.RuntimeError('unreachable'), true],
    ['a stack that is too deep', new RangeError('Maximum call stack size exceeded'), true],
    ['the same in Firefox', Object.assign(new Error('too much recursion'), { name: 'InternalError' }), true],
    ['a request that it cannot read', new Error('missing field `blocks`'), false],
    ['something else', 'a text', false],
  ];
  for (const [name, thrown, expected] of cases) {
    test(name, () => {
      let resets = 0;
      const call = guarded(() => {
        throw thrown;
      }, () => {
        resets += 1;
      });
      assert.throws(() => call(null), (error) => error === thrown);
      assert.equal(resets > 0, expected);
    });
  }
});

test('an engine whose memory is full begins from the start', async () => {
  const bindings = await import(pathToFileURL(join(built, 'bindings/verbatim.js')).href);
  const sizeOf = () => bindings.initSync().memory.buffer.byteLength;
  bindings.initSync({ module: readFileSync(join(built, 'bindings/verbatim_bg.wasm')) });
  const article = { published: '2025-03-14', language: 'en', blocks: [{ kind: 'paragraph', text: '“We go,” Teodor Vask said on Thursday.' }] };
  const expected = bindings.annotate(article);
  const small = sizeOf();
  const annotate = guarded(bindings.annotate, bindings.__wbg_reset_state);
  // What is allocated and never given back, as by what was under way when it trapped, until there is no more.
  const full = () => {
    for (;;) bindings.initSync().__wbindgen_malloc(2 ** 28, 1);
  };
  assert.throws(() => guarded(full, bindings.__wbg_reset_state)(null), WebAssembly.RuntimeError);
  assert.ok(sizeOf() < small, 'its memory is that of a new one');
  assert.deepEqual(annotate(article), expected);
  assert.ok(sizeOf() <= small);
});
