// A report's statements as CSV for spreadsheets.

import Papa from 'papaparse';
import { whenOf } from './when.js';

/** @import { Report } from '../../types/report.js' */

/** What makes spreadsheets that know no other sign read the text as UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * How cells begin that a spreadsheet would run: they get an apostrophe in front, which spreadsheets hide. What spreadsheets pass over
 * at the beginning of a cell is passed over here too, and what follows does not matter. Full-width signs are the same to them.
 */
const formula = /^(?:[\t\r\n]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/**
 * One line a statement. The columns have English names whatever language the reader speaks, so that programs find them.
 * @param {Report} report
 * @returns {string}
 */
export function statementsAsCsv(report) {
  const rows = report.statements.map((statement) => {
    const date = whenOf(statement, report.dates);
    return {
      speaker: statement.speaker ?? '',
      role: statement.role ?? '',
      words: statement.text,
      kind: statement.kind,
      probable: statement.probable ? 'yes' : 'no',
      confidence: statement.confidence.toFixed(2),
      cue: statement.cue ?? '',
      date: date?.first && date.first === date.last ? date.first : '',
      date_words: date?.text ?? '',
      article: report.title,
      site: report.site,
      published: report.published ?? '',
      url: report.url,
      sentence: statement.sentence ?? '',
      link: statement.link ?? report.url,
      corrected: statement.corrected ? 'yes' : 'no',
      found: statement.corrected?.from ?? '',
      checked: statement.checked ? 'yes' : 'no',
      note: statement.note ?? '',
    };
  });
  return byteOrderMark + Papa.unparse(rows, { escapeFormulae: formula, newline: '\r\n', columns });
}

const columns = ['speaker', 'role', 'words', 'kind', 'probable', 'confidence', 'cue', 'date', 'date_words', 'article', 'site', 'published', 'url', 'sentence', 'link', 'corrected', 'found', 'checked', 'note'];
