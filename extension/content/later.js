// What a page pays for only when it is first needed: the card, and what the panel asks of the page. The background puts this
// script beside the content script when that asks for it; the demo page imports it.

export { Card } from './card.js';
export { describe, describeNobody } from './describe.js';
export { actionsFor } from './card-actions.js';
export { flash, light, darken, scrollAndFlash, scrollToRange } from './spotlight.js';
export { reportOf, linkToQuote } from './report-of-page.js';
export { watchForPanel } from './panel-watch.js';
