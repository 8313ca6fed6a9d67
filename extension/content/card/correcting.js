// “Wrong?”: the reader hides a mark or says who spoke, and takes it back again.

import { placeOfStatement } from '../../shared/words-place.js';
import { liveRange, wordsOf } from '../paint/marks.js';
import { panelWatch } from '../report/panel-watch.js';
import { translate } from '../../shared/messages.js';

/** @import { Statement } from '../../../types/annotations.js' */
/** @import { DeskMark, WordsPlace } from '../../../types/desk.js' */
/** @import { Action, Guide } from './card-actions.js' */
/** @import { Card } from './card.js' */
/** @import { Desk } from '../desk/desk.js' */
/** @import { Reading } from '../reading.js' */
/** @import { Mark } from '../paint/marks.js' */

/** A card is no list: who is not among these is found in the panel. */
const mostNames = 6;
/** What takes a correction back. @type {DeskMark} */
const nothing = { hidden: false, speaker: '' };

/** @param {Mark} mark @param {Reading} reading @param {Guide} guide @param {Desk} desk @returns {Action[]} */
export function correctingActions(mark, reading, guide, desk) {
  const { annotations, blocks } = reading;
  const statement = statementOf(mark, reading);
  const place = statement && placeOfStatement(statement, annotations, blocks);
  if (!desk.keeps || !statement || !place) return [];
  const wrong = { id: 'wrong', label: translate('cardWrong'), run: (/** @type {Card} */ card) => card.ask(translate('cardWrongWhat'), choices(mark, statement, place, reading, guide, desk)) };
  if (!wordsOf(mark, annotations)?.corrected) return [wrong];
  return [wrong, { id: 'undo', label: translate('cardUndo'), run: (card) => void keep(card, desk, place, nothing, () => guide.showAgain(mark)) }];
}

/** @param {Mark} mark @param {Statement} statement @param {WordsPlace} place @param {Reading} reading @param {Guide} guide @param {Desk} desk @returns {Action[]} */
function choices(mark, statement, place, { annotations }, guide, desk) {
  const current = annotations.people[statement.person ?? -1]?.name ?? null;
  const found = statement.corrected ? statement.corrected.from : current;
  const said = (/** @type {number} */ person) => annotations.statements.filter((other) => other.person === person).length;
  const people = annotations.people.map(({ name }, index) => ({ name, count: said(index) })).filter(({ name }) => name !== current);
  const names = people.sort((one, other) => other.count - one.count).slice(0, mostNames).map(({ name }) => name);
  return [
    {
      id: 'hide', label: translate('cardHide'), run: (card) => void keep(card, desk, place, { hidden: true, found }, () => {
        guide.tellOfHidden(liveRange(mark), (card) => void keep(card, desk, place, nothing, () => guide.showAgain(mark)));
      }),
    },
    ...names.map((name) => ({
      id: 'person', label: translate('cardSaidByOther', name), run: (/** @type {Card} */ card) => void keep(card, desk, place, { speaker: name, found, hidden: false }, () => guide.showAgain(mark)),
    })),
    {
      id: 'else', label: translate('cardSomebodyElse'), run: async (card) => {
        if (!await panelWatch.open({ type: 'correct', place })) card.say(translate('cardTypeInPanel'));
      },
    },
  ];
}

/** @param {Card} card @param {Desk} desk @param {WordsPlace} place @param {DeskMark} patch @param {() => void} done */
async function keep(card, desk, place, patch, done) {
  try {
    await desk.keep(place, patch);
    done();
  } catch {
    card.say(translate('cardNotKept'));
  }
}

/** @param {Mark} mark @param {Reading} reading */
function statementOf({ layer, index }, { annotations: { statements } }) {
  return statements.find(({ quotes, reported }) => (layer === 'reported' ? reported === index : layer === 'quote' && quotes.includes(index)));
}
