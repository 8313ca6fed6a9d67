// Validators of the exports: what W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/) asks of the
// annotations that we write, what its JSON-LD means, and what our own JSON promises.

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import jsonld from 'jsonld';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);

const iri = { type: 'string', format: 'uri' };
const text = { type: 'string', minLength: 1 };
const codePoints = { type: 'integer', minimum: 0 };
const motivations = ['assessing', 'bookmarking', 'classifying', 'commenting', 'describing', 'editing', 'highlighting', 'identifying', 'linking', 'moderating', 'questioning', 'replying', 'tagging'];

/** Section 4.2: how a part of a resource is found again. */
const selector = {
  type: 'object',
  required: ['type'],
  oneOf: [
    { properties: { type: { const: 'TextQuoteSelector' }, exact: text, prefix: { type: 'string' }, suffix: { type: 'string' } }, required: ['exact'], additionalProperties: false },
    { properties: { type: { const: 'TextPositionSelector' }, start: codePoints, end: codePoints }, required: ['start', 'end'], additionalProperties: false },
  ],
};

/** Section 3.3.1: who or what has made something. */
const agent = { type: 'object', required: ['type', 'name'], properties: { type: { const: 'Software' }, name: text, 'schema:softwareVersion': text }, additionalProperties: false };

/** Section 3: one annotation. */
const annotation = {
  type: 'object',
  required: ['@context', 'id', 'type', 'target'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'Annotation' },
    motivation: { enum: motivations },
    created: { type: 'string', format: 'date-time' },
    generated: { type: 'string', format: 'date-time' },
    creator: agent,
    generator: agent,
    body: {
      type: 'array',
      items: {
        oneOf: [
          { type: 'object', required: ['type', 'value'], properties: { type: { const: 'TextualBody' }, value: text, format: text, purpose: { enum: motivations } }, additionalProperties: false },
          { type: 'object', required: ['id', 'type', 'schema:text', 'schema:isPartOf'], properties: { id: iri, type: { enum: ['schema:Quotation', 'schema:Claim'] }, 'schema:text': text, 'schema:dateCreated': { type: 'string', format: 'date' } } },
        ],
      },
    },
    target: {
      type: 'object',
      required: ['type', 'source', 'selector'],
      properties: { type: { const: 'SpecificResource' }, source: iri, selector: { type: 'array', minItems: 1, items: selector } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
};

/** Section 5: a collection with its pages. */
export const isAnnotationCollection = ajv.compile({
  type: 'object',
  required: ['@context', 'id', 'type', 'total', 'first'],
  properties: {
    '@context': { const: 'http://www.w3.org/ns/anno.jsonld' },
    id: iri,
    type: { const: 'AnnotationCollection' },
    label: { type: 'string' },
    total: { type: 'integer', minimum: 0 },
    first: {
      type: 'object',
      required: ['id', 'type', 'items', 'partOf'],
      properties: { id: iri, type: { const: 'AnnotationPage' }, partOf: iri, startIndex: { type: 'integer', minimum: 0 }, items: { type: 'array', items: annotation } },
      additionalProperties: false,
    },
  },
  additionalProperties: false,
});

const day = { type: 'string', pattern: '^-?\\d{4,}-\\d\\d-\\d\\d$' };
const nothingOr = (/** @type {object} */ schema) => ({ anyOf: [schema, { type: 'null' }] });
const place = { type: 'integer', minimum: 0 };

/** What `types/report.d.ts` says, with the format's name and version. */
export const isReport = ajv.compile({
  type: 'object',
  required: ['format', 'version', 'title', 'url', 'site', 'language', 'published', 'statements', 'people', 'dates'],
  properties: {
    format: { const: 'verbatim-report' }, version: { const: 2 }, title: text, url: iri, site: text, language: nothingOr(text), published: nothingOr(day),
    engine: text, authors: { type: 'array', items: { type: 'object', required: ['name', 'isPerson'], properties: { name: text, isPerson: { type: 'boolean' } }, additionalProperties: false } }, retrieved: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' },
    statements: {
      type: 'array',
      items: {
        type: 'object',
        required: ['index', 'text', 'kind', 'person', 'speaker', 'role', 'probable', 'confidence', 'cue', 'date', 'block', 'quotes', 'reported'],
        properties: {
          index: place, text, kind: { enum: ['direct', 'partial', 'reported'] }, person: nothingOr(place), speaker: nothingOr(text), named: nothingOr(text), role: nothingOr(text), probable: { type: 'boolean' },
          confidence: { type: 'number', minimum: 0, maximum: 1 }, cue: nothingOr(text), date: nothingOr(place), block: place,
          sentence: text, link: nothingOr(iri), checked: { const: true }, note: text,
          corrected: { type: 'object', required: ['from'], properties: { from: nothingOr(text) }, additionalProperties: false },
          place: nothingOr({
            type: 'object', required: ['layer', 'words', 'before', 'after'],
            properties: { layer: { enum: ['quote', 'reported'] }, words: text, before: { type: 'string' }, after: { type: 'string' } }, additionalProperties: false,
          }),
          quotes: {
            type: 'array',
            items: { type: 'object', required: ['index', 'kind', 'text', 'position'], properties: { index: place, kind: { enum: ['direct', 'partial'] }, text, position: nothingOr({ type: 'object' }) }, additionalProperties: false },
          },
          posted: {
            type: 'object', required: ['type', 'value', 'mod', 'first', 'last', 'text'],
            properties: { type: { enum: ['DATE', 'TIME'] }, value: text, mod: { type: 'null' }, first: day, last: day, text }, additionalProperties: false,
          },
          reported: nothingOr({ type: 'object', required: ['index', 'position'], properties: { index: place, position: nothingOr({ type: 'object' }) }, additionalProperties: false }),
        },
        // What is quoted has quotations.
        if: { properties: { kind: { const: 'reported' } } },
        then: { properties: { reported: { type: 'object' } } },
        else: { properties: { reported: { type: 'null' }, quotes: { type: 'array', minItems: 1 } } },
        additionalProperties: false,
      },
    },
    people: {
      type: 'array',
      items: { type: 'object', required: ['index', 'name', 'role', 'statements', 'mentions'], properties: { index: place, name: text, role: nothingOr(text), kind: { enum: ['person', 'organisation', 'group', 'document', 'other'] }, statements: place, mentions: place }, additionalProperties: false },
    },
    dates: {
      type: 'array',
      items: {
        type: 'object',
        required: ['index', 'text', 'before', 'after', 'type', 'value', 'mod', 'first', 'last', 'anchor', 'ambiguous', 'decidedBy', 'block'],
        properties: {
          index: place, text, before: { type: 'string' }, after: { type: 'string' }, type: { enum: ['DATE', 'TIME', 'DURATION', 'SET'] }, value: text, mod: nothingOr(text),
          first: nothingOr(day), last: nothingOr(day), anchor: {}, ambiguous: { type: 'boolean' }, decidedBy: nothingOr(text), block: place,
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
});

/**
 * The terms of W3C's context that our annotations use, as its vocabulary defines them (https://www.w3.org/TR/annotation-vocab/).
 * Whatever else stood in an annotation would be dropped, at which the processor stops.
 */
const context = {
  '@context': {
    oa: 'http://www.w3.org/ns/oa#', dc: 'http://purl.org/dc/elements/1.1/', dcterms: 'http://purl.org/dc/terms/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
    rdfs: 'http://www.w3.org/2000/01/rdf-schema#', xsd: 'http://www.w3.org/2001/XMLSchema#', as: 'http://www.w3.org/ns/activitystreams#', foaf: 'http://xmlns.com/foaf/0.1/', schema: 'http://schema.org/',
    id: '@id', type: '@type',
    Annotation: 'oa:Annotation', TextualBody: 'oa:TextualBody', SpecificResource: 'oa:SpecificResource', TextQuoteSelector: 'oa:TextQuoteSelector',
    TextPositionSelector: 'oa:TextPositionSelector', AnnotationCollection: 'as:OrderedCollection', AnnotationPage: 'as:OrderedCollectionPage',
    describing: 'oa:describing', commenting: 'oa:commenting', editing: 'oa:editing', tagging: 'oa:tagging', Software: 'as:Application', name: 'foaf:name',
    creator: { '@type': '@id', '@id': 'dcterms:creator' }, generator: { '@type': '@id', '@id': 'as:generator' }, generated: { '@id': 'dcterms:issued', '@type': 'xsd:dateTime' },
    body: { '@type': '@id', '@id': 'oa:hasBody' }, target: { '@type': '@id', '@id': 'oa:hasTarget' }, source: { '@type': '@id', '@id': 'oa:hasSource' },
    selector: { '@type': '@id', '@id': 'oa:hasSelector' }, motivation: { '@type': '@vocab', '@id': 'oa:motivatedBy' }, purpose: { '@type': '@vocab', '@id': 'oa:hasPurpose' },
    items: { '@type': '@id', '@id': 'as:items', '@container': '@list' }, partOf: { '@type': '@id', '@id': 'as:partOf' }, first: { '@type': '@id', '@id': 'as:first' },
    format: 'dc:format', created: { '@id': 'dcterms:created', '@type': 'xsd:dateTime' }, value: 'rdf:value', start: { '@id': 'oa:start', '@type': 'xsd:nonNegativeInteger' },
    end: { '@id': 'oa:end', '@type': 'xsd:nonNegativeInteger' }, exact: 'oa:exact', prefix: 'oa:prefix', suffix: 'oa:suffix', label: 'rdfs:label',
    total: { '@id': 'as:totalItems', '@type': 'xsd:nonNegativeInteger' }, startIndex: { '@id': 'as:startIndex', '@type': 'xsd:nonNegativeInteger' },
  },
};

/**
 * The statements that a JSON-LD document makes, as RDF: subject, predicate, object.
 * @param {unknown} document
 * @returns {Promise<[string, string, string][]>}
 */
export async function triplesOf(document) {
  const documentLoader = async (/** @type {string} */ url) => {
    if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`no context is known at ${url}`);
    return { contextUrl: null, documentUrl: url, document: context };
  };
  const quads = /** @type {any[]} */ (await jsonld.toRDF(/** @type {any} */ (document), /** @type {any} */ ({ documentLoader, safe: true })));
  return quads.map(({ subject, predicate, object }) => [subject.value, predicate.value, object.value]);
}
