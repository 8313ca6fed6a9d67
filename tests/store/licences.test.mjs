// Whose work is in the package: each under a licence that lets us pass it on, and each at the version that is locked.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const built = process.env.VERBATIM_BUILT ?? join(root, 'target');

/** Licences of scripts that ask for no more than their text. deny.toml says the same of the engine's. */
const allowed = ['Apache-2.0', 'ISC', 'MIT'];

/** The heads of a list: name, version and licence. @param {string} name @returns {[string, string, string][]} */
function heads(name) {
  const text = readFileSync(join(built, 'extension/licences', name), 'utf8');
  return [...text.matchAll(/^=== (\S+) (\S+) \((.*)\)(?:, \S+)?$/gm)].map(([, name = '', version = '', licence = '']) => [name, version, licence]);
}

describe('licences of what is in the package', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const locked = readFileSync(join(root, 'Cargo.lock'), 'utf8');

  test('scripts', () => {
    const found = heads('scripts.txt');
    assert.ok(found.length > 20, `only ${found.length} packages`);
    for (const [name, version, licence] of found) {
      assert.ok(allowed.includes(licence), `${name} is under ${licence}`);
      const versions = Object.keys(packages).filter((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`));
      assert.ok(versions.some((path) => packages[path].version === version), `${name} ${version} is not locked`);
    }
  });

  test('engine', () => {
    const found = heads('engine.txt');
    assert.ok(found.length > 10, `only ${found.length} packages`);
    for (const [name, version] of found) {
      assert.ok(locked.includes(`name = "${name}"\nversion = "${version}"\n`), `${name} ${version} is not locked`);
    }
    // Messages of a panic name the file that it was in.
    const wasm = readFileSync(join(built, 'extension/wasm/verbatim_bg.wasm'), 'latin1');
    const named = new Set([...wasm.matchAll(/\/crates\/([\w-]+)-(\d+\.\d+\.\d+)/g)].map(([, name, version]) => `${name} ${version}`));
    assert.ok(named.size > 0, 'the wasm names no package');
    const listed = found.map(([name, version]) => `${name} ${version}`);
    for (const name of named) assert.ok(listed.includes(name), `${name} is in the wasm, but not in the list`);
  });
});
