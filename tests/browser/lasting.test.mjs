// Settings last: over a restart of the browser, and over an update from version 0.1.0, which stored them otherwise. The first-run
// page is shown once.

import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { zipSync } from 'fflate';
import { browserNames, extensionFolder, launch } from './support/browsers.mjs';
import { endBackground, inFirefoxItself } from './support/controls.mjs';
import { addressesOfTabs, openScreen, readStore, until, writeStore } from './support/screens.mjs';
import { eventually } from './support/waiting.mjs';

/** So that Firefox keeps an extension that nobody signed. */
const unsigned = { 'xpinstall.signatures.required': false };

for (const browserName of browserNames) {
  describe(browserName, () => {
    /** @type {string} */
    let work;
    before(async () => {
      work = await mkdtemp(join(tmpdir(), 'verbatim-'));
    });
    after(() => rm(work, { recursive: true, force: true }));

    /** The extension with another version, in a folder, and packed for Firefox. @param {string} version */
    async function withVersion(version) {
      const folder = join(work, 'extension');
      await cp(extensionFolder, folder, { recursive: true });
      const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
      await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, version }));
      const file = join(work, `verbatim-${version}.xpi`);
      if (browserName === 'firefox') await writeFile(file, await packed(folder));
      return { folder, file };
    }

    /** Installs an extension in Firefox for good. @param {import('puppeteer-core').Browser} browser @param {string} path */
    async function installForGood(browser, path) {
      const { connection } = /** @type {any} */ (browser);
      const { result: { extension } } = await connection.send('webExtension.install', { extensionData: { type: 'archivePath', path }, 'moz:permanent': true });
      const version = /(\d+\.\d+\.\d+)\.xpi$/.exec(path)?.[1];
      await eventually(() => inFirefoxItself(browser, `(async () => {
        const policy = WebExtensionPolicy.getByID(${JSON.stringify(extension)});
        await policy?.readyPromise;
        return policy?.extension?.version ?? '';
      })()`), (found) => found === version);
      return extension;
    }

    /** The first-run pages that are open. @param {import('./support/browsers.mjs').Launched} launched */
    const welcomes = async (launched) => (await addressesOfTabs(launched)).filter((address) => address.includes('/ui/welcome/'));

    test('over a restart, and the first-run page is shown once', async () => {
      const profile = join(work, 'profile');
      const { folder, file } = await withVersion('0.1.0');
      const wanted = { mode: 'click', sitesOff: ['a.example'], colours: { date: '#112233' } };
      for (const round of ['first', 'second']) {
        const launched = browserName === 'chromium'
          ? await launch(browserName, { profile, folder, welcome: true })
          : await launch(browserName, { profile, extension: false, preferences: unsigned });
        try {
          if (browserName === 'firefox') {
            launched.extensionId = '{5b0de1c9-8f4e-4a33-b9a7-2d6c2f7e4a18}';
            if (round === 'first') await installForGood(launched.browser, file);
          }
          if (round === 'first') await eventually(() => welcomes(launched), ({ length }) => length > 0);
          const page = await openScreen(launched, 'options');
          await untilStarted(page);
          assert.equal((await welcomes(launched)).length, round === 'first' ? 1 : 0);
          if (round === 'first') await writeStore(page, wanted);
          else assert.deepEqual(await readStore(page), wanted);
          await until(page, () => document.querySelector('#lists li')?.firstChild?.textContent === 'a.example');
        } finally {
          await launched.browser.close();
        }
      }
    });

    test('over an update from version 0.1.0: its list of sites is carried over, and no first-run page comes', async () => {
      const old = await withVersion('0.1.0');
      const profile = join(work, 'updated');
      let launched = browserName === 'chromium'
        ? await launch(browserName, { folder: old.folder, profile })
        : await launch(browserName, { extension: false, preferences: unsigned });
      try {
        if (browserName === 'firefox') {
          launched.extensionId = await installForGood(launched.browser, old.file);
          await eventually(() => welcomes(launched), ({ length }) => length > 0);
        }
        let page = await openScreen(launched, 'options');
        await page.evaluate(async () => {
          await chrome.storage.sync.clear();
          await chrome.storage.local.set({ 'off:a.example': true, 'off:b.example': true, 'off:c.example': false });
        });
        await page.close();
        const { file } = await withVersion('0.2.0');
        if (browserName === 'firefox') await installForGood(launched.browser, file);
        else {
          await launched.browser.close();
          launched = await launch(browserName, { folder: old.folder, profile, welcome: true });
        }
        page = await openScreen(launched, 'options');
        await untilStarted(page);
        await until(page, () => document.querySelectorAll('#lists li').length === 2);
        assert.equal(await page.evaluate(() => chrome.runtime.getManifest().version), '0.2.0');
        assert.deepEqual((await readStore(page)).sitesOff, ['a.example', 'b.example']);
        assert.deepEqual(await page.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('off:'))), []);
        assert.equal((await welcomes(launched)).length, 0);
        await endBackground(launched);
        assert.deepEqual((await readStore(page)).sitesOff, ['a.example', 'b.example']);
      } finally {
        await launched.browser.close();
      }
    });
  });
}

/**
 * Waits until the background has done what it does when it is started: it has then answered a question, and whatever it had stored
 * before and asked the browser for is done.
 * @param {import('puppeteer-core').Page} page one of the extension's
 */
async function untilStarted(page) {
  await page.evaluate(async () => {
    await chrome.runtime.sendMessage({ type: 'annotate', request: { published: null, clues: null, language: 'en', blocks: [] } });
    await chrome.storage.local.set({ asked: true });
    await chrome.storage.local.remove('asked');
    await chrome.tabs.query({});
  });
}

/** A folder's files as an archive. @param {string} folder */
async function packed(folder) {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = await Promise.all(files.map(async (file) => [relative(folder, file), new Uint8Array(await readFile(file))]));
  return zipSync(Object.fromEntries(contents), { level: 0 });
}
