/** Whether this script still belongs to a living extension: after an update or a removal it does not. */
export function isOrphaned() {
  try {
    return chrome.runtime?.id === undefined;
  } catch {
    return true;
  }
}
