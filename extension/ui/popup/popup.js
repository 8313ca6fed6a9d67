// The popup of the toolbar button: what was found on the page in front, and the switches that are needed most.

import { hideMarksIn, readHiddenTabs } from '../../shared/hidden-tabs.js';
import { openPanel } from '../../shared/open-panel.js';
import { tell } from '../../shared/tabs.js';
import { watchedDeclarations } from '../../settings/looks.js';
import { changeSettings, everySite, readSettings, siteState, switchSite, watchSettings } from '../../settings/settings.js';
import { message, part, translatePage } from '../page.js';
import { showSamples } from '../samples.js';

/** @import { PopupState } from '../../../types/protocol.js' */
/** @import { Settings } from '../../settings/settings.js' */

/** How often the page is asked how it stands while the popup is open, in milliseconds. */
const interval = 300;

const layers = /** @type {const} */ (['quotes', 'reported', 'speakers', 'dates']);

// What takes time is asked for first: this script runs before anything else of the popup is read.
const inFront = tabInFront();
const stored = readSettings();
const hiddenTabs = readHiddenTabs();
const asked = inFront.then((tab) => tell(tab?.id, { type: 'state?' }));
document.addEventListener('DOMContentLoaded', () => void open(), { once: true });

/** The tab that the popup is about: the one in front, or the one named in its own address. */
async function tabInFront() {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) return chrome.tabs.get(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab;
}

/** The host of a tab that Verbatim may read, where the browser gives it. @param {chrome.tabs.Tab | undefined} tab */
function siteOf(tab) {
  const address = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : null;
  return address && /^https?:$/u.test(address.protocol) ? address : null;
}

/**
 * @param {Settings} settings
 * @param {PopupState | undefined} page
 * @param {URL | null} address of the page, where the browser gives it
 * @param {boolean} isHidden whether no marks are shown in its tab
 */
function show(settings, page, address, isHidden) {
  const site = part('site', HTMLInputElement);
  const read = part('read', HTMLButtonElement);
  part('everywhere', HTMLInputElement).checked = settings.on;
  showSamples(settings);
  for (const layer of layers) {
    input(layer).checked = settings.layers[layer];
    part(`count-${layer}`, HTMLElement).textContent = page?.stage === 'read' ? String(page.counts[layer]) : '';
  }
  showStatements(page);
  showWatched(page);
  input('lengths').checked = !settings.daysOnly;
  input('lengths').disabled = !settings.layers.dates;
  part('count-lengths', HTMLElement).textContent = page?.stage === 'read' ? String(page.counts.lengths) : '';
  part('host', HTMLElement).textContent = page?.host ?? address?.hostname ?? message('popupThisPage');
  part('status', HTMLElement).textContent = statusOf(settings, page);
  part('site-row', HTMLElement).hidden = !page;
  part('hide-row', HTMLElement).hidden = page?.state !== 'on';
  part('hide', HTMLInputElement).checked = isHidden;
  part('read-anyway', HTMLElement).hidden = page?.state !== 'on' || page.stage !== 'none';
  if (!page) {
    read.hidden = true;
    return;
  }
  const stored = siteState({ ...settings, on: true }, page.host);
  site.checked = stored === 'on';
  site.disabled = !settings.on;
  part('site-label', HTMLElement).textContent = message(settings.mode === 'click' ? 'popupSiteAlways' : 'popupSite');
  read.hidden = !settings.on || page.state === 'on';
}

/** Says why the list counts fewer statements than there are quotations. @param {PopupState | undefined} page */
function showStatements(page) {
  const note = part('statements', HTMLElement);
  const { statements = 0, quotes = 0, reported = 0 } = page?.stage === 'read' ? page.counts : {};
  note.hidden = statements === quotes + reported;
  note.textContent = message(statements === 1 ? 'popupOneStatement' : 'popupStatements', statements);
}

/** Counts what is on the watch list apart. @param {PopupState | undefined} page */
function showWatched(page) {
  const { watched = 0 } = page?.stage === 'read' ? page.counts : {};
  part('watched', HTMLElement).hidden = watched === 0;
  part('watched-sample', HTMLElement).style.cssText = watchedDeclarations;
  part('count-watched', HTMLElement).textContent = String(watched);
}

/** @param {string} name */
function input(name) {
  const found = document.querySelector(`input[name="${name}"]`);
  if (!(found instanceof HTMLInputElement)) throw new Error(`the page has no ${name}`);
  return found;
}

/** @param {Settings} settings @param {PopupState | undefined} page */
function statusOf(settings, page) {
  if (!page) return message('popupCannotRun');
  if (!settings.on) return message('popupOffEverywhere');
  if (page.state === 'off') return message('popupOffHere');
  if (page.state === 'waiting') return message('popupWaiting');
  if (page.stage === 'working') return message('popupWorking');
  if (page.stage === 'failed') return message('popupFailed');
  if (page.stage === 'none') return message('popupNone');
  return message(Object.values(page.counts).every((count) => count === 0) ? 'popupNothing' : 'popupFound');
}

/** What the browser withholds, if anything: it may run Verbatim on this site only where the user presses the button. @param {URL | null} address */
async function showAccess(address) {
  if (!address) return;
  const missing = !await chrome.permissions.contains({ origins: [`${address.origin}/*`] });
  part('access', HTMLElement).hidden = !missing;
  part('access-text', HTMLElement).textContent = message('popupAccessText', address.hostname);
  part('allow-site', HTMLButtonElement).textContent = message('popupAllowSite', address.hostname);
}

/**
 * What keeps the popup up to date.
 * @param {chrome.tabs.Tab | undefined} tab
 * @param {URL | null} address
 */
function createUpdates(tab, address) {
  /** Counts the questions: only the answer to the last is shown. */
  let turn = 0;
  /** So many changes are being stored. What is asked meanwhile may not know of them, and would turn a switch back under the user's hand. */
  let changing = 0;
  /** Asks the page how it stands, and shows it. */
  const update = async () => {
    const own = ++turn;
    const [settings, page, hidden] = await Promise.all([readSettings(), tell(tab?.id, { type: 'state?' }), readHiddenTabs()]);
    if (own === turn && changing === 0) show(settings, page, address, hidden.includes(tab?.id ?? -1));
  };
  /** Stores what the user has switched, and shows what came of it. @param {() => Promise<void>} store */
  const change = async (store) => {
    changing += 1;
    try {
      await store();
    } finally {
      changing -= 1;
      await update();
    }
  };
  return { update, change };
}

/** @param {chrome.tabs.Tab | undefined} tab @param {URL | null} address */
function listen(tab, address) {
  const { update, change } = createUpdates(tab, address);
  const request = (/** @type {string[]} */ origins) => {
    // Nothing may be waited for before: the browser asks only in answer to a click.
    void chrome.permissions.request({ origins }).then(() => showAccess(address));
  };
  const everywhere = part('everywhere', HTMLInputElement);
  everywhere.addEventListener('change', () => {
    const on = everywhere.checked;
    void change(() => changeSettings(() => ({ on })));
  });
  const site = part('site', HTMLInputElement);
  site.addEventListener('change', () => {
    const [host, on] = [part('host', HTMLElement).textContent ?? '', site.checked];
    void change(() => changeSettings((settings) => switchSite(settings, host, on)));
  });
  for (const layer of layers) {
    input(layer).addEventListener('change', () => {
      const { checked } = input(layer);
      void change(() => changeSettings((settings) => ({ layers: { ...settings.layers, [layer]: checked } })));
    });
  }
  input('lengths').addEventListener('change', () => {
    const { checked } = input('lengths');
    void change(() => changeSettings(() => ({ daysOnly: !checked })));
  });
  const hide = part('hide', HTMLInputElement);
  hide.addEventListener('change', () => {
    const [id, { checked }] = [tab?.id, hide];
    if (id !== undefined) void change(() => hideMarksIn(id, checked));
  });
  press('read-anyway', () => void tell(tab?.id, { type: 'readAnyway' }).then(() => update()));
  press('read', () => void tell(tab?.id, { type: 'read' }).then(() => update()));
  press('allow-site', () => request([`${address?.origin}/*`]));
  press('allow-all', () => request(everySite));
  press('panel', () => void openPanel(tab).then((opened) => opened && close()));
  press('options', () => {
    void chrome.runtime.openOptionsPage();
    close();
  });
  watchSettings(() => void update());
  setInterval(() => void update(), interval);
}

/** @param {string} id of a button @param {() => void} does */
function press(id, does) {
  part(id, HTMLButtonElement).addEventListener('click', does);
}

/** Shows what there is to show, once the popup has been read. */
async function open() {
  translatePage();
  const tab = await inFront;
  const address = siteOf(tab);
  show(await stored, await asked, address, (await hiddenTabs).includes(tab?.id ?? -1));
  listen(tab, address);
  document.documentElement.dataset.ready = '';
  // For whoever measures how fast the popup is: it shows how the page stands, and can be used.
  performance.mark('shown');
  void showAccess(address);
}
