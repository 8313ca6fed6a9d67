//! The reader: what the trees believe.

use super::decide::Policy;
use super::question::{Choice, Question};
use super::{features, ranker};
use crate::analysis::Passage;

/// How many quotations of an article are ranked however dense they stand.
const RANKED: usize = 300;

/// How many bytes of text a further one needs. No article has so many, but a page that repeats a short quotation would cost many times what
/// an article of its length does.
const BYTES_EACH: usize = 60;

/// Believes in the candidate that the ranker puts first.
pub(super) struct Reader {
    /// How many bytes of text stand before each block.
    bytes_before: Vec<usize>,
    /// How many quotations were ranked so far.
    ranked: usize,
}

impl Reader {
    /// The reader of an article.
    pub fn of(passages: &[Passage]) -> Reader {
        let start =
            |total: &mut usize, passage: &Passage| Some(std::mem::replace(total, *total + passage.block.text.len()));
        Reader { bytes_before: passages.iter().scan(0, start).collect(), ranked: 0 }
    }
}

impl Policy for Reader {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        let quotation = question.quotation();
        let bytes = self.bytes_before.get(quotation.block)? + quotation.start;
        if self.ranked >= RANKED + bytes / BYTES_EACH {
            return None;
        }
        self.ranked += 1;
        let candidates = question.candidates();
        let features = features::of_candidates(question, &candidates);
        let (speaker, confidence) = ranker::best(question.passage().block.language, &candidates, &features)?;
        Some(Choice { speaker, confidence })
    }
}
