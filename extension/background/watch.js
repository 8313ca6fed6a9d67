// The watch list: which statements are what the reader wants to be told of. The page learns of each of its statements whether it is,
// and not what is on the list. Nothing of it is kept.

import { searchForAny } from '../search/any.js';
import { corrected } from '../shared/corrected.js';
import { currentSettings } from './pages.js';

/** @import { Annotations, ArticleRequest, Span, Statement } from '../../types/annotations.js' */
/** @import { DeskEntry } from '../../types/desk.js' */
/** @import { Answer } from '../../types/protocol.js' */
/** @import { SearchForAny } from '../search/any.js' */
/** @import { Texts } from '../search/search.js' */

/** How long one article may take, in milliseconds; others wait. The rest of a page that takes longer, as none is known to, is not watched. */
const longest = 250;

/** How long the list may be prepared at once, in milliseconds; then an article goes first that asks. */
const longestPreparing = 3;

export class WatchList {
  #entriesNow;
  /** The list that the search was made for. */
  #entries = '';
  /** @type {Promise<SearchForAny> | null} */
  #search = null;

  /** @param {() => Promise<string[]>} [entriesNow] */
  constructor(entriesNow = async () => (await currentSettings()).watch) {
    this.#entriesNow = entriesNow;
  }

  /** Reads the list and prepares it, where that is not done yet: a page will soon be looked at. */
  async start() {
    try {
      const before = this.#search;
      const search = await this.#current();
      if (search && this.#search !== before) await prepare(search);
    } catch {
      // The next article tries again.
    }
  }

  /**
   * The answer with what is watched in it.
   * @param {Answer} answer
   * @param {Pick<ArticleRequest, 'blocks'>} request
   * @param {DeskEntry[]} corrections of the reader: what counts is what is shown
   * @returns {Promise<Answer>}
   */
  async mark(answer, { blocks }, corrections) {
    const search = await this.#current().catch(() => null);
    if (!search) return answer;
    const shown = corrections.length > 0 ? corrected(answer.annotations, blocks, corrections) : answer.annotations;
    const until = performance.now() + longest;
    const statements = answer.annotations.statements.map((statement, index) => {
      if (performance.now() > until) return statement;
      const texts = textsOf(shown.statements[index] ?? statement, shown, answer, blocks);
      return texts && search.accepts(texts) ? { ...statement, watched: true } : statement;
    });
    return { ...answer, annotations: { ...answer.annotations, statements }, watches: true };
  }

  /** What searches for the entries, or null where the list is empty. @returns {Promise<SearchForAny | null>} */
  async #current() {
    const entries = await this.#entriesNow();
    if (entries.length === 0) return null;
    const described = JSON.stringify(entries);
    if (this.#search && described === this.#entries) return this.#search;
    this.#entries = described;
    const search = this.#search = searchForAny(entries);
    search.catch(() => {
      if (this.#search === search) this.#search = null;
    });
    return search;
  }
}

/**
 * Does what there is to do, in slices, between which messages are answered. The pause is a timer and no `Slice`, which goes on before the
 * messages that wait.
 * @param {SearchForAny} search
 */
async function prepare({ preparations }) {
  let until = performance.now() + longestPreparing;
  for (const prepareOne of preparations) {
    if (performance.now() > until) {
      await new Promise((resume) => setTimeout(resume));
      until = performance.now() + longestPreparing;
    }
    prepareOne();
  }
}

/** How many statements are watched. @param {Annotations} annotations */
export function countWatched({ statements }) {
  return statements.filter(({ watched }) => watched).length;
}

/**
 * What of a statement is searched through: as the panel does, but for its date in words.
 * @param {Statement} statement
 * @param {Annotations} annotations
 * @param {Pick<Answer, 'published' | 'entries'>} answer
 * @param {ArticleRequest['blocks']} blocks
 * @returns {Texts | null} null where nobody says it
 */
function textsOf({ quotes: own, reported, person, confidence, date }, { quotes, reported: told, people, dates }, { published, entries }, blocks) {
  const textOf = (/** @type {Span} */ { block, start, end }) => blocks[block]?.text.slice(start, end) ?? '';
  const said = reported === null ? own.flatMap((index) => (quotes[index] && quotes[index].kind !== 'other' ? quotes[index] : [])) : told[reported] ?? [];
  const [first, ...others] = [said].flat();
  if (!first) return null;
  const speaker = people[person ?? -1];
  const entry = entries?.findLast(({ block }) => block <= first.block);
  return {
    names: [speaker?.name ?? '', first.speaker ? textOf(first.speaker) : ''],
    words: [first, ...others].map(textOf),
    others: [speaker?.role ?? ''],
    reported: reported !== null,
    confidence,
    when: dates[date ?? -1]?.value ?? entry?.published ?? published,
  };
}
