// The order in which what the tabs ask for is done. All tabs share one engine, and no page may silence the others: tabs take turns,
// and between two requests the background hears of new messages.

/** So many frames of a tab may wait. A page may have thousands, each with an article. */
const mostWaiting = 30;

/** Not done, but would be if it were asked for once more, later. */
export class PostponedRequest extends Error {}

/**
 * @typedef {object} Asker
 * @property {number | undefined} tab whose turn it is then; the extension's own pages have none
 * @property {number | undefined} frame
 * @property {unknown} id of the request: whoever asks for the same again joins it
 */

/** @template Answer */
class Request {
  /** @type {(answer: Answer) => void} */
  resolve = () => {};
  /** @type {(error: unknown) => void} */
  reject = () => {};
  /** @type {Promise<Answer>} */
  answer = new Promise((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  /** @param {Asker} asker @param {() => Answer | Promise<Answer>} work */
  constructor(asker, work) {
    this.asker = asker;
    this.work = work;
  }
}

/**
 * Requests, of which each frame has at most one waiting.
 * @template Answer
 */
export class Queue {
  /** Of each tab, the waiting requests by their frames; the next tab comes first. @type {Map<Asker['tab'], Map<Asker['frame'], Request<Answer>>>} */
  #waiting = new Map();
  /** @type {Request<Answer> | null} */
  #running = null;

  /**
   * Does something when the tab's turn has come. A frame that asks for something else no longer needs what it has asked for before.
   * @param {Asker} asker
   * @param {() => Answer | Promise<Answer>} work
   * @returns {Promise<Answer>}
   */
  ask(asker, work) {
    const same = this.#find(asker);
    if (same) return same.answer;
    const frames = this.#waiting.get(asker.tab) ?? new Map();
    const former = frames.get(asker.frame);
    if (!former && frames.size >= mostWaiting) return Promise.reject(new PostponedRequest('too many frames of the page wait'));
    former?.reject(new PostponedRequest('out of date: the frame has asked for something else'));
    /** @type {Request<Answer>} */
    const request = new Request(asker, work);
    frames.set(asker.frame, request);
    this.#waiting.set(asker.tab, frames);
    if (!this.#running) void this.#work();
    return request.answer;
  }

  /** Whether a request is waiting or being worked on. @param {Asker} asker */
  has(asker) {
    return this.#find(asker) !== null;
  }

  /** @param {Asker} asker */
  #find(asker) {
    const candidates = [this.#running, this.#waiting.get(asker.tab)?.get(asker.frame)];
    return candidates.find((request) => request && isSame(request.asker, asker)) ?? null;
  }

  /** Works until nothing waits. */
  async #work() {
    for (let request = this.#next(); request; request = this.#next()) {
      this.#running = request;
      try {
        request.resolve(await request.work());
      } catch (error) {
        request.reject(error);
      }
      await nextTask();
    }
    this.#running = null;
  }

  /** Takes the next request out; its tab comes last then. */
  #next() {
    for (const [tab, frames] of this.#waiting) {
      this.#waiting.delete(tab);
      for (const [frame, request] of frames) {
        frames.delete(frame);
        if (frames.size > 0) this.#waiting.set(tab, frames);
        return request;
      }
    }
    return null;
  }
}

/** @param {Asker} one @param {Asker} other */
function isSame(one, other) {
  return one.tab === other.tab && one.frame === other.frame && one.id === other.id;
}

/** Comes when the messages that have arrived meanwhile are delivered. Unlike a timer, no browser holds it back. */
function nextTask() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve(undefined);
    };
    port2.postMessage(null);
  });
}
