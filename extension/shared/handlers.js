// Answers the messages of other parts of the extension.

/** @import { Handlers } from '../../types/protocol.js' */

/**
 * @template {{ [Type in keyof Table]: { says: object, answer: unknown } }} Table
 * @param {Handlers<Table>} handlers of all messages of one direction
 */
export function answerMessages(handlers) {
  chrome.runtime.onMessage.addListener((message, sender, respond) => {
    /** @type {unknown} */
    const type = message?.type;
    if (!isKey(handlers, type)) return false;
    const answer = handlers[type](message, sender);
    answer?.then(respond, () => respond(undefined));
    // The browser keeps the sender waiting only after `true`.
    return answer !== undefined;
  });
}

/** @template {object} Table @param {Table} table @param {unknown} key @returns {key is keyof Table} */
function isKey(table, key) {
  return typeof key === 'string' && Object.hasOwn(table, key);
}
