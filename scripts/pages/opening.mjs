// Measures how soon the popup, and the panel of an article with 500 statements, show their contents, compared with an empty page of the
// extension; and whether the panel scrolls smoothly.

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserNames, extensionFolder, launch, openPage } from '../../tests/browser/support/browsers.mjs';
import { inFirefoxItself, openPopup, pressKeys } from '../../tests/browser/support/controls.mjs';
import { pause, waitForPainted } from '../../tests/browser/support/highlights.mjs';
import { goToExtensionPage, openPanel, sidePanel, tabOf, waitForPanel } from '../../tests/browser/support/panel.mjs';
import { serve } from '../../tests/browser/support/server.mjs';
import { format, quantile } from './report.mjs';
import { longestTask, record } from './trace.mjs';

/** @import { BrowserName, Launched } from '../../tests/browser/support/browsers.mjs' */
/** @import { Page } from 'puppeteer-core' */

const statements = 500;
const times = 12;

const article = `<!doctype html><html lang="en"><meta charset="utf-8"><meta property="article:published_time" content="2025-03-14"><title>The long road</title>
<body><main><article><h1>The long road</h1>${Array.from({ length: statements }, (_, index) => `<p>“We have waited for road number ${index},” said Ilse Marrow, who runs the school. The council of the island met again.</p>`).join('\n')}</article></main></body></html>`;

/** An empty page, the lower bound for all pages of the extension. */
const blank = {
  'ui/blank/blank.html': '<!doctype html><html lang="en"><meta charset="utf-8"><script src="blank.js"></script><title>Nothing</title><body>Nothing',
  'ui/blank/blank.js': 'performance.mark("shown"); document.documentElement.dataset.ready = "";',
};

/**
 * What to open, and the performance mark of its completion. `first` is the panel of a page that no panel has queried before.
 * @type {{ what: string, path: string, mark: string, how: 'tab' | 'button' | 'first' }[]}
 */
const screens = [
  { what: 'a page with nothing in it, in a tab', path: 'ui/blank/blank.html', mark: 'shown', how: 'tab' },
  { what: 'the popup in a tab', path: 'ui/popup/popup.html', mark: 'shown', how: 'tab' },
  { what: 'a popup with nothing in it', path: 'ui/blank/blank.html', mark: 'shown', how: 'button' },
  { what: 'the popup', path: 'ui/popup/popup.html', mark: 'shown', how: 'button' },
  { what: `the panel with ${statements} statements`, path: 'ui/panel/panel.html', mark: 'listed', how: 'tab' },
  { what: 'the same, the first time on a page', path: 'ui/panel/panel.html', mark: 'listed', how: 'first' },
];

/** Opens each of them repeatedly and prints how long that takes from the start of loading. @param {string} [only] the browser */
export async function measureOpening(only) {
  const server = await serve((path) => (path === '/long' ? { body: article } : null));
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-'));
  try {
    await cp(extensionFolder, folder, { recursive: true });
    await cp(join(folder, 'ui/popup'), join(folder, 'ui/blank'), { recursive: true });
    for (const [path, content] of Object.entries(blank)) await writeFile(join(folder, path), content);
    for (const name of browserNames.filter((name) => !only || name === only)) {
      const launched = await launch(name, { folder });
      try {
        await measureIn(launched, `${server.address}/long`);
        if (name === 'chromium') await measureScrolling(launched, `${server.address}/long`);
        else await measureSidebar(launched, `${server.address}/long`);
      } finally {
        await launched.browser.close();
      }
    }
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {Launched} launched @param {string} address */
async function measureIn(launched, address) {
  const { page } = await openPage(launched);
  await page.goto(address);
  await waitForPainted(page, ({ length }) => length === statements);
  const helper = await launched.browser.newPage();
  await goToExtensionPage(launched, helper, 'ui/options/options.html');
  const tab = await tabOf(helper, address);
  /** @type {number[][]} */
  const found = screens.map(() => []);
  // In turns, so that other load on the machine affects all alike. In the first round, the browser has never shown them.
  for (let time = 0; time <= times; time += 1) {
    for (const [index, screen] of screens.entries()) {
      const took = await open(launched, page, helper, tab, screen);
      if (time > 0) found[index]?.push(took);
    }
  }
  for (const [index, { what }] of screens.entries()) {
    const own = found[index] ?? [];
    console.log(`  ${launched.name}: ${what} after ${format(quantile(own, 0.5))} ms at the median, ${format(Math.min(...own))} to ${format(Math.max(...own))} ms in ${own.length} openings`);
  }
  await helper.close();
  await page.close();
}

/** @param {Launched} launched @param {Page} page @param {Page} helper @param {number} tab @param {typeof screens[number]} screen */
async function open(launched, page, helper, tab, { path, mark, how }) {
  if (how === 'button') {
    await helper.evaluate((popup) => chrome.action.setPopup({ popup }), `/${path}`);
    const popup = await openPopup(launched, page, path);
    const took = await popup.openedIn();
    await popup.close();
    return took;
  }
  if (how === 'first') {
    await page.reload();
    await waitForPainted(page, ({ length }) => length === statements);
  }
  const opened = await launched.browser.newPage();
  await goToExtensionPage(launched, opened, `${path}?tab=${tab}`);
  await opened.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, { polling: 20 }, mark);
  const took = await opened.evaluate((mark) => performance.getEntriesByName(mark)[0]?.startTime ?? Infinity, mark);
  await opened.close();
  return took;
}

/** Scrolls through the panel, most of a window in each frame. @param {Launched} launched @param {string} address */
async function measureScrolling(launched, address) {
  const { page } = await openPage(launched);
  await page.goto(address);
  await waitForPainted(page, ({ length }) => length === statements);
  const panel = await openPanel(launched, page);
  await waitForPanel(panel, (shown) => shown.statements.length === statements);
  await panel.bringToFront();
  await pause(500);
  /** @type {{ frames: number, long: number[], end: boolean } | undefined} */
  let scrolled;
  const events = await record(panel, async () => {
    scrolled = await panel.evaluate(() => new Promise((resolve) => {
      /** @type {number[]} */
      const long = [];
      const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
      observer.observe({ type: 'longtask' });
      const root = /** @type {Element} */ (document.scrollingElement);
      let frames = 0;
      const step = () => {
        const before = root.scrollTop;
        root.scrollBy({ top: innerHeight * 0.8, behavior: 'instant' });
        frames += 1;
        if (root.scrollTop !== before) requestAnimationFrame(step);
        // The observer reports a task after it has ended.
        else setTimeout(() => resolve({ frames, long, end: root.scrollTop + innerHeight >= root.scrollHeight - 1 }), 300);
      };
      requestAnimationFrame(step);
    }));
  });
  const { frames = 0, long = [], end = false } = scrolled ?? {};
  console.log(`  chromium: the panel scrolled ${end ? 'to its end' : 'NOT TO ITS END'} in ${frames} frames, ${long.length} long tasks (over 50 ms by the clock)${long.length > 0 ? `: ${long.map(format).join(', ')} ms` : ''}; the longest task had the processor for ${format(longestTask(events))} ms`);
  await panel.close();
  await page.close();
}

/** Opens the panel in Firefox's sidebar, which is faster than in a new tab. @param {Launched} launched @param {string} address */
async function measureSidebar(launched, address) {
  const { page } = await openPage(launched);
  for (const first of [false, true]) {
    /** @type {number[]} */
    const found = [];
    for (let time = 0; time <= times; time += 1) {
      if (time === 0) await page.goto(address);
      else if (first) await page.reload();
      await waitForPainted(page, ({ length }) => length === statements);
      await pressKeys(launched, page, 'panel');
      const panel = await sidePanel(launched);
      await waitForPanel(panel);
      const took = await panel.evaluate(() => document.defaultView?.performance.getEntriesByName('listed')[0]?.startTime ?? Infinity);
      if (time > 0) found.push(took);
      await inFirefoxItself(launched.browser, '(SidebarController.hide(), true)');
      await pause(500);
    }
    console.log(`  firefox: the panel in the sidebar${first ? ', the first time on a page' : ''} after ${format(quantile(found, 0.5))} ms at the median, ${format(Math.min(...found))} to ${format(Math.max(...found))} ms in ${found.length} openings`);
  }
  await page.close();
}
