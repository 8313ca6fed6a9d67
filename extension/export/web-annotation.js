// A report as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) in JSON-LD: an annotation for each quotation and for all
// that is reported. Its body says whose words they are, as schema.org's Quotation, or whose claim it is that the reporter puts into
// words, as its Claim. Its target is found again by the words and by their place.

import { speakerInWords } from './citation.js';
import { correctionInWords } from './corrections.js';
import { isFragment } from './fragments.js';
import { translate } from '../shared/messages.js';
import { whenOf } from './when.js';

/** @import { Report, ReportPosition, ReportStatement } from '../../types/report.js' */

/**
 * A collection with all annotations on its one page.
 * @param {Report} report with positions
 * @param {Date} now when it is made
 * @param {string} [engine] by which version
 * @returns {string}
 */
export function reportAsWebAnnotations(report, now, engine) {
  const software = { type: 'Software', name: 'Verbatim', ...(engine && { 'schema:softwareVersion': engine }) };
  const items = report.statements.flatMap((statement) => wordsOf(statement).map((words) => annotation(words, statement, report, { now, software })));
  const collection = identifier();
  return `${JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: collection,
    type: 'AnnotationCollection',
    label: report.title,
    total: items.length,
    first: { id: identifier(), type: 'AnnotationPage', startIndex: 0, partOf: collection, items },
  }, null, 2)}\n`;
}

/** Words with their place in the page. @typedef {{ text: string, position: ReportPosition | null }} Words */

/** What of a statement is annotated: each quotation, or all that is reported with the fragments quoted in it. @param {ReportStatement} statement @returns {Words[]} */
function wordsOf({ reported, quotes, text }) {
  return reported ? [{ text, position: reported.position }] : quotes;
}

/** @param {Words} words @param {ReportStatement} statement @param {Report} report @param {{ now: Date, software: object }} made when, and by what */
function annotation(words, statement, report, { now, software }) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: identifier(),
    type: 'Annotation',
    motivation: 'describing',
    creator: software,
    created: now.toISOString(),
    generator: software,
    generated: now.toISOString(),
    body: [
      textual('commenting', speakerInWords(statement, report)),
      ...readersWords(statement),
      statement.reported ? claim(statement, report) : quotation(words, statement, report),
    ],
    target: {
      type: 'SpecificResource',
      source: report.url,
      selector: selectors(words),
    },
  };
}

/** @param {'commenting' | 'editing' | 'tagging'} purpose @param {string} value */
function textual(purpose, value) {
  return { type: 'TextualBody', purpose, format: 'text/plain', value };
}

/** What the reader has corrected, ticked and written down. @param {ReportStatement} statement */
function readersWords({ corrected, checked, note }) {
  return [
    ...(corrected ? [textual('editing', correctionInWords(corrected))] : []),
    ...(checked ? [textual('tagging', translate('exportChecked'))] : []),
    ...(note ? [textual('commenting', translate('exportNote', note))] : []),
  ];
}

/** @param {Words} words @param {ReportStatement} statement @param {Report} report */
function quotation({ text }, statement, report) {
  const { speaker } = statement;
  return {
    id: identifier(),
    type: 'schema:Quotation',
    'schema:text': text,
    ...(speaker && { 'schema:spokenByCharacter': who(statement) }),
    ...circumstances(statement, report),
  };
}

/** A claim is its author's, though in the reporter's words; what is quoted in it is a part of it. @param {ReportStatement} statement @param {Report} report */
function claim(statement, report) {
  const { text, speaker, quotes } = statement;
  return {
    id: identifier(),
    type: 'schema:Claim',
    'schema:text': text,
    ...(speaker && { 'schema:author': who(statement) }),
    ...(quotes.length > 0 && { 'schema:hasPart': quotes.map(({ text }) => ({ type: 'schema:Quotation', 'schema:text': text })) }),
    ...circumstances(statement, report),
  };
}

/** Whether a speaker is a person or an organisation is not known: both are things with a name. @param {ReportStatement} statement */
function who({ speaker, role }) {
  return { type: 'schema:Thing', 'schema:name': speaker, ...(role && { 'schema:description': role }) };
}

/** When it was said, and where it stands. @param {ReportStatement} statement @param {Report} report */
function circumstances(statement, { dates, title, url }) {
  const when = whenOf(statement, dates);
  return {
    'schema:additionalProperty': { type: 'schema:PropertyValue', 'schema:name': 'confidence', 'schema:value': statement.confidence },
    ...(isFragment(statement) && { 'schema:description': statement.sentence }),
    ...(when?.first && when.first === when.last && { 'schema:dateCreated': when.first }),
    'schema:isPartOf': { id: url, type: 'schema:NewsArticle', 'schema:headline': title },
  };
}

/** @param {Words} words */
function selectors({ text, position }) {
  if (!position) return [{ type: 'TextQuoteSelector', exact: text }];
  const { start, end, exact, prefix, suffix } = position;
  return [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start, end }];
}

function identifier() {
  return `urn:uuid:${crypto.randomUUID()}`;
}
