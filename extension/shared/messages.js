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
  cardOneLit: '1 statement lit on this page',
  cardCalendar: 'Add to calendar',
  cardCalendarSaved: 'Calendar file saved',
  exportSpeakerUnknown: 'Speaker not found',
  exportSpeakerProbable: 'speaker only probable',
  exportProbably: 'Probably $1',
  exportReported: '$1, in the reporter’s words',
  exportReportersWords: 'in the reporter’s words',
  exportTitle: '“$1”',
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
  dateNow: 'Now: when this was written',
  datePast: 'Some time before this was written',
  dateFuture: 'Some time after this was written',
  dateOpen: 'Not known exactly',
  dateDecade: '$1s',
  dateWeek: 'Week of $1',
  dateQuarter: '$1: $2',
  dateWeekend: 'weekend',
  unitsQuarters: 'quarters',
  unitsWeekends: 'weekends',
  unitsDecades: 'decades',
  unitsCenturies: 'centuries',
  unitsMillennia: 'millennia',
  dateEvery: 'Every $1',
  dateSome: 'some $1',
  dateAbout: 'About $1',
  dateBefore: 'Before $1',
  dateAfter: 'After $1',
  dateLess: 'Less than $1',
  dateMore: 'More than $1',
  dateAtMost: 'At most $1',
  dateAtLeast: 'At least $1',
  dateEarly: 'Early $1',
  dateMiddle: 'The middle of $1',
  dateLate: 'Late $1',
  partMorning: 'morning',
  partMidday: 'midday',
  partAfternoon: 'afternoon',
  partEvening: 'evening',
  partNight: 'night',
  partDaytime: 'daytime',
  seasonSpring: 'Spring $1',
  seasonSummer: 'Summer $1',
  seasonAutumn: 'Autumn $1',
  seasonWinter: 'Winter $1',
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
