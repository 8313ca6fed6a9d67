// What all of the extension's pages need: their words in the reader's language.

/**
 * A message in the reader's language.
 * @param {string} key
 * @param {...(string | number)} substitutions for `$1`, `$2`
 */
export function message(key, ...substitutions) {
  return chrome.i18n.getMessage(key, substitutions.map(String));
}

/**
 * Fills in the words of a page: the text of elements with `data-message`, and the attributes named in `data-message-for`,
 * written `attribute:key`.
 * @param {ParentNode} [root]
 */
export function translatePage(root = document) {
  document.documentElement.lang = message('interfaceLanguage');
  for (const element of root.querySelectorAll('[data-message]')) element.textContent = message(element.getAttribute('data-message') ?? '');
  for (const element of root.querySelectorAll('[data-message-for]')) {
    const [attribute = '', key = ''] = (element.getAttribute('data-message-for') ?? '').split(':');
    element.setAttribute(attribute, message(key));
  }
}

/**
 * The part of the page with an id.
 * @template {Element} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function part(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}
