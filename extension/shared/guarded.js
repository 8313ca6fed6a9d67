// What becomes of the engine after it broke: its memory is full of what it was at, and may be in any state. The next article is not
// to pay for that.

/**
 * Calls the engine, and has it begin from the start where it broke down. An error that it reports itself, as of a request that it
 * cannot read, is no such thing.
 * @template Request, Answer
 * @param {(request: Request) => Answer} call
 * @param {() => void} reset
 * @returns {(request: Request) => Answer}
 */
export function guarded(call, reset) {
  return (request) => {
    try {
      return call(request);
    } catch (error) {
      if (isTrap(error)) reset();
      throw error;
    }
  };
}

/** A trap, or more recursion than the browser allows. @param {unknown} error */
function isTrap(error) {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError || (error instanceof Error && error.name === 'InternalError');
}
