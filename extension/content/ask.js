// Asks the engine in the background.

import { isOrphaned } from './orphaned.js';

/** @import { Answer, ArticleRequest } from '../../types/annotations.js' */

/**
 * How long to wait for each answer, in milliseconds. The browser may end the background at any moment; a request is then
 * refused, or never answered at all, and asking again starts the background anew.
 */
const patience = [1_500, 3_000, 6_000, 12_000];

/** The engine has answered, and asking again would bring the same. */
class RefusedRequest extends Error {}

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Answer>}
 */
export async function annotateInBackground(request) {
  /** @type {unknown} */
  let failure = new Error('the extension is gone');
  for (const milliseconds of patience) {
    if (isOrphaned()) break;
    try {
      return await askOnce(request, milliseconds);
    } catch (error) {
      if (error instanceof RefusedRequest) throw error;
      failure = error;
    }
  }
  throw failure;
}

/**
 * @param {ArticleRequest} request
 * @param {number} milliseconds
 * @returns {Promise<Answer>}
 */
async function askOnce(request, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the background gave no answer')), milliseconds);
  });
  try {
    const answer = await Promise.race([chrome.runtime.sendMessage({ type: 'annotate', request }), tooLate]);
    if (answer?.error) throw new RefusedRequest(answer.error);
    if (!answer?.annotations) throw new Error('the background gave no answer');
    return answer;
  } finally {
    clearTimeout(timer);
  }
}
