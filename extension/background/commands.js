// The keys.

import { openPanel } from '../shared/open-panel.js';
import { tell } from '../shared/tabs.js';

/**
 * Does what a command says, for the tab in front.
 * @param {string} command
 * @param {chrome.tabs.Tab} [tab]
 */
export function run(command, tab) {
  if (command === 'panel') openPanel(tab);
  if (command === 'toggle') void tell(tab?.id, { type: 'toggle' });
  if (command === 'next') void tell(tab?.id, { type: 'step', direction: 1 });
  if (command === 'previous') void tell(tab?.id, { type: 'step', direction: -1 });
}
