// What a search looks through: the texts of a statement, or of a date.

import { whenOf } from '../../export/when.js';
import { dateInWords } from '../../shared/timex.js';

/** @import { Report, ReportDate, ReportStatement } from '../../../types/report.js' */
/** @import { Texts } from '../../search/search.js' */

/** @param {ReportStatement} statement @param {Pick<Report, 'dates' | 'published'>} report @returns {Texts} */
export function textsOf(statement, { dates, published }) {
  const { speaker, named, role, kind, text, quotes, confidence } = statement;
  const when = whenOf(statement, dates);
  return {
    names: [speaker ?? '', named ?? ''],
    words: kind === 'reported' ? [text] : quotes.map((quote) => quote.text),
    others: [role ?? '', when?.text ?? '', when ? dateInWords(when) : ''],
    reported: kind === 'reported',
    confidence,
    when: when?.value ?? published,
  };
}

/** A date with the sentence that names it. @param {ReportDate} date @returns {Texts} */
export function textsOfDate(date) {
  return { names: [], words: [`${date.before}${date.text}${date.after}`], others: [dateInWords(date), date.value], reported: false, confidence: 1, when: date.value };
}
