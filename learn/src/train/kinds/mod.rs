//! Trains the model of kinds: two logistic regressions with elastic-net penalties, fitted by coordinate descent. Training is
//! deterministic: the same articles give the same table.

mod articles;
mod examples;
mod fitted;
mod plausible;
mod settings;

use super::corpus::{Corpus, FOLDS};
use anyhow::Result;
use articles::{annotated, own_cases};
use examples::{Example, Examples, Label};
use settings::Settings;
use verbatim::annotations::QuoteKind;
use verbatim::training::speech::{Model, kinds};

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
        let of_document = |entry: &super::corpus::Entry| annotated(&entry.document, entry.source.is_modern());
        let mut articles: Vec<_> = corpus.entries.iter().map(of_document).collect();
        articles.extend(own_cases()?);
        Ok(Learner { examples: Examples::of(&articles) })
    }

    /// How well somebody's words are told from nobody's in modern news: each fold is judged by what the others teach.
    pub fn folds(&self, corpus: &Corpus) -> String {
        let [mut nobody, mut told, mut said, mut lost] = [0_usize; 4];
        for fold in 0..FOLDS {
            let entry = |example: &Example| corpus.entries.get(example.article);
            let table = self.learn(&|article| corpus.entries.get(article).is_some_and(|entry| entry.fold != fold));
            let model = Model::read(&table);
            let held_back =
                |example: &&Example| example.modern && entry(example).is_some_and(|entry| entry.fold == fold);
            let held_back: Vec<&Example> = self.examples.list.iter().filter(held_back).collect();
            for article in held_back.chunk_by(|one, other| one.article == other.article) {
                let sums = |example: &&Example| {
                    let keys = example.features.iter().filter_map(|&key| self.examples.keys.get(key as usize));
                    (model.sums(keys.map(String::as_str)), example.words)
                };
                for (example, kind) in article.iter().zip(kinds(article.iter().map(sums).collect())) {
                    let other = kind == QuoteKind::Other;
                    match example.label {
                        Label::Nobody => (nobody, told) = (nobody + 1, told + usize::from(other)),
                        Label::Said(..) => (said, lost) = (said + 1, lost + usize::from(other)),
                        Label::Unknown => {}
                    }
                }
            }
        }
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (told, lost) = (share(told, nobody), share(lost, said));
        format!(
            "{told:.1} % of {nobody} that nobody said are told as such, {lost:.1} % of {said} that somebody said are lost"
        )
    }

    /// The table of weights, learned from the articles with these numbers.
    pub fn learn(&self, learned: &dyn Fn(usize) -> bool) -> String {
        let settings = Settings::default();
        let fitted = fitted::fit_both(&self.examples, &|example| example.own || learned(example.article), &settings);
        format!("{HEAD}{}", fitted::table(&self.examples.keys, &fitted))
    }
}
