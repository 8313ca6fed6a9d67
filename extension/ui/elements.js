// Making elements for the extension's pages: text goes in as text.

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]> & { dataset?: Record<string, string> }} properties
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, { dataset = {}, ...properties }, ...content) {
  const made = Object.assign(document.createElement(tag), properties);
  Object.assign(made.dataset, dataset);
  made.append(...content);
  return made;
}

/**
 * An element of a class.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} name its class; empty where it has none
 * @param {...(Node | string)} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, name, ...content) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.append(...content);
  return made;
}

/**
 * @param {string} name its class
 * @param {() => void} chosen
 * @param {...(Node | string)} content
 */
export function button(name, chosen, ...content) {
  const made = element('button', name, ...content);
  made.type = 'button';
  made.addEventListener('click', chosen);
  return made;
}

/**
 * A small button.
 * @param {string} label
 * @param {string} title what it does, in more words than there is room for
 * @param {() => void} chosen
 */
export function smallButton(label, title, chosen) {
  const made = button('small', chosen, label);
  made.title = title;
  return made;
}
