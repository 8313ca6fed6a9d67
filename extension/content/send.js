/**
 * Sends the background a message. Where this script is none of a living extension any more, the browser throws at once: that is told as
 * a refusal too. To ask before costs a page of Firefox 1 ms.
 * @param {{ type: string } & Record<string, unknown>} message
 * @returns {Promise<any>} the answer
 */
export async function send(message) {
  return chrome.runtime.sendMessage(message);
}
