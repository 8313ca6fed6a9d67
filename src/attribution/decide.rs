//! The one walk over the quotations of an article, for reading and for learning: each question in reading order, with what the answers before
//! it have shown.

use super::positions::Positions;
use super::question::{Choice, Question};
use super::rules;
use super::salience::Salience;
use super::spoken::Spoken;
use super::turns::Turns;
use crate::analysis::{Passage, StretchId};
use crate::speech::Quotation;

/// Who answers the questions.
pub(super) trait Policy {
    /// The candidate believed in most, by its features.
    fn believe(&mut self, question: &Question) -> Option<Choice>;

    /// The speaker, remembered for the questions that follow. Forms and lists come before what is believed, relays after it.
    fn answer(&mut self, question: &Question) -> Option<Choice> {
        let choice = rules::plain(question).or_else(|| self.believe(question))?;
        rules::settle(question, choice)
    }
}

/// The speakers of the quotations that somebody said, one for each stretch.
pub(super) fn decide(quotations: &[Quotation], passages: &[Passage], policy: &mut impl Policy) -> Vec<Option<Choice>> {
    let salience = Salience::of(passages);
    let mut turns = Turns::default();
    let mut positions = Positions::default();
    let mut spoken = Spoken::default();
    let mut choices: Vec<Option<Choice>> = Vec::with_capacity(quotations.len());
    for (index, quotation) in quotations.iter().enumerate() {
        if !quotation.is_said() {
            choices.push(None);
            continue;
        }
        let answer_before = choices.last().copied().flatten();
        let stretch = StretchId(index);
        let question = Question {
            passages,
            quotations,
            stretch,
            turns,
            positions,
            salience: &salience,
            spoken: &spoken,
            answer_before,
        };
        let choice = policy.answer(&question);
        if let Some(choice) = choice {
            positions.note(passages, quotation, choice.speaker);
            turns.note(passages, choice.speaker);
            spoken.note(passages, quotation, choice.speaker);
        }
        choices.push(choice);
    }
    choices
}
