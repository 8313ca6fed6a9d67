// How tests wait: for a condition, and for as long as it takes.

import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';

/**
 * Whatever is waited for has come after so long, in milliseconds, however busy the machine is. Nobody waits so long but for what
 * does not come.
 */
export const longest = 30_000;

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Asks until the answer is as it should be, and gives it.
 * @template Answer
 * @param {() => Answer | Promise<Answer>} ask
 * @param {(answer: Answer) => boolean} expected
 * @param {(answer: Answer) => string} [complaint] what is said of the last answer where that never comes
 */
export async function eventually(ask, expected = Boolean, complaint = (answer) => `in time there was only: ${JSON.stringify(answer)}`) {
  for (const deadline = Date.now() + longest; ;) {
    const answer = await ask();
    if (expected(answer)) return answer;
    if (Date.now() > deadline) throw new Error(complaint(answer));
    await pause(30);
  }
}

/**
 * Asks until the answer is exactly the expected one.
 * @template Answer
 * @param {() => Answer | Promise<Answer>} ask
 * @param {Answer} expected
 */
export async function becomes(ask, expected) {
  const last = await eventually(ask, (answer) => isDeepStrictEqual(answer, expected)).catch(ask);
  assert.deepEqual(last, expected);
}
