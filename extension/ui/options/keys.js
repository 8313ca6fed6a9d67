// The keys: which there are, and the way to the browser's own page where they are changed.

import { make } from '../elements.js';
import { readKeys } from '../keys.js';
import { message, part } from '../page.js';

/** Firefox's own, which the types do not know. */
const firefox = /** @type {{ openShortcutSettings?: () => Promise<void> } | undefined} */ (/** @type {unknown} */ (chrome.commands));

export async function showKeys() {
  const section = part('keys', HTMLElement).closest('section');
  if (!chrome.commands) {
    // Firefox for Android has no keys.
    section?.remove();
    return;
  }
  part('keys', HTMLElement).replaceChildren(...(await readKeys()).flatMap(({ does, keys }) => [
    make('dt', {}, does),
    make('dd', {}, keys ? make('kbd', {}, keys) : make('span', { className: 'soft' }, message('optionsNoKey'))),
  ]));
  part('change-keys', HTMLButtonElement).addEventListener('click', () => {
    if (firefox?.openShortcutSettings) void firefox.openShortcutSettings();
    else void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
  });
}
