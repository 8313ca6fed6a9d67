//! Whom pronouns and descriptions mean: boosted trees that rank who was mentioned.

mod learner;
mod outcomes;
mod sources;

pub use outcomes::{Measured, report};

use super::boost::Boosted;
use super::corpus::{Corpus, FOLDS};
use anyhow::{Result, ensure};
use learner::{Forests, Source, examples, learn_from};
use std::collections::HashMap;
use std::path::Path;
use verbatim::training::Reader;
use verbatim::training::coreference::Feature;

/// Where the annotated pronouns and descriptions are from, and how much one of each counts: there are few of the news that people read, and
/// many of an encyclopedia.
const SOURCES: [(&str, [f64; 2]); 5] = [
    ("modern", [3.0, 1.0]),
    // Of reported speech the descriptions.
    ("reported", [0.0, 1.0]),
    ("gum_news", [2.0, 1.0]),
    ("polnear", [0.3, 1.0]),
    ("gap", [0.7, 0.0]),
];

/// Learns from annotated pronouns and descriptions.
pub struct Learner {
    sources: Vec<Source>,
}

impl Learner {
    /// Reads the annotated pronouns and descriptions. Articles of the corpus are in the same fold as there.
    pub fn new(gold: &Path, corpus: &Corpus) -> Result<Learner> {
        let quotes = |name: &str| sources::quotations(&gold.join("quotes").join(name));
        let documents = [
            quotes("modern.train.jsonl")?,
            sources::quotations(&gold.join("reported/modern.train.jsonl"))?,
            quotes("gum_news.train.jsonl")?,
            sources::places(&gold.join("quotes/polnear.train.jsonl"))?,
            sources::pairs(&gold.join("pronouns/gap.train.jsonl"))?,
        ];
        let fold_of: HashMap<&str, usize> =
            corpus.entries.iter().map(|entry| (entry.document.id.as_str(), entry.fold)).collect();
        let with_folds = |documents: Vec<sources::Document>| {
            let fold = |(index, document): (usize, &sources::Document)| {
                fold_of.get(document.id.as_str()).copied().unwrap_or(index % FOLDS)
            };
            let folds: Vec<usize> = documents.iter().enumerate().map(fold).collect();
            documents.into_iter().zip(folds).collect()
        };
        let source = |(documents, (name, weights))| Source { name, weights, documents: with_folds(documents) };
        let sources: Vec<Source> = documents.into_iter().zip(SOURCES).map(source).collect();
        ensure!(sources.iter().any(|source| !source.documents.is_empty()), "there is nothing to learn from");
        Ok(Learner { sources })
    }

    /// The files of the trees of pronouns and of descriptions, learned from these folds with the speakers that a reader finds; and how
    /// often each feature is asked for.
    pub fn learn(&self, reader: &Reader, learned: &dyn Fn(usize) -> bool) -> Result<([Vec<u8>; 2], [String; 2])> {
        let learned = learn_from(reader, &self.sources, learned)?;
        let listed = |trees: &Boosted| {
            let mut uses: Vec<(usize, &str)> =
                trees.uses().into_iter().zip(Feature::ALL.iter().map(|feature| feature.name())).collect();
            uses.sort_by(|one, other| other.cmp(one));
            let listed: Vec<String> = uses.iter().map(|(count, name)| format!("{name} {count}")).collect();
            listed.join(", ")
        };
        Ok((learned.each_ref().map(Boosted::file), learned.each_ref().map(listed)))
    }

    /// The pronouns and descriptions of a fold as these trees read them.
    pub fn measure(&self, reader: &Reader, trees: [&[u8]; 2], fold: usize) -> Result<Vec<Measured>> {
        let forests = Forests::read(trees)?;
        let mut measured = Vec::new();
        for source in &self.sources {
            for (document, _) in source.documents.iter().filter(|(_, other)| *other == fold) {
                measured.extend(examples(reader, document, Some(&forests), true).into_iter().map(|example| Measured {
                    source: source.name,
                    shares: forests.shares(example.asked, &example.features),
                    example,
                }));
            }
        }
        Ok(measured)
    }
}
