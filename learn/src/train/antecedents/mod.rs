//! Whom pronouns mean: boosted trees that rank who was mentioned before.

mod folds;
mod learner;
mod sources;

use anyhow::{Context, Result, ensure};
use learner::{Source, learn_from};
use std::path::Path;
use verbatim::training::coreference::Feature;

/// How much a pronoun of each source counts: there are few of the news that people read, and many of an encyclopedia.
const WEIGHTS: [f64; 4] = [3.0, 2.0, 0.3, 0.7];

/// Learns and writes the ranker.
pub fn learn(gold: &Path, folds: bool, errors: bool, file: &Path) -> Result<()> {
    let quotes = |name: &str| sources::quotations(&gold.join("quotes").join(name));
    let documents = [
        quotes("modern.train.jsonl")?,
        quotes("gum_news.train.jsonl")?,
        sources::places(&gold.join("quotes/polnear.train.jsonl"))?,
        sources::pairs(&gold.join("pronouns/gap.train.jsonl"))?,
    ];
    let names = ["modern", "gum_news", "polnear", "gap"];
    let sources: Vec<Source> = documents
        .into_iter()
        .zip(names)
        .zip(WEIGHTS)
        .map(|((documents, name), weight)| Source { name, weight, documents })
        .collect();
    ensure!(sources.iter().any(|source| !source.documents.is_empty()), "there is nothing to learn from");
    if folds {
        folds::test(&sources, errors)?;
    }
    let learned = learn_from(&sources, |_| true)?;
    let mut uses: Vec<(usize, &str)> =
        learned.uses().into_iter().zip(Feature::ALL.iter().map(|feature| feature.name())).collect();
    uses.sort_by(|one, other| other.cmp(one));
    let listed = uses.iter().map(|(count, name)| format!("{name} {count}"));
    println!("asked: {}", listed.collect::<Vec<_>>().join(", "));
    let bytes = learned.file();
    std::fs::write(file, &bytes).with_context(|| format!("cannot write {}", file.display()))?;
    println!("{}: {} bytes", file.display(), bytes.len());
    Ok(())
}
