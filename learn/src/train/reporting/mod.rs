//! Reported speech: boosted trees that rank where its content begins and ends and who its source is.

mod certainty;
mod documents;
mod evidence;
mod folds;
mod learner;
mod variants;

use crate::train::write::write;
use anyhow::Result;
use std::path::Path;
use verbatim::training::reporting::{far, near, source};

/// What to do with the folds. What models find in a fold that they have not seen teaches how likely an answer is right.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Folds {
    /// They are read; then all is learned and written.
    Read,
    /// They are only read.
    Only,
    /// They are not read: how likely things are right stays as it is.
    Skip,
}

/// Learns and writes the models of reported speech.
pub fn learn(gold: &Path, folds: Folds, models: &Path) -> Result<()> {
    let documents = documents::load(gold)?;
    if folds != Folds::Skip {
        let answers = folds::read_all(&documents)?;
        folds::print_certainty(&answers);
        if folds == Folds::Only {
            return Ok(());
        }
        write(&models.join("reporting-certainty.weights.txt"), certainty::table(&answers).as_bytes())?;
    }
    let learned = learner::learn_from(&documents.iter().collect::<Vec<_>>());
    let names = [
        near::Feature::ALL.iter().map(|feature| feature.name()).collect::<Vec<_>>(),
        far::Feature::ALL.iter().map(|feature| feature.name()).collect(),
        source::Feature::ALL.iter().map(|feature| feature.name()).collect(),
    ];
    for (boosted, names) in learned.trees.iter().zip(names) {
        let mut uses: Vec<(usize, &str)> = boosted.uses().into_iter().zip(names).collect();
        uses.sort_by(|one, other| other.cmp(one));
        println!(
            "asked: {}",
            uses.iter().map(|(count, name)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
        );
    }
    let files = ["reporting-near.trees", "reporting-far.trees", "reporting-source.trees"];
    for (name, boosted) in files.iter().zip(&learned.trees) {
        write(&models.join(name), &boosted.file())?;
    }
    write(&models.join("reporting.txt"), learned.evidence.file().as_bytes())
}
