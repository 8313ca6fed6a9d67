// Takes the pictures of the README from the built demo page: `cargo xtask build`, then `npm run screenshots`.

import { mkdir } from 'node:fs/promises';
import { demoFolder, launch, root } from '../tests/browser/support/browsers.mjs';
import { placeOf, waitForCard, waitForPainted } from '../tests/browser/support/highlights.mjs';
import { folderAnswer, serve } from '../tests/browser/support/server.mjs';

const folder = `${root}/docs/screenshots`;
await mkdir(folder, { recursive: true });
const server = await serve(folderAnswer(demoFolder));
const { browser } = await launch('chromium', { extension: false });
for (const scheme of ['light', 'dark']) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1240, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(server.address);
  const quotes = await waitForPainted(page);
  const { x, y } = await placeOf(page, 'quote', quotes.findIndex((text) => text.includes('pretend')));
  await page.evaluate(() => scrollTo(0, 0));
  const moved = await page.evaluate(() => document.querySelector('article p:nth-of-type(3)')?.getBoundingClientRect().top ?? 0);
  await page.mouse.move(x, moved + 12 || y, { steps: 2 });
  await waitForCard(page, 'chromium');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.screenshot({ path: `${folder}/demo-${scheme}.png` });
  await page.close();
}
await browser.close();
await server.close();
