// What the card offers to do with the words that it stands by.

import { datesAsCalendar } from '../../export/calendar.js';
import { isForCalendar } from '../../export/calendar-days.js';
import { citation } from '../../export/citation.js';
import { copy } from './clipboard.js';
import { saveFile } from '../../shared/files.js';
import { liveRange } from '../paint/marks.js';
import { translate } from '../../shared/messages.js';
import { panelWatch } from '../report/panel-watch.js';
import { linkToQuote, reportOf } from '../report/report-of-page.js';
import { scrollToRange, spotlight } from '../paint/spotlight.js';

/** @import { Card } from './card.js' */
/** @import { Reading } from '../reading.js' */
/** @import { Mark } from '../paint/marks.js' */
/** @import { Painter } from '../paint/paint.js' */

/**
 * Something that the card offers, or, where it cannot be done, only says.
 * @typedef {object} Action
 * @property {string} id
 * @property {string} label
 * @property {string} [title] its name in full, where the label is but a sign
 * @property {(card: Card) => void} [run]
 */

/** @typedef {{ reveal: (mark: Mark) => void }} Guide goes to a mark and shows its card */

/**
 * @param {Mark} mark
 * @param {Reading} reading
 * @param {Painter} painter
 * @param {Guide} guide
 * @returns {Action[][]} in rows
 */
export function actionsFor(mark, reading, painter, guide) {
  if (mark.layer === 'date') return rows(dateActions(mark, reading));
  const quote = reading.annotations.quotes[mark.index];
  if (!quote) return [];
  const ofSpeaker = quote.person === null ? [] : speakerActions(quote.person, reading, painter);
  if (mark.layer === 'speaker') return quote.person === null ? [] : rows([...mentionSteps(quote.person, quote.speaker, reading), ...ofSpeaker]);
  return rows(quoteActions(mark, reading), [...quoteSteps(mark, reading, painter, guide), ...ofSpeaker]);
}

/** @param {...Action[]} all */
function rows(...all) {
  return all.filter((row) => row.length > 0);
}

/** @param {Mark} mark @param {Reading} reading @returns {Action[]} */
function quoteActions(mark, reading) {
  return [
    {
      id: 'cite',
      label: translate('cardCite'),
      run: (card) => {
        const report = reportOf(reading);
        const statement = report.statements.find(({ quotes }) => quotes.some(({ index }) => index === mark.index));
        if (statement) void put(citation(statement, report, linkToQuote(mark)), 'cardCited', card);
      },
    },
    { id: 'link', label: translate('cardLink'), run: (card) => void put(linkToQuote(mark), 'cardLinked', card) },
  ];
}

/** @param {string} text @param {'cardCited' | 'cardLinked'} done @param {Card} card */
async function put(text, done, card) {
  if (await copy(text)) card.say(translate(done));
  else card.offer(text);
}

/** To the next and previous quotation of the same speaker. @param {Mark} mark @param {Reading} reading @param {Painter} painter @param {Guide} guide @returns {Action[]} */
function quoteSteps(mark, reading, painter, guide) {
  const { quotes } = reading.annotations;
  const person = quotes[mark.index]?.person ?? null;
  const own = painter.marks.filter(({ layer, index }) => layer === 'quote' && quotes[index]?.person === person);
  if (person === null || own.length < 2) return [];
  const current = own.findIndex(({ index }) => index === mark.index);
  const step = (/** @type {1 | -1} */ direction) => () => {
    const next = own[(current + direction + own.length) % own.length];
    if (next) guide.reveal(next);
  };
  return [
    { id: 'previous', label: '‹', title: translate('cardPreviousBySpeaker'), run: step(-1) },
    { id: 'count', label: translate('cardCount', current + 1, own.length) },
    { id: 'next', label: '›', title: translate('cardNextBySpeaker'), run: step(1) },
  ];
}

/** All that somebody said: in the panel, or lit on the page where it cannot be opened. @param {number} person @param {Reading} reading @param {Painter} painter @returns {Action[]} */
function speakerActions(person, reading, painter) {
  const { quotes } = reading.annotations;
  return [{
    id: 'all',
    label: translate('cardAllBySpeaker'),
    run: async (card) => {
      if (await panelWatch.open(person)) return;
      const own = painter.marks.filter(({ layer, index }) => layer === 'quote' && quotes[index]?.person === person);
      spotlight.light(own.map(liveRange));
      card.say(own.length === 1 ? translate('cardOneLit') : translate('cardLit', own.length));
    },
  }];
}

/** From one mention of somebody to another, the card going with them. @param {number} person @param {import('../../../types/annotations.js').Span | null} from @param {Reading} reading @returns {Action[]} */
function mentionSteps(person, from, { annotations, blocks }) {
  const mentions = annotations.people[person]?.mentions ?? [];
  if (mentions.length < 2) return [];
  let current = mentions.findIndex(({ block, start, end }) => from !== null && block === from.block && start <= from.start && end >= from.start);
  const step = (/** @type {1 | -1} */ direction) => (/** @type {Card} */ card) => {
    current = current < 0 ? (direction > 0 ? 0 : mentions.length - 1) : (current + direction + mentions.length) % mentions.length;
    const span = mentions[current];
    const range = span && blocks[span.block]?.range(span.start, span.end);
    card.count(translate('cardCount', current + 1, mentions.length));
    if (!range) return;
    const words = liveRange({ range });
    scrollToRange(words, 'instant');
    spotlight.flash([words]);
    card.move(words);
  };
  return [
    { id: 'previous', label: '‹', title: translate('cardPreviousMention'), run: step(-1) },
    { id: 'count', label: current < 0 ? translate('cardMentions', mentions.length) : translate('cardCount', current + 1, mentions.length) },
    { id: 'next', label: '›', title: translate('cardNextMention'), run: step(1) },
  ];
}

/** @param {Mark} mark @param {Reading} reading @returns {Action[]} */
function dateActions(mark, reading) {
  const date = reading.annotations.dates[mark.index];
  if (!date || !isForCalendar(date)) return [];
  return [{
    id: 'calendar',
    label: translate('cardCalendar'),
    run: (card) => {
      const report = reportOf(reading);
      const own = report.dates[mark.index];
      if (own) saveFile(datesAsCalendar([own], report), `${own.first}.ics`, 'text/calendar');
      card.say(translate('cardCalendarSaved'));
    },
  }];
}
