// Titles as MLA and Chicago print them: with capitals, whatever the page does.

/** What stays small unless it stands at an end. */
const small = new Set(['a', 'an', 'and', 'as', 'at', 'but', 'by', 'for', 'from', 'in', 'into', 'nor', 'of', 'on', 'onto', 'or', 'over', 'the', 'to', 'via', 'with', 'yet']);

/**
 * `Ferry to stay, says mayor` as `Ferry to Stay, Says Mayor`. Words with a capital in them are left as they are.
 * @param {string} title
 */
export function headlineCase(title) {
  const words = title.split(' ');
  return words.map((word, index) => {
    const isAtEnd = index === 0 || index === words.length - 1 || /[:?!.—–]$/u.test(words[index - 1] ?? '');
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (/\p{Lu}|\p{N}/u.test(bare) || (!isAtEnd && small.has(bare))) return word;
    return word.replace(/\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'));
  }).join(' ');
}
