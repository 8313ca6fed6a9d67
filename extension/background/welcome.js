// The first-run page.

const storageKey = 'welcomed';

/** Shows the first-run page, once: not again where the extension was only loaded again. */
export async function welcome() {
  if ((await chrome.storage.local.get(storageKey))[storageKey] === true) return;
  await chrome.storage.local.set({ [storageKey]: true });
  await chrome.tabs.create({ url: chrome.runtime.getURL('ui/welcome/welcome.html') });
}
