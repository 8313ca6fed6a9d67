// Asks the background.

import { isOrphaned } from './orphaned.js';
import { addressOf } from '../shared/desk.js';

/** @import { ArticleRequest } from '../../types/annotations.js' */
/** @import { DeskEntry, DeskMark, WordsPlace } from '../../types/desk.js' */
/** @import { Answer, AnswerTo, Message, Refusal, Script, ToBackground } from '../../types/protocol.js' */
/** @import { PageSettings } from '../settings/settings.js' */

/**
 * How long to wait for each answer, in milliseconds. The browser may end the background at any moment; a request is then
 * refused, or never answered at all, and asking again starts the background again.
 */
const patience = [1_500, 3_000, 6_000, 12_000];

/** The background has answered, and would answer the same again. */
class RefusedRequest extends Error {}

/** The background has answered that this is not the time. */
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
  return ask({ type: 'annotate', id, request, address: ownAddress() }, 'annotations', () => isWorkingOn(id));
}

/** @param {number} id */
async function isWorkingOn(id) {
  const answer = await send({ type: 'working?', id });
  return answer !== undefined && 'working' in answer && answer.working;
}

/**
 * The settings as they are stored now.
 * @returns {Promise<PageSettings>}
 */
export async function askForSettings() {
  return (await ask({ type: 'settings?' }, 'settings')).settings;
}

/**
 * Has the background make ready for a page that holds an article.
 * @returns {Promise<PageSettings>} as they are stored now
 */
export async function askToBegin() {
  return (await ask({ type: 'begin' }, 'settings')).settings;
}

/**
 * Has the background keep something about a statement of this page.
 * @param {WordsPlace} place
 * @param {DeskMark} patch
 * @returns {Promise<DeskEntry[]>} what the reader has corrected here
 */
export async function askToKeep(place, patch) {
  return (await ask({ type: 'keep', address: ownAddress(), place, patch }, 'desk')).desk;
}

/** The page's address without what leads to a place on it. */
export function ownAddress() {
  return addressOf(location.href);
}

/** Has the background put a script into the page. @param {Script} script */
export async function askToLoad(script) {
  await ask({ type: 'load', script }, 'loaded');
}

/**
 * Has the background put the gate into a frame that the page fills itself. Firefox gives frames numbers. In Chromium, scripts of ours
 * that reach into a frame find themselves in their own world of it, and what they send from there is sent by that frame.
 * @param {Window} view of the frame
 */
export async function askForGate(view) {
  const { runtime } = /** @type {{ runtime: typeof chrome.runtime & { getFrameId?: (view: Window) => number } }} */ (chrome);
  const frame = runtime.getFrameId?.(view);
  const from = frame === undefined ? /** @type {Window & { chrome: typeof chrome }} */ (view).chrome.runtime : runtime;
  await ask({ type: 'load-gate', frame }, 'loaded', undefined, from);
}

/**
 * Turns the page's site off or on.
 * @param {boolean} on
 * @returns {Promise<PageSettings>} as they are then
 */
export async function switchSite(on) {
  return (await ask({ type: 'switch-site', on }, 'settings')).settings;
}

/**
 * @template {keyof ToBackground} Type
 * @param {Message<ToBackground, Type>} message
 * @param {keyof AnswerTo<ToBackground, Type>} part what no answer lacks
 * @param {() => Promise<boolean>} [isWorking] whether the background is still at work on it
 * @param {typeof chrome.runtime} [from] whose message it is; by default the page's
 * @returns {Promise<AnswerTo<ToBackground, Type>>}
 */
async function ask(message, part, isWorking = async () => false, from) {
  /** @type {unknown} */
  let failure;
  for (const milliseconds of patience) {
    try {
      return await askOnce(message, part, milliseconds, isWorking, from);
    } catch (error) {
      if (error instanceof RefusedRequest || error instanceof PostponedRequest) throw error;
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
 * @param {() => Promise<boolean>} isWorking
 * @param {typeof chrome.runtime} [from]
 * @returns {Promise<AnswerTo<ToBackground, Type>>}
 */
async function askOnce(message, part, milliseconds, isWorking, from) {
  const sent = send(message, from);
  let answer = await within(milliseconds, sent);
  while (answer === late && await within(milliseconds, isWorking()) === true) answer = await within(milliseconds, sent);
  if (answer === late || !answer) throw new Error('the background gave no answer');
  if (isRefusal(answer)) throw new (answer.postponed ? PostponedRequest : RefusedRequest)(answer.error);
  if (!/** @type {Record<PropertyKey, unknown>} */ (answer)[part]) throw new Error('the background gave no answer');
  return answer;
}

/** @type {unique symbol} */
const late = Symbol();

/**
 * What a promise comes to, or that it is late.
 * @template Result
 * @param {number} milliseconds
 * @param {Promise<Result>} promise
 * @returns {Promise<Result | typeof late>}
 */
async function within(milliseconds, promise) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<typeof late>} */
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(() => resolve(late), milliseconds);
  });
  try {
    return await Promise.race([promise, tooLate]);
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
 * @param {typeof chrome.runtime} [from] whose message it is; by default the page's
 * @returns {Promise<AnswerTo<ToBackground, Type> | Refusal | undefined>} the answer
 */
export async function send(message, from = chrome.runtime) {
  return from.sendMessage(message);
}
