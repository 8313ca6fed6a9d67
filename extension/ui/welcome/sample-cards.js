// The cards of the sample: what the card says of its marked words, in a place beside it.

import { longDay } from '../../shared/calendar-words.js';
import { element } from '../elements.js';
import { message, part } from '../page.js';

/** The day that the sample's “Tuesday” is. */
const tuesday = '2025-03-11';

/** What each card says: label, title, subtitle, term and text. @returns {Record<string, [string, string, string, [string, string][]]>} */
function cards() {
  const sure = message('cardVerySure');
  return {
    ortiz: [message('cardSaidBy'), 'Lena Ortiz', 'Mayor', [[message('cardInTheText'), '“Mayor Lena Ortiz told”'], [message('cardWhen'), longDay(tuesday)], [message('cardHowSure'), sure]]],
    speaker: [message('cardSpeaker'), 'Lena Ortiz', 'Mayor', [[message('cardOnThisPage'), `${message('cardOneQuotation')}, ${message('cardReportedCount', 1)}`]]],
    date: [message('cardDate'), longDay(tuesday), '', [[message('cardInTheText'), '“Tuesday”'], [message('cardFromPublication'), message('cardOneDayBefore')]]],
    reported: [message('cardReportedBy'), 'Lena Ortiz', 'Mayor', [[message('cardInTheText'), '“She added”'], [message('cardHowSure'), message('cardFairlySure')]]],
    minister: [message('cardSaidBy'), 'minister', '', [[message('cardInTheText'), '“said the minister”'], [message('cardHowSure'), sure]]],
    fisherman: [message('cardProbablySaidBy'), 'one of the fishermen', '', [[message('cardHowSure'), message('cardOnlyProbable')]]],
  };
}

/** Shows the card of the marked words that are pointed at, pressed or reached by the keyboard; at first that of the first ones. */
export function showSampleCards() {
  const all = cards();
  const holder = part('sample-card', HTMLElement);
  const marks = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.example [data-card]')]);
  /** @param {HTMLElement} mark */
  const show = (mark) => {
    const [label = '', title = '', subtitle = '', details = []] = all[mark.dataset.card ?? ''] ?? [];
    for (const other of marks) other.ariaPressed = String(other === mark);
    const list = element('dl', 'details', ...details.flatMap(([term, text]) => [element('dt', '', term), element('dd', '', text)]));
    holder.replaceChildren(element('p', 'label', label), element('p', 'title', title), ...(subtitle ? [element('p', 'subtitle', subtitle)] : []), list);
  };
  for (const mark of marks) {
    mark.tabIndex = 0;
    mark.role = 'button';
    for (const type of ['pointerenter', 'focus', 'click']) mark.addEventListener(type, () => show(mark));
    mark.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      show(mark);
    });
  }
  if (marks[0]) show(marks[0]);
}
