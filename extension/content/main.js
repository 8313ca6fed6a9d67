// The content script, which the gate (`gate.js`) has loaded where the page holds an article.

import { answerMessages } from '../shared/handlers.js';
import { takeOver } from './handover.js';
import { PageReading } from './page-reading.js';
import { canPaint } from './paint/paint.js';
import { leave, left } from './scope.js';

function begin() {
  const page = new PageReading(takeOver());
  answerMessages(page.handlers);
  page.begin();
}

// Whoever wants to talk to the page may start it while the gate has asked for it already. Without a gate the page is not to be read;
// and Firefox would let it into empty pages, which are no site's.
if (!left('verbatimContent') && left('verbatimGate') && canPaint() && (location.protocol.startsWith('http') || origin.startsWith('http'))) {
  leave('verbatimContent', true);
  begin();
}
