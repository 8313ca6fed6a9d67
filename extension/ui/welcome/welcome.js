// The first-run page: what the marks mean, which keys there are, what becomes of what is read; and where the browser has not
// let Verbatim into pages yet, a way to allow it.

import { defaultSettings, everySite } from '../../settings/settings.js';
import { make } from '../elements.js';
import { readKeys } from '../keys.js';
import { message, part, translatePage } from '../page.js';
import { showSamples } from '../samples.js';
import { showSampleCards } from './sample-cards.js';

const everywhere = { origins: everySite };
const access = part('access', HTMLElement);

async function showAccess() {
  access.hidden = await chrome.permissions.contains(everywhere);
}

async function showKeys() {
  const commands = (await readKeys()).filter(({ keys }) => keys !== '');
  part('keys', HTMLElement).append(...commands.flatMap(({ does, keys }) => [make('dt', {}, make('kbd', {}, keys)), make('dd', {}, does)]));
}

/** Says how the button comes into the toolbar, where it is not there. Firefox for Android has no toolbar. */
async function showPin() {
  const { os } = await chrome.runtime.getPlatformInfo();
  const { isOnToolbar } = await chrome.action.getUserSettings?.() ?? { isOnToolbar: false };
  part('pin', HTMLElement).hidden = isOnToolbar || os === 'android';
  part('pin-text', HTMLElement).textContent = message(chrome.sidePanel ? 'welcomePinChromium' : 'welcomePinFirefox');
}

translatePage();
document.title = message('welcomeTitle');
showSamples(defaultSettings());
showSampleCards();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showSamples(defaultSettings()));
part('allow', HTMLButtonElement).addEventListener('click', async () => {
  const granted = await chrome.permissions.request(everywhere);
  part('refused', HTMLElement).textContent = granted ? '' : message('welcomeRefused');
  if (granted) part('granted', HTMLElement).textContent = message('welcomeGranted');
  await showAccess();
});
part('options', HTMLButtonElement).addEventListener('click', () => void chrome.runtime.openOptionsPage());
chrome.permissions.onAdded.addListener(() => void showAccess());
chrome.permissions.onRemoved.addListener(() => void showAccess());
void Promise.all([showAccess(), showKeys(), showPin()]).then(() => {
  document.documentElement.dataset.ready = '';
});
