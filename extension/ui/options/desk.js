// What the reader has corrected, ticked and written down on all pages: as a file, or forgotten.

import { eraseDesks, readAllDesks, watchDesk } from '../../shared/desk.js';
import { saveFile } from '../../shared/files.js';
import { message, part } from '../page.js';

/** @param {(text: string) => void} say */
export function offerDesk(say) {
  const count = part('desk-count', HTMLElement);
  const save = part('desk-save', HTMLButtonElement);
  const erase = part('desk-erase', HTMLButtonElement);
  const confirm = part('desk-confirm', HTMLDialogElement);
  const show = async () => {
    const { length } = await readAllDesks();
    count.textContent = length === 0 ? message('optionsDeskNone') : message(length === 1 ? 'optionsDeskOne' : 'optionsDeskCount', length);
    save.hidden = erase.hidden = length === 0;
  };
  void show();
  watchDesk(() => void show());
  save.addEventListener('click', async () => {
    const pages = (await readAllDesks()).map(([url, entries]) => ({ url, entries }));
    saveFile(`${JSON.stringify({ format: 'verbatim-desk', version: 1, pages }, null, 2)}\n`, 'verbatim-desk.json', 'application/json');
  });
  erase.addEventListener('click', () => {
    confirm.returnValue = '';
    confirm.showModal();
  });
  confirm.addEventListener('close', async () => {
    if (confirm.returnValue !== 'erase') return;
    await eraseDesks();
    say(message('optionsDeskErased'));
  });
}
