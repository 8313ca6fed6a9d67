// Tells when the page has changed.

/** How long changes are gathered before anyone looks, in milliseconds. */
const shortestPause = 80;
const longestPause = 2_500;
/** A page that was still for so long has stopped to animate. */
const calm = 6_000;

const changes = {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'aria-hidden', 'lang'],
};

/**
 * Watches a page, changes coalesced. Where looking was in vain, as on a page that only animates, the next look comes later. On
 * an idle page nothing runs.
 */
export class Watch {
  #look;
  #observer = new MutationObserver((records) => this.#changed(records));
  #outermost = new MutationObserver((records) => this.#changed(records));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether somebody looks right now. */
  #looking = false;
  /** Whether the page has changed since the last look began. */
  #stale = false;
  #pause = shortestPause;
  #lookedAt = 0;

  /**
   * @param {Node} root
   * @param {() => Promise<boolean>} look tells whether it found something new
   * @param {AbortSignal} signal
   */
  constructor(root, look, signal) {
    this.#look = look;
    this.also(root);
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      this.#outermost.disconnect();
      this.#look = async () => false;
      clearTimeout(this.#timer);
    }, { once: true });
  }

  /** Looks right now. */
  async now() {
    clearTimeout(this.#timer);
    await this.#lookNow();
  }

  /** Watches another tree as well: changes within a shadow root are not heard of outside it. @param {Node} root */
  also(root) {
    this.#observer.observe(root, changes);
  }

  /** @param {MutationRecord[]} records */
  #changed(records) {
    // One change is enough to look, so no more of them are looked at until then.
    if (this.#stale || !records.some(concernsText)) return;
    this.#stale = true;
    if (!this.#looking) this.#schedule();
  }

  #schedule() {
    if (performance.now() - this.#lookedAt > calm) this.#pause = shortestPause;
    this.#timer = setTimeout(() => this.#lookNow(), this.#pause);
  }

  /** Some pages show themselves, or another of their views, by a class of their outermost elements. */
  #watchOutermost() {
    this.#outermost.disconnect();
    for (const outermost of [document.documentElement, document.body]) {
      if (outermost) this.#outermost.observe(outermost, { attributes: true, attributeFilter: ['class', 'style'] });
    }
  }

  async #lookNow() {
    this.#looking = true;
    this.#stale = false;
    this.#watchOutermost();
    const found = await this.#look();
    this.#lookedAt = performance.now();
    this.#looking = false;
    this.#pause = found ? shortestPause : Math.min(2 * this.#pause, longestPause);
    if (this.#stale) this.#schedule();
  }
}

/** @param {MutationRecord} record */
function concernsText(record) {
  if (record.type !== 'childList') return true;
  return hasText(record.addedNodes) || hasText(record.removedNodes);
}

/** @param {NodeList} nodes */
function hasText(nodes) {
  for (const node of nodes) {
    if (mayHaveText(node)) return true;
  }
  return false;
}

/** @param {Node} node */
function mayHaveText({ nodeName }) {
  return nodeName !== 'VERBATIM-CARD' && nodeName !== 'SCRIPT' && nodeName !== '#comment';
}
