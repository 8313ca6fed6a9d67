// The browser's own controls, which no page can reach: the toolbar button and the keys of the extension.

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
  const target = await browser.waitForTarget((target) => target.type() === 'service_worker' && target.url().includes(String(extensionId)), { timeout: 5_000 });
  const worker = await target.worker();
  if (!worker) throw new Error('the background does not run');
  return worker;
}

/** @param {Page} page @param {string} command */
async function pressKeyOfFirefox(page, command) {
  await inFirefoxItself(page.browser(), `[...document.querySelectorAll('keyset[id^=ext-keyset] key')][${commands.indexOf(command)}].doCommand()`);
}

/**
 * Evaluates an expression in the window of Firefox, beside its buttons and menus.
 * @param {import('puppeteer-core').Browser} browser
 * @param {string} expression
 */
async function inFirefoxItself(browser, expression) {
  const { connection } = /** @type {any} */ (browser);
  const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', { expression, target: { context: tree.contexts[0].context }, awaitPromise: true });
  if (result.type === 'exception') throw new Error(result.exceptionDetails.text);
}
