// What the reader searches for in the panel: what it matches, stepping from one match to the next, and what is wrong with a pattern.

import { searchFor, plainSearch, SlowSearch } from '../../search/search.js';
import { message, part } from '../page.js';
import { describeFault } from '../faults.js';
import { textsOf, textsOfDate } from './texts.js';

/** @import { Report, ReportDate, ReportStatement } from '../../../types/report.js' */
/** @import { FoundWords } from '../../../types/protocol.js' */
/** @import { Place } from '../../search/plain.js' */
/** @import { Fault, Search, Texts } from '../../search/search.js' */

/** What of a statement is marked in the list: places in the speaker's name and in its text. @typedef {{ name: Place[], text: Place[] }} InList */

/** How long whoever types rests before a fault is shown and read out, in milliseconds: half a pattern is mostly wrong. */
const rest = 400;

/** The search of the panel. */
export class Finding {
  #parts = {
    search: part('search', HTMLInputElement), finding: part('finding', HTMLElement), count: part('finding-count', HTMLElement),
    fault: part('search-fault', HTMLElement),
  };
  #changed;
  #go;
  #expression = '';
  /** Of statements and of dates. @type {{ said: Search, dates: Search }} */
  #searches = { said: everything, dates: everything };
  /** @type {Report | null} */
  #report = null;
  /** @type {Map<ReportStatement, Texts>} */
  #texts = new Map();
  /** What is shown of the statements. @type {ReportStatement[]} */
  #shown = [];
  /** Which of them the reader is at. @type {ReportStatement | null} */
  #at = null;
  /** Whether what was typed is not searched for yet. */
  #isPending = false;
  /** Where the reader wants to go as soon as it is. @type {1 | -1 | null} */
  #wanted = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {() => void} changed called when another search has begun to hold
   * @param {(statement: ReportStatement, layer: FoundWords['layer'], index: number) => void} go shows a statement, in the list and on the page
   */
  constructor(changed, go) {
    this.#changed = changed;
    this.#go = go;
    part('find-next', HTMLElement).addEventListener('click', () => this.#stepSoon(1));
    part('find-previous', HTMLElement).addEventListener('click', () => this.#stepSoon(-1));
    this.#parts.search.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || this.#expression.trim() === '') return;
      event.preventDefault();
      this.#stepSoon(event.shiftKey ? -1 : 1);
    });
  }

  /** Turns to a report, and to what the reader has typed. @param {Report} report @param {string} expression */
  turnTo(report, expression) {
    if (report !== this.#report) this.#texts = new Map();
    this.#report = report;
    if (expression === this.#expression) return;
    this.#expression = expression;
    this.#at = null;
    this.#wanted = null;
    const plain = plainSearch(expression);
    this.#isPending = !plain;
    if (plain) this.#use({ said: plain, dates: plain });
    else void this.#compile(expression);
  }

  /** @param {string} expression */
  async #compile(expression) {
    const said = await searchFor(expression);
    const dates = await searchFor(expression, { ofDates: true });
    if (expression !== this.#expression) return;
    this.#isPending = false;
    const wanted = this.#wanted;
    // Whoever has pressed a key to go on has finished typing.
    if ('fault' in said) this.#tell(said.fault, wanted ? 0 : rest);
    else if (!('fault' in dates)) {
      this.#use({ said, dates });
      this.#changed();
      if (wanted) this.#step(wanted);
    }
  }

  /** @param {{ said: Search, dates: Search }} searches */
  #use(searches) {
    this.#searches = searches;
    clearTimeout(this.#timer);
    this.#parts.fault.hidden = true;
    this.#parts.search.removeAttribute('aria-invalid');
  }

  /**
   * Says what is wrong, below the words that are wrong. What was found before stays.
   * @param {Fault} fault
   * @param {number} [after] milliseconds
   */
  #tell(fault, after = rest) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const { fault: shown, search } = this.#parts;
      shown.replaceChildren(...describeFault(fault, this.#expression));
      shown.hidden = false;
      search.setAttribute('aria-invalid', 'true');
    }, after);
  }

  /** Whether a statement is searched for. @param {ReportStatement} statement */
  accepts(statement) {
    return this.#guard(() => this.#searches.said.accepts(this.#textsOf(statement)));
  }

  /** Whether a date is. @param {ReportDate} date */
  acceptsDate(date) {
    return this.#guard(() => this.#searches.dates.accepts(textsOfDate(date)));
  }

  /** @param {() => boolean} accepts */
  #guard(accepts) {
    try {
      return accepts();
    } catch (error) {
      if (!(error instanceof SlowSearch)) throw error;
      this.#tell({ name: 'slow', part: '', start: 0, end: this.#expression.length });
      this.#searches = { said: everything, dates: everything };
      return true;
    }
  }

  /** What of a statement is marked in the list. @param {ReportStatement} statement @returns {InList} */
  inList(statement) {
    if (this.#expression.trim() === '') return { name: [], text: [] };
    const texts = this.#textsOf(statement);
    const { names, words } = this.#searches.said.places(texts);
    /** @type {Place[]} */
    const inText = [];
    let from = 0;
    for (const [index, piece] of texts.words.entries()) {
      // The pieces stand in the text one after the other.
      const start = Math.max(0, statement.text.indexOf(piece, from));
      inText.push(...(words[index] ?? []).map(([begin, end]) => /** @type {Place} */ ([start + begin, start + end])));
      from = start + piece.length;
    }
    return { name: statement.speaker ? names[0] ?? [] : [], text: inText };
  }

  /** What of the statements is marked on the page. @param {ReportStatement[]} statements @returns {FoundWords[]} */
  onPage(statements) {
    if (this.#expression.trim() === '') return [];
    return statements.flatMap((statement) => {
      const { words } = this.#searches.said.places(this.#textsOf(statement));
      return words.flatMap((places, index) => {
        const { layer, index: mark } = pieceOf(statement, index);
        return places.map(([start, end]) => ({ layer, index: mark, start, end }));
      });
    });
  }

  /** Takes over what is shown, and how far the reader is in it. @param {ReportStatement[]} statements none where dates are shown */
  show(statements) {
    this.#shown = statements;
    if (this.#at && !statements.includes(this.#at)) this.#at = null;
    this.#parts.finding.hidden = this.#expression.trim() === '' || statements.length === 0;
    this.#showCount();
  }

  /** Goes on as soon as what was typed is searched for: what was found before is not what the reader wants. @param {1 | -1} direction */
  #stepSoon(direction) {
    if (this.#isPending) this.#wanted = direction;
    else this.#step(direction);
  }

  /** Goes to the next or previous statement that is searched for. @param {1 | -1} direction */
  #step(direction) {
    const shown = this.#shown;
    if (shown.length === 0) return;
    const at = this.#at ? shown.indexOf(this.#at) : direction === 1 ? -1 : 0;
    const statement = shown[(at + direction + shown.length) % shown.length];
    if (!statement) return;
    this.#at = statement;
    this.#showCount();
    const { words } = this.#searches.said.places(this.#textsOf(statement));
    const { layer, index } = pieceOf(statement, Math.max(0, words.findIndex(({ length }) => length > 0)));
    this.#go(statement, layer, index);
  }

  #showCount() {
    const { length } = this.#shown;
    this.#parts.count.textContent = this.#at ? message('findCount', this.#shown.indexOf(this.#at) + 1, length) : message('findCountAll', length);
  }

  /** @param {ReportStatement} statement @returns {Texts} */
  #textsOf(statement) {
    const texts = this.#texts.get(statement) ?? textsOf(statement, this.#report ?? { dates: [], published: null });
    this.#texts.set(statement, texts);
    return texts;
  }
}

/** Finds all there is. @type {Search} */
const everything = { accepts: () => true, places: () => ({ names: [], words: [] }) };

/** Which mark of the page a piece of a statement is. @param {ReportStatement} statement @param {number} piece @returns {Pick<FoundWords, 'layer' | 'index'>} */
function pieceOf({ quotes, reported }, piece) {
  return reported ? { layer: 'reported', index: reported.index } : { layer: 'quote', index: quotes[piece]?.index ?? -1 };
}
