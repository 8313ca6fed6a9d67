//! `cargo xtask train`: trains the engine's models on annotated news.

mod antecedents;
mod boost;
mod kinds;
mod listwise;
mod places;
mod reliability;
pub mod reporting;
mod speakers;

use anyhow::Result;
use std::path::{Path, PathBuf};

/// Trains the engine's models. The same articles give the same files.
#[derive(clap::Args)]
pub struct Options {
    /// The folder with the annotated news.
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Also print the results of a five-fold cross-validation.
    #[arg(long)]
    folds: bool,
    /// Print the speakers that the cross-validation gets wrong.
    #[arg(long, requires = "folds")]
    errors: bool,
    /// Train only this model.
    #[arg(long, value_name = "MODEL")]
    only: Option<Model>,
}

/// A model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Model {
    /// Whether a stretch in quotation marks is a quotation, and whether it is a clause or a fragment.
    Kinds,
    /// Who speaks.
    Speakers,
    /// Whom pronouns mean.
    Antecedents,
    /// Reported speech.
    Reporting,
}

/// Trains the models and writes them into the language's folder: the kinds first, because the ranker only sees quotations; the
/// antecedents of pronouns with the speakers that the engine was built with.
///
/// # Errors
/// If the annotated news cannot be read, or a file cannot be written.
pub fn train(models: &Path, options: &Options) -> Result<()> {
    let learns = |model| options.only.is_none_or(|only| only == model);
    if learns(Model::Kinds) {
        kinds::learn(&options.gold, options.folds, &models.join("kind.weights.txt"))?;
    }
    if learns(Model::Speakers) {
        let files = speakers::Files { trees: models.join("ranker.trees"), evidence: models.join("evidence.txt") };
        speakers::learn(&options.gold, options.folds, options.errors, &files)?;
    }
    if learns(Model::Antecedents) {
        antecedents::learn(&options.gold, options.folds, options.errors, &models.join("antecedents.trees"))?;
    }
    if learns(Model::Reporting) {
        reporting::learn(&options.gold, options.folds, models)?;
    }
    Ok(())
}
