// Frames that the page fills itself: they have no address of their own. Most of them show advertisements, and to have the gate in
// each would cost pages 3 ms for every one of them, so the page around looks into them and has it put there where an article is. Even
// to look costs 1 ms, since the browser makes a world for us in each, so those that are too small for an article are passed over.

import { paragraphsOfArticle } from './article.js';
import { askForGate } from '../ask.js';
import { leave, left } from '../scope.js';
import { Slice } from '../../shared/slices.js';
import { Watch } from '../watch/watch.js';

/** Advertisements have no more than this in width or in height, in pixels: 300 by 600, 970 by 250. */
const tooSmall = 300;
/** A page may have any number of frames: so many of them are looked into, and so many get the gate. */
const mostFollowed = 40;
const mostGates = 10;

/** Those that are followed already, by the gate or by the content script, and whether they have got the gate. */
const followed = left('verbatimFrames') ?? leave('verbatimFrames', new Map());

/** Follows what is in the page's frames, as far as the page fills them; called whenever the page has changed. */
export function lookIntoFrames() {
  const frames = document.getElementsByTagName('iframe');
  // Frames within such frames would multiply.
  if (frames.length === 0 || isFilled()) return;
  for (const frame of followed.keys()) {
    if (!frame.isConnected) followed.delete(frame);
  }
  /** @type {HTMLIFrameElement[]} */
  const found = [];
  for (const frame of frames) {
    if (followed.size === mostFollowed) break;
    if (followed.has(frame) || hasAddress(frame) || isSmall(frame)) continue;
    followed.set(frame, false);
    found.push(frame);
  }
  if (found.length > 0) void followAll(found);
}

/** Whether the page is itself in a frame that another page fills. */
function isFilled() {
  const { frameElement } = window;
  return frameElement !== null && frameElement.localName === 'iframe' && !hasAddress(/** @type {HTMLIFrameElement} */ (frameElement));
}

/** @param {HTMLIFrameElement[]} frames */
async function followAll(frames) {
  const slice = new Slice();
  for (const frame of frames) {
    // In one go with the look at the page, or with each other, they would hold it up.
    await slice.next();
    follow(frame);
  }
}

/** What has an address has a gate. @param {HTMLIFrameElement} frame */
function hasAddress(frame) {
  const address = frame.getAttribute('src');
  return address !== null && address !== '' && !frame.hasAttribute('srcdoc') && !/^(?:about|blob|javascript):/i.test(address);
}

/** What is loaded once the reader comes near has its address in an attribute of the site's own. @param {HTMLIFrameElement} frame */
function waitsForAddress(frame) {
  return frame.getAttributeNames().some((name) => /^data-.*src$/.test(name));
}

/** As its attributes say: to ask how large it is shown would have the browser lay out the page. @param {HTMLIFrameElement} frame */
function isSmall(frame) {
  return frame.hasAttribute('hidden') || isShort(frame.width) || isShort(frame.height) || /display:\s*none/.test(frame.getAttribute('style') ?? '');
}

/** @param {string} length */
function isShort(length) {
  return /^\d+(?:px)?$/.test(length) && Number.parseInt(length, 10) <= tooSmall;
}

/** @param {HTMLIFrameElement} frame */
function follow(frame) {
  /** @type {Watch | null} */
  let watch = null;
  // Each loading brings another document.
  const begin = () => {
    watch?.stop();
    const page = hasAddress(frame) ? null : frame.contentDocument;
    if (!page) return;
    if (followed.has(frame)) followed.set(frame, false);
    const own = watch = new Watch(page, async () => {
      if (mayHaveGate() && paragraphsOfArticle(page)) await giveGate(frame).then(() => own.stop(), () => null);
      return false;
    });
    void own.now();
  };
  frame.addEventListener('load', begin);
  if (!waitsForAddress(frame)) begin();
}

function mayHaveGate() {
  let gates = 0;
  for (const has of followed.values()) {
    if (has) gates += 1;
  }
  return gates < mostGates;
}

/** @param {HTMLIFrameElement} frame */
async function giveGate(frame) {
  followed.set(frame, true);
  try {
    if (frame.contentWindow) await askForGate(frame.contentWindow);
  } catch (error) {
    if (followed.has(frame)) followed.set(frame, false);
    throw error;
  }
}
