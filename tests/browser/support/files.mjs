// What a browser under test saves and copies.

import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { longest, pause } from './waiting.mjs';

/** A folder for a browser's downloads. */
export function downloadFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-downloads-'));
  return {
    /** Firefox takes the folder from its preferences. */
    preferences: { 'browser.download.folderList': 2, 'browser.download.dir': folder, 'browser.download.useDownloadDir': true, 'browser.download.always_ask_before_handling_new_types': false, 'browser.download.alwaysOpenPanel': false },
    /** Chromium is told. @param {import('./browsers.mjs').Launched} launched */
    use: async ({ name, browser }) => {
      if (name !== 'chromium') return;
      const session = await browser.target().createCDPSession();
      // It holds for as long as the session does.
      await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    },
    /**
     * Waits for a file and takes it away.
     * @param {RegExp} name
     */
    take: async (name) => {
      const deadline = Date.now() + longest;
      for (;;) {
        const found = (await readdir(folder)).find((file) => name.test(file));
        // Firefox saves it under a name of its own first, with the same ending.
        const text = found && await readFile(join(folder, found), 'utf8').catch(() => '');
        if (found && text) {
          await rm(join(folder, found));
          return { name: found, text };
        }
        if (Date.now() > deadline) throw new Error(`saved were only: ${await readdir(folder)}`);
        await pause(50);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * What was copied last, pasted into a page.
 * @param {import('./browsers.mjs').Launched} launched
 */
export async function pasted(launched) {
  return (await pastedAs(launched))['text/plain'] ?? '';
}

/**
 * The same in all forms that were copied, by their types.
 * @param {import('./browsers.mjs').Launched} launched
 * @returns {Promise<Record<string, string>>}
 */
export async function pastedAs({ browser }) {
  const page = await browser.newPage();
  await page.setContent('<textarea></textarea>');
  await page.evaluate(() => document.addEventListener('paste', ({ clipboardData }) => {
    const types = [...clipboardData?.types ?? []];
    document.body.dataset.pasted = JSON.stringify(Object.fromEntries(types.map((type) => [type, clipboardData?.getData(type)])));
  }));
  await page.focus('textarea');
  await page.keyboard.down('Control');
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  const found = await page.evaluate(() => document.body.dataset.pasted ?? '{}');
  await page.close();
  return JSON.parse(found);
}
