// Opens the panel beside the page: Chromium's side panel, Firefox's sidebar.

/**
 * Opens the panel in a tab's window. The browsers open it only in answer to something that the user did, and what was waited
 * for before is no such thing any more: call this first.
 * @param {chrome.tabs.Tab | undefined} tab
 * @returns {Promise<boolean>} whether the browser opened it
 */
export async function openPanel(tab) {
  // Firefox's own, which the types do not know.
  const { sidebarAction } = /** @type {{ sidebarAction?: { open(): Promise<void> } }} */ (/** @type {unknown} */ (chrome));
  const opened = chrome.sidePanel ? tab && chrome.sidePanel.open({ windowId: tab.windowId }) : sidebarAction?.open();
  try {
    await opened;
    return opened !== undefined;
  } catch {
    // The window was closed meanwhile, or the browser saw nothing that the user did.
    return false;
  }
}
