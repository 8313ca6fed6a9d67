// What our scripts in a page leave for each other in the global object that they share. An element with an id, or a frame with a name,
// is a property of that object too, though never an own one.

/** @import { Handover } from './handover.js' */

/**
 * @typedef {object} Left
 * @property {true} verbatimGate the gate has run
 * @property {true} verbatimContent the content script has run
 * @property {Handover} verbatimHandover
 * @property {Map<HTMLIFrameElement, boolean>} verbatimFrames those that are followed, and whether they have got the gate
 * @property {typeof import('./later.js')} verbatimLater what that script exports
 */

/** What was left under a name. @template {keyof Left} Name @param {Name} name @returns {Left[Name] | undefined} */
export function left(name) {
  return Object.hasOwn(globalThis, name) ? /** @type {Partial<Left>} */ (globalThis)[name] : undefined;
}

/** @template {keyof Left} Name @param {Name} name @param {Left[Name]} value @returns {Left[Name]} */
export function leave(name, value) {
  // Not an assignment: the page may have given the name to an element.
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  return value;
}
