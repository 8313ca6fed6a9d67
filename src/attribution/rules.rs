//! What rules decide besides the trees: forms and lists before them, relays after them.

use super::question::{Basis, Choice, Question};
use super::{chains, cue_of, forms, relay};
use crate::analysis::{MentionKind, Passage};
use crate::speech::Quotation;

/// How sure a form is that leaves no doubt: of 2,458 in PolNeAR, GUM and modern news all but 50 are right.
const PLAIN: f32 = 0.985;

/// How many words and marks may stand between two quotations of a list.
const LIST: usize = 3;

/// The speaker that a form names, or that a list goes on with.
pub(super) fn plain(question: &Question) -> Option<Choice> {
    let verdict = forms::verdict(question.quotation(), question.passage());
    let sure = |speaker| Choice { speaker, share: PLAIN, margin: PLAIN, runner_up: None, basis: Basis::Form };
    let form = verdict.map(|verdict| sure(verdict.mention));
    let below = || forms::signed_below(question.quotation(), question.passages).map(sure);
    let list = || question.answer_before.filter(|_| lists_on(question));
    let behind = || chains::said_behind(question).map(sure);
    form.or_else(below)
        .or_else(|| list().map(|answer| Choice { basis: Basis::List, ..answer }))
        .or_else(behind)
        .or_else(|| chains::takes_turn(question))
        .or_else(|| chains::goes_on(question))
}

/// The speaker whose words the chosen one passes on, if there is one; nobody, where the chosen one is asked, told or spoken of.
pub(super) fn settle(question: &Question, choice: Choice) -> Option<Choice> {
    let (quotation, passages) = (question.quotation(), question.passages);
    match relay::behind(choice.speaker, quotation, passages) {
        Some(speaker) => Some(Choice { speaker, ..choice }),
        None if relay::is_hearer(choice.speaker, quotation, passages) => None,
        None if relay::is_spoken_of(choice.speaker, quotation, passages) => None,
        None => Some(choice),
    }
}

/// Whether a quotation goes on with the list that the one before is in: `“…,” “…” and “…”`.
fn lists_on(question: &Question) -> bool {
    let quotation = question.quotation();
    let Some(before) = question.stretch_before() else { return false };
    let between = before.tokens.end..quotation.tokens.start;
    let block = &question.passage().block;
    let joins = |token: usize| {
        matches!(block.word(token), "," | ";") || block.language.sets.joins_attributed_quotations.has(block.word(token))
    };
    before.block == quotation.block
        && before.is_said()
        && (1..=LIST).contains(&between.len())
        && between.into_iter().all(joins)
}

/// A quotation that goes on over paragraphs has one speaker: where nothing before it names one, it is the one named further on.
pub(super) fn share_among_reopened(quotations: &[Quotation], passages: &[Passage], choices: &mut [Option<Choice>]) {
    for index in (1..quotations.len()).rev() {
        let (before, behind) = (&quotations[index - 1], &quotations[index]);
        if before.closed || !before.is_said() || !behind.reopens {
            continue;
        }
        let own = choices[index - 1].is_some_and(|choice| choice.speaker.block >= before.block);
        // `Reyes said it was late. ¶ “… ¶ “…,” she said.` tells it before already.
        let told = choices[index - 1].is_some_and(|Choice { speaker, .. }| {
            cue_of(speaker.passage(passages), speaker.mention(passages)).is_some()
        });
        let named = choices[index].is_some_and(|Choice { speaker, .. }| {
            let name = speaker.mention(passages).kind == MentionKind::Name;
            speaker.block >= behind.block && (name || !told)
        });
        if choices[index - 1].is_none() || named && !own {
            choices[index - 1] = choices[index];
        }
    }
}
