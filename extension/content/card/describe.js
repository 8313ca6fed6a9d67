// What the card says about a mark.

import { postedAt, textOf, wordsOfAttribution } from '../reading.js';
import { wordsOf } from '../paint/marks.js';
import { Sentences } from '../report/sentences.js';
import { cutAtWord } from '../../shared/cut.js';
import { translate } from '../../shared/messages.js';
import { dayInWords, dayRange, daysAfter } from '../../shared/calendar-words.js';
import { dateInWords, namesItsDays } from '../../shared/timex.js';

/** @import { DateExpression, Quote, Reported } from '../../../types/annotations.js' */
/** @import { Said } from '../../../types/protocol.js' */
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
 * @property {{ term: string, text: string }[]} [more] what is said when it is asked for
 */

/** From this confidence on a speaker is as good as certain. */
const certainFrom = 0.9;
/** So much of a sentence is in the card, in characters. */
const longestSentence = 240;
/** More days than these say more in months. */
const mostDays = 60;
const daysPerYear = 365.2425;

/**
 * @param {Mark} mark
 * @param {Reading} reading
 * @returns {Description | null}
 */
export function describe(mark, reading) {
  if (mark.layer === 'date') {
    const date = reading.annotations.dates[mark.index];
    return date ? describeDate(date, reading) : null;
  }
  const words = wordsOf(mark, reading.annotations);
  if (!words) return null;
  return mark.layer === 'speaker' ? describeSpeaker(words, reading) : describeWords(words, { layer: mark.layer, index: mark.index }, reading);
}

/**
 * The words of a card about words that are neither quoted nor reported.
 * @returns {Description}
 */
export function describeNobody() {
  return { layer: 'quote', label: translate('cardProse'), title: translate('cardNobodyFound'), subtitle: translate('cardNobodyQuoted'), details: [] };
}

/**
 * The words of a card about words whose mark the reader has hidden.
 * @returns {Description}
 */
export function describeHidden() {
  return { layer: 'quote', label: translate('cardHiddenLabel'), title: translate('cardHidden'), subtitle: null, details: [] };
}

/** @param {Quote | Reported} words @param {{ layer: Said, index: number }} place @param {Reading} reading @returns {Description} */
function describeWords(words, { layer, index }, { annotations, blocks, days }) {
  const person = annotations.people[words.person ?? -1];
  const statement = annotations.statements.find(({ quotes, reported }) => (layer === 'quote' ? quotes.includes(index) : reported === index));
  const date = annotations.dates[statement?.date ?? -1];
  const cue = wordsOfAttribution(words, blocks);
  const details = [];
  if (statement?.watched) details.push({ term: translate('cardWatched'), text: translate('cardWatchedText') });
  if (cue) details.push({ term: translate('cardInTheText'), text: `“${cue}”` });
  if ('kind' in words && words.kind === 'partial') details.push({ term: translate('cardSentence'), text: cutAtWord(new Sentences(blocks, annotations).textAround(words, words), longestSentence) });
  const posted = date ? null : postedAt(words.block, days);
  if (date) details.push({ term: translate('cardWhen'), text: wordsOfDate(date, blocks) });
  if (posted) details.push({ term: translate('cardWhen'), text: dateInWords(posted) });
  if (person) details.push(words.corrected ? { term: translate('cardCorrected'), text: correctionInWords(words.corrected) } : { term: translate('cardHowSure'), text: certaintyInWords(words) });
  if (person) details.push(...doubtInWords(words, blocks));
  if (!person) {
    const mention = words.speaker ? textOf(words.speaker, blocks) : '';
    const unknown = mention ? translate('cardIdentityUnknown', mention) : null;
    return { layer, label: translate('cardQuotation'), title: translate('cardNobodyFound'), subtitle: unknown, details };
  }
  const labels = layer === 'quote' ? /** @type {const} */ (['cardSaidBy', 'cardProbablySaidBy']) : /** @type {const} */ (['cardReportedBy', 'cardProbablyReportedBy']);
  return { layer, label: translate(labels[words.probable ? 1 : 0]), title: person.name, subtitle: person.role, details };
}

/** @param {import('../../../types/annotations.js').Correction} correction */
function correctionInWords({ from }) {
  return from === null ? translate('cardCorrectedFromNobody') : translate('cardCorrectedFrom', from);
}

/** @param {Quote | Reported} words */
function certaintyInWords(words) {
  if (words.probable) return translate('cardOnlyProbable');
  return translate(words.confidence < certainFrom ? 'cardFairlySure' : 'cardVerySure');
}

/** What is unsure about a speaker who is only probable, and who else it may be. @param {Quote | Reported} words @param {Block[]} blocks */
function doubtInWords({ doubt, speaker }, blocks) {
  if (!doubt) return [];
  const mention = speaker ? textOf(speaker, blocks) : '';
  const text = doubt.about === 'identity' && mention ? translate('cardUnsureIdentity', mention) : translate('cardUnsureWords');
  const details = [{ term: translate('cardUnsure'), text }];
  if (doubt.alternative) details.push({ term: translate('cardOrElse'), text: doubt.alternative });
  return details;
}

/** How often somebody is quoted and reported: `2 quotations, 1 reported`. @param {number | null} person @param {Reading} reading */
function countInWords(person, { annotations: { quotes, statements } }) {
  const quoted = quotes.filter((other) => other.kind !== 'other' && other.person === person).length;
  const reported = statements.filter((other) => other.reported !== null && other.person === person).length;
  const inWords = quoted === 1 ? translate('cardOneQuotation') : translate('cardQuotations', quoted);
  const parts = [quoted > 0 || reported === 0 ? inWords : '', reported > 0 ? translate('cardReportedCount', reported) : ''];
  return parts.filter(Boolean).join(', ');
}

/** @param {Quote | Reported} words @param {Reading} reading @returns {Description} */
function describeSpeaker(words, reading) {
  const { annotations, blocks } = reading;
  const person = annotations.people[words.person ?? -1];
  const mention = words.speaker ? textOf(words.speaker, blocks) : '';
  const details = [];
  if (person && mention !== person.name) details.push({ term: translate('cardInTheText'), text: `“${mention}”` });
  if (person) {
    details.push({ term: translate('cardOnThisPage'), text: countInWords(words.person, reading) });
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
  const more = [];
  const anchor = anchorInWords(date, annotations.dates, blocks, published);
  if (anchor) more.push({ term: translate('cardCountedFrom'), text: anchor });
  if (date.decidedBy) more.push({ term: translate('cardDecidedBy'), text: `“${textOf(date.decidedBy, blocks)}”` });
  return {
    layer: 'date',
    label: translate(labels[date.type]),
    title: wordsOfDate(date, blocks),
    subtitle: doubtAbout(date, published),
    details,
    more,
  };
}

/** A date in words; its own text may name the zone of a clock. @param {DateExpression} date @param {Block[]} blocks */
function wordsOfDate(date, blocks) {
  return dateInWords({ ...date, text: textOf(date, blocks) });
}

/** Why the days of a date are not known, or not for certain. @param {DateExpression} date @param {string | null} published */
function doubtAbout({ type, anchor, ambiguous }, published) {
  const hasDay = type === 'DATE' || type === 'TIME';
  if (hasDay && anchor === 'unresolved') return translate(published ? 'cardDayOpen' : 'cardPublicationUnknown');
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
  return expression ? translate('cardFromExpression', textOf(expression, blocks), wordsOfDate(expression, blocks)) : null;
}

/** @param {number} days after publication */
function fromPublication(days) {
  const distance = Math.abs(days);
  if (days === 0) return translate('cardPublicationDay');
  if (distance === 1) return translate(days < 0 ? 'cardOneDayBefore' : 'cardOneDayAfter');
  if (distance <= mostDays) return translate(days < 0 ? 'cardDaysBefore' : 'cardDaysAfter', distance);
  if (distance < 2 * daysPerYear) return translate(days < 0 ? 'cardMonthsBefore' : 'cardMonthsAfter', Math.round(distance / daysPerYear * 12));
  return translate(days < 0 ? 'cardYearsBefore' : 'cardYearsAfter', Math.round(distance / daysPerYear));
}
