// Asks the engine in the background.

/** @import { Annotations, ArticleRequest } from '../../types/annotations.js' */

/** The browser may end the background at any moment; asking again starts it anew. */
const attempts = 3;

/** Whether this script still belongs to a living extension: after an update or a removal it does not. */
export function isOrphaned() {
  try {
    return chrome.runtime?.id === undefined;
  } catch {
    return true;
  }
}

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Annotations>}
 */
export async function annotateInBackground(request) {
  /** @type {unknown} */
  let failure = new Error('the background gave no answer');
  for (let attempt = 0; attempt < attempts && !isOrphaned(); attempt += 1) {
    try {
      const answer = await chrome.runtime.sendMessage({ type: 'annotate', request });
      if (answer?.annotations) return answer.annotations;
      if (answer?.error) throw new RefusedRequest(answer.error);
    } catch (error) {
      if (error instanceof RefusedRequest) throw error;
      failure = error;
    }
  }
  throw failure;
}

/** The engine has answered, and asking again would bring the same. */
class RefusedRequest extends Error {}
