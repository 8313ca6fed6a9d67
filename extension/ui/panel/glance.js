// The article at a glance: who has which share of the words, how many sources have no name, what is quoted and what is reported.

import { sharesOf } from '../../export/shares.js';
import { isolated } from '../../shared/foreign-text.js';
import { accentColour } from '../../settings/looks.js';
import { button, element } from '../elements.js';
import { message, part } from '../page.js';

/** @import { Report } from '../../../types/report.js' */
/** @import { Share } from '../../export/shares.js' */

/** What the table is sorted by. @typedef {'name' | 'statements' | 'words'} Order */

/** One line that opens to a table. */
export class Glance {
  #details = part('glance', HTMLDetailsElement);
  #summary = part('glance-summary', HTMLElement);
  #content = part('glance-content', HTMLElement);
  #choose;
  /** @type {Report | null} */
  #report = null;
  /** @type {Order} */
  #order = 'words';

  /** @param {(speaker: string) => void} choose shows what one speaker said */
  constructor(choose) {
    this.#choose = choose;
    this.#details.addEventListener('toggle', () => this.#fill());
  }

  /** @param {Report | null} report */
  show(report) {
    this.#report = report;
    this.#details.hidden = !report || report.statements.length === 0;
    if (!report || this.#details.hidden) return;
    const { quoted, reported, speakers } = sharesOf(report);
    const [first] = speakers;
    const unnamed = speakers.filter(isUnnamed).length;
    this.#summary.textContent = [
      first && message('glanceMost', isolated(nameOf(first)), percent(first.share)),
      unnamed > 0 && message('glanceUnnamed', unnamed),
      message('glanceQuotedShare', percent(quoted / Math.max(quoted + reported, 1))),
    ].filter(Boolean).join('\u00a0· ');
    this.#fill();
  }

  /** The table is made when somebody looks at it. */
  #fill() {
    if (!this.#details.open || !this.#report) return;
    // Whoever sorts by the keyboard goes on from the same button.
    const focused = document.activeElement instanceof HTMLElement && this.#content.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    const shares = sharesOf(this.#report);
    this.#content.replaceChildren(facts(shares), this.#table(shares.speakers, this.#report));
    if (focused !== undefined) /** @type {HTMLElement | null} */ (this.#content.querySelector(`[data-key="${focused}"]`))?.focus({ preventScroll: true });
  }

  /** @param {Share[]} speakers @param {Report} report */
  #table(speakers, report) {
    const head = element('tr', '', this.#heading('name', message('glanceSpeaker')), this.#heading('statements', message('glanceStatements')), this.#heading('words', message('glanceWords')));
    const rows = sorted(speakers, this.#order).map((share) => this.#row(share, report.people.find(({ index }) => index === share.person)?.tint));
    return element('table', 'shares', element('caption', 'unseen', message('glanceTitle')), element('thead', '', head), element('tbody', '', ...rows));
  }

  /** @param {Order} order @param {string} label */
  #heading(order, label) {
    const sort = button('sort', () => {
      this.#order = order;
      this.#fill();
    }, label);
    sort.dataset.key = `sort-${order}`;
    const made = element('th', '', sort);
    made.scope = 'col';
    if (order === this.#order) made.ariaSort = order === 'name' ? 'ascending' : 'descending';
    return made;
  }

  /** @param {Share} share @param {number | null | undefined} tint */
  #row(share, tint) {
    const speaker = share.person === null ? 'unknown' : String(share.person);
    const choose = button(share.name ? 'name' : 'name unknown', () => this.#choose(speaker), nameOf(share));
    choose.dataset.key = `speaker-${speaker}`;
    choose.title = message('glanceShow');
    const name = element('th', '', choose);
    name.scope = 'row';
    const kind = kindOf(share);
    if (kind) name.append(' ', element('span', 'soft', kind));
    const bar = element('span', 'bar');
    bar.ariaHidden = 'true';
    bar.style.setProperty('--share', String(share.share));
    if (tint) bar.style.setProperty('--speaker', accentColour(tint));
    const words = element('td', 'amount', message('glanceAmount', share.words, percent(share.share)), bar);
    return element('tr', '', name, element('td', 'amount', String(share.statements)), words);
  }
}

/** What is quoted and reported, and who they are that speak. @param {import('../../export/shares.js').Shares} shares */
function facts({ quoted, reported, speakers }) {
  const all = Math.max(quoted + reported, 1);
  const found = speakers.filter(({ person }) => person !== null);
  const count = (/** @type {(share: Share) => boolean} */ which) => found.filter(which).length;
  /** @type {[string, string][]} */
  const lines = [
    [message('panelQuoted'), message('glanceFact', quoted, percent(quoted / all))],
    [message('panelReported'), message('glanceFact', reported, percent(reported / all))],
    [message('glanceSources'), message('glanceNamedAndUnnamed', count(({ isNamed }) => isNamed), count(isUnnamed))],
    [message('glanceWho'), message('glancePeopleAndBodies', count(isPerson), count((share) => !isPerson(share)))],
  ];
  return element('dl', 'facts', ...lines.flatMap(([term, text]) => [element('dt', '', term), element('dd', '', text)]));
}

/** @param {Share[]} speakers @param {Order} order */
function sorted(speakers, order) {
  const names = new Intl.Collator(message('interfaceLanguage'));
  return speakers.toSorted((one, other) => (order === 'name' ? names.compare(nameOf(one), nameOf(other)) : other[order] - one[order]));
}

/** @param {Share} share */
function nameOf({ name }) {
  return name ?? message('panelSpeakerUnknown');
}

/** @param {Share} share */
function isUnnamed({ person, isNamed }) {
  return person !== null && !isNamed;
}

/** @param {Share} share */
function isPerson({ kind }) {
  return kind === undefined || kind === 'person' || kind === 'group';
}

/** @param {Share} share */
function kindOf(share) {
  if (share.person === null) return '';
  const kind = message(isPerson(share) ? 'glancePerson' : 'glanceBody');
  return share.isNamed ? kind : message('glanceWithoutName', kind);
}

/** @param {number} share */
function percent(share) {
  return new Intl.NumberFormat(message('interfaceLanguage'), { style: 'percent' }).format(share);
}
