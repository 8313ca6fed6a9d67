//! Whom pronouns and descriptions mean: boosted trees that rank who was mentioned before.

mod learner;
mod outcomes;
mod sources;

pub use outcomes::{Measured, report};

use super::corpus::{self, Corpus, FOLDS};
use anyhow::{Result, ensure};
use learner::{Learned, Source, Trees, examples, learn_from};
use std::collections::HashMap;
use std::path::Path;
use verbatim::training::{Models, Reader};

/// Where the annotated pronouns are from, and how much one of each counts: there are few of the news that people read, and many of an
/// encyclopedia.
const SOURCES: [(&str, f64); 5] =
    [("modern", 3.0), ("worldwide", 3.0), ("gum_news", 2.0), ("polnear", 0.3), ("gap", 0.7)];

/// Learns from annotated pronouns.
pub struct Learner {
    sources: Vec<Source>,
}

impl Learner {
    /// Reads the annotated pronouns. Articles of the corpus are in the same fold as there.
    pub fn new(gold: &Path, articles: &Corpus) -> Result<Learner> {
        let quotes = |wanted: corpus::Source| sources::quotations(articles, wanted);
        let documents = [
            quotes(corpus::Source::Modern),
            quotes(corpus::Source::Worldwide),
            quotes(corpus::Source::Gum),
            sources::places(&gold.join("quotes/polnear.train.jsonl"))?,
            sources::pairs(&gold.join("pronouns/gap.train.jsonl"))?,
        ];
        let fold_of: HashMap<&str, usize> =
            articles.entries.iter().map(|entry| (entry.document.id.as_str(), entry.fold)).collect();
        let with_folds = |documents: Vec<sources::Document>| {
            let fold = |(index, document): (usize, &sources::Document)| {
                fold_of.get(document.id.as_str()).copied().unwrap_or(index % FOLDS)
            };
            let folds: Vec<usize> = documents.iter().enumerate().map(fold).collect();
            documents.into_iter().zip(folds).collect()
        };
        let source = |(documents, (name, weight))| Source { name, weight, documents: with_folds(documents) };
        let sources: Vec<Source> = documents.into_iter().zip(SOURCES).map(source).collect();
        ensure!(sources.iter().any(|source| !source.documents.is_empty()), "there is nothing to learn from");
        Ok(Learner { sources })
    }

    /// The trees, learned from these folds with the speakers that a reader finds.
    pub fn learn(&self, reader: &Reader, learned: &dyn Fn(usize) -> bool) -> Result<Learned> {
        learn_from(reader, &self.sources, learned)
    }

    /// The pronouns and descriptions of a fold as these models read them.
    pub fn measure(&self, reader: &Reader, models: &Models, fold: usize) -> Result<Vec<Measured>> {
        let trees = Trees::of(models)?;
        let mut measured = Vec::new();
        for source in &self.sources {
            for (document, _) in source.documents.iter().filter(|(_, other)| *other == fold) {
                measured.extend(examples(reader, document, Some(&trees), true).into_iter().map(|example| Measured {
                    source: source.name,
                    shares: trees.shares(&example.features, example.describes),
                    example,
                }));
            }
        }
        Ok(measured)
    }
}
