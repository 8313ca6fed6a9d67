//! What the trees believe.

use super::describe::describe;
use super::features::Features;
use super::question::Question;
use crate::language::Language;
use crate::models::trees::Forest;

/// How many pronouns of an article are ranked however dense they stand.
const RANKED: usize = 300;

/// How many bytes of text a further one needs. No article has so many, but a page that repeats a pronoun would cost many times what an
/// article of its length does.
const BYTES_EACH: usize = 30;

/// Above this share of belief somebody is named for a pronoun that speaks, though more of it be in nobody.
const WORTH_NAMING: f32 = 0.15;

/// An answer: the place of the candidate chosen, with its share of belief, and the next one with its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::coreference) struct Answer {
    pub chosen: usize,
    pub share: f32,
    pub runner_up: Option<(usize, f32)>,
}

/// Who answers the questions.
pub(in crate::coreference) trait Policy {
    /// Whom the pronoun means, if anybody.
    fn answer(&mut self, question: &Question) -> Option<Answer>;
}

/// Believes the trees.
pub(in crate::coreference) struct Reader {
    forest: Option<&'static Forest<'static>>,
    ranked: usize,
    bytes: Vec<usize>,
}

impl Reader {
    /// The reader of an article in a language; its blocks have so many bytes.
    pub fn of(language: &'static Language, blocks: impl Iterator<Item = usize>) -> Reader {
        let bytes = blocks.scan(0, |total: &mut usize, length| Some(std::mem::replace(total, *total + length)));
        Reader { forest: language.antecedents(), ranked: 0, bytes: bytes.collect() }
    }
}

impl Policy for Reader {
    fn answer(&mut self, question: &Question) -> Option<Answer> {
        if question.candidates.is_empty() || self.ranked >= RANKED + self.bytes[question.id.block] / BYTES_EACH {
            return None;
        }
        self.ranked += 1;
        best(&shares(self.forest?, &describe(question)), question.speaks)
    }
}

/// The candidate with the largest of the shares, of which the last is nobody's; nothing where that is larger. A pronoun that speaks means
/// somebody, as long as anybody is worth naming.
pub(in crate::coreference) fn best(shares: &[f32], speaks: bool) -> Option<Answer> {
    let (&nobody, candidates) = shares.split_last()?;
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by(|&one, &other| candidates[other].total_cmp(&candidates[one]));
    let chosen = *order.first()?;
    let share = candidates[chosen];
    let runner_up = order.get(1).map(|&next| (next, candidates[next]));
    (share >= nobody || speaks && share >= WORTH_NAMING).then_some(Answer { chosen, share, runner_up })
}

/// The share of belief in each candidate and, last, in nobody: the softmax over their scores.
pub fn shares(forest: &Forest, features: &[Features]) -> Vec<f32> {
    let scores = forest.scores(features);
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let shares: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let total: f32 = shares.iter().sum();
    shares.into_iter().map(|share| share / total).collect()
}
