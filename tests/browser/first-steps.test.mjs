// What helps beginners: the sample of the first-run page, the way to the button and to the installation, the text to report an error with.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { browserNames, demoFolder, openPage } from './support/browsers.mjs';
import { pasted } from './support/files.mjs';
import { openScreen, until, writeStore } from './support/screens.mjs';
import { folderAnswer } from './support/server.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

const { version } = JSON.parse(readFileSync(new URL('../../extension/manifest.json', import.meta.url), 'utf8'));

for (const browserName of browserNames) {
  describe(browserName, () => {
    const demo = useServer(folderAnswer(demoFolder));
    const launched = useBrowser(browserName);

    test('first-run page: the sample shows the card of the words that are pointed at, pressed or reached by the keyboard', async () => {
      const welcome = await openScreen(launched, 'welcome');
      const card = () => welcome.$eval('#sample-card', (shown) => [...shown.querySelectorAll('.label, .title')].map(({ textContent }) => textContent).join(' '));
      assert.equal(await card(), 'Said by Lena Ortiz');
      await welcome.hover('[data-card="date"]');
      await until(welcome, () => /^Tuesday, March 11, 2025$/.test(document.querySelector('#sample-card .title')?.textContent ?? ''));
      await welcome.click('[data-card="fisherman"]');
      await until(welcome, () => document.querySelector('#sample-card .label')?.textContent === 'Probably said by');
      await welcome.focus('[data-card="ortiz"]');
      await welcome.keyboard.press('Tab');
      assert.equal(await card(), 'Speaker Lena Ortiz');
      assert.equal(await welcome.$$eval('.example [aria-pressed="true"]', (pressed) => pressed.map(({ textContent }) => textContent).join()), 'Mayor Lena Ortiz');
      await welcome.close();
    });

    test('first-run page: it says how the button comes into the toolbar, where it is not there', async () => {
      const welcome = await openScreen(launched, 'welcome');
      const isOnToolbar = await welcome.evaluate(async () => (await chrome.action.getUserSettings?.())?.isOnToolbar ?? false);
      assert.equal(await welcome.$eval('#pin', (section) => /** @type {HTMLElement} */ (section).hidden), isOnToolbar);
      assert.match(await welcome.$eval('#pin-text', ({ textContent }) => textContent ?? ''), browserName === 'chromium' ? /the pin beside Verbatim/ : /“Pin to Toolbar”/);
      await welcome.close();
    });

    test('options: they name the version, and give a text to report an error with, without the sites', async () => {
      const options = await openScreen(launched, 'options');
      await writeStore(options, { sitesOff: ['secret.example'], tint: 'one' });
      assert.equal(await options.$eval('#version', ({ textContent }) => textContent), `Version ${version}`);
      assert.equal(await options.$eval('#report', (text) => text.checkVisibility()), false);
      await options.click('#show-report');
      await until(options, () => /** @type {HTMLTextAreaElement} */ (document.getElementById('report')).value !== '');
      await options.click('#copy-report');
      await until(options, () => document.getElementById('done')?.textContent === 'The report is copied.');
      const text = await pasted(launched);
      assert.match(text, new RegExp(`^Page:\\s+What was wrong:\\s+What would be right:\\s+Verbatim ${version.replaceAll('.', '\\.')}\\s+Mozilla/5\\.0`));
      assert.match(text, /"tint":"one"/);
      assert.doesNotMatch(text, /secret/);
      await writeStore(options, {});
      await options.close();
    });

    test('demo page: it leads to how the extension is installed', async () => {
      const { page } = await openPage(launched);
      await page.goto(demo.address);
      const target = await page.$eval('.masthead a', (link) => document.querySelector(link.getAttribute('href') ?? '')?.closest('section')?.textContent);
      assert.match(target ?? '', /chrome:\/\/extensions.*Load unpacked.*about:debugging/s);
      await page.close();
    });
  });
}
