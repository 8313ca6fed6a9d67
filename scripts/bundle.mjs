// Bundles the modules of the extension and of the demo page, and writes the style sheet of the highlights; called by `cargo xtask build`:
//
//     node scripts/bundle.mjs EXTENSION WWW
//
// Both folders hold copies of the sources already. A content script must be one classic script; each of the extension's pages has
// one script and one style sheet with all that they import, since every further file makes it open later. What was bundled is left
// out of the copies. Names are kept as they
// are: whoever looks into an installed extension can read it. `licences/scripts.txt` names the packages of others that were
// bundled.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { compiledAtOnce } from './compiled-at-once.mjs';
import { styleSheet } from '../extension/settings/looks.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [extension, www] = process.argv.slice(2).map((folder) => resolve(folder));
if (!extension || !www) throw new Error('usage: bundle.mjs EXTENSION WWW');

/** @type {import('esbuild').BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  charset: 'utf8',
  // The oldest browsers of the manifest.
  target: ['chrome134', 'firefox140'],
  // Some packages have a form without a document, which writes no HTML.
  conditions: ['worker'],
  legalComments: 'inline',
  logLevel: 'warning',
  metafile: true,
  // The bindings are made by `cargo xtask build`, and loaded as they are.
  external: ['*/wasm/verbatim.js'],
};

/** Script and style sheet of each of the extension's pages: `ui/panel/panel.js` and `panel.css` for `ui/panel/panel.html`. */
const pages = modulesIn('extension/ui').filter((path) => path.endsWith('.html')).flatMap((path) => ['js', 'css'].map((type) => path.replace(/html$/u, type)));
/** Modules that pages import when they are first asked for: they stay beside the pages. @type {Set<string>} */
const apart = new Set();
/** @type {import('esbuild').Plugin} */
const leaveApart = {
  name: 'leave-apart',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      apart.add(join(resolveDir, path));
      return { path, external: true };
    });
  },
};

forget(extension, modulesIn('extension').filter((path) => /(?:\.js|^extension\/ui\/.*\.css)$/u.test(path)), 'extension');
forget(www, modulesIn('www').filter((path) => path.endsWith('.js')), 'www');
/**
 * Every page pays for reading these scripts: white space costs time, and a single character beyond ASCII doubles the text.
 * @type {import('esbuild').BuildOptions}
 */
const small = { minifyWhitespace: true, minifySyntax: true, charset: 'ascii' };
/** What of the gate is called in a page that holds no article. */
const calledInEveryPage = [
  'isOwnFrame', 'isPaintedByThePage', 'declaredLanguage', 'mayBeEnglish', 'isEnglish', 'keep', 'look', 'lookIntoFrames',
  'paragraphsOfArticle', 'longParagraphs', 'isListOfArticles', 'isDeclaredArticle', 'onceChanged', 'observe',
];
/** The bindings of the wasm, which lie in the copy already. @type {import('esbuild').Plugin} */
const bindings = {
  name: 'bindings',
  setup({ onResolve }) {
    onResolve({ filter: /\/wasm\/verbatim\.js$/ }, () => ({ path: join(extension, 'wasm/verbatim.js') }));
  },
};
const bundled = [
  // The browser starts the background time and again, and each module of its own would keep it waiting.
  await build({ ...shared, entryPoints: ['extension/background/main.js'], outfile: join(extension, 'background/main.js'), format: 'esm', external: [], plugins: [bindings] }),
  await build({ ...shared, ...small, entryPoints: ['extension/content/gate.js'], outfile: join(extension, 'content/gate.js'), format: 'iife' }),
  await build({
    ...shared, ...small, entryPoints: ['extension/content/main.js'], outfile: join(extension, 'content/content.js'), format: 'iife',
    // Chromium then compiles each function at once, where else it would read most of them twice.
    banner: { js: '//# allFunctionsCalledOnLoad' },
  }),
  await build({ ...shared, entryPoints: ['extension/content/standing.js'], outfile: join(extension, 'content/standing.js'), format: 'iife' }),
  await build({
    ...shared, entryPoints: ['extension/content/later.js'], outfile: join(extension, 'content/later.js'), format: 'iife', globalName: 'verbatimLater',
    // Run as a module it would keep what it exports to itself.
    footer: { js: 'globalThis.verbatimLater = verbatimLater;' },
  }),
];
const gate = join(extension, 'content/gate.js');
writeFileSync(gate, compiledAtOnce(readFileSync(gate, 'utf8'), calledInEveryPage));
rmSync(join(extension, 'wasm/verbatim.js'));
bundled.push(await build({ ...shared, entryPoints: pages, outdir: join(extension, 'ui'), outbase: 'extension/ui', format: 'iife', plugins: [leaveApart] }));
bundled.push(await build({ ...shared, entryPoints: [...apart].sort(), outdir: extension, outbase: 'extension', format: 'esm', splitting: true, chunkNames: 'export/shared-[hash]' }));
mkdirSync(join(extension, 'licences'), { recursive: true });
writeFileSync(join(extension, 'licences/scripts.txt'), licences(bundled.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))));
// The marks' style sheet is written from the table of their looks.
for (const folder of [extension, www]) {
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content/highlights.css'), styleSheet());
}
await build({ ...shared, entryPoints: ['www/main.js'], outfile: join(www, 'main.js'), format: 'esm' });

/** All files below a folder of the project, by their paths in it. @param {string} folder */
function modulesIn(folder) {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)));
  } catch {
    return [];
  }
}

/** Removes the copies of sources. @param {string} copies @param {string[]} paths @param {string} folder */
function forget(copies, paths, folder) {
  for (const path of paths) rmSync(join(copies, relative(folder, path)), { force: true });
}

/** The packages from which these modules come, with the texts of their licences. @param {string[]} modules */
function licences(modules) {
  const folders = new Set(modules.map((path) => /^node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? '').filter(Boolean));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file)).sort();
    return [`=== ${name} ${version} (${license})`, ...files.map((file) => readFileSync(join(root, folder, file), 'utf8').trimEnd())].join('\n\n');
  });
  return `${['The scripts of Verbatim hold the work of others, each under the licence that is named with it.', ...texts].join('\n\n\n')}\n`;
}
