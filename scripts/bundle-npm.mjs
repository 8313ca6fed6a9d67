// Bundles the modules of the npm package; called by `cargo xtask npm`:
//
//     node scripts/bundle-npm.mjs BINDINGS PACKAGE
//
// Each entry becomes one module with the bindings of the wasm in it, so that a bundler needs nothing but the wasm beside it.

import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [bindings, to] = process.argv.slice(2).map((folder) => resolve(folder));
if (!bindings || !to) throw new Error('usage: bundle-npm.mjs BINDINGS PACKAGE');

await build({
  absWorkingDir: root,
  entryPoints: ['npm/node.js', 'npm/web.js'],
  outdir: to,
  bundle: true,
  charset: 'utf8',
  format: 'esm',
  target: 'es2022',
  external: ['node:*'],
  logLevel: 'warning',
  plugins: [{
    name: 'bindings',
    setup({ onResolve }) {
      onResolve({ filter: /\/wasm\/verbatim\.js$/ }, () => ({ path: join(bindings, 'verbatim.js') }));
    },
  }],
});
