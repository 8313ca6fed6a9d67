// The shadow trees of a page, also those within others. No question to the browser finds them, so all elements are looked at.

/** The clock is looked at once in so many elements. */
const elementsBetweenLooks = 200;

/** A search for shadow trees that can pause. */
export class ShadowSearch {
  /** @type {ShadowRoot[]} */
  found = [];
  /** @type {TreeWalker} */
  #walker;
  /** How many of the trees found have been searched themselves. */
  #searched = 0;

  /** @param {Node} tree */
  constructor(tree) {
    this.#walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
    this.#look(tree);
  }

  /**
   * Goes on until the end or until it is time to pause.
   * @param {number} until by the clock of `performance.now()`
   * @returns {boolean} whether it has come to the end
   */
  advance(until) {
    let left = elementsBetweenLooks;
    for (;;) {
      const element = this.#walker.nextNode();
      if (element) {
        this.#look(element);
        left -= 1;
        if (left > 0) continue;
        left = elementsBetweenLooks;
        if (performance.now() > until) return false;
      } else {
        const tree = this.found[this.#searched];
        if (!tree) return true;
        this.#searched += 1;
        this.#walker = document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT);
      }
    }
  }

  /** @param {Node} node */
  #look(node) {
    const { shadowRoot } = /** @type {Element} */ (node);
    if (shadowRoot) this.found.push(shadowRoot);
  }
}
