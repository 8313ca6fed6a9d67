//! Who says each quotation.

mod candidates;
mod chains;
mod cues;
mod decide;
mod features;
mod forms;
mod passages;
mod phrase;
mod positions;
mod question;
mod ranker;
mod reader;
#[cfg(feature = "explain")]
mod recorder;
mod relay;
mod rules;
mod salience;
mod spoken;
#[cfg(feature = "training")]
pub mod training;
mod turns;

pub(crate) use cues::of_mention as cue_of;
pub(crate) use passages::passages;
pub(crate) use phrase::speaker_in;
pub(crate) use question::{Basis, Choice};
#[cfg(feature = "explain")]
pub(crate) use recorder::{Candidate, Decision, Ground, Telling};

use crate::analysis::Passage;
use crate::speech::Quotation;
use decide::Policy;

/// The speakers of the quotations that somebody said, one for each stretch.
pub(crate) fn attribute(quotations: &[Quotation], passages: &[Passage]) -> Vec<Option<Choice>> {
    answered_by(&mut reader::Reader::of(passages), quotations, passages)
}

/// The same, with a record of how each was found.
#[cfg(feature = "explain")]
pub(crate) fn attribute_and_record(
    quotations: &[Quotation],
    passages: &[Passage],
) -> (Vec<Option<Choice>>, Vec<Decision>) {
    let mut recorder = recorder::Recorder::of(passages);
    let choices = answered_by(&mut recorder, quotations, passages);
    (choices, recorder.decisions)
}

fn answered_by(policy: &mut impl Policy, quotations: &[Quotation], passages: &[Passage]) -> Vec<Option<Choice>> {
    let mut choices = decide::decide(quotations, passages, policy);
    phrase::name_speakers(&mut choices, passages);
    rules::share_among_reopened(quotations, passages, &mut choices);
    chains::share_with_headings(quotations, passages, &mut choices);
    choices
}
