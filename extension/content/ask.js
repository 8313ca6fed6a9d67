// Asks the background.

import { isOrphaned } from './orphaned.js';

/** @import { Answer, ArticleRequest } from '../../types/annotations.js' */
/** @import { Settings } from '../settings/settings.js' */

/**
 * How long to wait for each answer, in milliseconds. The browser may end the background at any moment; a request is then
 * refused, or never answered at all, and asking again starts the background anew.
 */
const patience = [1_500, 3_000, 6_000, 12_000];

/** It has answered, and asking again would bring the same. */
class RefusedRequest extends Error {}

/** It has answered that this is not the time. */
class PostponedRequest extends Error {}

/** Whether asking again, even later, would bring the same. @param {unknown} error */
export function isFinal(error) {
  return error instanceof RefusedRequest;
}

/**
 * Asks what is said in an article. That may take long where other pages have asked before, so once in a while the background is asked
 * whether it is at work on it, in a small message: the same article sent twice would only take longer.
 * @param {ArticleRequest} request
 * @returns {Promise<Answer>}
 */
export function annotateInBackground(request) {
  const id = Math.random();
  return ask({ type: 'annotate', id, request }, 'annotations', async () => (await send({ type: 'working?', id }))?.working === true);
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
 * @param {'content' | 'later' | 'frames'} script
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
 * @param {{ type: string } & Record<string, unknown>} message
 * @param {string} part what no answer lacks
 * @param {() => Promise<boolean>} [isWorking] whether the background is still at work on it
 * @returns {Promise<any>}
 */
async function ask(message, part, isWorking = async () => false) {
  /** @type {unknown} */
  let failure;
  for (const milliseconds of patience) {
    try {
      return await askOnce(message, part, milliseconds, isWorking);
    } catch (error) {
      if (error instanceof RefusedRequest || error instanceof PostponedRequest) throw error;
      failure = error;
      if (isOrphaned()) break;
    }
  }
  throw failure;
}

/**
 * @param {{ type: string } & Record<string, unknown>} message
 * @param {string} part
 * @param {number} milliseconds
 * @param {() => Promise<boolean>} isWorking
 */
async function askOnce(message, part, milliseconds, isWorking) {
  const sent = send(message);
  let answer = await within(milliseconds, sent);
  while (answer === late && await within(milliseconds, isWorking()) === true) answer = await within(milliseconds, sent);
  if (answer?.error) throw new (answer.postponed ? PostponedRequest : RefusedRequest)(answer.error);
  if (!answer?.[part]) throw new Error('the background gave no answer');
  return answer;
}

const late = Symbol();

/**
 * What a promise comes to, or that it is late.
 * @param {number} milliseconds
 * @param {Promise<any>} promise
 */
async function within(milliseconds, promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds, late);
  });
  try {
    return await Promise.race([promise, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Sends the background a message. Where this script is none of a living extension any more, the browser throws at once: that is told as
 * a refusal too. To ask before costs a page of Firefox 1 ms.
 * @param {{ type: string } & Record<string, unknown>} message
 * @returns {Promise<any>} the answer
 */
export async function send(message) {
  return chrome.runtime.sendMessage(message);
}
