// A statement as text to paste: speaker, words, and where they stand.

import { isolated, siteInWords } from '../shared/foreign-text.js';
import { translate } from '../shared/messages.js';
import { dayInWords } from '../shared/calendar-words.js';
import { dateInWords } from '../shared/timex.js';

/** @import { Report, ReportStatement } from '../../types/report.js' */

/**
 * One line: `Rosa Sandoval, Transport Minister: “We will listen.” “Headline”, Site (site.example), March 14, 2025. https://…`
 * @param {Pick<ReportStatement, 'speaker' | 'role' | 'probable' | 'text' | 'kind' | 'date'>} statement
 * @param {Pick<Report, 'title' | 'site' | 'url' | 'published' | 'dates'>} report
 * @param {string} [link] to the very words, where there is one
 */
export function citation(statement, report, link = report.url) {
  const who = statement.kind === 'reported' ? translate('exportReported', speakerInWords(statement)) : speakerInWords(statement);
  const words = isolated(statement.text);
  // What is quoted ends with its own mark; what is reported is cut out of a sentence.
  return `${who}: ${statement.kind === 'reported' ? `${words}.` : words} ${source(report)} ${link}`;
}

/**
 * Who said it, when, and how sure: `Rosa Sandoval, Transport Minister (Thursday, March 13, 2025)`.
 * @param {Pick<ReportStatement, 'speaker' | 'role' | 'probable' | 'date'>} statement
 * @param {Pick<Report, 'dates'>} [report] where the date is to be named
 */
export function speakerInWords({ speaker, role, probable, date }, report) {
  const name = speaker ? isolated(capitalized(speaker)) : translate('exportSpeakerUnknown');
  const who = [probable ? translate('exportProbably', name) : name, role].filter(Boolean).join(', ');
  const when = report?.dates[date ?? -1];
  return when ? `${who} (${dateInWords(when)})` : who;
}

/** Where it stands: `“Headline”, Site (site.example), March 14, 2025.` @param {Pick<Report, 'title' | 'site' | 'url' | 'published'>} report */
export function source({ title, site, url, published }) {
  const parts = [translate('exportTitle', isolated(title)), siteInWords({ site, url }), published ? dayInWords(published) : ''];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Unnamed speakers, such as “ministry official”, begin in lower case. @param {string} name */
function capitalized(name) {
  return name.charAt(0).toLocaleUpperCase('en') + name.slice(1);
}
