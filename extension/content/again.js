// Does once more what came to nothing: after pauses that grow, and as soon as the reader comes back to the page.

/** In milliseconds. */
const shortestPause = 4_000;
const longestPause = 120_000;

export class Again {
  #action;
  #pause = shortestPause;
  /** @type {AbortController | null} Ends the present waiting. */
  #waiting = null;

  /**
   * @param {() => void} action
   * @param {AbortSignal} [signal] after it nothing is done any more
   */
  constructor(action, signal) {
    this.#action = action;
    signal?.addEventListener('abort', () => this.settle(), { once: true });
  }

  /** Does it later. */
  later() {
    if (this.#waiting) return;
    const waiting = this.#waiting = new AbortController();
    const { signal } = waiting;
    const now = () => {
      waiting.abort();
      this.#waiting = null;
      this.#action();
    };
    const timer = setTimeout(now, this.#pause);
    signal.addEventListener('abort', () => clearTimeout(timer));
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') now();
    }, { signal });
    this.#pause = Math.min(2 * this.#pause, longestPause);
  }

  /** It has come to something: nothing is left to do. */
  settle() {
    this.#waiting?.abort();
    this.#waiting = null;
    this.#pause = shortestPause;
  }
}
