// Tells when the page has changed.

import { isCardHost } from '../card/card-host.js';

/** How long changes are gathered before anyone looks, in milliseconds. */
const shortestPause = 80;
const longestPause = 2_500;
/** A page that was still for so long has stopped to animate. */
const calm = 6_000;

const changes = {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['hidden', 'aria-hidden', 'lang', 'open', 'contenteditable'],
};

/** Some pages show themselves, or another of their views, by a class of their outermost elements. */
const changesOfOutermost = { attributes: true, attributeFilter: ['class', 'style'] };

/**
 * Has changes of a page told.
 * @param {MutationObserver} observer
 * @param {Iterable<Node>} roots
 * @param {Document} page
 */
function observe(observer, roots, page) {
  for (const root of roots) observer.observe(root, changes);
  for (const outermost of [page.documentElement, page.body]) {
    if (outermost) observer.observe(outermost, changesOfOutermost);
  }
}

/**
 * Tells once that a page has changed. That costs less than a watch, and most pages need no more.
 * @param {Document} page
 * @param {() => void} changed
 */
export function onceChanged(page, changed) {
  const observer = new MutationObserver((records) => {
    if (!records.some(concernsText)) return;
    observer.disconnect();
    changed();
  });
  observe(observer, [page], page);
}

/**
 * Watches a page, changes coalesced. Where looking was in vain, as on a page that only animates, the next look comes later. On
 * an idle page nothing runs, and on one that never rests no changes are reported between the first one and the look that follows.
 */
export class Watch {
  #look;
  #observer = new MutationObserver((records) => this.#changed(records));
  /** @type {Set<Node>} Whose changes are watched. */
  #roots = new Set();
  #page;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** Whether somebody looks right now. */
  #looking = false;
  /** Whether the page has changed since the last look began. */
  #stale = false;
  #stopped = false;
  #pause = shortestPause;
  #lookedAt = 0;

  /**
   * It listens from the first look on.
   * @param {Node} root
   * @param {() => Promise<boolean>} look resolves to whether it found something new
   */
  constructor(root, look) {
    this.#look = look;
    this.#page = root.ownerDocument ?? /** @type {Document} */ (root);
    this.#roots.add(root);
  }

  /** Whether the page may have changed since it was last looked at. */
  get isStale() {
    return this.#stale || this.#stopped;
  }

  /** Ends it. */
  stop() {
    this.#stopped = true;
    this.#stopListening();
    clearTimeout(this.#timer);
  }

  /** Looks right now. */
  async now() {
    clearTimeout(this.#timer);
    await this.#lookNow();
  }

  /** Watches another tree as well: changes within a shadow root are not reported outside it. @param {Node} root */
  also(root) {
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    if (!this.isStale) this.#observer.observe(root, changes);
  }

  /** @param {MutationRecord[]} records */
  #changed(records) {
    if (records.some(concernsText)) this.soon();
  }

  /** Looks soon, as after a change. */
  soon() {
    if (this.#stale) return;
    this.#stale = true;
    // One change is enough to look. Reports of all that follow, of which there may be thousands a second, would cost the page
    // more than to look again.
    this.#stopListening();
    if (!this.#looking) this.#schedule();
  }

  #listen() {
    this.#stopListening();
    for (const root of this.#roots) {
      if (!root.isConnected) this.#roots.delete(root);
    }
    observe(this.#observer, this.#roots, this.#page);
  }

  #stopListening() {
    this.#observer.disconnect();
  }

  #schedule() {
    if (this.#stopped) return;
    if (performance.now() - this.#lookedAt > calm) this.#pause = shortestPause;
    this.#timer = setTimeout(() => this.#lookNow(), this.#pause);
  }

  async #lookNow() {
    if (this.#stopped) return;
    this.#looking = true;
    this.#stale = false;
    // Before the look, so that nothing is missed that changes while it goes on.
    this.#listen();
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
function mayHaveText(node) {
  return node.nodeName !== 'SCRIPT' && node.nodeName !== '#comment' && !isCardHost(node);
}
