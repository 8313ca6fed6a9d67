//! A row of features for each candidate.

use super::evidence::{self, Slot};
use super::list::{Features, Row};
use super::slots::word_in;
use super::view::CandidateView;
use super::{between, cues, mention, quotation, subjects, tags};
use crate::analysis::MentionId;
use crate::attribution::question::Question;
use crate::models::trees::WIDTH;

/// The features of every candidate, and of nobody as the last.
pub(in crate::attribution) fn of_candidates(question: &Question, candidates: &[MentionId]) -> Vec<Features> {
    let mut shared = [0; WIDTH];
    quotation::describe(question, &mut shared);
    tell(question, None, &Slot::OF_QUOTATION, &mut shared);
    let subjects = subjects::of(question);
    let of_candidate = |&candidate: &MentionId| {
        let mut row = shared;
        let view = CandidateView::new(question, candidate);
        between::describe(&view, &mut row);
        between::compare_with_speakers(&view, &mut row);
        mention::describe(&view, &mut row);
        tags::describe(&view, &mut row);
        cues::describe(&view, &mut row);
        tell(question, Some(candidate), &Slot::OF_CANDIDATE, &mut row);
        subjects::compare(question, candidate, &subjects, &mut row);
        row
    };
    candidates.iter().map(of_candidate).chain([shared]).collect()
}

/// What the words in some slots tell.
fn tell(question: &Question, candidate: Option<MentionId>, slots: &[Slot], row: &mut Features) {
    let language = question.passage().block.language;
    for &slot in slots {
        row.set(slot.feature(), evidence::of(language, word_in(question, candidate, slot), slot));
    }
}
