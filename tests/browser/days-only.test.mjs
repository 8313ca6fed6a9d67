// Which dates are marked: days and times, and where the reader wishes lengths, repetitions and vague words too.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { browserNames, openPage } from './support/browsers.mjs';
import { waitForPainted } from './support/highlights.mjs';
import { openPanel, waitForPanel } from './support/panel.mjs';
import { openScreen, readStore, until } from './support/screens.mjs';
import { useBrowser, useServer } from './support/suite.mjs';

const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The ferry stays</title>
<meta property="article:published_time" content="2025-03-14T06:30:00+01:00"></head><body><main><article><h1>The ferry stays, the minister says</h1>
<p>“We are not moving,” Mayor Teodor Vask said on Thursday, and the hall fell silent, for the boat has sailed since 1974.</p>
<p>It sails every Friday, it takes three hours to cross, and recently it has been full, the harbour master told the council.</p>
<p>The vote is at 9.30am next Tuesday, and the result is expected in May 2025, after two years of talks.</p></article></main></body></html>`;

const days = ['Thursday', '1974', '9.30am next Tuesday', 'May 2025'];
const all = ['Thursday', '1974', 'every Friday', 'three hours', 'recently', '9.30am next Tuesday', 'May 2025', 'two years'];

for (const browserName of browserNames) {
  describe(browserName, () => {
    const server = useServer(new Map([['/', html]]));
    const launched = useBrowser(browserName);

    test('at first only days and times are marked, and popup and panel count the same', async () => {
      const { page } = await openPage(launched);
      await page.goto(`${server.address}/`);
      assert.deepEqual(await waitForPainted(page, undefined, 'date'), days);
      const popup = await openScreen(launched, 'popup', page);
      await until(popup, () => document.getElementById('count-dates')?.textContent === '4' && document.getElementById('count-lengths')?.textContent === '4');
      await popup.close();
      const panel = await openPanel(launched, page);
      await waitForPanel(panel);
      await panel.click('input[name=view][value=dates]');
      const { status, dates } = await waitForPanel(panel, ({ dates }) => dates.length > 0);
      assert.equal(status, '4 dates, 4 lengths and repetitions');
      assert.deepEqual(dates.toSorted(), all.toSorted());
      await panel.close();
      await page.close();
    });

    for (const [name, selector] of /** @type {const} */ ([['options', '#days-only'], ['popup', 'input[name=lengths]']])) {
      test(`all are marked where the ${name} say so, and then no longer`, async () => {
        const { page } = await openPage(launched);
        await page.goto(`${server.address}/`);
        await waitForPainted(page, ({ length }) => length === days.length, 'date');
        const screen = await openScreen(launched, name, page);
        await screen.click(selector);
        assert.deepEqual(await waitForPainted(page, ({ length }) => length > days.length, 'date'), all);
        assert.equal((await readStore(screen)).daysOnly, false);
        await screen.click(selector);
        assert.deepEqual(await waitForPainted(page, ({ length }) => length < all.length, 'date'), days);
        await screen.close();
        await page.close();
      });
    }
  });
}
