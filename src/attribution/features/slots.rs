//! The words beside a candidate and beside the quotation that may tell something.

use super::counts::{LONG, limited, ordinary, verb_behind, word_behind, words_before};
use super::evidence::Slot;
use crate::analysis::{ElementId, MentionId, MentionKind, Passage, led_by_according_to};
use crate::attribution::question::Question;

/// The word in a slot; nothing where none stands there, or where nobody is the candidate and the slot is beside one.
pub(in crate::attribution) fn word_in<'b>(
    question: &Question<'_, 'b>,
    candidate: Option<MentionId>,
    slot: Slot,
) -> &'b str {
    let own = question.passage();
    match (slot, candidate) {
        (Slot::BeforeQuotation, _) => words_before(own, question.element())[0],
        (Slot::BeforeBeforeQuotation, _) => words_before(own, question.element())[1],
        (Slot::BehindQuotation, _) => word_behind(own, question.element()),
        (_, None) => "",
        (_, Some(candidate)) => word_beside(question, candidate, slot),
    }
}

fn word_beside<'b>(question: &Question<'_, 'b>, candidate: MentionId, slot: Slot) -> &'b str {
    let passage = candidate.passage(question.passages);
    let mention = candidate.mention(question.passages);
    let last = passage.element_of(mention.tokens.end - 1);
    match slot {
        Slot::Verb => passage.word(verb_behind(passage, last.next())),
        Slot::BeforeMention => {
            let phrase = passage.element_of(mention.phrase_start);
            match phrase.before() {
                Some(_) if led_by_according_to(passage, phrase).is_some() => "according",
                Some(before) => ordinary(passage.word(before)),
                None => "",
            }
        }
        Slot::Noun if matches!(mention.kind, MentionKind::Nominal(_)) => passage.word(passage.element_of(mention.head)),
        Slot::CueBetween if candidate.block == question.quotation().block => {
            let first = passage.element_of(mention.tokens.start);
            cue_between(passage, first, last, question.element())
        }
        _ => "",
    }
}

/// The cue nearest to the quotation between the mention and it.
fn cue_between<'b>(passage: &Passage<'b>, first: ElementId, last: ElementId, at: ElementId) -> &'b str {
    let is_cue = |&element: &ElementId| passage.known(element).cue() > 0;
    let cue = if first > at {
        limited(at.next().until(first)).find(is_cue)
    } else {
        last.next().until(at).rev().take(LONG).find(is_cue)
    };
    cue.map_or("", |cue| passage.word(cue))
}
