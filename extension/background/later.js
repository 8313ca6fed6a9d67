// Puts the code that a page needs only later beside its content script.

/**
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<boolean>} whether it is there
 */
export async function loadLater({ tab, frameId = 0 }) {
  if (tab?.id === undefined) return false;
  try {
    await chrome.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['content/later.js'] });
    return true;
  } catch {
    // The page was left meanwhile.
    return false;
  }
}
