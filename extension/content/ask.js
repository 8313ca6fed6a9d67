// Asks the background.

import { isOrphaned } from './orphaned.js';

/** @import { Answer, ArticleRequest } from '../../types/annotations.js' */
/** @import { AnswerTo, Message, Refusal, Script, ToBackground } from '../../types/protocol.js' */
/** @import { Settings } from '../settings/settings.js' */

/**
 * How long to wait for each answer, in milliseconds. The browser may end the background at any moment; a request is then
 * refused, or never answered at all, and asking again starts the background again.
 */
const patience = [1_500, 3_000, 6_000, 12_000];

/** The background has answered, and would answer the same again. */
class RefusedRequest extends Error {}

/**
 * @param {ArticleRequest} request
 * @returns {Promise<Answer>}
 */
export function annotateInBackground(request) {
  return ask({ type: 'annotate', request }, 'annotations');
}

/**
 * The settings as they are stored now.
 * @returns {Promise<Settings>}
 */
export async function askForSettings() {
  return (await ask({ type: 'settings?' }, 'settings')).settings;
}

/**
 * Has the background make ready for a page that holds an article.
 * @returns {Promise<Settings>} as they are stored now
 */
export async function askToBegin() {
  return (await ask({ type: 'begin' }, 'settings')).settings;
}

/**
 * Has the background put a script into the page, or the gate into the frames that the page fills itself.
 * @param {Script | 'frames'} script
 */
export async function askToLoad(script) {
  await ask({ type: 'load', script }, 'loaded');
}

/**
 * Turns a site off or on.
 * @param {string} host
 * @param {boolean} on
 * @returns {Promise<Settings>} as they are then
 */
export async function switchSite(host, on) {
  return (await ask({ type: 'switch-site', host, on }, 'settings')).settings;
}

/**
 * @template {keyof ToBackground} Type
 * @param {Message<ToBackground, Type>} message
 * @param {keyof AnswerTo<ToBackground, Type>} part what no answer lacks
 * @returns {Promise<AnswerTo<ToBackground, Type>>}
 */
async function ask(message, part) {
  /** @type {unknown} */
  let failure;
  for (const milliseconds of patience) {
    try {
      return await askOnce(message, part, milliseconds);
    } catch (error) {
      if (error instanceof RefusedRequest) throw error;
      failure = error;
      if (isOrphaned()) break;
    }
  }
  throw failure;
}

/**
 * @template {keyof ToBackground} Type
 * @param {Message<ToBackground, Type>} message
 * @param {keyof AnswerTo<ToBackground, Type>} part
 * @param {number} milliseconds
 * @returns {Promise<AnswerTo<ToBackground, Type>>}
 */
async function askOnce(message, part, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('the background gave no answer')), milliseconds);
  });
  try {
    const answer = await Promise.race([send(message), tooLate]);
    if (isRefusal(answer)) throw new RefusedRequest(answer.error);
    if (!answer || !/** @type {Record<PropertyKey, unknown>} */ (answer)[part]) throw new Error('the background gave no answer');
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

/** @param {unknown} answer @returns {answer is Refusal} */
function isRefusal(answer) {
  return Boolean(/** @type {Partial<Refusal> | null | undefined} */ (answer)?.error);
}

/**
 * Sends the background a message. In a script whose extension was updated or removed the browser throws at once, which becomes a
 * rejection too. To check that before costs a page in Firefox 1 ms.
 * @template {keyof ToBackground} Type
 * @param {Message<ToBackground, Type>} message
 * @returns {Promise<AnswerTo<ToBackground, Type> | Refusal | undefined>} the answer
 */
export async function send(message) {
  return chrome.runtime.sendMessage(message);
}
