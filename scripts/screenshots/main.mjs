// Takes the screenshots for the documents and the stores from the built extension, in both browsers:
//
//     npm run screenshots                      # `cargo xtask build` before
//     npm run screenshots -- card popup 2-who-said-it
//
// Takes the named pictures, or all if none is named.

import { mkdir } from 'node:fs/promises';
import { browserNames, launch, root } from '../../tests/browser/support/browsers.mjs';
import { throughProxy } from '../../tests/browser/support/proxy.mjs';
import { serveNews } from './news.mjs';
import { writePicture } from './pictures.mjs';
import { screens } from './screens.mjs';
import { storePictures } from './store.mjs';

/** @import { Setting } from './screens.mjs' */

const only = process.argv.slice(2);
const isWanted = (/** @type {string} */ name) => only.length === 0 || only.includes(name);
const documents = `${root}/docs/screenshots`;
const stores = `${root}/store/pictures`;
/** A reserved host name: every request goes to the server here. */
const address = 'http://kelmar-courier.example';

const server = await serveNews();
try {
  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    for (const browserName of browserNames) {
      await withBrowser(browserName, scheme, async (launched) => {
        await mkdir(documents, { recursive: true });
        for (const [name, take] of Object.entries(screens).filter(([name]) => isWanted(name))) {
          await writePicture(await take({ launched, address, scheme }), `${documents}/${name}-${browserName}-${scheme}.png`);
        }
        if (scheme !== 'light' || browserName !== 'chromium') return;
        for (const [name, take] of Object.entries(storePictures).filter(([name]) => isWanted(name))) {
          await writePicture(await take({ launched, address }), `${stores}/${name}.png`);
        }
      });
    }
  }
} finally {
  await server.close();
}

/**
 * @param {typeof browserNames[number]} name
 * @param {Setting['scheme']} scheme
 * @param {(launched: Setting['launched']) => Promise<void>} use
 */
async function withBrowser(name, scheme, use) {
  // 0 is dark, 1 is light, for pages and for the browser's own.
  const dark = scheme === 'dark' ? 0 : 1;
  const { flags, preferences } = throughProxy(name, server.port);
  const launched = await launch(name, { flags, preferences: { ...preferences, 'layout.css.prefers-color-scheme.content-override': dark, 'ui.systemUsesDarkTheme': 1 - dark } });
  try {
    await use(launched);
  } finally {
    await launched.browser.close();
  }
}
