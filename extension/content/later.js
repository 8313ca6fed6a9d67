// What a page pays for only when it is first needed: the card, and what the panel asks of the page. The content script loads it then
// (`load-later.js`); the demo page imports it.

export { CardController } from './card/card-controller.js';
export { answerPanel } from './report/panel-answers.js';
export { watchForPanel } from './report/panel-watch.js';
