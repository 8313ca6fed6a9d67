// Long work in slices, between which the page can do its own.

/** A slice is to be no longer, in milliseconds. */
const longestSlice = 4;

/** Lets the page go on; resumes as soon as it has nothing more urgent to do. */
function breathe() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (globalThis);
  return scheduler?.yield ? scheduler.yield() : new Promise((resume) => {
    setTimeout(resume);
  });
}

/** The slice of time that work goes on in, from its making. */
export class Slice {
  /** When it is over, by the clock of `performance.now()`. */
  until = performance.now() + longestSlice;

  get isOver() {
    return performance.now() > this.until;
  }

  /** Lets the page go on, and begins the next slice. */
  async next() {
    await breathe();
    this.until = performance.now() + longestSlice;
  }
}
