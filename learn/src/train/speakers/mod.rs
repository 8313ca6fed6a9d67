//! Trains the ranker: boosted trees that rank the candidate speakers of a quotation.

mod articles;
mod evidence;
mod learner;

use super::corpus::Corpus;
use crate::share::percent;
use anyhow::{Result, ensure};
use verbatim::training::attribution::{Feature, RankerExample, Speakers, ranker_examples};

/// Learns from the articles of a corpus.
pub struct Learner {
    /// For each article its examples.
    articles: Vec<Vec<RankerExample>>,
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
            ranker_examples(&article, &quotations, Speakers::Annotated)
        };
        let articles: Vec<_> = corpus.entries.iter().map(examples).collect();
        let all: Vec<&RankerExample> = articles.iter().flatten().collect();
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
        let articles: Vec<&Vec<RankerExample>> = chosen.map(|(_, examples)| examples).collect();
        let (trees, evidence) = learner::learn_from(&articles);
        let mut uses: Vec<(usize, &str)> =
            trees.uses().into_iter().zip(Feature::ALL.iter().map(|feature| feature.name())).collect();
        uses.sort_by(|one, other| other.cmp(one));
        let uses: Vec<String> = uses.iter().map(|(count, name)| format!("{name} {count}")).collect();
        Learned { trees: trees.file(), evidence: evidence.file(), uses: uses.join(", ") }
    }
}
