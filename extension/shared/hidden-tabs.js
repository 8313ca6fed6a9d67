// The tabs in which no marks are shown: known until the browser is closed, and to the extension's own parts alone.

const storageKey = 'hiddenTabs';

/** @returns {Promise<number[]>} */
export async function readHiddenTabs() {
  return tabsIn((await chrome.storage.session.get(storageKey))[storageKey]);
}

/** Calls `changed` with the tabs in which marks were hidden or are shown again. @param {(tabs: number[]) => void} changed */
export function watchHiddenTabs(changed) {
  chrome.storage.session.onChanged.addListener(({ [storageKey]: change }) => {
    if (!change) return;
    const [before, after] = [tabsIn(change.oldValue), tabsIn(change.newValue)];
    changed([...before.filter((tab) => !after.includes(tab)), ...after.filter((tab) => !before.includes(tab))]);
  });
}

/** @param {unknown} tabs @returns {number[]} */
function tabsIn(tabs) {
  return Array.isArray(tabs) ? tabs.filter((tab) => typeof tab === 'number') : [];
}

/**
 * Hides the marks in a tab, or shows them again.
 * @param {number} tab
 * @param {boolean} hidden
 */
export async function hideMarksIn(tab, hidden) {
  const others = (await readHiddenTabs()).filter((other) => other !== tab);
  await chrome.storage.session.set({ [storageKey]: hidden ? [...others, tab] : others });
}
