// What the card says about a mark.

import { textOf, wordsOfAttribution } from '../reading.js';
import { translate } from '../../shared/messages.js';
import { dateInWords, dayInWords, dayRange, daysAfter, namesItsDays } from '../../shared/timex.js';

/** @import { DateExpression, Quote } from '../../../types/annotations.js' */
/** @import { Block } from '../collect/block.js' */
/** @import { Reading } from '../reading.js' */
/** @import { Mark } from '../paint/marks.js' */

/**
 * What the card says.
 * @typedef {object} Description
 * @property {Mark['layer']} layer
 * @property {string} label
 * @property {string} title
 * @property {string | null} subtitle
 * @property {{ term: string, text: string }[]} details
 */

/** From this confidence on a speaker is as good as certain. */
const certainFrom = 0.9;
/**
 * @param {Mark} mark
 * @param {Reading} reading
 * @returns {Description | null}
 */
export function describe(mark, reading) {
  const { quotes, dates } = reading.annotations;
  if (mark.layer === 'date') {
    const date = dates[mark.index];
    return date ? describeDate(date, reading) : null;
  }
  const quote = quotes[mark.index];
  if (!quote) return null;
  return mark.layer === 'quote' ? describeQuote(quote, mark.index, reading) : describeSpeaker(quote, reading);
}

/**
 * The words of a card about words that nobody was found to have said.
 * @returns {Description}
 */
export function describeNobody() {
  return { layer: 'quote', label: translate('cardQuotation'), title: translate('cardNobodyFound'), subtitle: null, details: [] };
}

/** @param {Quote} quote @param {number} index @param {Reading} reading @returns {Description} */
function describeQuote(quote, index, { annotations, blocks }) {
  const person = annotations.people[quote.person ?? -1];
  const statement = annotations.statements.find(({ quotes }) => quotes.includes(index));
  const date = annotations.dates[statement?.date ?? -1];
  const cue = wordsOfAttribution(quote, blocks);
  const details = [];
  if (cue) details.push({ term: translate('cardInTheText'), text: `“${cue}”` });
  if (date) details.push({ term: translate('cardWhen'), text: dateInWords(date) });
  if (person) details.push({ term: translate('cardHowSure'), text: certaintyInWords(quote) });
  if (!person) return { layer: 'quote', label: translate('cardQuotation'), title: translate('cardNobodyFound'), subtitle: null, details };
  return {
    layer: 'quote',
    label: translate(quote.probable ? 'cardProbablySaidBy' : 'cardSaidBy'),
    title: person.name,
    subtitle: person.role,
    details,
  };
}

/** @param {Quote} quote */
function certaintyInWords(quote) {
  if (quote.probable) return translate('cardOnlyProbable');
  return translate(quote.confidence < certainFrom ? 'cardFairlySure' : 'cardVerySure');
}

/** @param {Quote} quote @param {Reading} reading @returns {Description} */
function describeSpeaker(quote, { annotations, blocks }) {
  const person = annotations.people[quote.person ?? -1];
  const mention = quote.speaker ? textOf(quote.speaker, blocks) : '';
  const count = annotations.quotes.filter((other) => other.kind !== 'other' && other.person === quote.person).length;
  const details = [];
  if (person && mention !== person.name) details.push({ term: translate('cardInTheText'), text: `“${mention}”` });
  if (person) {
    const text = count === 1 ? translate('cardOneQuotation') : translate('cardQuotations', count);
    details.push({ term: translate('cardOnThisPage'), text });
    const mentions = person.mentions.length;
    details.push({ term: translate('cardMentioned'), text: mentions === 1 ? translate('cardOnce') : translate('cardTimes', mentions) });
  }
  return { layer: 'speaker', label: translate('cardSpeaker'), title: person?.name ?? mention, subtitle: person?.role ?? null, details };
}

/** @param {DateExpression} date @param {Reading} reading @returns {Description} */
function describeDate(date, { annotations, blocks, days }) {
  const published = days.findLast(({ start }) => start <= date.block)?.published ?? null;
  const labels = /** @type {const} */ ({ DATE: 'cardDate', TIME: 'cardTime', DURATION: 'cardDuration', SET: 'cardSet' });
  const details = [{ term: translate('cardInTheText'), text: `“${textOf(date, blocks)}”` }];
  if (date.first && date.last && !namesItsDays(date)) {
    details.push({ term: translate('cardDays'), text: dayRange(date.first, date.last) });
  }
  const distance = published && date.first && date.first === date.last ? fromPublication(daysAfter(date.first, published)) : null;
  if (distance) details.push({ term: translate('cardFromPublication'), text: distance });
  const anchor = anchorInWords(date, annotations.dates, blocks, published);
  if (anchor) details.push({ term: translate('cardCountedFrom'), text: anchor });
  if (date.decidedBy) details.push({ term: translate('cardDecidedBy'), text: `“${textOf(date.decidedBy, blocks)}”` });
  return {
    layer: 'date',
    label: translate(labels[date.type]),
    title: dateInWords(date),
    subtitle: doubtAbout(date),
    details,
  };
}

/** Why the days of a date are not known, or not for certain. @param {DateExpression} date */
function doubtAbout({ anchor, ambiguous }) {
  if (anchor === 'unresolved') return translate('cardPublicationUnknown');
  return ambiguous ? translate('cardAmbiguous') : null;
}

/**
 * What a date was resolved against, where its own words do not say it all.
 * @param {DateExpression} date
 * @param {DateExpression[]} dates
 * @param {Block[]} blocks
 * @param {string | null} published
 */
function anchorInWords({ anchor }, dates, blocks, published) {
  if (anchor === 'published') return published && translate('cardFromThisPublication', dayInWords(published));
  const expression = typeof anchor === 'object' ? dates[anchor.expression] : undefined;
  return expression ? translate('cardFromExpression', textOf(expression, blocks), dateInWords(expression)) : null;
}

/** @param {number} days after publication */
function fromPublication(days) {
  if (days === 0) return translate('cardPublicationDay');
  if (Math.abs(days) === 1) return translate(days < 0 ? 'cardOneDayBefore' : 'cardOneDayAfter');
  return translate(days < 0 ? 'cardDaysBefore' : 'cardDaysAfter', Math.abs(days));
}
