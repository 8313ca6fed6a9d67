/**
 * Makes something when it is first asked for, and keeps it. After a failure the next caller has it made again.
 * @template Kept
 * @param {() => Promise<Kept>} make
 */
export function kept(make) {
  /** @type {Promise<Kept> | null} */
  let current = null;
  return {
    get() {
      if (current) return current;
      const own = current = make();
      own.catch(() => {
        if (current === own) current = null;
      });
      return own;
    },
    forget() {
      current = null;
    },
  };
}
