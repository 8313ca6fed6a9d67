// The lists beside the article: what was said by whom, and the dates. They are the view for those who cannot see highlights.

import { isOnlyProbable, textOf } from '../extension/content/describe.js';
import { dateInWords } from '../extension/content/timex.js';

/** @import { Reading } from '../extension/content/describe.js' */

/**
 * Shows what was found, or that nothing was.
 * @param {Reading | null} reading
 * @param {{ status: HTMLElement, statements: HTMLElement, dates: HTMLElement }} lists
 * @param {{ quote: (index: number) => void, date: (index: number) => void }} reveal called when an entry is chosen
 */
export function showFindings(reading, lists, reveal) {
  lists.status.textContent = reading ? summary(reading) : 'No English article was found in this text.';
  fill(lists.statements, reading ? statementEntries(reading, reveal.quote) : []);
  fill(lists.dates, reading ? dateEntries(reading, reveal.date) : []);
}

/** A list without entries has its heading hidden too. @param {HTMLElement} list @param {Element[]} entries */
function fill(list, entries) {
  list.replaceChildren(...entries);
  const section = list.closest('section');
  if (section) section.hidden = entries.length === 0;
}

/** @param {Reading} reading */
function summary({ annotations: { statements, dates } }) {
  const people = new Set(statements.map(({ person }) => person).filter((person) => person !== null));
  return `${counted(statements.length, 'statement')} by ${counted(people.size, 'speaker')}, ${counted(dates.length, 'date')}.`;
}

/** @param {number} count @param {string} noun */
function counted(count, noun) {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** @param {Reading} reading @param {(index: number) => void} reveal */
function statementEntries({ annotations, blocks }, reveal) {
  return annotations.statements.map((statement) => {
    const person = annotations.people[statement.person ?? -1];
    const date = annotations.dates[statement.date ?? -1];
    const words = statement.quotes.map((index) => annotations.quotes[index]).filter((quote) => quote !== undefined);
    const entry = button(() => reveal(statement.quotes[0] ?? -1));
    const who = span('who', person ? person.name : 'Somebody');
    if (person && isOnlyProbable(statement)) who.append(span('probably', 'probably'));
    entry.append(who);
    if (person?.role) entry.append(span('role', person.role));
    entry.append(span('words', words.map((quote) => textOf(quote, blocks)).join(' ')));
    if (date) entry.append(span('when', dateInWords(date)));
    return item(entry);
  });
}

/** @param {Reading} reading @param {(index: number) => void} reveal */
function dateEntries({ annotations, blocks }, reveal) {
  return annotations.dates.map((date, index) => {
    const entry = button(() => reveal(index));
    entry.append(span('written', textOf(date, blocks)), span('meaning', dateInWords(date)));
    return item(entry);
  });
}

/** @param {() => void} chosen */
function button(chosen) {
  const made = document.createElement('button');
  made.type = 'button';
  made.addEventListener('click', chosen);
  return made;
}

/** @param {string} name @param {string} text */
function span(name, text) {
  const made = document.createElement('span');
  made.className = name;
  made.textContent = text;
  return made;
}

/** @param {Element} content */
function item(content) {
  const made = document.createElement('li');
  made.append(content);
  return made;
}
