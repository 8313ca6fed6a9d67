// The user's settings: one record in the browser's storage, synchronised where the browser does that. Whatever is stored, what
// comes out is whole: a broken field becomes its default, and nothing else is lost.

/** @import { CitationStyle } from '../../types/report.js' */

/**
 * @typedef {object} Settings
 * @property {1} version of this form
 * @property {boolean} on off is off everywhere
 * @property {'always' | 'click'} mode whether a page is read at once, or when the user says so
 * @property {string[]} sitesOff host names of sites that are left alone
 * @property {string[]} sitesOn host names of sites that are read at once in the mode `click`
 * @property {{ quotes: boolean, reported: boolean, speakers: boolean, dates: boolean }} layers what is marked
 * @property {boolean} daysOnly whether of the dates only those that name a day or a time are marked, and no lengths, repetitions and vague words
 * @property {'speaker' | 'one'} tint whether each speaker's words have a tint of their own
 * @property {{ quote: string | null, speaker: string | null, date: string | null }} colours `#rrggbb`, or null for the default
 * @property {boolean} badge whether the toolbar button counts the quotations
 * @property {CitationStyle} citation how citations are written
 * @property {string[]} watch names and patterns that the reader wants to be told of, as the search takes them
 */

/** How citations may be written. @type {CitationStyle[]} */
export const citationStyles = ['plain', 'apa', 'mla', 'chicago', 'bibtex', 'ris'];

/**
 * What Verbatim does on a site: `off` leaves it alone, `waiting` reads when the user says so, `on` reads at once.
 * @typedef {'off' | 'waiting' | 'on'} SiteState
 */

/**
 * What a page gets: how it is to look, and how its own site stands. On which other sites Verbatim is off is none of its business.
 * @typedef {Pick<Settings, 'mode' | 'layers' | 'daysOnly' | 'tint' | 'colours' | 'badge' | 'citation'> & { state: SiteState }} PageSettings
 */

/** The match patterns of all sites that may be read, as the manifest asks for them. */
export const everySite = ['http://*/*', 'https://*/*'];

const storageKey = 'settings';

/** Version 0.1.0 kept one entry for each site that was off, in the storage of this machine. */
const formerPrefix = 'off:';

/** So many entries the watch list may have, each of so many characters. */
export const mostWatched = 200;
export const longestWatched = 500;

/** The longest host name that there can be (RFC 1035), in characters. */
const longestHost = 253;

/** @returns {Settings} */
export function defaultSettings() {
  return {
    version: 1,
    on: true,
    mode: 'always',
    sitesOff: [],
    sitesOn: [],
    layers: { quotes: true, reported: true, speakers: true, dates: true },
    daysOnly: true,
    tint: 'speaker',
    colours: { quote: null, speaker: null, date: null },
    badge: true,
    citation: 'plain',
    watch: [],
  };
}

/**
 * Makes settings of anything at all.
 * @param {unknown} stored
 * @returns {Settings}
 */
export function parseSettings(stored) {
  const defaults = defaultSettings();
  const { on, mode, sitesOff, sitesOn, layers, daysOnly, tint, colours, badge, citation, watch } = record(stored);
  return {
    version: 1,
    on: flag(on, defaults.on),
    mode: oneOf(mode, ['always', 'click'], defaults.mode),
    sitesOff: hosts(sitesOff),
    sitesOn: hosts(sitesOn),
    layers: mapRecord(defaults.layers, (value, name) => flag(record(layers)[name], value)),
    daysOnly: flag(daysOnly, defaults.daysOnly),
    tint: oneOf(tint, ['speaker', 'one'], defaults.tint),
    colours: mapRecord(defaults.colours, (_, name) => colour(record(colours)[name])),
    badge: flag(badge, defaults.badge),
    citation: oneOf(citation, citationStyles, defaults.citation),
    watch: watched(watch),
  };
}

/** The settings as they are stored now. @returns {Promise<Settings>} */
export async function readSettings() {
  return parseSettings(await readStored());
}

/**
 * Changes some of the settings and leaves the others as they are.
 * @param {Partial<Settings>} patch
 * @returns {Promise<void>}
 */
export function saveSettings(patch) {
  return changeSettings(() => patch);
}

const inTurn = /* @__PURE__ */ createTurns();

/**
 * Changes settings by what they are now. Changes wait for each other, so that none is lost.
 * @param {(settings: Settings) => Partial<Settings>} change
 * @returns {Promise<void>}
 */
export function changeSettings(change) {
  return inTurn(() => alone(async () => {
    const settings = await readSettings();
    await store(parseSettings({ ...settings, ...change(settings) }));
  }));
}

/** Makes a function that does one piece of work after the other. @returns {(work: () => Promise<void>) => Promise<void>} */
function createTurns() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}

/**
 * Calls `changed` with the settings, and as they were before, whenever they have changed, here or on another of the user's machines.
 * @param {(settings: Settings, before: Settings) => void} changed
 * @param {AbortSignal} [signal]
 */
export function watchSettings(changed, signal) {
  /** @param {Record<string, chrome.storage.StorageChange>} changes */
  const listen = (changes) => {
    const change = changes[storageKey];
    if (change) void readSettings().then((settings) => signal?.aborted || changed(settings, parseSettings(change.oldValue)), () => {});
  };
  chrome.storage.onChanged.addListener(listen);
  signal?.addEventListener('abort', () => chrome.storage.onChanged.removeListener(listen), { once: true });
}

/**
 * Takes over what version 0.1.0 stored: the list of sites that are off.
 * @returns {Promise<void>}
 */
export async function carryOverFormerSettings() {
  const keys = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith(formerPrefix));
  if (keys.length === 0) return;
  const off = keys.filter(([, value]) => value === true).map(([key]) => key.slice(formerPrefix.length));
  await changeSettings(({ sitesOff }) => ({ sitesOff: [...sitesOff, ...off] }));
  await chrome.storage.local.remove(keys.map(([key]) => key));
}

/**
 * @param {Settings} settings
 * @param {string} host
 * @returns {SiteState}
 */
export function siteState({ on, mode, sitesOff, sitesOn }, host) {
  if (!on || sitesOff.includes(host)) return 'off';
  return mode === 'always' || sitesOn.includes(host) ? 'on' : 'waiting';
}

/** What a page of a site gets of the settings. @param {Settings} settings @param {string} host @returns {PageSettings} */
export function pageSettings(settings, host) {
  const { mode, layers, daysOnly, tint, colours, badge, citation } = settings;
  return { mode, layers, daysOnly, tint, colours, badge, citation, state: siteState(settings, host) };
}

/**
 * What to change so that a site is left alone or read. Where pages wait for the user, to switch a site on or off says whether
 * its pages wait as well.
 * @param {Settings} settings
 * @param {string} host
 * @param {boolean} on
 * @returns {Partial<Settings>}
 */
export function switchSite({ mode, sitesOff, sitesOn }, host, on) {
  const others = (/** @type {string[]} */ list) => list.filter((other) => other !== host);
  if (on) return { on: true, sitesOff: others(sitesOff), sitesOn: mode === 'click' ? [...others(sitesOn), host] : sitesOn };
  return mode === 'click' ? { sitesOn: others(sitesOn) } : { sitesOff: [...others(sitesOff), host] };
}

/**
 * The host name in what somebody wrote: an address, or a host name alone.
 * @param {string} text
 * @returns {string | null}
 */
export function hostIn(text) {
  const trimmed = text.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address)) return null;
  const { hostname, protocol } = new URL(address);
  // Chromium takes a host name with spaces in it.
  return /^https?:$/u.test(protocol) && /^(?:[\w.-]+|\[[\da-f:.]+\])$/u.test(hostname) && hostname.length <= longestHost ? hostname : null;
}

/** Where the browser cannot synchronise (switched off, or the lists are too long for it), this machine alone keeps them. */
async function readStored() {
  const [local, synchronised] = await Promise.all([
    chrome.storage.local.get(storageKey),
    chrome.storage.sync.get(storageKey).catch(() => ({})),
  ]);
  return storageKey in local ? local[storageKey] : /** @type {Record<string, unknown>} */ (synchronised)[storageKey];
}

/** @param {Settings} settings */
async function store(settings) {
  try {
    await chrome.storage.sync.set({ [storageKey]: settings });
  } catch {
    await chrome.storage.local.set({ [storageKey]: settings });
    return;
  }
  await chrome.storage.local.remove(storageKey);
}

/**
 * Does something while no other part of the extension changes the settings. A content script's locks would be the page's: it has
 * the background change them.
 * @param {() => Promise<void>} change
 */
function alone(change) {
  return navigator.locks.request('settings', change);
}

/** @param {unknown} value @returns {Record<string, unknown>} */
function record(value) {
  return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : {};
}

/** @param {unknown} value @param {boolean} otherwise */
function flag(value, otherwise) {
  return typeof value === 'boolean' ? value : otherwise;
}

/**
 * @template {string} Choice
 * @param {unknown} value
 * @param {Choice[]} choices
 * @param {Choice} otherwise
 */
function oneOf(value, choices, otherwise) {
  return choices.find((choice) => choice === value) ?? otherwise;
}

/** Each host once. @param {unknown} value @returns {string[]} */
function hosts(value) {
  if (!Array.isArray(value)) return [];
  return [...new Set(value.flatMap((entry) => (typeof entry === 'string' ? hostIn(entry) ?? [] : [])))];
}

/** Each entry once. @param {unknown} value @returns {string[]} */
function watched(value) {
  if (!Array.isArray(value)) return [];
  const entries = value.flatMap((entry) => (typeof entry === 'string' ? entry.trim() : []));
  return [...new Set(entries)].filter(({ length }) => length > 0 && length <= longestWatched).slice(0, mostWatched);
}

/** @param {unknown} value */
function colour(value) {
  return typeof value === 'string' && /^#[\da-f]{6}$/iu.test(value) ? value.toLowerCase() : null;
}

/**
 * @template {string} Name
 * @template From
 * @template To
 * @param {Record<Name, From>} from
 * @param {(value: From, name: Name) => To} change
 * @returns {Record<Name, To>}
 */
function mapRecord(from, change) {
  const names = /** @type {Name[]} */ (Object.keys(from));
  return /** @type {Record<Name, To>} */ (Object.fromEntries(names.map((name) => [name, change(from[name], name)])));
}
