// Bundles the modules of the extension and of the demo page, and writes the style sheet of the highlights; called by `cargo xtask build`:
//
//     node scripts/bundle.mjs EXTENSION WWW
//
// Both folders already contain copies of the sources. A content script must be one classic script; each of the extension's pages gets
// one script and one style sheet, because every further file delays opening it. The bundled sources are removed from the copies. Names
// are not minified, so that an installed extension stays readable. `licences/scripts.txt` lists the bundled third-party packages.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
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
  // The oldest browsers that the manifest allows.
  target: ['chrome134', 'firefox140'],
  // Some packages have a variant for workers, which does not use a document and writes no HTML.
  conditions: ['worker'],
  legalComments: 'inline',
  logLevel: 'warning',
  metafile: true,
  // `cargo xtask build` makes the bindings; pages load them unbundled.
  external: ['*/wasm/verbatim.js', '*/wasm/find.js'],
};

/** Script and style sheet of each of the extension's pages: `ui/panel/panel.js` and `panel.css` for `ui/panel/panel.html`. */
const pages = modulesIn('extension/ui').filter((path) => path.endsWith('.html')).flatMap((path) => ['js', 'css'].map((type) => path.replace(/html$/u, type)));
/** Modules that pages import dynamically: they stay separate files. @type {Set<string>} */
const apart = new Set();
/** @type {import('esbuild').Plugin} */
const leaveApart = {
  name: 'leave-apart',
  setup({ onResolve }) {
    onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const module = join(resolveDir, path);
      apart.add(module);
      // From the root: the script that asks for it lies elsewhere once it is bundled.
      return { path: `/${relative(join(root, 'extension'), module)}`, external: true };
    });
  },
};

forget(extension, modulesIn('extension').filter((path) => /(?:\.js|^extension\/ui\/.*\.css)$/u.test(path)), 'extension');
forget(www, modulesIn('www').filter((path) => path.endsWith('.js')), 'www');
/**
 * These scripts run in every page, so their size matters: white space costs time, and a single non-ASCII character doubles the memory.
 * @type {import('esbuild').BuildOptions}
 */
const small = { minifyWhitespace: true, minifySyntax: true, charset: 'ascii' };
/** The functions of the gate that run in a page without an article. */
const calledInEveryPage = [
  'left', 'leave', 'isOwnFrame', 'isPaintedByThePage', 'declaredLanguage', 'mayBeEnglish', 'isEnglish', 'keep', 'look', 'lookIntoFrames',
  'paragraphsOfArticle', 'longParagraphs', 'isListOfArticles', 'isDeclaredArticle', 'onceChanged', 'observe',
];
/** The bindings of the wasm, which are already in the copy. @type {import('esbuild').Plugin} */
const bindings = {
  name: 'bindings',
  setup({ onResolve }) {
    onResolve({ filter: /\/wasm\/(?:verbatim|find)\.js$/ }, ({ path }) => ({ path: join(extension, 'wasm', basename(path)) }));
  },
};
const bundled = [
  // The browser starts the background often, and every separate module would delay it.
  await build({ ...shared, entryPoints: ['extension/background/main.js'], outfile: join(extension, 'background/main.js'), format: 'esm', external: [], plugins: [bindings] }),
  await build({ ...shared, ...small, entryPoints: ['extension/content/gate.js'], outfile: join(extension, 'content/gate.js'), format: 'iife' }),
  await build({
    ...shared, ...small, entryPoints: ['extension/content/main.js'], outfile: join(extension, 'content/content.js'), format: 'iife',
    // Makes Chromium compile each function eagerly instead of parsing most of them twice.
    banner: { js: '//# allFunctionsCalledOnLoad' },
  }),
  await build({ ...shared, entryPoints: ['extension/content/standing.js'], outfile: join(extension, 'content/standing.js'), format: 'iife' }),
  await build({ ...shared, entryPoints: ['extension/content/leave-later.js'], outfile: join(extension, 'content/later.js'), format: 'iife' }),
];
const gate = join(extension, 'content/gate.js');
writeFileSync(gate, compiledAtOnce(readFileSync(gate, 'utf8'), calledInEveryPage));
rmSync(join(extension, 'wasm/verbatim.js'));
bundled.push(await build({ ...shared, entryPoints: pages, outdir: join(extension, 'ui'), outbase: 'extension/ui', format: 'iife', plugins: [leaveApart] }));
bundled.push(await build({ ...shared, entryPoints: [...apart].sort(), outdir: extension, outbase: 'extension', format: 'esm', splitting: true, chunkNames: 'export/shared-[hash]' }));
mkdirSync(join(extension, 'licences'), { recursive: true });
writeFileSync(join(extension, 'licences/scripts.txt'), licences(bundled.flatMap(({ metafile }) => Object.keys(metafile?.inputs ?? {}))));
// The style sheet of the marks is generated from the table of looks.
for (const folder of [extension, www]) {
  mkdirSync(join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'content/highlights.css'), styleSheet());
}
await build({ ...shared, entryPoints: ['www/main.js'], outfile: join(www, 'main.js'), format: 'esm' });

/** The paths of all files below a folder of the project. @param {string} folder */
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

/** The packages of these modules, with the texts of their licences. @param {string[]} modules */
function licences(modules) {
  // A package can lie within another one.
  const folders = new Set(modules.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path)?.[0] ?? '').filter(Boolean));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const files = readdirSync(join(root, folder)).filter((file) => /^(?:licen[cs]e|copying|notice)/iu.test(file)).sort();
    const texts = files.map((file) => readFileSync(join(root, folder, file), 'utf8').trimEnd());
    if (texts.length === 0) texts.push(`By ${author?.name ?? author}. The package comes without the text of its licence.`);
    return [`=== ${name} ${version} (${license})`, ...texts].join('\n\n');
  });
  return `${['The scripts of Verbatim hold the work of others, each under the licence that is named with it.', ...texts].join('\n\n\n')}\n`;
}
