// The browser's own controls, which no page can reach: the toolbar button and the keys of the extension.

import { longest } from './waiting.mjs';

/** @typedef {import('./browsers.mjs').Launched} Launched */
/** @typedef {import('puppeteer-core').Page} Page */

/** The commands in the order of the manifest: Firefox keeps its keys in that order. */
const commands = ['toggle', 'next', 'previous', 'panel'];

/**
 * Presses the keys of a command.
 * @param {Launched} launched
 * @param {Page} page
 * @param {'toggle' | 'next' | 'previous' | 'panel'} command
 */
export async function pressKeys(launched, page, command) {
  await page.bringToFront();
  if (launched.name === 'firefox') {
    await pressKeyOfFirefox(page, command);
    return;
  }
  // Keys sent through the debugger reach the page and not the browser, so the event is raised where the browser raises it.
  const worker = await backgroundOf(launched);
  await worker.evaluate(async (command) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    /** @type {any} */ (chrome.commands.onCommand).dispatch(command, tab);
  }, command);
}

/**
 * Chooses an entry of the context menu.
 * @param {Launched} launched
 * @param {Page} page
 * @param {'ask' | 'panel' | 'toggle'} entry
 */
export async function chooseFromMenu(launched, page, entry) {
  await page.bringToFront();
  if (launched.name === 'firefox') {
    await inFirefoxItself(launched.browser, `(() => {
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(launched.extensionId)});
      const tab = extension.tabManager.convert(gBrowser.selectedTab);
      extension.emit('webext-menu-menuitem-click', { menuItemId: ${JSON.stringify(entry)}, frameId: 0, pageUrl: tab.url, editable: false, modifiers: [] }, gBrowser.selectedTab);
    })()`);
    return;
  }
  // Menus belong to the browser, which a debugger does not reach: the event is raised where the browser raises it.
  const worker = await backgroundOf(launched);
  await worker.evaluate(async (menuItemId) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    /** @type {any} */ (chrome.contextMenus.onClicked).dispatch({ menuItemId, frameId: 0, editable: false }, tab);
  }, entry);
}

/**
 * Has the browser let the extension into no page any more, unless the user presses its button.
 * @param {Launched} launched
 */
export async function withholdAccess(launched) {
  const { name, browser, extensionId } = launched;
  if (name === 'firefox') {
    await inFirefoxItself(browser, `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
      await ExtensionPermissions.remove(extension.id, { permissions: [], origins: ['http://*/*', 'https://*/*'] }, extension);
    })()`);
    return;
  }
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate((extensionId) => /** @type {any} */ (chrome).developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }), extensionId);
  await page.close();
}

/**
 * What Chromium's toolbar button shows for the page in front.
 * @param {Launched} launched
 */
export async function readButton(launched) {
  const worker = await backgroundOf(launched);
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const { action } = chrome;
    return { badge: await action.getBadgeText({ tabId: tab?.id }), title: await action.getTitle({ tabId: tab?.id }) };
  });
}

/**
 * Presses the toolbar button, and gives a way to look into the popup that it opens.
 * @param {Launched} launched
 * @param {Page} page the one in front
 * @param {string} [path] of the popup's page
 */
export async function openPopup(launched, page, path = 'ui/popup/popup.html') {
  await page.bringToFront();
  const { name, browser, extensionId } = launched;
  if (name === 'firefox') return openPopupOfFirefox(browser, String(extensionId));
  const extension = (await browser.extensions()).get(String(extensionId));
  if (!extension) throw new Error('the extension is not installed');
  const [target] = await Promise.all([
    browser.waitForTarget((target) => target.url().endsWith(`/${path}`), { timeout: longest }),
    page.triggerExtensionAction(extension),
  ]);
  const popup = await target.asPage();
  await popup.waitForFunction(() => 'ready' in document.documentElement.dataset, { polling: 20 });
  return {
    text: () => popup.evaluate(() => document.body.innerText),
    /** How long it took from its first moment until it showed how the page stands, in milliseconds. */
    openedIn: () => popup.evaluate(() => performance.getEntriesByName('shown')[0]?.startTime ?? Infinity),
    press: (/** @type {string} */ selector) => popup.click(selector),
    close: () => popup.close(),
  };
}

/** @param {import('puppeteer-core').Browser} browser @param {string} extensionId */
async function openPopupOfFirefox(browser, extensionId) {
  await inFirefoxItself(browser, `(() => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
    return ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
  })()`);
  // The popup is in a process of its own, which a script is sent to: its answers come back as text.
  const inside = async (/** @type {string} */ expression) => inFirefoxItself(browser, `(async () => {
    const deadline = Date.now() + ${longest};
    for (;;) {
      const popup = document.querySelector('browser[webextension-view-type="popup"]');
      const answer = popup && await new Promise((resolve) => {
        const name = 'verbatim:' + Math.random();
        popup.messageManager.addMessageListener(name, ({ data }) => resolve(data));
        const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', (() => { const { document, performance } = content;'
          + 'if (!document.documentElement || !("ready" in document.documentElement.dataset)) return null; return String(' + ${JSON.stringify(expression)} + '); })())';
        popup.messageManager.loadFrameScript('data:,' + encodeURIComponent(script), false);
        setTimeout(() => resolve(null), 200);
      });
      if (answer !== null && answer !== undefined) return answer;
      if (Date.now() > deadline) throw new Error('no popup is open');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  })()`);
  await inside('1');
  return {
    text: () => inside('document.body.innerText'),
    openedIn: async () => Number(await inside('performance.getEntriesByName("shown")[0].startTime')),
    press: async (/** @type {string} */ selector) => { await inside(`document.querySelector(${JSON.stringify(selector)}).click()`); },
    close: async () => {
      await inFirefoxItself(browser, `(async () => {
        const panel = document.getElementById('customizationui-widget-panel');
        const hidden = new Promise((resolve) => panel.addEventListener('popuphidden', resolve, { once: true }));
        panel.hidePopup();
        await hidden;
      })()`);
    },
  };
}

/**
 * Ends the extension's background, as the browser does when it was idle for a while, but at any moment.
 * @param {Launched} launched
 */
export async function endBackground({ name, browser, extensionId }) {
  if (name === 'firefox') {
    await inFirefoxItself(browser, `WebExtensionPolicy.getByID(${JSON.stringify(extensionId)}).extension
      .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`);
    return;
  }
  const session = await browser.target().createCDPSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(String(extensionId)));
  if (target) await session.send('Target.closeTarget', { targetId: target.targetId });
  await session.detach();
}

/**
 * Ends the extension and starts it anew, as an update does.
 * @param {Launched} launched
 */
export async function reloadExtension(launched) {
  if (launched.name === 'firefox') {
    await inFirefoxItself(launched.browser, `(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(${JSON.stringify(launched.extensionId)})).reload();
    })()`);
    return;
  }
  const worker = await backgroundOf(launched);
  await worker.evaluate(() => chrome.runtime.reload()).catch(() => {
    // The background that is asked does not live to answer.
  });
}

/**
 * The extension's background in Chromium. A background that a debugger is attached to does not start again once it was ended.
 * @param {Launched} launched
 */
async function backgroundOf({ browser, extensionId }) {
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(String(extensionId)), { timeout: longest });
  const worker = await target.worker();
  if (!worker) throw new Error('the background does not run');
  return worker;
}

/**
 * Changes a preference of Firefox, for the pages that are open and those that are opened. Chromium has none.
 * @param {Launched} launched
 * @param {string} preference
 * @param {number} value
 */
export async function prefer({ name, browser }, preference, value) {
  if (name === 'firefox') await inFirefoxItself(browser, `Services.prefs.setIntPref(${JSON.stringify(preference)}, ${value})`);
}

/** @param {Page} page @param {string} command */
async function pressKeyOfFirefox(page, command) {
  await inFirefoxItself(page.browser(), `[...document.querySelectorAll('keyset[id^=ext-keyset] key')][${commands.indexOf(command)}].doCommand()`);
}

/**
 * Evaluates an expression in the window of Firefox, beside its buttons and menus.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} expression
 * @returns {Promise<any>} what it comes to, where that is a plain value
 */
export async function inFirefoxItself(browser, expression) {
  const { connection } = /** @type {any} */ (browser);
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', { expression, target: { context: tree.contexts[0].context }, awaitPromise: true });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}
