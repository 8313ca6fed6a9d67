//! Trains the model of kinds: two logistic regressions with elastic-net penalties, fitted by coordinate descent. Training is
//! deterministic: the same articles give the same table.

mod articles;
mod examples;
mod fitted;
mod plausible;
mod settings;

use super::corpus::{Corpus, Source};
use anyhow::Result;
use articles::{annotated, own_cases};
use examples::Examples;
use settings::Settings;

/// The head of the table.
const HEAD: &str = "# The weights of the features of quotations, in hundredths, written by `cargo xtask train`.\n\
    # feature, towards somebody's words, towards a clause\n";

/// Learns from the articles of a corpus, and always from the project's own cases.
pub struct Learner {
    examples: Examples,
}

impl Learner {
    /// Takes up the stretches of all articles.
    pub fn new(corpus: &Corpus) -> Result<Learner> {
        let of_document = |entry: &super::corpus::Entry| annotated(&entry.document, entry.source == Source::Modern);
        let mut articles: Vec<_> = corpus.entries.iter().map(of_document).collect();
        articles.extend(own_cases()?);
        Ok(Learner { examples: Examples::of(&articles) })
    }

    /// The table of weights, learned from the articles with these numbers.
    pub fn learn(&self, learned: &dyn Fn(usize) -> bool) -> String {
        let settings = Settings::default();
        let fitted = fitted::fit_both(&self.examples, &|example| example.own || learned(example.article), &settings);
        format!("{HEAD}{}", fitted::table(&self.examples.keys, &fitted))
    }
}
