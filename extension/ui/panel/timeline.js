// An article's dates along a line of time, with the sentences that name them; for the panel and for the demo page.

import { translate } from '../../shared/messages.js';
import { longDay } from '../../shared/calendar-words.js';
import { dateInWords } from '../../shared/timex.js';
import { isForCalendar } from '../../export/calendar-days.js';
import { button, element, smallButton } from '../elements.js';

/** @import { Report, ReportDate } from '../../../types/report.js' */

/**
 * What can be done with a date.
 * @typedef {object} DateUse
 * @property {(date: ReportDate) => void} reveal shows it on the page
 * @property {(date: ReportDate) => void} [calendar]
 */

/**
 * A moment of the timeline: what is said of the same time, in the order of the article.
 * @typedef {{ first: string, last: string, words: string, dates: ReportDate[] }} Moment
 */

/**
 * A section for each year, the earliest first, and one for what has no day.
 * @param {Pick<Report, 'dates' | 'published'>} report
 * @param {DateUse} use
 * @returns {HTMLElement[]}
 */
export function timeline({ dates, published }, use) {
  const placed = dates.filter(isPlaced);
  const moments = momentsOf(placed);
  if (published && placed.length > 0) moments.push({ first: published, last: published, words: translate('panelPublished'), dates: [] });
  moments.sort((one, other) => compare(one.first, other.first) || compare(one.last, other.last) || one.dates.length - other.dates.length);
  const sections = [...Map.groupBy(moments, ({ first }) => yearOf(first))].map(([year, own]) => {
    const list = element('ol', 'timeline');
    list.append(...own.map((moment) => momentItem(moment, use)));
    return section(`year-${year}`, year, list);
  });
  const open = dates.filter((date) => !isPlaced(date));
  if (open.length === 0) return sections;
  const list = element('ol', 'timeline open');
  list.append(...momentsOf(open).map((moment) => momentItem(moment, use)));
  return [...sections, section('without-day', translate('panelWithoutDay'), list)];
}

/** @param {string} id @param {string} title @param {HTMLElement} list */
function section(id, title, list) {
  const heading = element('h3', 'year', title);
  heading.id = id;
  const made = element('section', 'period', heading, list);
  made.setAttribute('aria-labelledby', id);
  return made;
}

/** Whether a date has a place in time: lengths of time and repetitions have none. @param {ReportDate} date */
function isPlaced({ type, first, last }) {
  return (type === 'DATE' || type === 'TIME') && first !== null && last !== null;
}

/** @param {ReportDate[]} dates @returns {Moment[]} */
function momentsOf(dates) {
  const groups = Map.groupBy(dates, (date) => `${date.first} ${date.last} ${dateInWords(date)}`);
  return [...groups.values()].flatMap((own) => {
    const [date] = own;
    return date ? [{ first: date.first ?? '', last: date.last ?? '', words: dateInWords(date), dates: own }] : [];
  });
}

/** @param {Moment} moment @param {DateUse} use */
function momentItem({ first, words, dates }, { reveal, calendar }) {
  const made = element('li', dates.length > 0 ? 'moment' : 'moment published');
  if (dates.length === 0) {
    made.append(element('p', 'day', `${words}: ${longDay(first)}`));
    return made;
  }
  const [date] = dates;
  const head = element('div', 'day', element('span', 'when', words));
  if (calendar && date && isForCalendar(date)) {
    head.append(element('span', 'actions', smallButton(translate('panelCalendar'), translate('panelCalendarTitle'), () => calendar(date))));
  }
  made.append(head, ...dates.map((date) => {
    const entry = button('entry', () => reveal(date), date.before, element('span', 'expression', date.text), date.after);
    entry.dataset.date = String(date.index);
    return entry;
  }));
  return made;
}

/** @param {string} day `YYYY-MM-DD`, also of a year before our era */
function yearOf(day) {
  return String(Number(day.slice(0, day.indexOf('-', 1))));
}

/** @param {string} one @param {string} other */
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}
