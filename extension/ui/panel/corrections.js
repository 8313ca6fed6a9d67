// What the reader has corrected in the article: taken back one by one, or taken along as a file to report it with.

import { cutAtWord } from '../../shared/cut.js';
import { saveFile } from '../../shared/files.js';
import { isolated } from '../../shared/foreign-text.js';
import { button, element } from '../elements.js';
import { message, part } from '../page.js';

/** @import { DeskEntry } from '../../../types/desk.js' */
/** @import { Report } from '../../../types/report.js' */
/** @import { PanelDesk } from './desk.js' */

/** So much of the words is shown, in characters. */
const longestWords = 120;

/**
 * Offers what was corrected; gives what shows it anew.
 * @param {PanelDesk} desk
 * @param {{ report: () => Report | null, copy: (text: string) => Promise<void>, saved: () => void }} use
 * @returns {() => void}
 */
export function offerCorrections(desk, { report, copy, saved }) {
  const open = part('corrections-button', HTMLButtonElement);
  const dialog = part('corrections', HTMLElement);
  const list = part('corrections-list', HTMLElement);
  const text = () => correctionsAsJson(desk.corrections, report());
  part('copy-corrections', HTMLButtonElement).addEventListener('click', () => void copy(text()));
  part('save-corrections', HTMLButtonElement).addEventListener('click', () => {
    saveFile(text(), 'verbatim-corrections.json', 'application/json');
    saved();
  });
  return () => {
    const { corrections } = desk;
    open.hidden = corrections.length === 0;
    open.textContent = message('deskCorrections', corrections.length);
    list.replaceChildren(...corrections.map((entry) => item(entry, desk)));
    if (corrections.length === 0 && dialog.matches(':popover-open')) dialog.hidePopover();
  };
}

/** @param {DeskEntry} entry @param {PanelDesk} desk */
function item(entry, desk) {
  const { words, hidden, speaker = '', found } = entry;
  const what = hidden ? message('deskIsHidden') : found ? message('deskInsteadOf', isolated(speaker), isolated(found)) : message('deskFoundNobody', isolated(speaker));
  const undo = button('small', () => void desk.keep(entry, { hidden: false, speaker: '' }), message('cardUndo'));
  undo.ariaLabel = message('deskUndoOf', what);
  return element('li', 'format', element('span', 'format-name', what), element('span', 'soft', cutAtWord(words, longestWords)), element('span', 'format-actions', undo));
}

/**
 * Corrections as a file for a report: what was found, what is right, and where.
 * @param {DeskEntry[]} corrections
 * @param {Pick<Report, 'url' | 'title'> | null} report
 */
function correctionsAsJson(corrections, report) {
  return `${JSON.stringify({
    format: 'verbatim-corrections', version: 1, engine: chrome.runtime.getManifest().version, url: report?.url, title: report?.title,
    corrections: corrections.map(({ layer, words, before, after, hidden, speaker, found, at }) => ({ layer, words, before, after, found, ...(hidden ? { hidden } : { speaker }), at })),
  }, null, 2)}\n`;
}
