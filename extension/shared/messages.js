// The words of the card, in the reader's language where the browser's own translations are at hand.

import { isEnglish } from './english.js';
import { once } from './once.js';

/** English, for pages that use these modules without the extension; `_locales/en` says the same. */
export const english = {
  cardSaidBy: 'Said by',
  cardProbablySaidBy: 'Probably said by',
  cardQuotation: 'Quotation',
  cardNobodyFound: 'Speaker not found',
  cardReportedBy: 'Said by, in the reporter’s words',
  cardProbablyReportedBy: 'Probably said by, in the reporter’s words',
  cardSpeaker: 'Speaker',
  cardDate: 'Date',
  cardTime: 'Time',
  cardDuration: 'Length of time',
  cardSet: 'Repeats',
  cardInTheText: 'In the text',
  cardWhen: 'When',
  cardOnThisPage: 'On this page',
  cardOneQuotation: '1 quotation',
  cardQuotations: '$1 quotations',
  cardReportedCount: '$1 reported',
  cardFromPublication: 'From publication',
  cardPublicationDay: 'the day of publication',
  cardOneDayBefore: 'the day before',
  cardOneDayAfter: 'the day after',
  cardDaysBefore: '$1 days before',
  cardDaysAfter: '$1 days after',
  cardPublicationUnknown: 'The page does not say when it was published',
  cardDays: 'Days',
  cardCountedFrom: 'Counted from',
  cardFromThisPublication: 'publication on $1',
  cardFromExpression: '“$1”: $2',
  cardDecidedBy: 'Decided by',
  cardAmbiguous: 'Day and month may be the other way round',
  cardHowSure: 'How sure',
  cardVerySure: 'very sure',
  cardFairlySure: 'fairly sure',
  cardOnlyProbable: 'only probable: check the text',
  cardUnsure: 'Unsure',
  cardUnsureIdentity: 'who “$1” is',
  cardUnsureWords: 'whose words these are',
  cardOrElse: 'Or else',
  cardIdentityUnknown: 'Who “$1” is, is not known',
  cardMentioned: 'Mentioned',
  cardOnce: 'once',
  cardTimes: '$1 times',
  cardCite: 'Copy citation',
  cardCiteAs: 'Copy citation: $1',
  cardLink: 'Copy link',
  cardCited: 'Citation copied',
  cardLinked: 'Link to these words copied',
  cardCopyByHand: 'The browser does not let it be copied here. Copy it by hand:',
  cardPreviousBySpeaker: 'Previous words of this speaker',
  cardNextBySpeaker: 'Next words of this speaker',
  cardPreviousMention: 'Previous mention',
  cardNextMention: 'Next mention',
  cardCount: '$1 of $2',
  cardMentions: '$1 mentions',
  cardAllBySpeaker: 'All by this speaker',
  cardLit: '$1 statements lit on this page',
  cardCalendar: 'Add to calendar',
  cardCalendarSaved: 'Calendar file saved',
  exportSpeakerUnknown: 'Speaker not found',
  exportSpeakerProbable: 'speaker only probable',
  exportProbably: 'Probably $1',
  exportReported: '$1, in the reporter’s words',
  exportReportersWords: 'in the reporter’s words',
  exportTitle: '“$1”',
  exportAccessed: 'accessed $1',
  exportCue: 'In the text: “$1”',
  exportDates: 'Dates',
  exportDate: 'Date',
  exportWords: 'In the text',
  exportSentence: 'Sentence',
  panelProbably: 'probably',
  panelReportedNote: 'reported',
  panelSpeakerUnknown: 'Speaker not found',
  panelCite: 'Cite',
  panelCiteTitle: 'Cite: copy with its source',
  panelLink: 'Link',
  panelLinkTitle: 'Copy link to these words',
  panelCalendar: 'Calendar',
  panelCalendarTitle: 'Add to calendar',
  panelPublished: 'Published',
  panelWithoutDay: 'Lengths, repetitions, open dates',
  panelOneStatement: '1 statement',
  panelStatements: '$1 statements',
  dateNow: 'now: when this was written',
  datePast: 'some time before this was written',
  dateFuture: 'some time after this was written',
  dateOpen: 'not known exactly',
  dateDecade: '$1s',
  dateWeek: 'week of $1',
  dateQuarter: '$1: $2',
  unitsQuarters: 'quarters',
  unitsWeekends: 'weekends',
  unitsDecades: 'decades',
  unitsCenturies: 'centuries',
  unitsMillennia: 'millennia',
  dateEvery: 'every $1',
  dateAbout: 'about $1',
  dateBefore: 'before $1',
  dateAfter: 'after $1',
  dateLess: 'less than $1',
  dateMore: 'more than $1',
  dateAtMost: 'at most $1',
  dateAtLeast: 'at least $1',
  dateEarly: 'early $1',
  dateMiddle: 'mid-$1',
  dateLate: 'late $1',
  partMorning: 'morning',
  partMidday: 'midday',
  partAfternoon: 'afternoon',
  partEvening: 'evening',
  partNight: 'night',
  partDaytime: 'daytime',
  seasonSpring: 'spring $1',
  seasonSummer: 'summer $1',
  seasonAutumn: 'autumn $1',
  seasonWinter: 'winter $1',
  dateBeginning: '$1 (beginning)',
  dateMiddleOf: '$1 (middle)',
  dateEnd: '$1 (end)',
  dateEarlyDay: 'early $1',
  dateLateDay: 'late $1',
  partEarly: 'early $1',
  partMiddle: '$1 (middle)',
  partLate: 'late $1',
  dateOfDecade: '$1s',
  dateDecadeBeforeChrist: '$1s BC',
  dateCentury: '$1 century',
  dateOfCentury: '$1 century',
  dateCenturyBeforeChrist: '$1 century BC',
  ordinalOne: '$1st',
  ordinalTwo: '$1nd',
  ordinalFew: '$1rd',
  ordinalOther: '$1th',
  openYear: 'an unknown year',
  openYearBeforeChrist: 'an unknown year BC',
  openYearOf: '$1 of an unknown year',
  openDecade: 'an unknown decade',
  openCentury: 'an unknown century',
  openHalf: 'half of an unknown year',
  openQuarter: 'an unknown quarter',
  openMonth: 'an unknown month',
  openWeek: 'an unknown week',
  openWeekend: 'an unknown weekend',
  openWeekday: 'a $1',
  openDay: 'an unknown day',
  openDayOf: 'day $1 of an unknown month',
  openDayIn: 'a day in $1',
  timeLocal: 'local time',
  timeOfPlace: '$1 time',
  lengthSeveral: 'several $1',
  lengthOpen: 'a length of time that is not known',
  oneWeekend: '1 weekend',
  oneQuarter: '1 quarter',
  oneDecade: '1 decade',
  oneCentury: '1 century',
  oneMillennium: '1 millennium',
  everySecond: 'every second',
  everyMinute: 'every minute',
  everyHour: 'every hour',
  everyDay: 'every day',
  everyWeek: 'every week',
  everyWeekend: 'every weekend',
  everyMonth: 'every month',
  everyQuarter: 'every quarter',
  everyYear: 'every year',
  everyDecade: 'every decade',
  everyCentury: 'every century',
  everyMillennium: 'every millennium',
  everyFewSeconds: 'every few seconds',
  everyFewMinutes: 'every few minutes',
  everyFewHours: 'every few hours',
  everyFewDays: 'every few days',
  everyFewWeeks: 'every few weeks',
  everyFewWeekends: 'every few weekends',
  everyFewMonths: 'every few months',
  everyFewQuarters: 'every few quarters',
  everyFewYears: 'every few years',
  everyFewDecades: 'every few decades',
  everyFewCenturies: 'every few centuries',
  everyFewMillennia: 'every few millennia',
  everySome: 'every $1',
  everyOpen: 'again and again',
  everySeason: 'every $1',
  everyMorning: 'every morning',
  everyMidday: 'every midday',
  everyAfternoon: 'every afternoon',
  everyEvening: 'every evening',
  everyNight: 'every night',
  everyDaytime: 'every day, by day',
  setMorning: '$1 morning',
  setMidday: '$1 at midday',
  setAfternoon: '$1 afternoon',
  setEvening: '$1 evening',
  setNight: '$1 night',
  setDaytime: '$1 by day',
  dateAboutThe: 'about the $1',
  dateBeforeThe: 'before the $1',
  dateAfterThe: 'after the $1',
  lengthOrLess: '$1 or less',
  lengthOrMore: '$1 or more',
  cardDayOpen: 'The text does not say which one is meant',
  cardMonthsBefore: 'about $1 months before',
  cardMonthsAfter: 'about $1 months after',
  cardYearsBefore: 'about $1 years before',
  cardYearsAfter: 'about $1 years after',
  cardWhy: 'Why this day?',
  cardProse: 'The article’s own words',
  cardNobodyQuoted: 'Nobody is quoted or reported here',
  cardSentence: 'Sentence',
  exportInSentence: 'In the sentence: $1',
};

/**
 * A message in the reader's language.
 * @param {keyof typeof english} key
 * @param {...(string | number)} substitutions for `$1`, `$2`
 * @returns {string}
 */
export function translate(key, ...substitutions) {
  if (substitutions.length > 0) return ask(key, substitutions);
  const known = fixed.get(key) ?? ask(key, []);
  fixed.set(key, known);
  return known;
}

/** Messages that are always the same: a long list asks for them hundreds of times. @type {Map<string, string>} */
const fixed = new Map();

/** @param {keyof typeof english} key @param {(string | number)[]} substitutions */
function ask(key, substitutions) {
  const translated = askBrowser((i18n) => i18n.getMessage(key, substitutions.map(String)));
  return translated || english[key].replace(/\$(\d)/g, (_, place) => String(substitutions[place - 1] ?? ''));
}

/** The language that the card speaks, a BCP 47 tag: it does not change while a page is open, and to ask the browser takes its time. */
export const interfaceLanguage = once(() => {
  const translated = askBrowser((i18n) => i18n.getUILanguage());
  // A browser in a language that we have no words for shows ours in English, so its dates are to be English too.
  return [translated, navigator.language].find((language) => language && hasWords(language, translated !== null)) ?? 'en-GB';
});

/** @param {string} language @param {boolean} inExtension only the extension has other languages than English */
function hasWords(language, inExtension) {
  return isEnglish(language) || (inExtension && /^de\b/.test(language));
}

/**
 * Asks the browser's translations, which a page does not have, nor a script whose extension was updated or removed.
 * @template Answer
 * @param {(i18n: typeof chrome.i18n) => Answer} question
 * @returns {Answer | null}
 */
function askBrowser(question) {
  try {
    return globalThis.chrome?.i18n ? question(chrome.i18n) : null;
  } catch {
    return null;
  }
}
