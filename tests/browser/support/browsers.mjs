// Starts the browsers, with the unpacked extension installed as a person would.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { eventually, longest } from './waiting.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
/** What `cargo xtask build` made. */
export const built = process.env.VERBATIM_BUILT ?? join(root, 'target');
export const extensionFolder = join(built, 'extension');
export const demoFolder = join(built, 'www');

const chromiumFlags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--lang=en-US', '--force-color-profile=srgb',
];

const firefoxPreferences = {
  // The list of downloads would open and take the keyboard.
  'browser.download.alwaysOpenPanel': false,
  // A page goes into the process of one that was closed before, as those of a reader do who goes from page to page: to start
  // a process for each takes more time than most tests.
  'dom.ipc.processReuse.unusedGraceMs': 60_000,
  'dom.ipc.processPrelaunch.enabled': false,
};

/** @typedef {'chromium' | 'firefox'} BrowserName */

/** @type {Record<BrowserName, string>} */
const executables = {
  chromium: process.env.VERBATIM_CHROMIUM ?? '/usr/bin/chromium',
  firefox: process.env.VERBATIM_FIREFOX ?? '/usr/bin/firefox-esr',
};

/** @type {BrowserName[]} */
export const browserNames = /** @type {BrowserName[]} */ (process.env.VERBATIM_BROWSERS?.split(',') ?? ['chromium', 'firefox']);

/**
 * @param {BrowserName} name
 * @param {{ extension?: boolean, welcome?: boolean, preferences?: Record<string, unknown>, flags?: string[], profile?: string, folder?: string }} [options]
 *   `welcome` leaves the first-run page open, `profile` is a folder that the browser keeps its data in, `folder` holds the extension
 */
export async function launch(name, { extension = true, welcome = false, preferences = {}, flags = [], profile, folder = extensionFolder } = {}) {
  const executablePath = executables[name];
  if (!existsSync(executablePath)) throw new Error(`${executablePath} is missing: install ${name}, or name its place in VERBATIM_${name.toUpperCase()}`);
  if (extension && !existsSync(join(extensionFolder, 'wasm'))) throw new Error(`${extensionFolder} is missing: run \`cargo xtask build\``);
  const viewport = { defaultViewport: { width: 1100, height: 800 }, ...(profile && { userDataDir: profile }) };
  const browser = name === 'chromium'
    ? await puppeteer.launch({ ...viewport, executablePath, enableExtensions: true, pipe: true, args: [...chromiumFlags, ...flags] })
    : await puppeteer.launch({
      // System access lets a test press the browser's own buttons.
      ...viewport, browser: 'firefox', executablePath, extraPrefsFirefox: { ...firefoxPreferences, ...preferences }, args: ['--remote-allow-system-access', ...flags],
    });
  const extensionId = extension ? await browser.installExtension(folder) : null;
  if (extension && !welcome) await closeWelcome(name, browser);
  return { name, browser, extensionId };
}

/** @typedef {Awaited<ReturnType<typeof launch>>} Launched */

const welcomePage = '/ui/welcome/welcome.html';

/**
 * Waits for the first-run page, which would come in front of what a test opens, and closes it.
 * @param {BrowserName} name
 * @param {import('puppeteer-core').Browser} browser
 */
async function closeWelcome(name, browser) {
  if (name === 'chromium') {
    const target = await browser.waitForTarget((target) => target.url().endsWith(welcomePage), { timeout: longest });
    await (await target.page())?.close();
    return;
  }
  // Puppeteer does not hear of the addresses of Firefox's own pages and those of extensions.
  const { connection } = /** @type {any} */ (browser);
  const { context } = await eventually(async () => {
    const { result } = await connection.send('browsingContext.getTree', {});
    return result.contexts.find((/** @type {{ url: string }} */ { url }) => url.endsWith(welcomePage));
  }, Boolean, () => 'the first-run page did not open');
  await connection.send('browsingContext.close', { context });
}

/**
 * A new page that notes what is said on its console and what goes wrong.
 * @param {Launched} launched
 */
export async function openPage({ browser }) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const complaints = [];
  page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { page, complaints };
}
