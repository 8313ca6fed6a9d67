// The lists of sites: those that are left alone, and those that are read at once where others wait.

import { hostIn } from '../../settings/settings.js';
import { make } from '../elements.js';
import { message, part } from '../page.js';

/** @import { Settings } from '../../settings/settings.js' */
/** @import { Save } from './options.js' */

const lists = /** @type {const} */ ({ sitesOff: 'optionsSitesOff', sitesOn: 'optionsSitesOn' });
const names = /** @type {(keyof typeof lists)[]} */ (Object.keys(lists));

/** Puts a site into one list, or into none. @typedef {(host: string, name: keyof typeof lists | null) => Promise<void>} Put */

/**
 * Builds the form.
 * @param {Save} save
 * @returns {(settings: Settings) => void} shows the lists of settings
 */
export function buildSites(save) {
  /** @type {Put} */
  const put = (host, name) => save((settings) => Object.fromEntries(names.map((list) => {
    const others = settings[list].filter((other) => other !== host);
    return [list, list === name ? [...others, host] : others];
  })));
  const form = part('add-site', HTMLFormElement);
  const field = part('site', HTMLInputElement);
  const error = part('site-error', HTMLElement);
  form.noValidate = true;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const host = hostIn(field.value);
    error.textContent = host ? '' : message('optionsSiteError');
    field.ariaInvalid = host ? null : 'true';
    if (!host) {
      field.focus();
      return;
    }
    const name = /** @type {keyof typeof lists} */ (part('site-list', HTMLSelectElement).value);
    field.value = '';
    void put(host, name);
  });
  return (settings) => showSites(settings, put);
}

/** @param {Settings} settings @param {Put} put */
function showSites(settings, put) {
  part('lists', HTMLElement).replaceChildren(...names.map((name) => {
    const hosts = [...settings[name]].sort((one, other) => one.localeCompare(other));
    const list = hosts.length > 0
      ? make('ul', {}, ...hosts.map((host) => make('li', {}, host, removeButton(host, put))))
      : make('p', { className: 'soft' }, message('optionsSitesNone'));
    return make('div', {}, make('h3', {}, message(lists[name])), list);
  }));
}

/** @param {string} host @param {Put} put */
function removeButton(host, put) {
  const button = make('button', { type: 'button', className: 'quiet', ariaLabel: message('optionsSiteRemoveNamed', host) }, message('optionsSiteRemove'));
  button.addEventListener('click', () => {
    // The button goes with its site, so the keyboard goes on where sites are added.
    void put(host, null).then(() => part('site', HTMLInputElement).focus());
  });
  return button;
}
