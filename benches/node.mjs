// The part of `cargo xtask bench` that runs in Node: the engine in wasm, and chrono-node for comparison.
//
// Usage: node.mjs FOLDER BINDINGS, where FOLDER contains texts as NAME.txt and BINDINGS the built wasm. For each line
// `everything NAME`, `dates NAME`, `chrono NAME` or `chrono-blocks NAME` on standard input, prints the nanoseconds that the text takes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import * as chrono from 'chrono-node';

// The shortest measurement, long enough for clock resolution and interruptions not to matter.
const enough = 300e6;

const [folder = '', bindings = ''] = process.argv.slice(2);
const verbatim = await import(pathToFileURL(join(bindings, 'verbatim.js')).href);
verbatim.initSync({ module: readFileSync(join(bindings, 'verbatim_bg.wasm')) });

const published = new Date('2024-05-16T12:00:00');

for await (const line of createInterface({ input: process.stdin })) {
  const [what, name] = line.split(' ');
  const text = readFileSync(join(folder, `${name}.txt`), 'utf8');
  const blocks = text.split('\n\n').map((text, index) => ({ kind: index === 0 ? 'headline' : 'paragraph', text }));
  const request = { published: '2024-05-16', language: 'en', blocks };
  const calls = {
    everything: () => verbatim.annotate(request),
    dates: () => verbatim.findDates(request),
    chrono: () => chrono.parse(text, published),
    'chrono-blocks': () => blocks.map((block) => chrono.parse(block.text, published)),
  };
  process.stdout.write(`${measure(calls[what])}\n`);
}

/**
 * Nanoseconds per call, after a warm-up that lets the JavaScript engine optimise.
 * @param {() => unknown} call
 */
function measure(call) {
  let calls = 0;
  let start = process.hrtime.bigint();
  const elapsed = () => Number(process.hrtime.bigint() - start);
  while (elapsed() < enough) call();
  start = process.hrtime.bigint();
  for (; elapsed() < enough; calls += 1) call();
  return elapsed() / calls;
}
