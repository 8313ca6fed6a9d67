// The exports, each read back by a reader of its format that is not ours.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import markdownIt from 'markdown-it';
import Papa from 'papaparse';
import { buildReport, pageFacts } from '../../extension/content/report/report.js';
import { datesAsCalendar } from '../../extension/export/calendar.js';
import { datesForCalendar, isForCalendar } from '../../extension/export/calendar-days.js';
import { citation } from '../../extension/export/citation.js';
import { statementsAsCsv } from '../../extension/export/csv.js';
import { reportAsHtml } from '../../extension/export/html.js';
import { reportAsJson } from '../../extension/export/json.js';
import { reportAsMarkdown } from '../../extension/export/markdown.js';
import { reportAsWebAnnotations } from '../../extension/export/web-annotation.js';
import { countWords, isNamed, sharesOf } from '../../extension/export/shares.js';
import { isolated, onOneLine, siteInWords } from '../../extension/shared/foreign-text.js';
import { isAnnotationCollection, isReport, triplesOf } from './support/web-annotation.mjs';

/** @import { Report, ReportDate, ReportStatement } from '../../types/report.js' */

// The language of the reader, as browsers tell it.
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-US' }, configurable: true });

/** @param {number} index @param {string} text @param {Partial<ReportStatement>} [more] @returns {ReportStatement} */
const statement = (index, text, more = {}) => ({
  index, text, kind: 'direct', person: 0, speaker: 'Teodor Vask', role: 'Mayor', probable: false, confidence: 0.97, cue: 'Vask said', date: null, block: index + 1,
  quotes: [{ index, kind: 'direct', text, position: placeOf(index, text) }],
  reported: null,
  ...more,
});

/** @param {number} index @param {string} text */
const placeOf = (index, text) => ({ start: 10 * index, end: 10 * index + [...text].length, exact: text, prefix: 'before ', suffix: ' after' });

/** Something reported, with a fragment that is quoted in it. @param {number} index @param {string} text @param {string} quoted */
const reportedStatement = (index, text, quoted) => statement(index, text, {
  kind: 'reported', quotes: [{ index, kind: 'partial', text: quoted, position: placeOf(index, quoted) }], reported: { index: 0, position: placeOf(index, text) },
});

/** @param {number} index @param {string} text @param {Partial<ReportDate>} more @returns {ReportDate} */
const date = (index, text, more) => ({
  index, text, before: 'A first hearing is set for ', after: '.', type: 'DATE', value: more.first ?? 'P2D', mod: null, first: null, last: more.first ?? null, anchor: 'published',
  ambiguous: false, decidedBy: null, block: 0, ...more,
});

/** What would break a careless writer of each format. @type {ReportStatement[]} */
const statements = [
  statement(0, '“We are not moving,” “Not an inch.”', { date: 0 }),
  statement(1, '=HYPERLINK("http://evil.example","win")', { speaker: '+Ferry | Workers', role: null, person: 1, probable: true, confidence: 0.4 }),
  statement(2, '“# Not a heading, *no* emphasis, [no](link), <b>no</b> tag, `no` code | no cell\n> and “quoted”; 1. no list”', { kind: 'partial', speaker: null, role: null, person: null, cue: null }),
  statement(3, '“A ferry 🛳 is, “as they say”, a road – – and a comma, a "mark"”', {}),
  statement(4, '@sum(1)', { cue: '-2 said', person: 1, speaker: '+Ferry | Workers', role: null }),
  reportedStatement(5, 'the ferry had been “far too dear” for the island', '“far too dear”'),
];
const fragments = ['“far too dear”'];

/** When the article is read. */
const now = new Date('2025-03-20T12:00:00Z');

/** @type {ReportDate[]} */
const dates = [
  date(0, 'Thursday', { first: '2025-03-13' }),
  date(1, '9.30am next Tuesday', { type: 'TIME', value: '2025-03-18T09:30', first: '2025-03-18', last: '2025-03-18' }),
  date(2, 'next week', { value: '2025-W12', first: '2025-03-17', last: '2025-03-23' }),
  date(3, 'two days', { type: 'DURATION', value: 'P2D' }),
  date(4, '1974', { value: '1974', first: '1974-01-01', last: '1974-12-31' }),
  date(5, 'the day of the year 300', { first: '0300-01-01' }),
];

/** @type {Report} */
const report = {
  title: 'Ferry, *stay*; or | go?', url: 'https://news.example/2025/ferry?id=1', site: 'The Kelmar Courier', language: 'en', published: '2025-03-14', statements, dates,
  people: [{ index: 0, name: 'Teodor Vask', role: 'Mayor', statements: 2, mentions: 4 }, { index: 1, name: '+Ferry | Workers', role: null, statements: 2, mentions: 2 }],
};
/** @type {Report} */
const empty = { ...report, statements: [], dates: [], people: [], published: null };

describe('Markdown', () => {
  const markdown = markdownIt();
  /** The text of each element of a kind. @param {string} source @param {string} kind */
  const texts = (source, kind) => {
    const tokens = markdown.parse(source, {});
    return tokens.flatMap((token, index) => {
      if (token.type !== `${kind}_open`) return [];
      const end = tokens.findIndex((other, place) => place > index && other.type === `${kind}_close` && other.level === token.level);
      return tokens.slice(index, end).filter(({ type }) => type === 'inline')
        .map(({ children }) => (children ?? []).map(({ type, content }) => (type === 'softbreak' ? '\n' : content)).join('')).join('\n\n');
    });
  };

  test('every statement is a block quote with its very words', () => {
    const quotes = texts(reportAsMarkdown(report), 'blockquote');
    assert.equal(quotes.length, statements.length);
    for (const { text } of statements) assert.ok(quotes.some((quote) => quote.split('\n\n')[0] === text), `${text} is not in ${JSON.stringify(quotes)}`);
  });

  test('what is reported says that the words are the reporter’s', () => {
    const told = texts(reportAsMarkdown(report), 'blockquote').filter((quote) => quote.includes('in the reporter’s words'));
    assert.deepEqual(told, ['the ferry had been “far too dear” for the island\n\nin the reporter’s words · In the text: “Vask said”']);
  });

  test('the headings are the title, the speakers in order of speaking, and the dates', () => {
    assert.deepEqual(texts(reportAsMarkdown(report), 'heading'), [report.title, 'Teodor Vask', '+Ferry | Workers', 'Speaker not found', 'Dates']);
  });

  test('the dates are a table', () => {
    const rows = texts(reportAsMarkdown(report), 'tr').map((row) => row.split('\n\n'));
    assert.deepEqual(rows[0], ['Date', 'In the text', 'Sentence']);
    assert.deepEqual(rows[1]?.slice(1), ['Thursday', 'A first hearing is set for Thursday.']);
    assert.equal(rows.length, dates.length + 1);
  });

  test('a report with nothing in it has its title and source', () => {
    assert.deepEqual(texts(reportAsMarkdown(empty), 'heading'), [report.title]);
    assert.match(reportAsMarkdown(empty), /\(https:\/\/news\.example\/2025\/ferry\?id=1\)/);
  });
});

describe('CSV', () => {
  /** @param {string} csv */
  const rows = (csv) => {
    const { data, errors } = Papa.parse(csv.replace(/^\ufeff/, ''), { header: true });
    assert.deepEqual(errors, []);
    return /** @type {Record<string, string>[]} */ (data);
  };

  test('every statement is a line with its very words', () => {
    assert.deepEqual(rows(statementsAsCsv(report)).map(({ words }) => words?.replace(/^'(?=[=+\-@])/, '')), statements.map(({ text }) => text));
  });

  test('the kind tells what is quoted from what is reported', () => {
    assert.deepEqual(rows(statementsAsCsv(report)).map(({ kind }) => kind), ['direct', 'direct', 'partial', 'direct', 'direct', 'reported']);
  });

  test('no cell begins like a formula', () => {
    for (const row of rows(statementsAsCsv(report))) {
      for (const [column, cell] of Object.entries(row)) assert.doesNotMatch(cell, /^[=+\-@\t\r]/, column);
    }
  });

  /** Site name, and how it is written. @type {[string, string, string][]} */
  const cells = [
    ['a formula', '=1+1', '\'=1+1'],
    ['with a line feed behind', '=HYPERLINK("http://evil.example")\n', '\'=HYPERLINK("http://evil.example")\n'],
    ['with a carriage return behind', '+1\rCourier', '\'+1\rCourier'],
    ['with a line separator behind', '@sum(1)\u2028', '\'@sum(1)\u2028'],
    ['with a paragraph separator behind', '-1\u2029', '\'-1\u2029'],
    ['behind spaces', '  =1+1', '\'  =1+1'],
    ['behind a no-break space', '\u00a0=1+1', '\'\u00a0=1+1'],
    ['behind a byte order mark', '\ufeff=1+1', '\'\ufeff=1+1'],
    ['behind a zero-width space', '\u200b=1+1', '\'\u200b=1+1'],
    ['behind a null character', '\0=1+1', '\'\0=1+1'],
    ['behind a line feed', '\n=1+1', '\'\n=1+1'],
    ['in full-width signs', '＝1＋1', '\'＝1＋1'],
    ['a tab', '\tCourier', '\'\tCourier'],
    ['a carriage return', '\rCourier', '\'\rCourier'],
    ['a sign in the middle', 'Courier = daily', 'Courier = daily'],
    ['a sign in a later line', 'Courier\n=daily', 'Courier\n=daily'],
    ['a dash', '– Courier', '– Courier'],
    ['spaces alone', '  ', '  '],
    ['nothing', '', ''],
  ];
  for (const [name, site, expected] of cells) {
    test(`a cell: ${name}`, () => assert.equal(rows(statementsAsCsv({ ...report, site }))[0]?.site, expected));
  }

  test('the columns', () => {
    const [first, second] = rows(statementsAsCsv(report));
    assert.deepEqual(first, {
      speaker: 'Teodor Vask', role: 'Mayor', words: '“We are not moving,” “Not an inch.”', kind: 'direct', probable: 'no', confidence: '0.97', cue: 'Vask said', date: '2025-03-13',
      date_words: 'Thursday', article: report.title, site: report.site, published: '2025-03-14', url: report.url, sentence: '', link: report.url, corrected: 'no', found: '', checked: 'no', note: '',
    });
    assert.equal(second?.probable, 'yes');
  });

  test('each line has its sentence and its own link', () => {
    const own = { ...report, statements: statements.map((one, index) => ({ ...one, sentence: `Sentence ${index}.`, link: `${report.url}#:~:text=${index}` })) };
    assert.deepEqual(rows(statementsAsCsv(own)).map(({ sentence, link }) => [sentence, link]), own.statements.map(({ sentence, link }) => [sentence, link]));
  });

  test('a report with nothing in it has its columns', () => {
    assert.match(statementsAsCsv(empty), /^\ufeffspeaker,role,words,/);
  });

  test('spreadsheets are told that it is UTF-8', () => {
    assert.ok(statementsAsCsv(report).startsWith('\ufeff'));
  });
});

describe('what a page says of itself', () => {
  const place = /** @type {Location} */ ({ href: 'https://news.example/ferry#top', hostname: 'news.example' });
  /** @param {string} title @param {string | null} site */
  const facts = (title, site) => pageFacts(/** @type {any} */ ({
    title, documentElement: { lang: 'en' }, querySelector: () => (site === null ? null : { getAttribute: () => site }),
  }), place);
  /** What is said, and how it is reported. @type {[string, string, string][]} */
  const cases = [
    ['as it is', 'The Kelmar Courier', 'The Kelmar Courier'],
    ['a line feed', 'The Kelmar\nCourier\n', 'The Kelmar Courier'],
    ['a carriage return', '\rThe Kelmar\r\nCourier', 'The Kelmar Courier'],
    ['the separators of lines and paragraphs', 'The Kelmar\u2028Courier\u2029', 'The Kelmar Courier'],
    ['the next-line character', 'The Kelmar\u0085Courier', 'The Kelmar Courier'],
    ['nothing but line breaks', '\n\u2028\u0085', 'news.example'],
    ['nothing', '', 'news.example'],
  ];
  for (const [name, said, expected] of cases) {
    test(name, () => {
      const { title, site } = facts(said, said);
      assert.deepEqual({ title, site }, { title: expected, site: expected });
    });
  }

  test('no name of the site', () => assert.equal(facts('Ferry', null).site, 'news.example'));

  test('a headline over two lines', () => {
    const blocks = /** @type {any} */ ([{ kind: 'headline', text: 'Ferry\u2028to stay' }]);
    const reading = /** @type {any} */ ({ annotations: { quotes: [], reported: [], people: [], dates: [], statements: [], sentences: [] }, blocks, published: null });
    assert.equal(buildReport(reading, facts('A page', null)).title, 'Ferry to stay');
  });
});

describe('text of a page among text of ours', () => {
  /** Site, address, and how the site is named. @type {[string, string, string][]} */
  const sites = [
    ['The Kelmar Courier', 'https://news.example/ferry', 'The Kelmar Courier (news.example)'],
    ['The Kelmar Courier', 'https://www.kelmar.example/ferry', 'The Kelmar Courier (kelmar.example)'],
    ['known.example', 'https://news.example/', 'known.example (news.example)'],
    ['news.example', 'https://news.example/', 'news.example'],
    ['kelmar.example', 'https://www.kelmar.example/', 'kelmar.example'],
    ['www.kelmar.example', 'https://www.kelmar.example/', 'www.kelmar.example'],
    ['האי', 'https://news.example/', '\u2068האי\u2069 (news.example)'],
    ['A page', '', 'A page'],
  ];
  for (const [site, url, expected] of sites) test(`${site} at ${url}`, () => assert.equal(siteInWords({ site, url }), expected));

  test('marks of direction are left out, and what is written from right to left is set apart', () => {
    assert.equal(onOneLine('\u202eKelmar\u202c \u2067Courier\u2069\u200f'), 'Kelmar Courier');
    assert.equal(isolated('Kelmar'), 'Kelmar');
    assert.equal(isolated('جزيرة 12'), '\u2068جزيرة 12\u2069');
    assert.equal(facts('\u202eA page', '\u202eA site').site, 'A site');
  });

  /** @param {string} title @param {string} site */
  const facts = (title, site) => pageFacts(/** @type {any} */ ({ title, documentElement: { lang: 'en' }, querySelector: () => ({ getAttribute: () => site }) }),
    /** @type {Location} */ ({ href: 'https://news.example/', hostname: 'news.example' }));

  test('a citation keeps the order of its parts', () => {
    const words = citation(statement(0, '“שלום 12”', { speaker: 'תאודור', role: null }), { ...report, title: 'אי 5', site: 'האי' }, { link: report.url, now });
    assert.equal(words, '\u2068תאודור\u2069: \u2068“שלום 12”\u2069 “\u2068אי 5\u2069”, \u2068האי\u2069 (news.example), March 14, 2025, accessed March 20, 2025. https://news.example/2025/ferry?id=1');
  });
});

describe('JSON', () => {
  for (const [name, one] of /** @type {[string, Report][]} */ ([['all of it', report], ['nothing', empty]])) {
    test(`${name} is what the types promise`, () => {
      const read = JSON.parse(reportAsJson(one));
      assert.ok(isReport(read), JSON.stringify(isReport.errors));
      const { format, version, ...rest } = read;
      assert.deepEqual({ format, version, rest }, { format: 'verbatim-report', version: 2, rest: one });
    });
  }
});

describe('what is a sign in dialects of Markdown', () => {
  const dialects = markdownIt();
  const signs = /(?<!\\)(?:~|\$|==|%%)/;
  for (const words of ['~~struck~~', '~sub~', '$x$ and $5 to $10', '$$x$$', '==lit==', 'a === b', '%%hidden%%', '%%% = 5 %']) {
    test(words, () => {
      const markdown = reportAsMarkdown({ ...report, title: words, site: words, statements: [statement(0, words, { speaker: words, role: words, cue: words })], dates: [date(0, words, { before: words, after: words, first: '2025-03-13' })] });
      assert.doesNotMatch(markdown, signs);
      // Title, site, speaker, role, words, cue, and the date's words alone and three times in its sentence.
      const read = dialects.render(markdown).replace(/<[^>]*>/g, '');
      assert.equal(read.split(words).length, 1 + 10, read);
    });
  }

  test('such a sign that stands alone is written as it is', () => {
    assert.ok(reportAsMarkdown({ ...report, title: 'a = b, 63% of 5%' }).startsWith('# a = b, 63% of 5%\n'));
  });
});

describe('Web Annotation', () => {
  const written = () => JSON.parse(reportAsWebAnnotations(report, new Date('2025-03-15T08:00:00Z')));

  test('it is a collection as the model wants it', () => {
    for (const collection of [written(), JSON.parse(reportAsWebAnnotations(empty, new Date()))]) {
      assert.ok(isAnnotationCollection(collection), JSON.stringify(isAnnotationCollection.errors));
    }
  });

  test('without positions the words alone select', () => {
    const unplaced = { ...report, statements: statements.map((one) => ({ ...one, quotes: one.quotes.map((quote) => ({ ...quote, position: null })), reported: one.reported && { ...one.reported, position: null } })) };
    const collection = JSON.parse(reportAsWebAnnotations(unplaced, new Date()));
    assert.ok(isAnnotationCollection(collection), JSON.stringify(isAnnotationCollection.errors));
    for (const index of [0, 5]) assert.deepEqual(collection.first.items[index].target.selector, [{ type: 'TextQuoteSelector', exact: statements[index]?.text }]);
  });

  test('as RDF it says who is quoted, with which words, and where', async () => {
    const triples = await triplesOf(written());
    const objects = (/** @type {string} */ predicate) => triples.filter(([, other]) => other === predicate).map(([, , object]) => object);
    const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
    assert.equal(objects(type).filter((object) => object === 'http://www.w3.org/ns/oa#Annotation').length, statements.length);
    assert.equal(objects(type).filter((object) => object === 'http://schema.org/Quotation').length, statements.length - 1 + fragments.length);
    assert.deepEqual(objects('http://schema.org/text').toSorted(), [...statements.map(({ text }) => text), ...fragments].toSorted());
    assert.deepEqual(objects('http://www.w3.org/ns/oa#exact').toSorted(), statements.map(({ text }) => text).toSorted());
    assert.deepEqual(new Set(objects('http://schema.org/name')), new Set(['Teodor Vask', '+Ferry | Workers', 'confidence']));
    assert.deepEqual(new Set(objects('http://www.w3.org/ns/oa#hasSource')), new Set([report.url]));
    assert.deepEqual(objects('http://schema.org/dateCreated'), ['2025-03-13']);
  });

  test('what is reported is a claim of its speaker, and what is quoted in it a part of it', async () => {
    const triples = await triplesOf(written());
    const of = (/** @type {string} */ subject, /** @type {string} */ term) => triples.filter(([other, predicate]) => other === subject && predicate === `http://schema.org/${term}`).map(([, , object]) => object);
    const claims = triples.filter(([, , object]) => object === 'http://schema.org/Claim').map(([subject]) => subject);
    assert.equal(claims.length, 1);
    const [claim = ''] = claims;
    assert.deepEqual(of(claim, 'text'), ['the ferry had been “far too dear” for the island']);
    assert.deepEqual(of(claim, 'author').flatMap((author) => of(author, 'name')), ['Teodor Vask']);
    assert.deepEqual(of(claim, 'hasPart').flatMap((part) => of(part, 'text')), fragments);
    assert.deepEqual(of(claim, 'spokenByCharacter'), []);
  });

  test('it says what has made it, when, and how sure it is', async () => {
    const triples = await triplesOf(JSON.parse(reportAsWebAnnotations({ ...report, statements: statements.slice(0, 2) }, new Date('2025-03-15T08:00:00Z'), '1.2.3')));
    const objects = (/** @type {string} */ predicate) => triples.filter(([, other]) => other === predicate).map(([, , object]) => object);
    for (const when of ['created', 'issued']) assert.deepEqual(objects(`http://purl.org/dc/terms/${when}`), ['2025-03-15T08:00:00Z', '2025-03-15T08:00:00Z'].map((time) => time.replace('00Z', '00.000Z')));
    for (const maker of ['http://purl.org/dc/terms/creator', 'http://www.w3.org/ns/activitystreams#generator']) {
      assert.deepEqual(objects(maker).map((agent) => triples.find(([subject, predicate]) => subject === agent && predicate === 'http://xmlns.com/foaf/0.1/name')?.[2]), ['Verbatim', 'Verbatim']);
    }
    assert.deepEqual(new Set(objects('http://schema.org/softwareVersion')), new Set(['1.2.3']));
    assert.deepEqual(objects('http://schema.org/value').map(Number).toSorted(), [0.4, 0.97]);
  });

  test('no two things have the same identifier', () => {
    const identifiers = [...JSON.stringify(written()).matchAll(/"id":"(urn:uuid:[^"]+)"/g)].map(([, id]) => id);
    assert.equal(identifiers.length, 2 + 2 * statements.length);
    assert.equal(new Set(identifiers).size, identifiers.length);
  });
});

describe('the sentence around a fragment', () => {
  const fragment = statement(0, '“too dear”', { kind: 'partial', sentence: 'The ministry called the plan “too dear”.', link: `${report.url}#:~:text=too` });
  const whole = statement(1, '“It is our road,”', { sentence: '“It is our road,” she said.' });
  const own = { ...report, dates: [], statements: [fragment, whole] };

  test('Markdown has it, and a link for each statement that has one', () => {
    const markdown = reportAsMarkdown(own);
    assert.match(markdown, /In the sentence: The ministry called the plan “too dear”\./);
    assert.doesNotMatch(markdown, /she said/);
    assert.equal(markdown.match(/\]\(https:\/\/news\.example\/2025\/ferry\?id=1#:~:text=too\)/g)?.length, 1);
  });

  test('a citation has it', () => {
    assert.match(citation(fragment, own, { link: own.url, now }), /: “too dear” \(The ministry called the plan “too dear”\.\) “Ferry/);
    assert.match(citation(whole, own, { link: own.url, now }), /: “It is our road,” “Ferry/);
  });

  test('JSON has it, with the version of the engine and the time', () => {
    const read = JSON.parse(reportAsJson(own, { engine: '1.2.3', now: new Date('2025-03-14T10:00:00Z') }));
    assert.deepEqual([read.engine, read.retrieved, read.statements[0].sentence, read.statements[0].quotes[0].position.start], ['1.2.3', '2025-03-14T10:00:00.000Z', fragment.sentence, 0]);
    assert.ok(isReport(read), JSON.stringify(isReport.errors));
  });

  test('an annotation has it', () => {
    const read = JSON.parse(reportAsWebAnnotations(own, new Date()));
    assert.deepEqual(read.first.items.map((/** @type {any} */ { body }) => body[1]['schema:description'] ?? null), [fragment.sentence, null]);
  });
});

describe('calendar', () => {
  /** @param {ReportDate[]} own @param {Report} [from] */
  const events = (own, from = report) => new ICAL.Component(ICAL.parse(datesAsCalendar(own, from))).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return { start: event.startDate.toString(), end: event.endDate.toString(), day: event.startDate.isDate, zone: event.startDate.zone?.tzid, summary: event.summary, description: event.description };
  });

  /** Date, beginning, end (exclusive), whether it is whole days. @type {[number, string, string, boolean][]} */
  const cases = [
    [0, '2025-03-13', '2025-03-14', true],
    [1, '2025-03-18T09:30:00', '2025-03-18T10:30:00', false],
    [2, '2025-03-17', '2025-03-24', true],
  ];
  for (const [index, start, end, day] of cases) {
    test(`${dates[index]?.text}`, () => {
      const [event, ...more] = events(dates.filter((one) => one.index === index));
      assert.deepEqual(more, []);
      assert.deepEqual({ start: event?.start, end: event?.end, day: event?.day, zone: event?.zone }, { start, end, day, zone: 'floating' });
      assert.equal(event?.summary, `A first hearing is set for ${dates[index]?.text}.`);
      assert.match(event?.description ?? '', /https:\/\/news\.example\/2025\/ferry\?id=1/);
    });
  }

  test('the hour is no particular zone’s', () => {
    assert.match(datesAsCalendar([/** @type {ReportDate} */ (dates[1])], report), /^DTSTART:20250318T093000\r$/m);
  });

  test('only days that a calendar has go in', () => {
    assert.deepEqual(dates.filter(isForCalendar).map(({ text }) => text), ['Thursday', '9.30am next Tuesday', 'next week']);
    assert.equal(events(dates).length, 3);
  });

  test('neither months nor the date of the byline go in', () => {
    const byline = { ...date(0, 'March 14, 2025', { first: '2025-03-14', anchor: 'none' }), before: 'By a reporter · ', after: '' };
    const others = [
      { ...byline, after: ' the ferry sails for the last time.' }, { ...byline, anchor: /** @type {const} */ ('published'), text: 'today' },
      date(1, 'Monday', { first: '2025-03-17', after: '' }), date(2, '17 March 2025', { first: '2025-03-17', anchor: 'none', after: '' }),
    ];
    const month = date(3, 'May 2025', { value: '2025-05', first: '2025-05-01', last: '2025-05-31' });
    const february = date(4, 'February 2025', { value: '2025-02', first: '2025-02-01', last: '2025-02-28' });
    assert.deepEqual(datesForCalendar({ dates: [byline, ...others, month, february], published: '2025-03-14' }), others);
  });

  test('an event has the same name whenever it is written, and no other has it', () => {
    const names = (/** @type {ReportDate[]} */ own, from = report) => [...datesAsCalendar(own, from).replace(/\r\n /g, '').matchAll(/^UID:(.*?)\r?$/gm)].map(([, name]) => name);
    const all = names(dates);
    assert.equal(new Set(all).size, 3);
    assert.deepEqual(names(dates), all);
    assert.deepEqual(dates.filter(isForCalendar).flatMap((one) => names([one])), all, 'alone as among the others');
    assert.ok(names(dates, { ...report, url: 'https://news.example/other' }).every((name) => !all.includes(name)), 'another article');
    assert.equal(names([...dates, ...dates]).length, 3, 'the same words twice are one event');
  });

  test('no line break of any kind begins another event', () => {
    for (const end of ['\r', '\n', '\r\n', '\n\r', '\v', '\f', '\0', '\u0085', '\u2028', '\u2029', '\r\r\n']) {
      const hostile = `a${end}END:VEVENT${end}BEGIN:VEVENT${end}SUMMARY:mine${end}`;
      const own = { ...date(0, `Thursday${hostile}`, { first: '2025-03-13' }), before: hostile, after: hostile };
      const from = { ...report, title: hostile, site: hostile };
      const text = datesAsCalendar([own], from);
      assert.equal(text.split(/[\r\n\v\f\0\u0085\u2028\u2029]+/).filter((line) => line.startsWith('BEGIN:VEVENT')).length, 1, JSON.stringify(end));
      assert.doesNotMatch(text, /\r(?!\n)|(?<!\r)\n/, JSON.stringify(end));
      assert.equal(events([own], from).length, 1);
    }
  });

  test('pages on this machine and long sentences', () => {
    const long = { ...date(0, 'Thursday', { first: '2025-03-13' }), before: `${'A long road; with commas, and\\slashes '.repeat(9)}` };
    const [event] = events([long], { ...report, url: 'http://localhost:8080/a', title: 'A\nline, and; “more”' });
    assert.ok((event?.summary.length ?? 99) <= 80);
    assert.ok(event?.description.includes(long.before.trim()));
  });
});

describe('citation', () => {
  /** Statement, citation. @type {[number, string][]} */
  const cases = [
    [0, 'Teodor Vask, Mayor: “We are not moving,” “Not an inch.” “Ferry, *stay*; or | go?”, The Kelmar Courier (news.example), March 14, 2025, accessed March 20, 2025. https://news.example/2025/ferry?id=1#:~:text=We'],
    [5, 'Teodor Vask, Mayor, in the reporter’s words: the ferry had been “far too dear” for the island. “Ferry, *stay*; or | go?”, The Kelmar Courier (news.example), March 14, 2025, accessed March 20, 2025. https://news.example/2025/ferry?id=1#:~:text=We'],
    [1, 'Probably +Ferry | Workers: =HYPERLINK("http://evil.example","win") “Ferry, *stay*; or | go?”, The Kelmar Courier (news.example), March 14, 2025, accessed March 20, 2025. https://news.example/2025/ferry?id=1#:~:text=We'],
  ];
  for (const [index, expected] of cases) {
    test(expected, () => assert.equal(citation(/** @type {ReportStatement} */ (statements[index]), report, { link: `${report.url}#:~:text=We`, now }), expected));
  }

  test('without a day of publication, a speaker, or a link to the words', () => {
    assert.equal(citation(statement(0, '“Yes.”', { speaker: null, role: null }), empty, { link: empty.url, now }), `Speaker not found: “Yes.” “${report.title}”, The Kelmar Courier (news.example), accessed March 20, 2025. ${report.url}`);
  });
});

describe('shares of the words', () => {
  /** Text, words. @type {[string, number][]} */
  const texts = [['“We won’t go,” she said.', 5], ['3.5 million – or 4,000?', 4], ['', 0], ['“…”', 0], ['Anne-Marie', 1]];
  for (const [text, words] of texts) test(`${text}: ${words}`, () => assert.equal(countWords(text), words));

  /** Speaker, whether that is a name. @type {[string | null, boolean][]} */
  const names = [['Teodor Vask', true], ['spokesman for the Harbour Office', false], ['Harbour Office', true], ['“a friend”', false], ['36-year-old', false], ['Élise', true], ['eBay', false], [null, false]];
  for (const [name, named] of names) test(`${name} is ${named ? 'a name' : 'no name'}`, () => assert.equal(isNamed(name), named));

  test('who says most comes first, those whom nobody found among them', () => {
    const { quoted, reported, speakers } = sharesOf(report);
    assert.deepEqual({ quoted, reported }, { quoted: 46, reported: 10 });
    assert.deepEqual(speakers.map(({ name, statements, words }) => [name, statements, words]), [['Teodor Vask', 3, 30], [null, 1, 20], ['+Ferry | Workers', 2, 6]]);
    assert.equal(speakers.reduce((sum, { share }) => sum + share, 0).toFixed(9), '1.000000000');
  });

  test('of nothing there is no share', () => assert.deepEqual(sharesOf(empty), { quoted: 0, reported: 0, speakers: [] }));
});

describe('what the reader has corrected, ticked and written down', () => {
  const place = { layer: /** @type {const} */ ('quote'), words: '“Yes.”', before: '', after: ' she said' };
  const own = {
    ...report, dates: [], statements: [
      statement(0, '“Yes.”', { corrected: { from: 'Ilse Marrow' }, checked: true, note: '=Ask *her* | again', place }),
      statement(1, '“No.”', { corrected: { from: null } }),
      statement(2, '“Well.”'),
    ],
  };

  test('Markdown', () => {
    const markdown = reportAsMarkdown(own);
    assert.match(markdown, /speaker corrected by the reader; Verbatim had found Ilse Marrow · checked/);
    assert.match(markdown, /speaker corrected by the reader; Verbatim had found nobody/);
    assert.match(markdown, /Note: =Ask \\\*her\\\* \| again/);
    assert.equal(markdown.match(/corrected by/g)?.length, 2);
  });

  test('CSV', () => {
    const { data } = Papa.parse(statementsAsCsv(own).replace(/^\ufeff/, ''), { header: true });
    assert.deepEqual(/** @type {Record<string, string>[]} */ (data).map(({ corrected, found, checked, note }) => [corrected, found, checked, note]),
      [['yes', 'Ilse Marrow', 'yes', '\'=Ask *her* | again'], ['yes', '', 'no', ''], ['no', '', 'no', '']]);
  });

  test('JSON', () => {
    const read = JSON.parse(reportAsJson(own));
    assert.ok(isReport(read), JSON.stringify(isReport.errors));
    assert.deepEqual(read.statements, own.statements);
  });

  test('Web Annotation', () => {
    const { first } = JSON.parse(reportAsWebAnnotations(own, now));
    assert.deepEqual(first.items.map((/** @type {any} */ { body }) => body.filter((/** @type {any} */ { type }) => type === 'TextualBody').slice(1).map((/** @type {any} */ { purpose, value }) => `${purpose}: ${value}`)), [
      ['editing: speaker corrected by the reader; Verbatim had found Ilse Marrow', 'tagging: checked', 'commenting: Note: =Ask *her* | again'],
      ['editing: speaker corrected by the reader; Verbatim had found nobody'],
      [],
    ]);
    const collection = JSON.parse(reportAsWebAnnotations(own, now));
    assert.ok(isAnnotationCollection(collection), JSON.stringify(isAnnotationCollection.errors));
  });
});

describe('web page', () => {
  const made = { now, engine: '1.2.3', colourOf: (/** @type {number} */ tint) => `light-dark(#00000${tint}, #fff)` };
  const hostile = { ...report, title: '</title><script>alert(1)</script>', authors: [{ name: '<img src=x onerror=alert(1)>', isPerson: true }], url: 'javascript:alert(1)' };

  test('every statement stands in it with its very words, whatever is in them', () => {
    const page = reportAsHtml(report, made);
    for (const { text } of statements) assert.ok(page.includes(`<blockquote lang="en">${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&#39;')}</blockquote>`), text);
    assert.equal(page.match(/<li/g)?.length, statements.length);
    assert.equal(page.match(/<tr>/g)?.length, dates.length + 1);
  });

  test('it runs nothing, loads nothing, and links to the web alone', () => {
    const page = reportAsHtml(hostile, made);
    assert.doesNotMatch(page, /<script|<img|<link|javascript:|<[^>]*\bsrc=|url\(|@import/);
    assert.match(page, /default-src 'none'/);
    assert.match(page, /<title>&lt;\/title&gt;&lt;script&gt;/);
  });

  test('the words are marked in their sentence', () => {
    const split = statement(0, '“Too dear,” … “too late”', {
      kind: 'partial', sentence: '“Too dear,” & “too late” it is.', quotes: ['“Too dear,”', '“too late”'].map((text, index) => ({ index, kind: 'partial', text, position: null })),
    });
    const told = { ...reportedStatement(1, 'it was “far too dear”', '“far too dear”'), sentence: 'She said it was “far too dear”.' };
    const page = reportAsHtml({ ...report, dates: [], statements: [split, told] }, made);
    assert.match(page, /<p class="sentence" lang="en"><mark>“Too dear,”<\/mark> &amp; <mark>“too late”<\/mark> it is\.<\/p>/);
    assert.match(page, /She said <mark>it was “far too dear”<\/mark>\./);
  });

  test('it says when it was read and with what, whose words are corrected, and what was written down', () => {
    const page = reportAsHtml({ ...report, people: report.people.map((person) => ({ ...person, tint: 1 })), statements: [statement(0, '“Yes.”', { corrected: { from: 'Ilse Marrow' }, checked: true, note: 'Ask <her>', link: `${report.url}#:~:text=Yes` })] }, made);
    assert.match(page, /Read on March 20, 2025 with Verbatim 1\.2\.3/);
    assert.match(page, /Verbatim had found Ilse Marrow · checked · <a href="https:\/\/news\.example\/2025\/ferry\?id=1#:~:text=Yes">/);
    assert.match(page, /Note: Ask &lt;her&gt;/);
    assert.match(page, /<li style="--speaker: light-dark\(#000001, #fff\)">/);
  });
});
