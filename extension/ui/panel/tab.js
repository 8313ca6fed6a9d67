// Which tab the panel is about: the one in front in its window, or the one named in its own address.

/**
 * @param {(tab: number) => void} turnTo called with the tab, and with each that comes to the front after it
 */
export async function followTab(turnTo) {
  const named = Number(new URLSearchParams(location.search).get('tab'));
  if (named) {
    turnTo(named);
    return;
  }
  const { id: own } = await chrome.windows.getCurrent();
  chrome.tabs.onActivated.addListener(({ tabId, windowId }) => {
    if (windowId === own) turnTo(tabId);
  });
  const [tab] = await chrome.tabs.query({ active: true, windowId: own });
  if (tab?.id !== undefined) turnTo(tab.id);
}
