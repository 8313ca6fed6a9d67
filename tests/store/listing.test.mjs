// What the stores get beside the package: texts within their limits, pictures at their sizes, nothing left unexplained.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('extension/manifest.json'));

/** The stricter of both stores' limits, in characters. */
const limits = { name: 50, summary: 132, description: 15_000 };

/** Width and height of each picture, and whether it may be clear in places. @type {[string, number, number][]} */
const pictures = [
  ['store/pictures/icon-128.png', 128, 128],
  ['store/pictures/tile-440x280.png', 440, 280],
  ...Object.entries(manifest.icons).map(([size, path]) => /** @type {[string, number, number]} */ ([`extension/${path}`, Number(size), Number(size)])),
  ...Object.entries(manifest.action.default_icon).map(([size, path]) => /** @type {[string, number, number]} */ ([`extension/${path}`, Number(size), Number(size)])),
];

for (const language of ['en', 'de']) {
  describe(language, () => {
    const words = JSON.parse(read(`extension/_locales/${language}/messages.json`));

    for (const [field, limit] of Object.entries(limits)) {
      test(`the ${field} is there and within ${limit} characters`, () => {
        const text = read(`store/${language}/${field}.txt`).trimEnd();
        assert.ok(text.length > 0);
        assert.ok(text.length <= limit, `${text.length} characters`);
      });
    }

    test('name and summary are those of the package', () => {
      assert.equal(read(`store/${language}/name.txt`), `${words.extensionName.message}\n`);
      assert.equal(read(`store/${language}/summary.txt`), `${words.extensionDescription.message}\n`);
    });

    test('each permission is explained, and none that is not asked for', () => {
      const text = read(`store/${language}/permissions.md`);
      const rows = text.split('\n').filter((line) => /^\| .*`/.test(line));
      const explained = rows.flatMap((row) => row.split('|')[1]?.match(/(?<=`)[^`, ]+(?=`)/g) ?? []);
      assert.deepEqual(explained.toSorted(), asked().toSorted());
      for (const row of rows) assert.ok(row.length <= 1_000, row);
    });
  });
}

test('the README explains each permission, and none that is not asked for', () => {
  const section = /## Permissions\n(.*?)\n##? /s.exec(read('README.md').replaceAll('### ', '## '))?.[1] ?? '';
  const rows = section.split('\n').filter((line) => /^\| .*`/.test(line));
  const explained = rows.flatMap((row) => row.split('|')[1]?.match(/(?<=`)[^`, ]+(?=`)/g) ?? []);
  assert.deepEqual(explained.toSorted(), asked().toSorted());
});

test('Firefox is told that no data is collected', () => {
  assert.deepEqual(manifest.browser_specific_settings.gecko.data_collection_permissions, { required: ['none'] });
});

test('what is not the extension\'s own cannot be loaded by it', () => {
  const policy = manifest.content_security_policy.extension_pages.split('; ').map((/** @type {string} */ directive) => directive.split(' '));
  const sources = policy.flatMap((/** @type {string[]} */ [, ...sources]) => sources);
  assert.deepEqual(policy.find((/** @type {string[]} */ [name]) => name === 'default-src'), ['default-src', "'none'"]);
  const own = ["'none'", "'self'", "'wasm-unsafe-eval'", 'data:', 'blob:'];
  assert.deepEqual(sources.filter((/** @type {string} */ source) => !own.includes(source)), []);
});

test('no more is asked for than the project allows itself', () => {
  const allowed = ['storage', 'sidePanel', 'contextMenus', 'activeTab', 'scripting', 'http://*/*', 'https://*/*'];
  assert.deepEqual(asked().filter((permission) => !allowed.includes(permission)), []);
  assert.equal(manifest.optional_permissions, undefined);
});

for (const [path, width, height] of pictures) {
  test(`${path} has ${width} × ${height}`, async () => {
    const { width: actualWidth, height: actualHeight, format } = await sharp(join(root, path)).metadata();
    assert.deepEqual([actualWidth, actualHeight, format], [width, height, 'png']);
  });
}

test('there are five screenshots of 1280 × 800, none of them clear', async () => {
  const names = readdirSync(join(root, 'store/pictures')).filter((name) => /^\d-.*\.png$/.test(name)).sort();
  assert.equal(names.length, 5);
  for (const name of names) {
    const { width, height, hasAlpha } = await sharp(join(root, 'store/pictures', name)).metadata();
    assert.deepEqual([width, height, hasAlpha], [1280, 800, false], name);
  }
});

for (const document of ['README.md', 'docs/screenshots.md']) {
  test(`every picture that ${document} shows is there`, () => {
    const shown = [...read(document).matchAll(/(?:src|srcset)="([^"]+)"|!\[[^\]]*\]\(([^)]+)\)/g)].map(([, tag, mark]) => tag ?? mark ?? '');
    assert.ok(shown.length > 0);
    for (const path of shown) assert.ok(existsSync(join(root, dirname(document), path)), path);
  });
}

test('every screenshot is shown, and light enough to load', () => {
  const document = read('docs/screenshots.md');
  for (const name of readdirSync(join(root, 'docs/screenshots'))) {
    assert.ok(document.includes(`(screenshots/${name})`), name);
    assert.ok(statSync(join(root, 'docs/screenshots', name)).size <= 150_000, name);
  }
});

/** What the manifest asks for. */
function asked() {
  const hosts = [...(manifest.host_permissions ?? []), ...manifest.content_scripts.flatMap((/** @type {{ matches: string[] }} */ { matches }) => matches)];
  return [...new Set([...manifest.permissions, ...(manifest.optional_host_permissions ?? []), ...hosts])];
}
