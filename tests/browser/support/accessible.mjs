// What a screen reader finds in a page: the browser's own accessibility tree, which closed shadow trees are a part of.

import { inFirefoxItself } from './controls.mjs';
import { longest } from './waiting.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {{ name: string, description: string } | null} Dialog */

/**
 * The dialog that is open in the page in front, with its name and its description.
 * @param {Page} page
 * @param {import('./browsers.mjs').BrowserName} name
 * @returns {Promise<Dialog>}
 */
export async function openDialog(page, name) {
  await page.bringToFront();
  return name === 'chromium' ? dialogOfChromium(page) : dialogOfFirefox(page);
}

/** @param {Page} page @returns {Promise<Dialog>} */
async function dialogOfChromium(page) {
  const session = await page.createCDPSession();
  try {
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const dialog = nodes.find(({ role, ignored }) => role?.value === 'dialog' && !ignored);
    return dialog ? { name: dialog.name?.value ?? '', description: dialog.description?.value ?? '' } : null;
  } finally {
    await session.detach();
  }
}

/** @param {Page} page @returns {Promise<Dialog>} */
async function dialogOfFirefox(page) {
  return JSON.parse(await inFirefoxItself(page.browser(), `(async () => {
    const service = Components.classes['@mozilla.org/accessibilityService;1'].getService(Components.interfaces.nsIAccessibilityService);
    const find = (node, depth = 0) => {
      if (!node || depth > 40) return null;
      if (service.getStringRole(node.role) === 'dialog') return { name: node.name ?? '', description: node.description ?? '' };
      for (let index = 0; index < node.childCount; index += 1) {
        const found = find(node.getChildAt(index), depth + 1);
        if (found) return found;
      }
      return null;
    };
    // The tree of a page is made when it is first asked for, in the page's own process.
    for (let wait = 0; wait < ${longest / 50}; wait += 1) {
      const found = find(service.getAccessibleFor(gBrowser.selectedBrowser));
      if (found) return JSON.stringify(found);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return 'null';
  })()`));
}
