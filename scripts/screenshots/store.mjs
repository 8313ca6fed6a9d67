// The five pictures that the stores show, of the size that they ask for.

import { onNews, shoot, showCard } from './screens.mjs';

/** @import { Setting } from './screens.mjs' */

const size = { width: 1280, height: 800 };

/** @typedef {(setting: Omit<Setting, 'scheme'>) => Promise<Uint8Array>} Take */

/** @type {Record<string, Take>} */
export const storePictures = {
  '1-page': (setting) => onNews({ ...setting, scheme: 'light' }, size, shoot),
  '2-who-said-it': (setting) => onNews({ ...setting, scheme: 'light' }, size, async (page) => {
    await showCard(page, setting.launched, 'quote', 'Nobody asked us');
    return shoot(page);
  }),
  '3-which-day': (setting) => onNews({ ...setting, scheme: 'light' }, size, async (page) => {
    await showCard(page, setting.launched, 'date', 'Thursday');
    return shoot(page);
  }),
  '4-dark': (setting) => onNews({ ...setting, scheme: 'dark' }, size, async (page) => {
    await showCard(page, setting.launched, 'quote', 'taken behind');
    return shoot(page);
  }),
  '5-list': (setting) => onNews({ ...setting, scheme: 'light' }, size, shoot),
};
