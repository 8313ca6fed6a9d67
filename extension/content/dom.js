// Members of nodes that may be forms. In Chromium, a field that is named like a member of its form hides that member, from content
// scripts too: `<input name="parentNode">` would be its form's own parent. So whatever may be a form is asked through the prototypes,
// which no page reaches here. Elements that are no forms, documents and text nodes are asked as usual.

/**
 * @template {object} Interface
 * @template {keyof Interface & string} Name
 * @param {Interface} prototype that has the member
 * @param {Name} name
 * @returns {(node: Node) => Interface[Name]}
 */
function readerOf(prototype, name) {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  return (node) => get?.call(node);
}

export const parentOf = /* @__PURE__ */ readerOf(Node.prototype, 'parentNode');
export const parentElementOf = /* @__PURE__ */ readerOf(Node.prototype, 'parentElement');
export const textOf = /* @__PURE__ */ readerOf(Node.prototype, 'textContent');
export const localNameOf = /* @__PURE__ */ readerOf(Element.prototype, 'localName');
export const classNameOf = /* @__PURE__ */ readerOf(Element.prototype, 'className');
export const idOf = /* @__PURE__ */ readerOf(Element.prototype, 'id');
export const childCountOf = /* @__PURE__ */ readerOf(Element.prototype, 'childElementCount');
export const firstElementIn = /* @__PURE__ */ readerOf(Element.prototype, 'firstElementChild');
export const elementAfter = /* @__PURE__ */ readerOf(Element.prototype, 'nextElementSibling');
export const elementBefore = /* @__PURE__ */ readerOf(Element.prototype, 'previousElementSibling');
export const shadowRootOf = /* @__PURE__ */ readerOf(Element.prototype, 'shadowRoot');

/** @param {Node} node @param {Node | null} other */
export function holds(node, other) {
  return Node.prototype.contains.call(node, other);
}

/** @param {Element} element @param {string} selector */
export function closestTo(element, selector) {
  return Element.prototype.closest.call(element, selector);
}

/** @param {Element} element @param {string} selector */
export function fits(element, selector) {
  return Element.prototype.matches.call(element, selector);
}

/** @param {Element} element @param {string} selector @returns {Element | null} */
export function firstWithin(element, selector) {
  return Element.prototype.querySelector.call(element, selector);
}

/** @param {Element} element @param {string} tag */
export function allWithin(element, tag) {
  return Element.prototype.getElementsByTagName.call(element, tag);
}

/** @param {Element} element @param {string} name */
export function attributeOf(element, name) {
  return Element.prototype.getAttribute.call(element, name);
}

/** @param {Element} element */
export function boxOf(element) {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** @param {Element} element @param {string} name */
export function hasAttribute(element, name) {
  return Element.prototype.hasAttribute.call(element, name);
}

/**
 * The nearest element around a node that is in no form that hides members, for the code of others.
 * @param {Node} node
 * @returns {Element | null}
 */
export function outsideHidingForms(node) {
  /** @type {Element | null} */
  let outside = parentElementOf(node);
  for (let above = /** @type {Element | null} */ (outside); above; above = parentElementOf(above) ?? hostAround(above)) {
    if (above instanceof HTMLFormElement && hidesMembers(above)) outside = parentElementOf(above);
  }
  return outside;
}

/** The host of the shadow tree that an element stands at the top of. @param {Element} element */
function hostAround(element) {
  const parent = parentOf(element);
  return parent instanceof ShadowRoot ? parent.host : null;
}

/** @param {HTMLFormElement} form */
function hidesMembers(form) {
  for (const name in HTMLFormElement.prototype) {
    if (Object.hasOwn(form, name)) return true;
  }
  return false;
}
