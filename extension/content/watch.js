// Tells when the page has changed.

/** How long changes are gathered before anyone looks, in milliseconds. */
const shortestPause = 80;
const longestPause = 2_500;
/** A page that was still for so long has stopped to animate. */
const calm = 6_000;

/**
 * Calls `look` after the page changed, changes coalesced. Where looking was in vain, as on a page that only animates, the
 * next look comes later. On an idle page nothing runs.
 * @param {Element} root
 * @param {() => boolean} look tells whether it found something new
 * @param {AbortSignal} signal
 */
export function watch(root, look, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let pause = shortestPause;
  let looked = 0;

  const observer = new MutationObserver((records) => {
    if (timer !== undefined || !records.some(concernsText)) return;
    if (performance.now() - looked > calm) pause = shortestPause;
    timer = setTimeout(() => {
      timer = undefined;
      looked = performance.now();
      pause = look() ? shortestPause : Math.min(2 * pause, longestPause);
    }, pause);
  });
  observer.observe(root, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'aria-hidden', 'lang'],
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  }, { once: true });
}

/** @param {MutationRecord} record */
function concernsText(record) {
  if (record.type !== 'childList') return true;
  return [...record.addedNodes, ...record.removedNodes].some((node) => node.nodeName !== 'VERBATIM-CARD' && node.nodeName !== 'SCRIPT');
}
