// The options page: every part shows the settings as they are stored, and stores what is changed at once.

import { changeSettings, defaultSettings, readSettings, saveSettings, watchSettings } from '../../settings/settings.js';
import { createNotice } from '../notice.js';
import { message, part, translatePage } from '../page.js';
import { buildMarks } from './marks.js';
import { showKeys } from './keys.js';
import { buildSites } from './sites.js';
import { buildWatch } from './watch.js';
import { offerReport } from './about.js';
import { offerBackup } from './backup.js';
import { offerDesk } from './desk.js';

/** @import { Settings } from '../../settings/settings.js' */

/**
 * Changes settings by what they are when the change is stored: another may be under way.
 * @typedef {(how: (settings: Settings) => Partial<Settings>) => Promise<void>} Save
 */

const on = part('on', HTMLInputElement);
const badge = part('badge', HTMLInputElement);
const daysOnly = part('days-only', HTMLInputElement);
const say = createNotice(part('done', HTMLElement));

/** Stores a change and says so. @type {Save} */
async function save(how) {
  await changeSettings(how);
  say(message('optionsSaved'));
}

/** @param {Settings} settings */
function show(settings) {
  on.checked = settings.on;
  badge.checked = settings.badge;
  daysOnly.checked = settings.daysOnly;
  choose('mode', settings.mode);
  choose('tint', settings.tint);
  showMarks(settings);
  showSites(settings);
  showWatch(settings);
}

/** @param {string} name @param {string} value */
function choose(name, value) {
  for (const choice of document.querySelectorAll(`input[name="${name}"]`)) {
    if (choice instanceof HTMLInputElement) choice.checked = choice.value === value;
  }
}

/** @param {HTMLInputElement} box @param {'on' | 'badge' | 'daysOnly'} name */
function listenToCheck(box, name) {
  box.addEventListener('change', () => {
    const { checked } = box;
    void save(() => ({ [name]: checked }));
  });
}

/** @param {'mode' | 'tint'} name */
function listenToChoice(name) {
  for (const choice of document.querySelectorAll(`input[name="${name}"]`)) {
    const { value } = /** @type {HTMLInputElement} */ (choice);
    choice.addEventListener('change', () => void save(() => ({ [name]: value })));
  }
}

/** Shows the settings, and every change of them. */
function showSettings() {
  let hasChanged = false;
  // Before they are read: the background may still be carrying over what an older version stored.
  watchSettings((settings) => {
    hasChanged = true;
    show(settings);
  });
  void readSettings().then((settings) => {
    if (!hasChanged) show(settings);
    document.documentElement.dataset.ready = '';
  });
}

translatePage();
document.title = message('optionsTitle');
const showMarks = buildMarks(save);
const showSites = buildSites(save);
const showWatch = buildWatch(save);
offerBackup({ say, replace: (settings) => saveSettings(settings), reset: () => saveSettings(defaultSettings()) });
offerReport(say);
offerDesk(say);
showSettings();
listenToCheck(on, 'on');
listenToCheck(badge, 'badge');
listenToCheck(daysOnly, 'daysOnly');
listenToChoice('mode');
listenToChoice('tint');
void showKeys();
