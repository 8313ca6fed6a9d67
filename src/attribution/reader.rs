//! The reader: what the trees believe.

use super::chains;
use super::decide::Policy;
use super::features::{self, Features};
use super::question::{Basis, Choice, Question};
use super::ranker;
use crate::analysis::{MentionId, Passage};

/// How many quotations of an article are ranked however dense they stand.
const RANKED: usize = 300;

/// How many bytes of text a further one needs. No article has so many, but a page that repeats a short quotation would cost many times what
/// an article of its length does.
const BYTES_EACH: usize = 160;

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

    /// What the trees believe of each candidate; nothing where too many quotations were ranked before.
    pub fn weigh(&mut self, question: &Question) -> Option<Belief> {
        let quotation = question.quotation();
        let bytes = self.bytes_before.get(quotation.block)? + quotation.start;
        if self.ranked >= RANKED + bytes / BYTES_EACH {
            return None;
        }
        self.ranked += 1;
        let candidates = question.candidates();
        let features = features::of_candidates(question, &candidates);
        let shares = question.passage().block.language.ranker()?.shares(&features);
        Some(Belief { candidates, features, shares })
    }
}

impl Policy for Reader {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        self.weigh(question)?.choice(chains::stands_alone(question))
    }
}

/// What the trees believe of the candidates for one quotation.
pub(super) struct Belief {
    /// The candidates.
    pub candidates: Vec<MentionId>,
    /// Their features, and those of nobody behind them.
    #[cfg_attr(not(feature = "explain"), allow(dead_code, reason = "only explanations show it"))]
    pub features: Vec<Features>,
    /// Their shares of the belief, and that of nobody behind them.
    pub shares: Vec<f32>,
}

impl Belief {
    /// The candidate believed in most, if it is worth naming; for a quotation that stands alone or not.
    pub fn choice(&self, alone: bool) -> Option<Choice> {
        let best = ranker::named(&self.shares, alone)?;
        let share = self.shares[best];
        let others = self.shares.iter().enumerate().filter(|&(other, _)| other != best);
        let next = others.max_by(|one, other| one.1.total_cmp(other.1));
        let margin = share - next.map_or(0.0, |(_, &share)| share);
        let runner_up = next.and_then(|(other, _)| self.candidates.get(other).copied());
        Some(Choice { speaker: *self.candidates.get(best)?, share, margin, runner_up, basis: Basis::Trees })
    }
}
