//! Which candidate speaks: boosted trees score each one, and the best is taken if it is worth believing.

use super::candidates::{self, Candidate, Turns};
use super::feature_list::Features;
use super::features::Context;
use super::sides::Sides;
use super::{forms, relay};
use crate::analysis::Passage;
use crate::models::trees::Forest;
use crate::speech::Quotation;
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use std::sync::LazyLock;

/// What `cargo xtask train` learned; MODEL_CARD.md says from what and how well.
static FILE: &[u8] = include_bytes!("../language/en/models/ranker.trees");

static FOREST: LazyLock<Option<Forest<'static>>> = LazyLock::new(|| Forest::read(FILE));

/// Below this share of belief a candidate is not named at all.
const WORTH_NAMING: f32 = 0.2;

/// Above this share of belief in nobody, nobody is named.
const NOBODY: f32 = 0.6;

/// How sure a form is that leaves no doubt: of 1,870 in the articles that the ranker learns from all but 28 are right.
const PLAIN: f32 = 0.985;

/// How many words and marks may stand between two quotations of a list.
const LIST: usize = 3;

/// How many quotations of an article are ranked however dense they stand.
const RANKED: usize = 300;

/// How many bytes of text a further one needs: no article has so many, but a page that repeats a short quotation would cost many times what an
/// article of its length does.
const BYTES_EACH: usize = 60;

/// The speaker of a quotation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Choice {
    pub candidate: Candidate,
    /// How likely the candidate is right, from 0 to 1.
    pub confidence: f32,
}

/// How often the head of each mention stands in the article, its case folded: for each passage, for each of its mentions.
pub(crate) struct Salience(Vec<Vec<u8>>);

impl Salience {
    /// Counts the heads of all mentions.
    pub fn of(passages: &[Passage]) -> Salience {
        let hash = |passage: &Passage, head: usize| {
            let mut hasher = FxHasher::default();
            passage.block.word(head).chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
            hasher.finish()
        };
        let mut counts: FxHashMap<u64, u8> = FxHashMap::default();
        for passage in passages {
            for mention in &passage.mentions {
                let count = counts.entry(hash(passage, mention.head)).or_default();
                *count = count.saturating_add(1);
            }
        }
        let count = |passage: &Passage, head: usize| counts.get(&hash(passage, head)).copied().unwrap_or(0);
        let of_passage =
            |passage: &Passage| passage.mentions.iter().map(|mention| count(passage, mention.head)).collect();
        Salience(passages.iter().map(of_passage).collect())
    }

    /// How often the head of this candidate stands in the article, up to 255.
    pub fn count(&self, candidate: Candidate) -> u8 {
        self.0[candidate.block][candidate.mention]
    }
}

/// Chooses the speaker of every quotation that somebody said, in reading order: one may depend on the one before.
pub(crate) fn choose(quotations: &[Quotation], passages: &[Passage]) -> Vec<Option<Choice>> {
    let salience = Salience::of(passages);
    let mut turns = Turns::default();
    let mut sides = Sides::default();
    let mut choices = vec![None; quotations.len()];
    let mut ranked_so_far = 0;
    let starts = starts_of_blocks(passages);
    for (index, quotation) in quotations.iter().enumerate().filter(|(_, quotation)| quotation.is_said()) {
        let plain = forms::speaker(quotation, &passages[quotation.block])
            .map(|candidate| Choice { candidate, confidence: PLAIN })
            .or_else(|| lists_on(quotations, index, passages).then(|| choices[index - 1]).flatten());
        let may_be_ranked = ranked_so_far < RANKED + (starts[quotation.block] + quotation.start) / BYTES_EACH;
        let ranked = || {
            if !may_be_ranked {
                return None;
            }
            ranked_so_far += 1;
            let candidates = candidates::of_quotation(quotation, passages, turns);
            let context = Context { passages, quotations, quotation: index, turns, sides, salience: &salience };
            best(&candidates, &context.features(&candidates))
        };
        let heard = |choice: &Choice| relay::is_hearer(choice.candidate, quotation, passages);
        choices[index] = plain.or_else(ranked).filter(|choice| !heard(choice)).map(|choice| {
            match relay::behind(choice.candidate, quotation, passages) {
                Some(candidate) => Choice { candidate, ..choice },
                None => choice,
            }
        });
        if let Some(choice) = choices[index] {
            sides.note(passages, quotation, choice.candidate);
            turns.note(passages, choice.candidate);
        }
    }
    choices
}

/// How many bytes of text stand before each block.
fn starts_of_blocks(passages: &[Passage]) -> Vec<usize> {
    let start =
        |total: &mut usize, passage: &Passage| Some(std::mem::replace(total, *total + passage.block.text.len()));
    passages.iter().scan(0, start).collect()
}

/// Whether a quotation goes on with the list that the one before is in: `“…,” “…” and “…”`.
fn lists_on(quotations: &[Quotation], index: usize, passages: &[Passage]) -> bool {
    let quotation = &quotations[index];
    let Some(before) = index.checked_sub(1).map(|before| &quotations[before]) else { return false };
    let between = before.tokens.end..quotation.tokens.start;
    let word = |token: usize| passages[quotation.block].block.word(token);
    before.block == quotation.block
        && before.is_said()
        && (1..=LIST).contains(&between.len())
        && between.into_iter().all(|token| matches!(word(token), "," | ";" | "and" | "or" | "the" | "a" | "an"))
}

/// The candidate that the trees believe in most, with its share of the belief.
fn best(candidates: &[Candidate], features: &[Features]) -> Option<Choice> {
    let shares = confidences(FOREST.as_ref()?, features);
    let best = named(&shares)?;
    Some(Choice { candidate: *candidates.get(best)?, confidence: shares[best] })
}

/// Which candidate to name, by the shares of belief in each and, last, in nobody.
pub fn named(shares: &[f32]) -> Option<usize> {
    let (&nobody, candidates) = shares.split_last()?;
    let (best, &confidence) = candidates.iter().enumerate().max_by(|one, other| one.1.total_cmp(other.1))?;
    (confidence >= WORTH_NAMING && nobody <= NOBODY).then_some(best)
}

/// How sure the trees are of each candidate, from 0 to 1: the softmax over their scores.
pub fn confidences(forest: &Forest, features: &[Features]) -> Vec<f32> {
    let scores = forest.scores(features);
    let highest = scores.iter().copied().fold(f32::MIN, f32::max);
    let shares: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
    let total: f32 = shares.iter().sum();
    shares.into_iter().map(|share| share / total).collect()
}
