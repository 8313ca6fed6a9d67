/**
 * A text, or as many whole words of it as fit, with a sign that there are more.
 * @param {string} text
 * @param {number} longest in UTF-16 code units, without the sign
 */
export function cutAtWord(text, longest) {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s\S*$/, '').trimEnd()} …`;
}
