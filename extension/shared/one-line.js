/** White space collapsed to single spaces, and with it all that ends a line somewhere, and other control characters. @param {string} text */
export function onOneLine(text) {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
