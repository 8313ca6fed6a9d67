// The npm package, as those who install it find it: its tarball in an empty project.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const made = join(process.env.VERBATIM_BUILT ?? join(root, 'target'), 'npm');
const { version } = JSON.parse(readFileSync(join(root, 'npm/package.json'), 'utf8'));

/** An empty project with the package in it. */
const project = mkdtempSync(join(tmpdir(), 'verbatim-npm-'));
const installed = join(project, 'node_modules/verbatim-quotes');

/** What a module of the project prints. @param {string} source */
function printed(source) {
  writeFileSync(join(project, 'reads.mjs'), source);
  return execFileSync(process.execPath, ['reads.mjs'], { cwd: project, encoding: 'utf8' });
}

before(() => {
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', join(made, `verbatim-quotes-${version}.tgz`)], { cwd: project });
});

after(() => rmSync(project, { recursive: true }));

test('has these files, and needs no other package', () => {
  assert.deepEqual(readdirSync(installed, { recursive: true }).map(String).sort(), [
    'LICENSE-APACHE', 'LICENSE-MIT', 'README.md', 'annotations.d.ts', 'index.d.ts', 'licences', join('licences', 'engine.txt'),
    'node.js', 'package.json', 'verbatim_bg.wasm', 'web.js',
  ]);
  assert.deepEqual(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')), ['verbatim-quotes']);
});

describe('in Node', () => {
  test('says who said what, and when', () => {
    const answer = JSON.parse(printed(`
      import { annotate, blocksOf } from 'verbatim-quotes';
      const blocks = blocksOf('Ferry to stay\\n\\n“We are not moving,” Mayor Ana Reyes said on Thursday.\\n \\n“It is our road,” she told the paper.', { headline: true });
      const { quotes, people, dates } = await annotate({ published: '2025-03-14', blocks });
      console.log(JSON.stringify({
        kinds: blocks.map(({ kind }) => kind),
        said: quotes.map(({ block, start, end, person }) => [blocks[block].text.slice(start, end), people[person].name]),
        dates: dates.map(({ value }) => value),
      }));
    `));
    assert.deepEqual(answer, {
      kinds: ['headline', 'paragraph', 'paragraph'],
      said: [['“We are not moving,”', 'Ana Reyes'], ['“It is our road,”', 'Ana Reyes']],
      dates: ['2025-03-13'],
    });
  });

  test("runs its README's example", () => {
    const [, example = ''] = /```js\n(.*?)```/s.exec(readFileSync(join(installed, 'README.md'), 'utf8')) ?? [];
    assert.match(printed(example), /^“We are not moving,” - Ana Reyes [01]\.\d\d\n$/);
  });

  test('finds the dates alone', () => {
    const answer = printed(`
      import { blocksOf, findDates } from 'verbatim-quotes';
      console.log((await findDates({ published: '2024-05-17', blocks: blocksOf('It rained yesterday.') })).map(({ value }) => value).join());
    `);
    assert.equal(answer, '2024-05-16\n');
  });

  /** Name, what is asked, what the error says. @type {[string, string, RegExp][]} */
  const refused = [
    ['no blocks', '{}', /blocks/],
    ['a text for blocks', "{ blocks: 'text' }", /blocks/],
    ['an unknown kind', "{ blocks: [{ kind: 'poem', text: '' }] }", /kind/],
  ];
  for (const [name, article, expected] of refused) {
    test(`refuses ${name}, and reads the next article`, () => {
      const answer = printed(`
        import { annotate, blocksOf } from 'verbatim-quotes';
        const error = await annotate(${article}).catch((error) => error);
        const { quotes } = await annotate({ blocks: blocksOf('“We stay,” Ana Reyes said.') });
        console.log(error.message + '\\n' + quotes.length);
      `);
      const [message = '', count] = answer.trim().split('\n');
      assert.match(message, expected);
      assert.equal(count, '1');
    });
  }
});

test('has types that a strict compiler accepts', () => {
  writeFileSync(join(project, 'typed.ts'), `
    import { annotate, blocksOf, type Quote } from 'verbatim-quotes';
    export async function names(text: string): Promise<string[]> {
      const { quotes, people } = await annotate({ published: '2025-03-14', blocks: blocksOf(text) });
      return quotes.flatMap(({ person }: Quote) => (person === null ? [] : people[person]?.name ?? []));
    }
    // @ts-expect-error a block needs a kind
    await annotate({ blocks: [{ text: '' }] });
  `);
  const options = ['--noEmit', '--strict', '--noUncheckedIndexedAccess', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022'];
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), ...options, 'typed.ts'], { cwd: project, stdio: 'inherit' });
});

test('is bundled for browsers without anything of Node', async () => {
  const bundle = await build({
    stdin: { contents: "import { annotate } from 'verbatim-quotes'; annotate({ blocks: [] });", resolveDir: project },
    bundle: true, format: 'esm', platform: 'browser', write: false, metafile: true,
  });
  assert.deepEqual(Object.values(bundle.metafile.outputs).flatMap(({ imports }) => imports), []);
  assert.match(bundle.outputFiles[0]?.text ?? '', /new URL\("verbatim_bg.wasm", import\.meta\.url\)/);
});
