//! Who says this quotation? The question as it is put to the reader and to the learner, with what is known when it comes up.

use super::candidates;
use super::positions::Positions;
use super::salience::Salience;
use super::spoken::Spoken;
use super::turns::Turns;
use crate::analysis::{ElementId, MentionId, Passage, StretchId};
use crate::speech::Quotation;

/// One quotation that somebody said, and what the article has told before it.
pub(super) struct Question<'a, 'b> {
    /// The article's blocks.
    pub passages: &'a [Passage<'b>],
    /// All stretches between quotation marks.
    pub quotations: &'a [Quotation],
    /// Which of them is asked about.
    pub stretch: StretchId,
    /// Who spoke last.
    pub turns: Turns,
    /// Where the speakers so far stood.
    pub positions: Positions,
    /// How often each head stands in the article.
    pub salience: &'a Salience,
    /// What was said so far, and by whom.
    pub spoken: &'a Spoken,
    /// The answer for the stretch before, where it has one.
    pub answer_before: Option<Choice>,
}

/// The speaker of a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    /// The words that name the speaker.
    pub speaker: MentionId,
    /// The share of belief in these words, from 0 to 1.
    pub share: f32,
    /// How far it lies above the share of the next candidate.
    pub margin: f32,
    /// The next candidate.
    pub runner_up: Option<MentionId>,
    /// What it is founded on.
    pub basis: Basis,
}

/// What an answer is founded on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Basis {
    /// A form that leaves no doubt.
    Form,
    /// The answer for a quotation before: in a list, or where words go on or take turns.
    List,
    /// What the trees believe.
    Trees,
}

impl<'a, 'b> Question<'a, 'b> {
    /// The quotation asked about.
    pub fn quotation(&self) -> &'a Quotation {
        &self.quotations[self.stretch.0]
    }

    /// The passage that it stands in.
    pub fn passage(&self) -> &'a Passage<'b> {
        &self.passages[self.quotation().block]
    }

    /// The element that it is.
    pub fn element(&self) -> ElementId {
        self.passage().element_of_stretch(self.stretch)
    }

    /// The stretch before it, whatever its kind.
    pub fn stretch_before(&self) -> Option<&'a Quotation> {
        Some(&self.quotations[self.stretch.0.checked_sub(1)?])
    }

    /// The quotation before it that somebody said.
    pub fn quotation_before(&self) -> Option<&'a Quotation> {
        self.quotations[..self.stretch.0].iter().rev().find(|other| other.is_said())
    }

    /// The next one that somebody said.
    pub fn quotation_behind(&self) -> Option<&'a Quotation> {
        self.quotations.get(self.stretch.0 + 1..)?.iter().find(|other| other.is_said())
    }

    /// The mentions that may name the speaker.
    pub fn candidates(&self) -> Vec<MentionId> {
        candidates::of_quotation(self.quotation(), self.passages, self.turns)
    }
}
