//! A candidate and the quotation as seen from each other.

use crate::analysis::{ElementId, Elements, Mention, MentionId, Passage};
use crate::attribution::question::Question;

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
    pub at: ElementId,
    /// The mention's first element.
    pub first: ElementId,
    /// Its last element.
    pub last: ElementId,
    /// Whether it comes after the quotation.
    pub behind: bool,
}

impl<'q, 'a, 'b> CandidateView<'q, 'a, 'b> {
    pub fn new(question: &'q Question<'a, 'b>, candidate: MentionId) -> CandidateView<'q, 'a, 'b> {
        let passage = candidate.passage(question.passages);
        let mention = candidate.mention(question.passages);
        let same_block = candidate.block == question.quotation().block;
        let at = if same_block { question.element() } else { passage.elements().end };
        let first = passage.element_of(mention.tokens.start);
        let last = passage.element_of(mention.tokens.end - 1);
        let behind = same_block && first > at;
        CandidateView { question, candidate, mention, passage, same_block, at, first, last, behind }
    }

    /// The elements between mention and quotation.
    pub fn between(&self) -> Elements {
        if self.behind { self.at.next().until(self.first) } else { self.last.next().until(self.at) }
    }
}
