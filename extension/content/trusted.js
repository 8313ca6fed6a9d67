// Events of the reader's own making. Scripts of the page can dispatch events of any kind, which are not to move anything of ours.

/**
 * A listener for what the browser reports, not for what a script dispatches.
 * @template {Event} Kind
 * @param {(event: Kind) => void} listener
 * @returns {(event: Kind) => void}
 */
export function ifTrusted(listener) {
  return (event) => {
    if (event.isTrusted) listener(event);
  };
}
