// Where the keyboard goes from words of the page, which have no focus of their own.

/** What the tab key stops at, as far as a selector says. Forms may hide their members, and hardly ever have the keyboard themselves. */
const stops = 'a[href], area[href], button, input, select, textarea, summary, iframe, audio[controls], video[controls], [contenteditable], [tabindex]:not(form)';

/**
 * The nearest thing after or before words that the tab key stops at.
 * @param {Range} words
 * @param {1 | -1} direction
 * @returns {HTMLElement | null}
 */
export function tabStopBeside(words, direction) {
  const root = words.startContainer.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return null;
  const all = /** @type {HTMLElement[]} */ ([...root.querySelectorAll(stops)].filter((element) => element instanceof HTMLElement && element.tabIndex >= 0));
  const isBeside = (/** @type {HTMLElement} */ element) => words.comparePoint(element, 0) === direction && !element.contains(words.startContainer);
  const isUsable = (/** @type {HTMLElement} */ element) => !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true });
  return (direction > 0 ? all.find((element) => isBeside(element) && isUsable(element)) : all.findLast((element) => isBeside(element) && isUsable(element))) ?? null;
}

/** Puts the caret before words, unless the reader has selected something: from there Firefox and screen readers go on. @param {Range} words */
export function putCaret(words) {
  const selection = document.getSelection();
  if (selection && selection.isCollapsed) selection.collapse(words.startContainer, words.startOffset);
}
