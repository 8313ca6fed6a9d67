// TIMEX3 values in words, English and German: those that the engine gives, and that nothing else comes out as a code.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { browserNames, root } from './support/browsers.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

/** @typedef {{ type: string, value: string, mod: string | null, first: string | null, last: string | null, text?: string }} DateValue */

const languages = /** @type {const} */ (['en', 'de']);

/** The rows of the tables: name, date, words in each language. @type {[string, DateValue, Record<'en' | 'de', string>][]} */
const rows = ['timex3.txt', 'timex3-modified.txt'].flatMap((name) => readFileSync(join(root, 'tests/cases', name), 'utf8').split('\n'))
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => {
    const [date = '', words = ''] = line.split(' = ');
    const [en = '', de = ''] = words.split(' | ');
    const [, code = '', text] = /^(.*?)(?: “(.*)”)?$/.exec(date) ?? [];
    const [type = '', value = '', ...rest] = code.split(' ');
    const [first = null, last = null] = rest.filter((part) => /^\d/.test(part));
    return [date, { type, value, mod: rest.find((part) => /^[A-Z_]+$/.test(part)) ?? null, first, last, ...(text !== undefined && { text }) }, { en, de }];
  });

const types = ['DATE', 'TIME', 'DURATION', 'SET'];
const mods = [null, 'APPROX', 'BEFORE', 'AFTER', 'LESS_THAN', 'MORE_THAN', 'EQUAL_OR_LESS', 'EQUAL_OR_MORE', 'START', 'MID', 'END', 'OTHER'];
/** What no value of the engine looks like. */
const broken = ['', 'T', 'P', 'PT', 'PX', 'XX-XX', '2024-13', '2024-02-31', '2024-00-00', 'XXXX-13-40', 'XXXX-WXX-9', '2024-W99', 'BC0000', 'BC0044-99',
  '2024-05-16T99:99', '2024-05-16T', '-0044', '99999-01-01', 'P1Z', 'PT1W', 'XXXX-XX-XXT', 'nonsense', '2024-05-16TXX', 'PXXD', 'XXXX-XXTMO'];

/** Every value of the tables and every broken one, as every type, with every modifier, with and without its days. @type {DateValue[]} */
const all = [...new Map([...rows.map(([, date]) => date), ...broken.map((value) => ({ value, first: null, last: null }))]
  .map((date) => [date.value, date])).values()]
  .flatMap(({ value, first, last }) => types.flatMap((type) => mods.flatMap((mod) => [
    { type, value, mod, first, last }, { type, value, mod, first: null, last: null }, { type, value, mod, first: '2024-05-13', last: 'XXXX-XX-XX' },
  ])));

/** What no reader is to see. */
const code = /XX|undefined|null|NaN|Invalid|\$|_|\bP\d|\dT\d| {2}|^ | $|^$|[([]\s*[)\]]/;

for (const browserName of browserNames) {
  describe(browserName, () => {
    const modules = folderAnswer(join(root, 'extension'));
    const server = useServer((path) => (path === '/' ? { body: '<!doctype html><html lang="en"><title>Modules</title>' } : modules(path)));
    const launched = useBrowser(browserName, { extension: false });

    for (const language of languages) {
      describe(language, () => {
        /** @type {import('puppeteer-core').Page} */
        let page;
        before(async () => {
          page = await launched.browser.newPage();
          await page.goto(server.address);
          // The words of the browser's own translations, as the extension has them.
          await page.evaluate(async (language) => {
            const messages = await (await fetch(`/_locales/${language}/messages.json`)).json();
            const i18n = {
              getUILanguage: () => (language === 'en' ? 'en-US' : language),
              getMessage: (/** @type {string} */ key, /** @type {string[]} */ substitutions = []) => (
                messages[key].message.replace(/\$(\d)/g, (/** @type {string} */ _, /** @type {number} */ place) => substitutions[place - 1] ?? '')),
            };
            Object.defineProperty(globalThis, 'chrome', { value: { i18n }, configurable: true });
          }, language);
        });

        /** @param {DateValue[]} dates @returns {Promise<string[]>} */
        const worded = (dates) => page.evaluate(async (dates) => {
          const { dateInWords } = await import(/** @type {any} */ ('/shared/timex.js'));
          return dates.map((date) => dateInWords(date));
        }, dates);

        test('words every value that the engine gives', async () => {
          const found = await worded(rows.map(([, date]) => date));
          assert.deepEqual(found.map((words, index) => `${rows[index]?.[0]} = ${words.replace(/[\u2009\u202f]/g, ' ')}`), rows.map(([name, , words]) => `${name} = ${words[language]}`));
        });

        test('shows no code, whatever the value', async () => {
          const found = await worded(all);
          assert.deepEqual(found.flatMap((words, index) => (code.test(words) ? [`${JSON.stringify(all[index])} = ${words}`] : [])), []);
        });
      });
    }
  });
}
