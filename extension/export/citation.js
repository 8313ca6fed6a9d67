// A statement as text to paste: speaker, words, and where they stand.

import { isolated, siteInWords } from '../shared/foreign-text.js';
import { isFragment } from './fragments.js';
import { translate } from '../shared/messages.js';
import { dayInWords } from '../shared/calendar-words.js';
import { dateInWords } from '../shared/timex.js';
import { bibtex } from './references/bibtex.js';
import { dayOf, reference } from './references/reference.js';
import { ris } from './references/ris.js';
import { whenOf } from './when.js';

/** @import { CitationStyle, Report, ReportStatement } from '../../types/report.js' */

/**
 * @typedef {object} Citing
 * @property {string} link to the very words, or the article's address
 * @property {Date} now when the article was read
 * @property {CitationStyle} [style]
 */

/**
 * One line: `Rosa Sandoval, Transport Minister: “We will listen.” Jane Doe, “Headline”, Site (site.example), March 14, 2025, accessed
 * March 20, 2025. https://…`. In the other styles the words, and the article's reference below them or around them.
 * @param {Pick<ReportStatement, 'speaker' | 'role' | 'probable' | 'text' | 'kind' | 'date' | 'sentence'>} statement
 * @param {Pick<Report, 'title' | 'site' | 'url' | 'published' | 'dates' | 'authors'>} report
 * @param {Citing} citing
 */
export function citation(statement, report, { link, now, style = 'plain' }) {
  const words = wordsBy(statement);
  if (style === 'bibtex') return bibtex(report, words, now);
  if (style === 'ris') return ris(report, words, now);
  return style === 'plain' ? `${words} ${source(report, now)} ${link}` : `${words}\n\n${reference(style, report, now)}`;
}

/**
 * Where an article stands, without any of its words.
 * @param {Pick<Report, 'title' | 'site' | 'url' | 'published' | 'authors'>} report
 * @param {Omit<Citing, 'link'>} citing
 */
export function citationOfArticle(report, { now, style = 'plain' }) {
  if (style === 'bibtex') return bibtex(report, '', now);
  if (style === 'ris') return ris(report, '', now);
  return style === 'plain' ? `${source(report, now)} ${report.url}` : reference(style, report, now);
}

/** `Rosa Sandoval, Transport Minister: “We will listen.”` @param {Pick<ReportStatement, 'speaker' | 'role' | 'probable' | 'text' | 'kind' | 'date' | 'sentence'>} statement */
function wordsBy(statement) {
  const who = statement.kind === 'reported' ? translate('exportReported', speakerInWords(statement)) : speakerInWords(statement);
  const words = isolated(isFragment(statement) ? `${statement.text} (${statement.sentence})` : statement.text);
  // What is quoted ends with its own mark; what is reported is cut out of a sentence.
  return `${who}: ${statement.kind === 'reported' ? `${words}.` : words}`;
}

/**
 * Who said it, when, and how sure: `Rosa Sandoval, Transport Minister (Thursday, March 13, 2025)`.
 * @param {Pick<ReportStatement, 'speaker' | 'role' | 'probable' | 'date' | 'posted'>} statement
 * @param {Pick<Report, 'dates'>} [report] where the date is to be named
 */
export function speakerInWords({ speaker, role, probable, date, posted }, report) {
  const name = speaker ? isolated(capitalized(speaker)) : translate('exportSpeakerUnknown');
  const who = [probable ? translate('exportProbably', name) : name, role].filter(Boolean).join(', ');
  const when = report && whenOf({ date, posted }, report.dates);
  return when ? `${who} (${dateInWords(when)})` : who;
}

/**
 * Where it stands: `Jane Doe, “Headline”, Site (site.example), March 14, 2025, accessed March 20, 2025.`
 * @param {Pick<Report, 'title' | 'site' | 'url' | 'published' | 'authors'>} report
 * @param {Date} now
 */
function source({ title, site, url, published, authors = [] }, now) {
  const parts = [
    ...authors.map(({ name }) => isolated(name)), translate('exportTitle', isolated(title)), siteInWords({ site, url }),
    published ? dayInWords(published) : '', translate('exportAccessed', dayInWords(dayOf(now))),
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}

/** Unnamed speakers, such as “ministry official”, begin in lower case. @param {string} name */
function capitalized(name) {
  return name.charAt(0).toLocaleUpperCase('en') + name.slice(1);
}
