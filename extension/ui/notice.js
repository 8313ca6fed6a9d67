/** How long a notice stands, in milliseconds. */
const shownFor = 2_500;

/**
 * Shows in an element, for a moment, what was done.
 * @param {HTMLElement} element
 * @returns {(text: string) => void}
 */
export function createNotice(element) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (text) => {
    clearTimeout(timer);
    element.textContent = text;
    timer = setTimeout(() => element.replaceChildren(), shownFor);
  };
}
