//! The reader: what the trees believe.

use super::decide::Policy;
use super::question::{Choice, Question};
use super::{features, ranker};

/// Believes in the candidate that the ranker puts first.
pub(super) struct Reader;

impl Policy for Reader {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        let candidates = question.candidates();
        let (speaker, confidence) = ranker::best(&candidates, &features::of_candidates(question, &candidates))?;
        Some(Choice { speaker, confidence })
    }
}
