// A report as one web page that needs nothing else: to keep, to pass on, to print.

import { dayInWords } from '../shared/calendar-words.js';
import { siteInWords } from '../shared/foreign-text.js';
import { interfaceLanguage, translate } from '../shared/messages.js';
import { dateInWords } from '../shared/timex.js';
import { correctionInWords } from './corrections.js';
import { htmlStyle } from './html-style.js';
import { dayOf } from './references/reference.js';
import { whenOf } from './when.js';

/** @import { Report, ReportStatement } from '../../types/report.js' */

/**
 * @typedef {object} Made
 * @property {Date} now when it is made
 * @property {string} engine by which version
 * @property {(tint: number) => string} colourOf the colour of a speaker's tint, as CSS writes it
 */

/** @param {Report} report @param {Made} made @returns {string} */
export function reportAsHtml(report, made) {
  const { title, dates, statements } = report;
  return `<!doctype html>
<html lang="${escaped(interfaceLanguage())}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Verbatim ${escaped(made.engine)}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${htmlStyle}</style>
</head>
<body>
<header>
<h1 lang="en">${escaped(title)}</h1>
<p>${sourceOf(report)}</p>
<p class="soft">${escaped(translate('htmlMade', dayInWords(dayOf(made.now)), made.engine))}</p>
</header>
<main>
<ol class="statements">
${statements.map((statement) => item(statement, report, made)).join('\n')}
</ol>
${dates.length > 0 ? datesTable(report) : ''}
</main>
</body>
</html>
`;
}

/** @param {Report} report */
function sourceOf({ authors = [], published, url, site }) {
  const where = linkTo(url, siteInWords({ site, url }));
  return [...authors.map(({ name }) => escaped(name)), where, published && escaped(dayInWords(published))].filter(Boolean).join(', ');
}

/** @param {ReportStatement} statement @param {Report} report @param {Made} made */
function item(statement, { dates, people, url }, { colourOf }) {
  const { speaker, role, kind, probable, text, cue, sentence = '', link, corrected, checked, note, person } = statement;
  const when = whenOf(statement, dates);
  const tint = people.find(({ index }) => index === person)?.tint;
  const notes = [
    kind === 'reported' ? translate('exportReportersWords') : '', probable ? translate('exportSpeakerProbable') : '', cue ? translate('exportCue', cue) : '', when ? dateInWords(when) : '',
    corrected ? correctionInWords(corrected) : '', checked ? translate('exportChecked') : '',
  ].filter(Boolean);
  const parts = [
    `<h2 lang="en">${escaped(speaker ?? translate('exportSpeakerUnknown'))}</h2>`,
    role ? `<p class="role" lang="en">${escaped(role)}</p>` : '',
    `<blockquote lang="en">${escaped(text)}</blockquote>`,
    sentence && sentence !== text ? `<p class="sentence" lang="en">${withMarks(sentence, statement)}</p>` : '',
    `<p class="soft">${[...notes.map(escaped), linkTo(link ?? url, translate('panelLink'))].join(' · ')}</p>`,
    note ? `<p class="note">${escaped(translate('exportNote', note))}</p>` : '',
  ];
  const style = tint ? ` style="--speaker: ${escaped(colourOf(tint))}"` : '';
  return `<li${style}>\n${parts.filter(Boolean).join('\n')}\n</li>`;
}

/** A sentence in which the statement's words are marked. @param {string} sentence @param {ReportStatement} statement */
function withMarks(sentence, { quotes, reported, text }) {
  const words = reported ? [text] : quotes.map((quote) => quote.text);
  let rest = sentence;
  let marked = '';
  for (const each of words) {
    const at = rest.indexOf(each);
    if (at < 0) continue;
    marked += `${escaped(rest.slice(0, at))}<mark>${escaped(each)}</mark>`;
    rest = rest.slice(at + each.length);
  }
  return marked + escaped(rest);
}

/** @param {Report} report */
function datesTable({ dates }) {
  const head = [translate('exportDate'), translate('exportWords'), translate('exportSentence')].map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  const rows = dates.map((date) => `<tr><td>${escaped(dateInWords(date))}</td><td lang="en">${escaped(date.text)}</td><td lang="en">${escaped(date.before)}<mark>${escaped(date.text)}</mark>${escaped(date.after)}</td></tr>`);
  return `<h2>${escaped(translate('exportDates'))}</h2>\n<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** Only the web is linked to. @param {string} url @param {string} text */
function linkTo(url, text) {
  return /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${escaped(text)}</a>` : escaped(text);
}

/** @type {Record<string, string>} */
const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;' };

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
