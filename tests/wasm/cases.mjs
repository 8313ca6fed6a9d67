// The golden cases of tests/cases (its README describes both formats): reading them, and writing what was found in the same
// form, so that a difference reads like the case itself. Nothing here knows Node, so that browsers can import it too.

/** @typedef {{ kind: string, text: string }} Block */
/** @typedef {{ published: string | null, language: string | null, blocks: Block[] }} ArticleRequest */
/** @typedef {{ block: number, start: number, end: number }} Span */
/** @typedef {{ name: string, request: ArticleRequest, expected: string }} Case */

/** @typedef {{ open: string, close: string }} Brackets */

/** @type {Brackets} */
export const SQUARE = { open: '[', close: ']' };
/** Around what must be found in texts with square brackets of their own.
 * @type {Brackets} */
export const WHITE = { open: '⟦', close: '⟧' };

/**
 * Reads a file of `dates/`, `kinds/` or `marks/`: one case a line.
 * @param {string} file
 * @param {Brackets} brackets
 * @returns {Case[]}
 */
export function inlineCases(file, brackets) {
  const cases = [];
  /** @type {string | null} */
  let published = null;
  for (const line of file.split(/\r?\n/).map((line) => line.trimStart())) {
    const date = /^published:\s*(\S+)\s*$/.exec(line)?.[1];
    if (date !== undefined) published = date === 'unknown' ? null : date;
    else if (line !== '' && !line.startsWith('#')) cases.push(inlineCase(line, published, brackets));
  }
  return cases;
}

/**
 * @param {string} line
 * @param {string | null} published
 * @param {Brackets} brackets
 * @returns {Case}
 */
function inlineCase(line, published, { open, close }) {
  const border = line.indexOf(': ');
  if (border < 0) throw new Error(`a case is \`name: text\`, but this is not: ${line}`);
  const expected = line.slice(border + 2);
  const parts = expected.split(open).map((part, index) => index === 0 ? part : withoutMeaning(part, close));
  const blocks = parts.join('').split(' ¶ ').map((text) => ({ kind: 'paragraph', text: text.replaceAll('↵', '\n') }));
  return { name: line.slice(0, border), request: { published, language: null, blocks }, expected };
}

/**
 * What follows an opening bracket, without the meaning before the closing one.
 * @param {string} part
 * @param {string} close
 */
function withoutMeaning(part, close) {
  const [inside = '', behind = ''] = part.split(close);
  const border = inside.lastIndexOf(' = ');
  return (border < 0 ? inside : inside.slice(0, border)) + behind;
}

/**
 * The text of a case of one line, with what was found in brackets.
 * @template {Span} Found
 * @param {ArticleRequest} request
 * @param {Found[]} found
 * @param {Brackets} brackets
 * @param {(found: Found) => string} meaning what the case says of each, or nothing
 */
function bracketed(request, found, { open, close }, meaning) {
  const blocks = request.blocks.map(({ text }, index) => {
    let marked = '';
    let from = 0;
    for (const one of found.filter(({ block }) => block === index)) {
      const said = meaning(one);
      marked += `${text.slice(from, one.start)}${open}${text.slice(one.start, one.end)}${said === '' ? '' : ` = ${said}`}${close}`;
      from = one.end;
    }
    return marked + text.slice(from);
  });
  return blocks.join(' ¶ ').replaceAll('\n', '↵');
}

/**
 * The text of a date case, with what was found in brackets.
 * @param {ArticleRequest} request
 * @param {any} annotations
 */
export function foundDates(request, annotations) {
  const meaning = (/** @type {any} */ date) => [date.type, date.value, date.mod].filter((part) => part !== null).join(' ');
  return bracketed(request, annotations.dates, SQUARE, meaning);
}

/**
 * The text of a case of `marks/`, with the quotations that were found in brackets.
 * @param {ArticleRequest} request
 * @param {any} annotations
 */
export function foundMarks(request, annotations) {
  return bracketed(request, annotations.quotes, WHITE, () => '');
}

/**
 * The text of a case of `kinds/`, with the quotations that were found and their kinds in brackets.
 * @param {ArticleRequest} request
 * @param {any} annotations
 */
export function foundKinds(request, annotations) {
  return bracketed(request, annotations.quotes, WHITE, (/** @type {any} */ quote) => quote.kind);
}

/**
 * Reads a file of `quotes/`: one case a block.
 * @param {string} file
 * @returns {Case[]}
 */
export function quoteCases(file) {
  const parts = file.replaceAll('\r\n', '\n').split(/^=== */m);
  return parts.slice(1).map(quoteCase);
}

/**
 * @param {string} part
 * @returns {Case}
 */
function quoteCase(part) {
  const [head = '', text, expected] = part.split(/^---[ \t]*$/m);
  if (text === undefined || expected === undefined) throw new Error(`a case has three parts, but this has not: ${part}`);
  const [name = '', ...options] = linesOf(head);
  const published = options.find((option) => option.startsWith('published:'))?.slice('published:'.length).trim() ?? null;
  const blocks = blocksOf(text, options.includes('headline'));
  return { name, request: { published, language: null, blocks }, expected: linesOf(expected).map(normal).join('\n') };
}

/** @param {string} text */
function linesOf(text) {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * A line of expectations with its columns spaced in one way.
 * @param {string} line
 */
function normal(line) {
  return line.split('|').map((column) => column.trim()).join(' | ');
}

/**
 * The blocks of a plain text, which blank lines separate.
 * @param {string} text
 * @param {boolean} headline
 * @returns {Block[]}
 */
function blocksOf(text, headline) {
  const blocks = text.trim().split(/\n(?:[ \t]*\n)+/);
  return blocks.map((text, index) => ({ kind: headline && index === 0 ? 'headline' : 'paragraph', text: text.trim() }));
}

/**
 * What was found in a quotation case, as the case states it; its statements only where the case has some.
 * @param {Case} wanted
 * @param {any} annotations
 */
export function foundQuotes({ request, expected }, annotations) {
  const words = (/** @type {Span | null} */ span) => span === null ? '-' : (request.blocks[span.block]?.text ?? '').slice(span.start, span.end);
  const name = (/** @type {number | null} */ person) => (person === null ? '-' : annotations.people[person].name);
  const lines = annotations.quotes.map((/** @type {any} */ quote) =>
    normal([quote.kind, words(quote), words(quote.speaker), words(quote.cue), name(quote.person)].join(' | ')));
  if (expected.split('\n').includes('statements')) {
    lines.push('statements');
    for (const { person, quotes, reported, date } of annotations.statements) {
      const numbers = [...(reported === null ? [] : [`r${reported + 1}`]), ...quotes.map((/** @type {number} */ index) => index + 1)].join(' ');
      lines.push([name(person), numbers, date === null ? '-' : annotations.dates[date].value].join(' | '));
    }
  }
  return lines.join('\n');
}
