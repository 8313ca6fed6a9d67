//! Who is the subject of the clauses before a pronoun, and who says something in them.

use super::features::{Feature, Features};
use super::question::Question;
use super::who::Who;
use crate::analysis::clauses::{finite_before, first_subject, mention_from, sentence_end, sentence_start, subject_of};
use crate::analysis::{ElementId, MentionId, Passage};
use crate::models::features::Row;

/// Subjects, each with the feature that tells whether a candidate is it.
pub(super) struct Subjects([(Feature, Option<Who>); 6]);

/// How many mentions back somebody who says something is looked for.
const NEAR: usize = 60;

/// How many blocks back.
const REACH: usize = 10;

impl Subjects {
    /// Those of the pronoun's sentence, of the one before, and of the block; and who says something before.
    pub fn of(question: &Question) -> Subjects {
        let passage = question.passage();
        let block = question.id.block;
        let at = passage.element_of(question.id.mention(question.passages).head);
        let start = sentence_start(passage, at);
        let of_verb = finite_before(passage, start, at).and_then(|verb| subject_of(passage, verb));
        let of_sentence = topic(passage, start).or_else(|| first_subject(passage, start, at));
        let first = passage.elements().start;
        let of_block = (start > first).then(|| first_subject(passage, first, sentence_end(passage, first))).flatten();
        let meant = |id: MentionId| question.people.entity_of(id).map_or(Who::Described(id), Who::Known);
        let who = |block: usize, index: Option<usize>| Some(meant(MentionId { block, index: index? }));
        let mut sayers = question.profiles.sayers_before(question.id, REACH).take(NEAR).map(meant);
        let says_last = sayers.next();
        let says_before = sayers.find(|&who| Some(who) != says_last);
        Subjects([
            (Feature::SubjectOfVerb, who(block, of_verb)),
            (Feature::SubjectOfSentence, who(block, of_sentence)),
            (Feature::SubjectOfSentenceBefore, before(question, start).and_then(|(block, index)| who(block, index))),
            (Feature::SubjectOfBlock, who(block, of_block)),
            (Feature::SaysLast, says_last),
            (Feature::SaysBefore, says_before),
        ])
    }

    /// Writes which of them a candidate is: 0 where there is none, 1 where it is another, 2 where it is the candidate.
    pub fn compare(&self, candidate: Who, row: &mut Features) {
        for &(feature, subject) in &self.0 {
            row.set(feature, subject.map_or(0, |subject| 1 + u8::from(subject == candidate)));
        }
    }
}

/// `As for |Reyes|, she said`: whom a sentence turns to.
fn topic(passage: &Passage, start: ElementId) -> Option<usize> {
    let sets = passage.sets();
    let leads = sets.leads_topic.has_any_case(passage.word(start)) && sets.before_topic.has(passage.word(start.next()));
    mention_from(passage, start.plus(2)).filter(|_| leads)
}

/// The first subject of the sentence before the one that begins at an element, with its block.
fn before(question: &Question, start: ElementId) -> Option<(usize, Option<usize>)> {
    let block = question.id.block;
    let (block, end) = if start == question.passage().elements().start {
        block.checked_sub(1).map(|before| (before, question.passages[before].elements().end))?
    } else {
        (block, start)
    };
    let passage = &question.passages[block];
    Some((block, first_subject(passage, sentence_start(passage, end.before()?), end)))
}
