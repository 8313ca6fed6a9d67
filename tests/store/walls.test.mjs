// What the modules of the extension may import: no side of it reaches into another, and none of them import each other in a circle.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** Which folders the modules of a folder may import from, also types. @type {Record<string, string[]>} */
const walls = {
  settings: [],
  published: ['shared'],
  shared: ['settings'],
  export: ['shared'],
  search: ['wasm'],
  ui: ['shared', 'settings', 'export', 'search'],
  content: ['shared', 'settings', 'export'],
  background: ['shared', 'settings', 'published', 'search', 'wasm'],
};

/** @typedef {Map<string, { imports: string[], types: string[] }>} Modules by their paths below extension/ */

/** @returns {Modules} */
function readModules() {
  const paths = readdirSync(join(root, 'extension'), { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.js'));
  return new Map(paths.map((path) => [path, importsOf(path, readFileSync(join(root, 'extension', path), 'utf8'))]));
}

/** @param {string} path @param {string} text */
function importsOf(path, text) {
  const resolved = (/** @type {string} */ name) => posix.join(posix.dirname(path), name);
  /** @type {string[]} */
  const types = [];
  const program = parse(text, {
    ecmaVersion: 'latest', sourceType: 'module',
    onComment: (_, comment) => {
      for (const [, name = ''] of comment.matchAll(/(?:from |import\()'(\.[^']*)'/g)) types.push(resolved(name));
    },
  });
  const imports = program.body.flatMap((statement) => {
    const source = 'source' in statement ? statement.source?.value : undefined;
    return typeof source === 'string' && source.startsWith('.') ? [resolved(source)] : [];
  });
  // What is imported only when it is asked for begins no circle, but stays behind the walls.
  for (const [, name = ''] of text.matchAll(/await import\('(\.[^']*)'\)/g)) types.push(resolved(name));
  return { imports, types };
}

/** @param {Modules} modules @returns {string[]} */
function breaches(modules) {
  return [...modules].flatMap(([path, { imports, types }]) => [...imports, ...types].flatMap((other) => {
    const [own = '', theirs = ''] = [path, other].map((each) => each.split('/')[0]);
    // `types/` lies beside the extension.
    return theirs === '..' || theirs === own || walls[own]?.includes(theirs) ? [] : [`${path} imports ${other}`];
  }));
}

/** @param {Modules} modules @returns {string[] | null} the modules of a circle */
function circle(modules) {
  const finished = new Set();
  /** @param {string} path @param {string[]} way @returns {string[] | null} */
  const follow = (path, way) => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path];
    if (finished.has(path)) return null;
    for (const other of modules.get(path)?.imports ?? []) {
      const found = follow(other, [...way, path]);
      if (found) return found;
    }
    finished.add(path);
    return null;
  };
  for (const path of modules.keys()) {
    const found = follow(path, []);
    if (found) return found;
  }
  return null;
}

test('every folder of modules has its walls', () => {
  const folders = new Set([...readModules().keys()].map((path) => path.split('/')[0]));
  assert.deepEqual([...folders].toSorted(), Object.keys(walls).toSorted());
});

test('no module reaches over a wall', () => assert.deepEqual(breaches(readModules()), []));

test('no modules import each other in a circle', () => assert.equal(circle(readModules()), null));

describe('the check itself', () => {
  /** Name, modules by their text, breaches, circle. @type {[string, Record<string, string>, string[], string[] | null][]} */
  const rows = [
    ['nothing wrong', { 'ui/a.js': "import { b } from './b.js';", 'ui/b.js': "import '../shared/c.js';", 'shared/c.js': '' }, [], null],
    ['over a wall', { 'ui/a.js': "import { b } from '../content/b.js';", 'content/b.js': '' }, ['ui/a.js imports content/b.js'], null],
    ['a type over a wall', { 'export/a.js': "/** @import { B } from '../content/b.js' */" }, ['export/a.js imports content/b.js'], null],
    ['asked for over a wall', { 'shared/a.js': "await import('../ui/b.js');" }, ['shared/a.js imports ui/b.js'], null],
    ['types of the project', { 'settings/a.js': "/** @import { B } from '../../types/b.js' */" }, [], null],
    ['a circle', { 'ui/a.js': "import './b.js';", 'ui/b.js': "export { c } from './a.js';" }, [], ['ui/a.js', 'ui/b.js', 'ui/a.js']],
    ['types in a circle', { 'ui/a.js': "import './b.js';", 'ui/b.js': "/** @import { A } from './a.js' */" }, [], null],
    ['two ways to one module', { 'ui/a.js': "import './b.js'; import './c.js';", 'ui/b.js': "import './c.js';", 'ui/c.js': '' }, [], null],
  ];
  for (const [name, texts, over, round] of rows) {
    test(name, () => {
      const modules = new Map(Object.entries(texts).map(([path, text]) => [path, importsOf(path, text)]));
      assert.deepEqual([breaches(modules), circle(modules)], [over, round]);
    });
  }
});
