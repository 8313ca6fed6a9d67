//! Trains the ranker: boosted trees that rank the candidate speakers of a quotation.

mod articles;
mod evidence;
mod folds;
mod learner;

use crate::share::percent;
use anyhow::{Context, Result, ensure};
use learner::learn_from;
use std::path::{Path, PathBuf};
use verbatim::training::attribution::{Feature, RankerExample, Speakers, ranker_examples};

/// The output files.
pub struct Files {
    /// The trees.
    pub trees: PathBuf,
    /// The evidence of single words.
    pub evidence: PathBuf,
}

/// Trains the ranker and writes it.
pub fn learn(gold: &Path, folds: bool, errors: bool, files: &Files) -> Result<()> {
    let documents = articles::load(&gold.join("quotes/polnear.train.jsonl"))?;
    let annotated =
        |document: &articles::Document| ranker_examples(&document.article, &document.quotations, Speakers::Annotated);
    let examples: Vec<Vec<RankerExample>> = documents.iter().map(annotated).collect();
    let all: Vec<&RankerExample> = examples.iter().flatten().collect();
    let reachable = all.iter().filter(|example| example.reachable()).count();
    ensure!(reachable > 0, "there is nothing to learn from");
    let candidates: usize = all.iter().map(|example| example.right.len()).sum();
    println!(
        "{} quotations; {reachable} have their speaker among their candidates ({:.1} %), {:.1} candidates each",
        all.len(),
        percent(reachable, all.len()),
        candidates as f64 / all.len() as f64
    );
    if folds {
        folds::test(&documents, &examples, errors)?;
    }
    let (learned, evidence) = learn_from(&examples.iter().collect::<Vec<_>>());
    let mut uses: Vec<(usize, &str)> =
        learned.uses().into_iter().zip(Feature::ALL.iter().map(|feature| feature.name())).collect();
    uses.sort_by(|one, other| other.cmp(one));
    let most = uses.iter().take(20).map(|(count, name)| format!("{name} {count}"));
    println!("most asked: {}", most.collect::<Vec<_>>().join(", "));
    let never = uses.iter().filter(|(count, _)| *count == 0).map(|(_, name)| *name);
    println!("never asked: {}", never.collect::<Vec<_>>().join(", "));
    write(&files.trees, &learned.file())?;
    write(&files.evidence, evidence.file().as_bytes())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
