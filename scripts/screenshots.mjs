// Takes the pictures of the README from the built demo page: `cargo xtask build`, then `npm run screenshots`.

import { mkdir } from 'node:fs/promises';
import { demoFolder, launch, root } from '../tests/browser/support/browsers.mjs';
import { pause, waitForCard, waitForPainted } from '../tests/browser/support/highlights.mjs';
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
  await waitForPainted(page);
  // The quotation stands in the first window.
  const words = await page.evaluate(() => {
    scrollTo(0, 0);
    const [range] = [...CSS.highlights].filter(([name]) => name.startsWith('verbatim-quote')).flatMap(([, highlight]) => [...highlight])
      .filter(({ startContainer }) => startContainer.nodeValue?.includes('pretend'));
    const box = range?.startContainer.parentElement?.getBoundingClientRect();
    return { x: box?.x ?? 0, y: box?.y ?? 0 };
  });
  await page.mouse.move(words.x + 60, words.y + 14, { steps: 2 });
  await waitForCard(page, 'chromium');
  await pause(300);
  await page.screenshot({ path: `${folder}/demo-${scheme}.png` });
  await page.close();
}
await browser.close();
await server.close();
