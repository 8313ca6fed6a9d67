// What a page pays for only when it is first needed: the card, and what the panel asks of the page. The content script loads it then
// (`load-later.js`); the demo page imports it.

export { CardController } from './card/card-controller.js';
export { corrected } from '../shared/corrected.js';
export { markFound } from './report/found.js';
export { reveal } from './report/reveal.js';
export { linkToWords, reportOf } from './report/report-of-page.js';
export { panelWatch } from './report/panel-watch.js';
