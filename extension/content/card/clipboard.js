// Copying text from within a page, in answer to something that the reader did.

import { ifTrusted } from '../trusted.js';

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it was copied
 */
export async function copy(text) {
  try {
    // There is none on pages that came without encryption, and a page's policy may forbid it.
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text);
  }
}

/** The older way, which asks neither for encryption nor for a policy. @param {string} text */
function copyByCommand(text) {
  let copied = false;
  const fill = ifTrusted((/** @type {ClipboardEvent} */ event) => {
    // The page is not to put anything else there, neither before, as it may have listened first, nor after.
    event.clipboardData?.clearData();
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    copied = event.clipboardData !== null;
  });
  window.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && copied;
  } finally {
    window.removeEventListener('copy', fill, { capture: true });
  }
}
