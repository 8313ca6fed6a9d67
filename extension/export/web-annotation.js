// A report as W3C Web Annotations (https://www.w3.org/TR/annotation-model/) in JSON-LD: an annotation for each quotation, whose
// body says who is quoted, as schema.org's Quotation, and whose target is found again by the words and by their place.

import { speakerInWords } from './citation.js';

/** @import { Report, ReportQuote, ReportStatement } from '../../types/report.js' */

/**
 * A collection with all annotations on its one page.
 * @param {Report} report with positions
 * @param {Date} now when it is made
 * @returns {string}
 */
export function reportAsWebAnnotations(report, now) {
  const items = report.statements.flatMap((statement) => statement.quotes.map((quote) => annotation(quote, statement, report, now)));
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

/** @param {ReportQuote} quote @param {ReportStatement} statement @param {Report} report @param {Date} now */
function annotation(quote, statement, report, now) {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: identifier(),
    type: 'Annotation',
    motivation: 'describing',
    created: now.toISOString(),
    body: [
      { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: speakerInWords(statement, report) },
      quotation(quote, statement, report),
    ],
    target: {
      type: 'SpecificResource',
      source: report.url,
      selector: selectors(quote),
    },
  };
}

/** @param {ReportQuote} quote @param {ReportStatement} statement @param {Report} report */
function quotation({ text }, { speaker, role, date }, { dates, title, url }) {
  const when = dates[date ?? -1];
  return {
    id: identifier(),
    type: 'schema:Quotation',
    'schema:text': text,
    ...(speaker && {
      // Whether a speaker is a person or an organisation is not known: both are things with a name.
      'schema:spokenByCharacter': { type: 'schema:Thing', 'schema:name': speaker, ...(role && { 'schema:description': role }) },
    }),
    ...(when?.first && when.first === when.last && { 'schema:dateCreated': when.first }),
    'schema:isPartOf': { id: url, type: 'schema:NewsArticle', 'schema:headline': title },
  };
}

/** @param {ReportQuote} quote */
function selectors({ text, position }) {
  if (!position) return [{ type: 'TextQuoteSelector', exact: text }];
  const { start, end, exact, prefix, suffix } = position;
  return [{ type: 'TextQuoteSelector', exact, prefix, suffix }, { type: 'TextPositionSelector', start, end }];
}

function identifier() {
  return `urn:uuid:${crypto.randomUUID()}`;
}
