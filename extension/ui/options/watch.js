// The watch list: what the reader wants to be told of. Entries are checked as they are typed, like the panel's search.

import { searchFor } from '../../search/search.js';
import { watchedDeclarations } from '../../settings/looks.js';
import { longestWatched, mostWatched, readSettings } from '../../settings/settings.js';
import { make } from '../elements.js';
import { describeFault } from '../faults.js';
import { message, part } from '../page.js';

/** @import { Settings } from '../../settings/settings.js' */
/** @import { Save } from './options.js' */

/** How long whoever types rests before a fault is shown and read out, in milliseconds: half a pattern is mostly wrong. */
const rest = 400;

/**
 * Builds the form.
 * @param {Save} save
 * @returns {(settings: Settings) => void} shows the list of settings
 */
export function buildWatch(save) {
  const field = part('watch', HTMLInputElement);
  const form = part('add-watch', HTMLFormElement);
  const fault = part('watch-fault', HTMLElement);
  form.noValidate = true;
  field.maxLength = longestWatched;
  part('watch-sample', HTMLElement).style.cssText = watchedDeclarations;

  /** @param {(Node | string)[]} said none where nothing is wrong */
  const tell = (said) => {
    fault.replaceChildren(...said);
    fault.hidden = said.length === 0;
    field.ariaInvalid = said.length === 0 ? null : 'true';
  };
  /** What is wrong with what is typed, if anything. @param {string} entry @param {string[]} watch @returns {Promise<(Node | string)[]>} */
  const wrongWith = async (entry, watch) => {
    if (watch.includes(entry)) return [message('optionsWatchTwice')];
    if (watch.length >= mostWatched) return [message('optionsWatchFull', mostWatched)];
    const search = await searchFor(entry);
    return 'fault' in search ? describeFault(search.fault, entry) : [];
  };
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    tell([]);
    const typed = field.value;
    if (typed.trim() === '') return;
    timer = setTimeout(async () => {
      const wrong = await wrongWith(typed.trim(), (await readSettings()).watch);
      if (field.value === typed) tell(wrong);
    }, rest);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const entry = field.value.trim();
    const { watch } = await readSettings();
    const wrong = entry === '' ? [message('optionsWatchEmpty')] : await wrongWith(entry, watch);
    tell(wrong);
    if (wrong.length === 0) {
      field.value = '';
      await save(({ watch }) => ({ watch: [...watch, entry] }));
    }
    field.focus();
  });
  return ({ watch }) => showWatch(watch, async (entry) => {
    await save(({ watch }) => ({ watch: watch.filter((other) => other !== entry) }));
    // The button goes with its entry, so the keyboard goes on where entries are added.
    field.focus();
  });
}

/** @param {string[]} watch @param {(entry: string) => void} remove */
function showWatch(watch, remove) {
  part('watch-count', HTMLElement).textContent = message('optionsWatchCount', watch.length, mostWatched);
  const list = part('watch-list', HTMLElement);
  list.hidden = watch.length === 0;
  list.replaceChildren(...watch.map((entry) => {
    const button = make('button', { type: 'button', className: 'quiet', ariaLabel: message('optionsSiteRemoveNamed', entry) }, message('optionsSiteRemove'));
    button.addEventListener('click', () => remove(entry));
    return make('li', {}, make('code', {}, entry), button);
  }));
}
