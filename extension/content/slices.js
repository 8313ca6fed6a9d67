// Long work in slices, between which the page can do its own.

/** A slice is to be no longer, in milliseconds. */
export const longestSlice = 5;

/** Lets the page go on; resumes as soon as it has nothing more urgent to do. */
export function breathe() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (globalThis);
  return scheduler?.yield ? scheduler.yield() : new Promise((resume) => {
    setTimeout(resume);
  });
}
