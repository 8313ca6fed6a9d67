// The keys: which there are, and the way to the browser's own page where they are changed.

import { make } from '../elements.js';
import { message, part } from '../page.js';

/** Firefox's own, which the types do not know. @type {{ openShortcutSettings?: () => Promise<void> } | undefined} */
const firefox = chrome.commands && /** @type {any} */ (chrome.commands);

export async function showKeys() {
  const section = part('keys', HTMLElement).closest('section');
  if (!chrome.commands) {
    // Firefox for Android has no keys.
    section?.remove();
    return;
  }
  const commands = (await chrome.commands.getAll()).filter(({ name }) => !name?.startsWith('_'));
  part('keys', HTMLElement).replaceChildren(...commands.flatMap(({ description, shortcut }) => [
    make('dt', {}, description ?? ''),
    make('dd', {}, shortcut ? make('kbd', {}, shortcut) : make('span', { className: 'soft' }, message('optionsNoKey'))),
  ]));
  part('change-keys', HTMLButtonElement).addEventListener('click', () => {
    if (firefox?.openShortcutSettings) void firefox.openShortcutSettings();
    else void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
  });
}
