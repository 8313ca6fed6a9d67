// The element that the card stands in. The page shares the document with it, so it is one that no script of the page has a part in:
// a name without a hyphen can have no definition, whose constructor would run while the element is made, and no internals, which would
// give the closed shadow tree away.

import { hasAttribute } from '../dom.js';

/** What the element is known by, also after an update of the extension. An element of the page that bears it is passed over. */
const sign = 'data-verbatim-card';

/** Makes the element, with a shadow tree that the page does not reach. Those that an extension left that was updated since are dead. */
export function createCardHost() {
  document.documentElement.querySelectorAll(`:scope > [${sign}]`).forEach((stale) => stale.remove());
  const host = document.createElement('div');
  host.setAttribute(sign, '');
  return { host, shadow: host.attachShadow({ mode: 'closed' }) };
}

/** Puts the element where it belongs: the page may have taken it away, or into something of its own. @param {HTMLElement} host */
export function placeCardHost(host) {
  if (host.parentNode !== document.documentElement) document.documentElement.append(host);
}

/** @param {Node} node */
export function isCardHost(node) {
  return node.nodeType === Node.ELEMENT_NODE && hasAttribute(/** @type {Element} */ (node), sign);
}
