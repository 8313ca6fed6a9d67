// The golden cases of tests/cases (its README describes both formats): reading them, and writing what was found in the same
// form, so that a difference reads like the case itself. Nothing here knows Node, so that browsers can import it too.

/** @typedef {{ kind: string, text: string }} Block */
/** @typedef {{ published: string | null, language: string | null, blocks: Block[] }} ArticleRequest */
/** @typedef {{ block: number, start: number, end: number }} Span */
/** @typedef {{ name: string, request: ArticleRequest, expected: string }} Case */

/**
 * Reads a file of `dates/`: one case a line.
 * @param {string} file
 * @returns {Case[]}
 */
export function dateCases(file) {
  const cases = [];
  /** @type {string | null} */
  let published = null;
  for (const line of file.split(/\r?\n/).map((line) => line.trim())) {
    const date = /^published:\s*(\S+)$/.exec(line)?.[1];
    if (date !== undefined) published = date === 'unknown' ? null : date;
    else if (line !== '' && !line.startsWith('#')) cases.push(dateCase(line, published));
  }
  return cases;
}

/**
 * @param {string} line
 * @param {string | null} published
 * @returns {Case}
 */
function dateCase(line, published) {
  const border = line.indexOf(': ');
  if (border < 0) throw new Error(`a case is \`name: text\`, but this is not: ${line}`);
  const expected = line.slice(border + 2);
  const text = expected.replace(/\[([^\]]*?) = [^\]]*\]/g, '$1');
  const blocks = text.split(' ¶ ').map((text) => ({ kind: 'paragraph', text }));
  return { name: line.slice(0, border), request: { published, language: null, blocks }, expected };
}

/**
 * The text of a date case, with what was found in brackets.
 * @param {ArticleRequest} request
 * @param {any} annotations
 */
export function foundDates(request, annotations) {
  const blocks = request.blocks.map(({ text }, index) => {
    let marked = '';
    let from = 0;
    for (const date of annotations.dates.filter((/** @type {Span} */ date) => date.block === index)) {
      const meaning = [date.type, date.value, date.mod].filter((part) => part !== null).join(' ');
      marked += `${text.slice(from, date.start)}[${text.slice(date.start, date.end)} = ${meaning}]`;
      from = date.end;
    }
    return marked + text.slice(from);
  });
  return blocks.join(' ¶ ');
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
    for (const { person, quotes, date } of annotations.statements) {
      const numbers = quotes.map((/** @type {number} */ index) => index + 1).join(' ');
      lines.push([name(person), numbers, date === null ? '-' : annotations.dates[date].value].join(' | '));
    }
  }
  return lines.join('\n');
}
