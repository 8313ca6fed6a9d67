//! Whether a candidate is the subject of the verbs around the quotation.

use super::list::{Feature, Features, Row};
use crate::analysis::clauses::{self, sentence_end, sentence_start};
use crate::analysis::{ElementId, MentionId};
use crate::attribution::question::Question;

/// A feature, and the mention that a candidate is compared with for it.
pub(super) type Subject = (Feature, Option<MentionId>);

/// The subjects of the verbs around the quotation.
pub(super) fn of(question: &Question) -> [Subject; 8] {
    let passage = question.passage();
    let block = question.quotation().block;
    let at = question.element();
    let start = sentence_start(passage, at);
    let mut cues = start.until(at).rev().filter(|&element| clauses::is_cue_verb(passage, element));
    let own = |index: Option<usize>| index.map(|index| MentionId { block, index });
    let of_verb = |verb: Option<ElementId>| own(verb.and_then(|verb| clauses::subject_of(passage, verb)));
    let cue_behind = at.next().until(sentence_end(passage, at)).find(|&element| passage.known(element).cue() >= 3);
    [
        (Feature::SubjectOfCue, of_verb(cues.next())),
        (Feature::SubjectOfSecondCue, of_verb(cues.next())),
        (Feature::SubjectOfVerb, of_verb(clauses::finite_before(passage, start, at))),
        (Feature::SubjectOfSentence, own(clauses::first_subject(passage, start, at))),
        (Feature::SubjectOfCueBehind, of_verb(cue_behind)),
        (Feature::SubjectOfSentenceBefore, of_sentence_before(question, start)),
        (Feature::SpeakerOfSameWords, question.spoken.speaker_of(question.passages, question.quotation())),
        (Feature::OwnerOfNoun, own(clauses::owner_of_noun_before(passage, at))),
    ]
}

/// The subject of the sentence before, for a quotation that begins one.
fn of_sentence_before(question: &Question, start: ElementId) -> Option<MentionId> {
    let block = question.quotation().block;
    if question.element() != start {
        return None;
    }
    let (block, end) = match start.before() {
        None => block.checked_sub(1).map(|before| (before, question.passages[before].elements().end))?,
        Some(_) => (block, start),
    };
    let passage = &question.passages[block];
    let start = sentence_start(passage, end.before()?);
    clauses::first_subject(passage, start, end).map(|index| MentionId { block, index })
}

/// Writes how like the candidate is to each subject: 0 where there is none, 1 not at all, 2 with the same head, 3 the same.
pub(super) fn compare(question: &Question, candidate: MentionId, subjects: &[Subject], row: &mut Features) {
    let head = |mention: MentionId| mention.head(question.passages);
    for &(feature, subject) in subjects {
        let likeness = match subject {
            None => 0,
            Some(subject) if subject == candidate => 3,
            Some(subject) => 1 + u8::from(head(candidate).eq_ignore_ascii_case(head(subject))),
        };
        row.set(feature, likeness);
    }
}
