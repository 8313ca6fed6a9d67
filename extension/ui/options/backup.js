// Settings as a file, and back to the beginning.

import { BackupError, readBackup, writeBackup } from '../../settings/backup.js';
import { readSettings } from '../../settings/settings.js';
import { searchFor } from '../../search/search.js';
import { make } from '../elements.js';
import { faultInWords } from '../faults.js';
import { message, part } from '../page.js';

/** @import { Settings } from '../../settings/settings.js' */

const faults = /** @type {const} */ ({
  large: 'optionsFileLarge', json: 'optionsFileJson', other: 'optionsFileOther', newer: 'optionsFileNewer', field: 'optionsFileField', watch: 'optionsFileWatch',
});

/**
 * @param {object} effects
 * @param {(text: string) => void} effects.say
 * @param {(settings: Settings) => Promise<void>} effects.replace
 * @param {() => Promise<void>} effects.reset
 */
export function offerBackup({ say, replace, reset }) {
  const file = part('file', HTMLInputElement);
  const error = part('file-error', HTMLElement);
  const dialog = part('confirm', HTMLDialogElement);

  part('save', HTMLButtonElement).addEventListener('click', async () => {
    error.textContent = '';
    const blob = new Blob([writeBackup(await readSettings())], { type: 'application/json' });
    const href = URL.createObjectURL(blob);
    make('a', { href, download: 'verbatim-settings.json' }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  });

  part('open', HTMLButtonElement).addEventListener('click', () => file.click());
  file.addEventListener('change', async () => {
    const [chosen] = file.files ?? [];
    error.textContent = '';
    if (!chosen) return;
    try {
      const settings = readBackup(await chosen.text());
      await checkWatchList(settings);
      await replace(settings);
      say(message('optionsImported'));
    } catch (fault) {
      error.textContent = fault instanceof BackupError ? message(faults[fault.fault], chosen.name, fault.field) : message('optionsFileUnread', chosen.name);
    }
    // The same file may be chosen again, once it is mended.
    file.value = '';
  });

  part('reset', HTMLButtonElement).addEventListener('click', () => {
    dialog.returnValue = '';
    dialog.showModal();
  });
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'reset') return;
    await reset();
    say(message('optionsResetDone'));
  });
}

/** Refuses a watch list that holds what no search understands. @param {Settings} settings */
async function checkWatchList({ watch }) {
  for (const entry of watch) {
    const search = await searchFor(entry);
    if ('fault' in search) throw new BackupError('watch', `${entry}: ${faultInWords(search.fault)}`);
  }
}
