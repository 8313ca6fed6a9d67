//! A row of features for each candidate.

use super::evidence::{self, Slot};
use super::list::{Features, Row};
use super::slots::word_in;
use super::{between, cues, mention, quotation, subjects};
use crate::analysis::{Mention, MentionId, Passage};
use crate::attribution::question::Question;
use crate::models::trees::WIDTH;
use std::ops::Range;

/// The features of every candidate, and of nobody behind them.
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
        cues::describe(&view, &mut row);
        tell(question, Some(candidate), &Slot::OF_CANDIDATE, &mut row);
        subjects::compare(question, candidate, &subjects, &mut row);
        row
    };
    candidates.iter().map(of_candidate).chain([shared]).collect()
}

/// What the words in some slots tell.
fn tell(question: &Question, candidate: Option<MentionId>, slots: &[Slot], row: &mut Features) {
    for &slot in slots {
        row.set(slot.feature(), evidence::of(word_in(question, candidate, slot), slot));
    }
}

/// A candidate as seen from the quotation, and where each stands.
pub(super) struct CandidateView<'q, 'a, 'b> {
    /// The question.
    pub question: &'q Question<'a, 'b>,
    /// The candidate.
    pub candidate: MentionId,
    /// Its mention.
    pub mention: &'a Mention,
    /// The passage that it stands in.
    pub passage: &'a Passage<'b>,
    /// Whether the quotation stands there too.
    pub same_block: bool,
    /// The element that is the quotation; the passage's end where the quotation stands in a later one.
    pub at: usize,
    /// The mention's first element.
    pub first: usize,
    /// Its last element.
    pub last: usize,
    /// Whether it stands behind the quotation.
    pub behind: bool,
}

impl<'q, 'a, 'b> CandidateView<'q, 'a, 'b> {
    fn new(question: &'q Question<'a, 'b>, candidate: MentionId) -> CandidateView<'q, 'a, 'b> {
        let passage = candidate.passage(question.passages);
        let mention = candidate.mention(question.passages);
        let same_block = candidate.block == question.quotation().block;
        let at = if same_block { question.element() } else { passage.elements.len() };
        let first = passage.element_of(mention.tokens.start);
        let last = passage.element_of(mention.tokens.end - 1);
        let behind = same_block && first > at;
        CandidateView { question, candidate, mention, passage, same_block, at, first, last, behind }
    }

    /// The elements between mention and quotation.
    pub fn between(&self) -> Range<usize> {
        if self.behind { self.at + 1..self.first } else { self.last + 1..self.at }
    }
}
