// What the card offers to do with the words that it stands by.

import { datesAsCalendar } from '../../export/calendar.js';
import { isForCalendar } from '../../export/calendar-days.js';
import { citation } from '../../export/citation.js';
import { styleNames } from '../../export/references/style-names.js';
import { copy } from './clipboard.js';
import { correctingActions } from './correcting.js';
import { saveFile } from '../../shared/files.js';
import { liveRange, wordsOf } from '../paint/marks.js';
import { translate } from '../../shared/messages.js';
import { panelWatch } from '../report/panel-watch.js';
import { linkToWords, reportOf } from '../report/report-of-page.js';
import { scrollToRange, spotlight } from '../paint/spotlight.js';

/** @import { Card } from './card.js' */
/** @import { Desk } from '../desk/desk.js' */
/** @import { ReportStatement } from '../../../types/report.js' */
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

/**
 * Leads from card to card.
 * @typedef {object} Guide
 * @property {(mark: Mark) => void} reveal goes to a mark and shows its card
 * @property {(mark: Mark) => void} showAgain shows the card of a mark that was painted again
 * @property {(range: Range, undo: (card: Card) => void) => void} tellOfHidden says that the mark of some words is hidden now
 */

/**
 * @param {Mark} mark
 * @param {Reading} reading
 * @param {Painter} painter
 * @param {Guide} guide
 * @param {Desk} desk
 * @returns {Action[][]} in rows
 */
export function actionsFor(mark, reading, painter, guide, desk) {
  if (mark.layer === 'date') return rows(dateActions(mark, reading));
  const words = wordsOf(mark, reading.annotations);
  if (!words) return [];
  const ofSpeaker = words.person === null ? [] : speakerActions(words.person, reading, painter);
  if (mark.layer === 'speaker') return words.person === null ? [] : rows([...mentionSteps(words.person, words.speaker, reading), ...ofSpeaker]);
  const [first, second] = rows(wordsActions(mark, reading, desk), [...wordsSteps(mark, reading, painter, guide), ...ofSpeaker]);
  const correcting = correctingActions(mark, reading, guide, desk);
  return second ? [first ?? [], [...second, ...correcting]] : rows([...first ?? [], ...correcting]);
}

/** @param {...Action[]} all */
function rows(...all) {
  return all.filter((row) => row.length > 0);
}

/** @param {Mark} mark @param {Reading} reading @param {Desk} desk @returns {Action[]} */
function wordsActions(mark, reading, desk) {
  const style = desk.citationStyle();
  return [
    {
      id: 'cite',
      label: translate('cardCite'),
      ...(style !== 'plain' && { title: translate('cardCiteAs', styleNames[style]) }),
      run: (card) => {
        const report = reportOf(reading);
        const statement = report.statements.find((statement) => isOf(statement, mark));
        if (statement) void put(citation(statement, report, { link: linkToWords(mark), now: new Date(), style }), 'cardCited', card);
      },
    },
    { id: 'link', label: translate('cardLink'), run: (card) => void put(linkToWords(mark), 'cardLinked', card) },
  ];
}

/** Whether a mark is of the words of a statement. @param {ReportStatement} statement @param {Mark} mark */
function isOf({ quotes, reported }, { layer, index }) {
  return layer === 'reported' ? reported?.index === index : quotes.some((quote) => quote.index === index);
}

/** @param {string} text @param {'cardCited' | 'cardLinked'} done @param {Card} card */
async function put(text, done, card) {
  if (await copy(text)) card.say(translate(done));
  else card.offer(text);
}

/** What somebody said, of what is shown. @param {number | null} person @param {Reading} reading @param {Painter} painter */
function saidBy(person, { annotations }, painter) {
  return painter.said.filter((mark) => wordsOf(mark, annotations)?.person === person);
}

/** The number of the statement that some words belong to. @param {Mark} mark @param {Reading} reading */
function statementOf({ layer, index }, { annotations: { statements } }) {
  return statements.findIndex(({ quotes, reported }) => (layer === 'reported' ? reported === index : quotes.includes(index)));
}

/** The first words of each statement of somebody, by its number, of what is shown. @param {number | null} person @param {Reading} reading @param {Painter} painter */
function statementsBy(person, reading, painter) {
  /** @type {Map<number, Mark>} */
  const first = new Map();
  for (const mark of saidBy(person, reading, painter)) {
    const statement = statementOf(mark, reading);
    if (!first.has(statement)) first.set(statement, mark);
  }
  return first;
}

/** To the next and previous statement of the same speaker. @param {Mark} mark @param {Reading} reading @param {Painter} painter @param {Guide} guide @returns {Action[]} */
function wordsSteps(mark, reading, painter, guide) {
  const person = wordsOf(mark, reading.annotations)?.person ?? null;
  const statements = statementsBy(person, reading, painter);
  if (person === null || statements.size < 2) return [];
  const own = [...statements.values()];
  const current = [...statements.keys()].indexOf(statementOf(mark, reading));
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
  const statements = statementsBy(person, reading, painter).size;
  if (statements < 2) return [];
  return [{
    id: 'all',
    label: translate('cardAllBySpeaker'),
    run: async (card) => {
      if (await panelWatch.open({ type: 'show-speaker', person })) return;
      spotlight.light(saidBy(person, reading, painter).map(liveRange));
      card.say(translate('cardLit', statements));
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
