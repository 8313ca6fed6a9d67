// Draws the extension's icons from their SVG source: `npm run icons`.

import { readFile } from 'node:fs/promises';
import { launch, root } from '../tests/browser/support/browsers.mjs';

const { browser } = await launch('chromium', { extension: false });
const page = await browser.newPage();
for (const [name, sizes] of /** @type {[string, number[]][]} */ ([['verbatim', [16, 32, 48, 128]], ['verbatim-off', [16, 32, 48]]])) {
  const svg = await readFile(`${root}/extension/icons/${name}.svg`, 'utf8');
  for (const size of sizes) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>*{margin:0;display:block}svg{width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: `${root}/extension/icons/${name}-${size}.png`, omitBackground: true });
  }
}
await browser.close();
