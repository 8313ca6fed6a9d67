// References in each style, held against what citeproc-js makes of the same article with the styles of citationstyles.org (apa,
// modern-language-association, chicago-author-date), but for the day of access: those styles name it only where the article has no day.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { citation, citationOfArticle } from '../../extension/export/citation.js';
import { headlineCase } from '../../extension/export/references/headline-case.js';
import { initials, nameParts } from '../../extension/export/references/names.js';
import { reference } from '../../extension/export/references/reference.js';
import { authorNames, linkedAuthors } from '../../extension/shared/author-names.js';

/** @import { Source } from '../../extension/export/references/reference.js' */
/** @import { ReportStatement } from '../../types/report.js' */

Object.defineProperty(globalThis, 'navigator', { value: { language: 'en-US' }, configurable: true });

const now = new Date(2026, 10, 29, 12);
/** @param {...string} names of people */
const by = (...names) => ({ authors: names.map((name) => ({ name, isPerson: true })) });
/** @type {Source} */
const article = { title: 'Ferry to stay, says the island’s mayor', site: 'The Kelmar Courier', url: 'https://news.example/ferry', published: '2025-03-14' };
const [apaEnd, mlaEnd, chicagoEnd] = [
  'The Kelmar Courier. Retrieved November 29, 2026, from https://news.example/ferry',
  'https://news.example/ferry. Accessed 29 Nov. 2026.',
  'Accessed November 29, 2026. https://news.example/ferry.',
];
const [apaTitle, title] = ['Ferry to stay, says the island’s mayor.', '“Ferry to Stay, Says the Island’s Mayor.”'];

/** What is special about the article; APA, MLA and Chicago. @type {[string, Partial<Source>, string, string, string][]} */
const references = [
  ['one author', by('Rosa Mary Sandoval'), `Sandoval, R. M. (2025, March 14). ${apaTitle} ${apaEnd}`, `Sandoval, Rosa Mary. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Sandoval, Rosa Mary. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['two', by('Rosa Sandoval', 'Teodor Vask'), `Sandoval, R., & Vask, T. (2025, March 14). ${apaTitle} ${apaEnd}`, `Sandoval, Rosa, and Teodor Vask. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Sandoval, Rosa, and Teodor Vask. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['three', by('Rosa Sandoval', 'Teodor Vask', 'Ilse Marrow'), `Sandoval, R., Vask, T., & Marrow, I. (2025, March 14). ${apaTitle} ${apaEnd}`, `Sandoval, Rosa, et al. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Sandoval, Rosa, Teodor Vask, and Ilse Marrow. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['an agency', { authors: [{ name: 'Harbour News Agency', isPerson: false }] }, `Harbour News Agency. (2025, March 14). ${apaTitle} ${apaEnd}`, `Harbour News Agency. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Harbour News Agency. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['nobody', {}, `${apaTitle} (2025, March 14). ${apaEnd}`, `${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `${title} 2025. The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['no day', { ...by('Rosa Sandoval'), published: null }, `Sandoval, R. (n.d.). ${apaTitle} ${apaEnd}`, `Sandoval, Rosa. ${title} The Kelmar Courier, ${mlaEnd}`, `Sandoval, Rosa. n.d. ${title} The Kelmar Courier. ${chicagoEnd}`],
  ['nobody, no day', { published: null }, `${apaTitle} (n.d.). ${apaEnd}`, `${title} The Kelmar Courier, ${mlaEnd}`, `${title} n.d. The Kelmar Courier. ${chicagoEnd}`],
  ['a particle', by('Jan van den Berg'), `van den Berg, J. (2025, March 14). ${apaTitle} ${apaEnd}`, `van den Berg, Jan. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Berg, Jan van den. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['a suffix', by('Tom Hale Jr.'), `Hale, T., Jr. (2025, March 14). ${apaTitle} ${apaEnd}`, `Hale, Tom, Jr. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Hale, Tom, Jr. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['a question', { ...by('J. P. Dunn'), title: 'Who pays?' }, `Dunn, J. P. (2025, March 14). Who pays? ${apaEnd}`, `Dunn, J. P. “Who Pays?” The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Dunn, J. P. 2025. “Who Pays?” The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
  ['a hyphen', by('Anne-Marie Dunn'), `Dunn, A.-M. (2025, March 14). ${apaTitle} ${apaEnd}`, `Dunn, Anne-Marie. ${title} The Kelmar Courier, 14 Mar. 2025, ${mlaEnd}`, `Dunn, Anne-Marie. 2025. ${title} The Kelmar Courier. March 14, 2025. ${chicagoEnd}`],
];

describe('references', () => {
  for (const [name, more, ...expected] of references) {
    test(name, () => assert.deepEqual((/** @type {const} */ (['apa', 'mla', 'chicago'])).map((style) => reference(style, { ...article, ...more }, now)), expected));
  }
});

describe('a quotation in each style', () => {
  /** @type {Pick<ReportStatement, 'speaker' | 'role' | 'probable' | 'text' | 'kind' | 'date' | 'sentence'>} */
  const statement = { speaker: 'Teodor Vask', role: 'Mayor', probable: false, text: '“50 % of {it}, A & B_c \\ ~”', kind: 'direct', date: null };
  const report = { ...article, ...by('Jan van den Berg', 'Tom Hale Jr.'), dates: [] };
  const link = `${article.url}#:~:text=50`;

  test('words first, then where they stand', () => {
    assert.equal(citation(statement, report, { link, now, style: 'mla' }), `Teodor Vask, Mayor: “50 % of {it}, A & B_c \\ ~”\n\n${reference('mla', report, now)}`);
    assert.equal(citation(statement, report, { link, now }), `Teodor Vask, Mayor: “50 % of {it}, A & B_c \\ ~” Jan van den Berg, Tom Hale Jr., “${article.title}”, The Kelmar Courier (news.example), March 14, 2025, accessed November 29, 2026. ${link}`);
  });

  test('BibTeX escapes what TeX would take for its own', () => {
    assert.equal(citation(statement, report, { link, now, style: 'bibtex' }), `@misc{berg2025ferry,
  author = {van den Berg, Jan and Hale, Jr., Tom},
  title = {{Ferry to stay, says the island’s mayor}},
  howpublished = {The Kelmar Courier},
  year = {2025},
  month = mar,
  date = {2025-03-14},
  url = {https://news.example/ferry},
  urldate = {2026-11-29},
  note = {Teodor Vask, Mayor: “50 \\% of \\textbraceleft{}it\\textbraceright{}, A \\& B\\_c \\textbackslash{} \\textasciitilde{}”},
}
`);
  });

  test('RIS has one line a field, whatever the page says', () => {
    const broken = { ...report, title: 'Ferry\r\nER  - \nstays' };
    assert.equal(citation(statement, broken, { link, now, style: 'ris' }), ['TY  - NEWS', 'AU  - van den Berg, Jan', 'AU  - Hale, Tom, Jr.', 'TI  - Ferry ER - stays',
      'T2  - The Kelmar Courier', 'PY  - 2025', 'DA  - 2025/03/14', 'Y2  - 2026/11/29', 'UR  - https://news.example/ferry', 'N1  - Teodor Vask, Mayor: “50 % of {it}, A & B_c \\ ~”', 'ER  - ', ''].join('\r\n'));
  });

  test('the article alone has no words in it', () => {
    assert.equal(citationOfArticle(report, { now, style: 'apa' }), reference('apa', report, now));
    assert.doesNotMatch(citationOfArticle(report, { now, style: 'bibtex' }), /note =/);
    assert.doesNotMatch(citationOfArticle(report, { now, style: 'ris' }), /N1/);
    assert.equal(citationOfArticle({ ...article, published: null }, { now }), `“${article.title}”, The Kelmar Courier (news.example), accessed November 29, 2026. ${article.url}`);
  });
});

describe('names', () => {
  /** Name, given, particle, family, suffix. @type {[string, string, string, string, string][]} */
  const names = [
    ['Rosa Sandoval', 'Rosa', '', 'Sandoval', ''],
    ['Jan van den Berg', 'Jan', 'van den', 'Berg', ''],
    ['Tom Hale, Jr.', 'Tom', '', 'Hale', 'Jr.'],
    ['bell hooks', 'bell', '', 'hooks', ''],
    ['Madonna', '', '', 'Madonna', ''],
    ['Iris d’Alba', 'Iris', '', 'd’Alba', ''],
  ];
  for (const [name, given, particle, family, suffix] of names) {
    test(name, () => assert.deepEqual(nameParts({ name, isPerson: true }), { given, particle, family, suffix }));
  }

  test('initials', () => assert.equal(initials('Anne-Marie Ólöf J.'), 'A.-M. Ó. J.'));

  /** Title, with capitals. */
  const titles = [
    ['Ferry to stay, says the island’s mayor', 'Ferry to Stay, Says the Island’s Mayor'],
    ['the iPhone and a NATO plan: what for', 'The iPhone and a NATO Plan: What For'],
    ['War – and after', 'War – And After'],
    ['‘we will go’: on the road', '‘We Will Go’: On the Road'],
  ];
  for (const [plain = '', cased] of titles) test(plain, () => assert.equal(headlineCase(plain), cased));
});

describe('authors', () => {
  const site = 'The Kelmar Courier';
  /** What a byline says; people, then others with a sign before them. @type {[string, string[]][]} */
  const bylines = [
    ['By Rosa Sandoval', ['Rosa Sandoval']],
    ['by Rosa Sandoval and Teodor Vask', ['Rosa Sandoval', 'Teodor Vask']],
    ['Rosa Sandoval, Teodor Vask & Ilse Marrow', ['Rosa Sandoval', 'Teodor Vask', 'Ilse Marrow']],
    ['Rosa Sandoval, Teodor Vask, and Ilse Marrow', ['Rosa Sandoval', 'Teodor Vask', 'Ilse Marrow']],
    ['Rosa Sandoval, Political editor', ['Rosa Sandoval']],
    ['Rosa Sandoval in Kelmar', ['Rosa Sandoval']],
    ['Tom Hale, Jr.', ['Tom Hale Jr.']],
    ['Jan van den Berg', ['Jan van den Berg']],
    ['The Kelmar Courier', ['*The Kelmar Courier']],
    ['Harbour News Agency', ['*Harbour News Agency']],
    ['Courier staff', ['*Courier staff']],
    ['Madonna', ['*Madonna']],
    ['https://news.example/people/rosa', []],
    ['@rosa', []],
    ['', []],
    ['14 March 2025', []],
  ];
  for (const [byline, expected] of bylines) {
    test(byline || 'an empty byline', () => assert.deepEqual(authorNames([byline], site).map(({ name, isPerson }) => `${isPerson ? '' : '*'}${name}`), expected));
  }

  /** What linked data says. @type {[string, unknown, string[]][]} */
  const linked = [
    ['a person', { '@type': 'NewsArticle', author: { '@type': 'Person', name: 'Rosa Sandoval' } }, ['Rosa Sandoval']],
    ['several, in a graph', { '@graph': [{ '@type': 'WebSite', name: 'X' }, { '@type': ['NewsArticle'], author: [{ '@type': 'Person', name: 'Rosa Sandoval' }, { name: 'Teodor Vask' }] }] }, ['Rosa Sandoval', 'Teodor Vask']],
    ['an organisation with “and” in its name', { '@type': 'Article', author: { '@type': 'Organization', name: 'Ferry and Port Office' } }, ['*Ferry and Port Office']],
    ['a text', { '@type': 'NewsArticle', author: 'By Rosa Sandoval' }, ['Rosa Sandoval']],
    ['of another article', { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', author: 'Rosa Sandoval' }] }, []],
    ['of a comment', { '@type': 'Comment', author: { name: 'Rosa Sandoval' } }, []],
    ['nothing sensible', { '@type': 'NewsArticle', author: [null, 3, { name: 7 }] }, []],
  ];
  for (const [name, data, expected] of linked) {
    test(`linked data: ${name}`, () => assert.deepEqual(linkedAuthors([JSON.stringify(data), '{ broken "author"'], site).map(({ name, isPerson }) => `${isPerson ? '' : '*'}${name}`), expected));
  }
});
