//! Who says each quotation.

mod candidates;
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
mod relay;
mod rules;
mod salience;
#[cfg(feature = "training")]
pub mod training;
mod turns;

pub(crate) use cues::of_mention as cue_of;
pub(crate) use passages::passages;
pub(crate) use question::Choice;

use crate::analysis::Passage;
use crate::speech::Quotation;

/// The speakers of the quotations that somebody said, one for each stretch.
pub(crate) fn attribute(quotations: &[Quotation], passages: &[Passage]) -> Vec<Option<Choice>> {
    let mut choices = decide::decide(quotations, passages, &mut reader::Reader::of(passages));
    phrase::name_speakers(&mut choices, passages);
    rules::share_among_reopened(quotations, &mut choices);
    choices
}
