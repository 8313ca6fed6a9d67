// The five pictures for the stores, in the required size.

import { sideBySide } from './pictures.mjs';
import { onNews, panelOf, shoot, showCard } from './screens.mjs';

/** @import { Setting } from './screens.mjs' */

const size = { width: 1280, height: 800 };

/** @typedef {(setting: Omit<Setting, 'scheme'>) => Promise<Uint8Array>} Take */

/** The width of the panel beside a page, and of the line between them. */
const beside = { width: size.width - 401, height: size.height };

/** @type {Record<string, Take>} */
export const storePictures = {
  '1-page-and-panel': (setting) => withPanel({ ...setting, scheme: 'light' }),
  '2-who-said-it': (setting) => onNews({ ...setting, scheme: 'light' }, size, async (page) => {
    await showCard(page, setting.launched, 'quote', 'Nobody asked us');
    return shoot(page);
  }),
  '3-which-day': (setting) => onNews({ ...setting, scheme: 'light' }, size, async (page) => {
    await showCard(page, setting.launched, 'date', 'Thursday');
    return shoot(page);
  }),
  '4-dark': (setting) => withPanel({ ...setting, scheme: 'dark' }, (panel) => panel.click('input[value=dates]')),
  '5-take-it-along': (setting) => withPanel({ ...setting, scheme: 'light' }, (panel) => panel.click('#export-button')),
};

/**
 * The page with the panel beside it, as in the browser's window.
 * @param {Setting} setting
 * @param {(panel: import('puppeteer-core').Page) => Promise<unknown>} [turnTo]
 */
function withPanel(setting, turnTo) {
  return onNews(setting, beside, async (page) => {
    const left = await shoot(page);
    return sideBySide(left, await panelOf(page, setting, size.height, turnTo), setting.scheme === 'dark' ? '#3a3f4b' : '#d5d8e0');
  });
}
