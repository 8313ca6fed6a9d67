//! Trains the ranker: boosted trees that rank the candidate speakers of a quotation.

mod articles;
mod evidence;
mod learner;

use super::corpus::{Corpus, Source};
use crate::share::percent;
use anyhow::{Result, ensure};
use verbatim::training::attribution::{Feature, RankerExample, Speakers, ranker_examples};

/// How much a quotation of modern news counts, beside 1 for all others.
const MODERN: f64 = 0.4;

/// Learns from the articles of a corpus.
pub struct Learner {
    /// For each article its examples, and how much each counts.
    articles: Vec<(Vec<RankerExample>, f64)>,
}

/// What was learned.
pub struct Learned {
    /// The file of the trees.
    pub trees: Vec<u8>,
    /// The file of what single words tell.
    pub evidence: String,
    /// Which features the trees ask for.
    pub uses: String,
}

impl Learner {
    /// Takes up the quotations of all articles.
    pub fn new(corpus: &Corpus) -> Result<Learner> {
        let examples = |entry: &super::corpus::Entry| {
            let articles::Document { article, quotations } = articles::document(&entry.document);
            let weight = if entry.source == Source::Modern { MODERN } else { 1.0 };
            (ranker_examples(&article, &quotations, Speakers::Annotated), weight)
        };
        let articles: Vec<_> = corpus.entries.iter().map(examples).collect();
        let all: Vec<&RankerExample> = articles.iter().flat_map(|(examples, _)| examples).collect();
        let reachable = all.iter().filter(|example| example.reachable()).count();
        ensure!(reachable > 0, "there is nothing to learn from");
        let candidates: usize = all.iter().map(|example| example.right.len()).sum();
        println!(
            "{} quotations; {reachable} have their speaker among their candidates ({:.1} %), {:.1} candidates each",
            all.len(),
            percent(reachable, all.len()),
            candidates as f64 / all.len() as f64
        );
        Ok(Learner { articles })
    }

    /// Learns from the articles with these numbers.
    pub fn learn(&self, learned: &dyn Fn(usize) -> bool) -> Learned {
        let chosen = self.articles.iter().enumerate().filter(|(index, _)| learned(*index));
        let articles: Vec<(&Vec<RankerExample>, f64)> =
            chosen.map(|(_, (examples, weight))| (examples, *weight)).collect();
        let (trees, evidence) = learner::learn_from(&articles);
        let mut uses: Vec<(usize, &str)> =
            trees.uses().into_iter().zip(Feature::ALL.iter().map(|feature| feature.name())).collect();
        uses.sort_by(|one, other| other.cmp(one));
        let uses: Vec<String> = uses.iter().map(|(count, name)| format!("{name} {count}")).collect();
        Learned { trees: trees.file(), evidence: evidence.file(), uses: uses.join(", ") }
    }
}
