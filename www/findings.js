// The lists beside the article: statements with their speakers, and dates. They make the findings accessible to readers who cannot see
// highlights, and use the panel's code.

import { buildReport } from '../extension/content/report/report.js';
import { namesTime } from '../extension/shared/days.js';
import { statementsInOrder } from '../extension/ui/panel/statements.js';
import { timeline } from '../extension/ui/panel/timeline.js';

/** @import { Reading } from '../extension/content/reading.js' */

/**
 * Shows the findings, or a message that there are none.
 * @param {Reading | null} reading
 * @param {{ status: HTMLElement, statements: HTMLElement, dates: HTMLElement }} lists
 * @param {{ quote: (index: number) => void, reported: (index: number) => void, date: (index: number) => void }} reveal called when the reader chooses an entry
 */
export function showFindings(reading, lists, reveal) {
  const report = reading && buildReport(reading, { title: document.title, url: '', site: '', language: 'en' });
  lists.status.textContent = report ? summary(report) : 'No English article was found in this text.';
  fill(lists.statements, report?.statements.length ? [statementsInOrder(report, { reveal: ({ quotes, reported }) => (reported ? reveal.reported(reported.index) : reveal.quote(quotes[0]?.index ?? -1)) })] : []);
  fill(lists.dates, report ? timeline(report, { reveal: ({ index }) => reveal.date(index) }) : []);
}

/** Hides the heading of an empty list too. @param {HTMLElement} holder @param {Element[]} content */
function fill(holder, content) {
  holder.replaceChildren(...content);
  const section = holder.closest('section');
  if (section) section.hidden = content.length === 0;
}

/** @param {import('../types/report.js').Report} report */
function summary({ statements, people, dates }) {
  const speakers = people.filter((person) => person.statements > 0).length;
  const days = dates.filter(namesTime).length;
  const lengths = dates.length > days ? `, and ${counted(dates.length - days, 'length or repetition', 'lengths and repetitions')}, which are not marked` : '';
  return `${counted(statements.length, 'statement')} by ${counted(speakers, 'speaker')}, ${counted(days, 'date')}${lengths}.`;
}

/** @param {number} count @param {string} noun @param {string} [several] */
function counted(count, noun, several = `${noun}s`) {
  return `${count} ${count === 1 ? noun : several}`;
}
