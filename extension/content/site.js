// Whether the reader has turned Verbatim off for this site. The store is the one place that knows.

/** @param {string} host */
function storageKey(host) {
  return `off:${host}`;
}

/** @returns {Promise<boolean>} */
export async function isSiteOff() {
  const key = storageKey(location.hostname);
  return (await chrome.storage.local.get(key))[key] === true;
}

/** @param {boolean} off */
export async function setSiteOff(off) {
  const key = storageKey(location.hostname);
  await (off ? chrome.storage.local.set({ [key]: true }) : chrome.storage.local.remove(key));
}

/**
 * Calls `changed` when the setting of this site changes, in this tab or in another.
 * @param {() => void} changed
 */
export function watchSite(changed) {
  chrome.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && storageKey(location.hostname) in changes) changed();
  });
}
