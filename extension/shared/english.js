/**
 * Whether a language is English. The engine decides in the same way (`Language::of`): `tests/cases/language-tags.txt` holds for both.
 * @param {string} tag as BCP 47 has it; pages write underscores too
 */
export function isEnglish(tag) {
  return /^en(?:[-_]|$)/i.test(tag);
}
