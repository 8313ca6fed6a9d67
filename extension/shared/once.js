/**
 * Finds something when it is first asked for, and not again.
 * @template Found
 * @param {() => Found} find
 * @returns {() => Found}
 */
export function once(find) {
  /** @type {{ found: Found } | undefined} */
  let known;
  return () => (known ??= { found: find() }).found;
}
