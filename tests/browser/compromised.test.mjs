// What the extension tells the process of a page: scripts of ours run there as they would in a page that has broken into its process.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { tabOf } from './support/panel.mjs';
import { openScreen, readStore, writeStore } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', '<!doctype html><html lang="en"><title>A page</title><p>Text']]));
    const launched = useBrowser(browserName);
    /** @type {import('puppeteer-core').Page} */
    let options;
    /** @type {number} */
    let tab;
    before(async () => {
      options = await openScreen(launched, 'options');
      await writeStore(options, { sitesOff: ['a.example', 'b.example'], sitesOn: ['c.example'] });
      const { page } = await openPage(launched);
      await page.goto(server.address);
      tab = await tabOf(options, page.url());
    });

    /** What the background answers a script in the page. @param {object} message */
    const answerTo = (message) => options.evaluate(async (tabId, message) => {
      const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func: (message) => chrome.runtime.sendMessage(message), args: [message] });
      return answer?.result;
    }, tab, message);

    for (const type of ['settings?', 'begin']) {
      test(`of the settings, ${type} answers what concerns the page alone`, async () => {
        const { settings } = await answerTo({ type });
        assert.deepEqual(Object.keys(settings).toSorted(), ['badge', 'citation', 'colours', 'daysOnly', 'layers', 'mode', 'state', 'tint']);
        assert.equal(settings.state, 'on');
      });
    }

    test('a page turns off its own site and no other, whatever it says', async () => {
      const { settings } = await answerTo({ type: 'switch-site', host: 'd.example', on: false });
      assert.equal(settings.state, 'off');
      assert.deepEqual((await readStore(options)).sitesOff, ['a.example', 'b.example', '127.0.0.1']);
      await answerTo({ type: 'switch-site', host: 'a.example', on: true });
      assert.deepEqual((await readStore(options)).sitesOff, ['a.example', 'b.example']);
    });

    test('it corrects its own site and no other, whatever it says', async () => {
      const place = { layer: 'quote', words: '“Yes,”', before: '', after: ' she said.' };
      for (const address of ['https://other.example/story', 'not an address', undefined, 7]) {
        await answerTo({ type: 'keep', address, place, patch: { hidden: true } });
      }
      const kept = () => options.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('desk:')));
      assert.deepEqual(await kept(), []);
      await answerTo({ type: 'keep', address: `${server.address}/`, place: { ...place, layer: 'date' }, patch: { hidden: true } });
      assert.deepEqual(await kept(), []);
      const { desk } = await answerTo({ type: 'keep', address: `${server.address}/`, place, patch: { hidden: true } });
      assert.equal(desk.length, 1);
      assert.deepEqual(await kept(), [`desk:${server.address}/`]);
    });

    test('what is stored is kept from it', { skip: browserName === 'firefox' && 'Firefox opens the storage to content scripts' }, async () => {
      const found = await options.evaluate(async (tabId) => {
        const func = () => Promise.allSettled([chrome.storage?.local.get(null), chrome.storage?.sync.get(null)]).then((results) => results.map(({ status }) => status));
        const [answer] = await chrome.scripting.executeScript({ target: { tabId }, func });
        return answer?.result;
      }, tab);
      assert.deepEqual(found, ['rejected', 'rejected']);
    });
  });
}
