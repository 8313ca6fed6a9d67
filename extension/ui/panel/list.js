// What the lists of the panel have in common: the entry that the reader is at, the arrow keys, and keeping their place.

/** Marks the entry whose words the reader is at on the page. */
export class CurrentEntry {
  #list;
  #selector = '';

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  /** @param {string} selector of the entry; empty where there is none */
  mark(selector) {
    if (!selector) return;
    this.#selector = selector;
    this.again();
    // Whoever is busy in the list is not to be moved about in it.
    if (this.#list.matches(':hover') || this.#list.contains(document.activeElement)) return;
    const entry = this.#list.querySelector('[aria-current]');
    if (entry && !isInSight(entry)) entry.scrollIntoView({ block: 'center', behavior: 'instant' });
  }

  /** Marks it in a list that was made again. */
  again() {
    for (const entry of this.#list.querySelectorAll('[aria-current]')) entry.removeAttribute('aria-current');
    if (this.#selector) this.#list.querySelector(this.#selector)?.setAttribute('aria-current', 'true');
  }
}

/** Whether an entry is in the window, and not under what stays at its top. @param {Element} entry */
function isInSight(entry) {
  const { top, bottom } = entry.getBoundingClientRect();
  const covered = Number.parseFloat(document.documentElement.style.scrollPaddingBlockStart) || 0;
  return top >= covered && bottom <= innerHeight;
}

/**
 * Makes a list again and leaves the reader where they were in it: scrolled as far, and the keyboard on the same entry.
 * @param {HTMLElement} list
 * @param {() => void} make
 */
export function keepPlace(list, make) {
  const focused = list.contains(document.activeElement) ? document.activeElement : null;
  const holder = focused?.closest('[data-statement], [data-date]');
  const { statement, date } = holder instanceof HTMLElement ? holder.dataset : {};
  const top = list.childElementCount > 0 ? document.scrollingElement?.scrollTop ?? 0 : 0;
  make();
  // Where nothing was scrolled, the list need not be laid out at once.
  if (document.scrollingElement && top > 0) document.scrollingElement.scrollTop = top;
  if (!focused) return;
  const selector = statement === undefined ? `[data-date="${date}"]` : `[data-statement="${statement}"] .${focused.classList[0]}`;
  const again = list.querySelector(selector);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
}

/** The arrow keys go from entry to entry. @param {HTMLElement} list */
export function walkWithArrows(list) {
  list.addEventListener('keydown', (event) => {
    const entries = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('.entry')]);
    const focused = /** @type {HTMLElement} */ (event.target);
    // Where somebody writes or ticks, the arrows are for that.
    if (focused.matches('input, textarea, select')) return;
    const own = focused.matches('.entry') ? focused : focused.closest('li')?.querySelector('.entry');
    const at = entries.findIndex((entry) => entry === own);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    const entry = to === undefined || at < 0 ? undefined : entries[to];
    if (!entry) return;
    event.preventDefault();
    entry.focus();
  });
}
