//! `cargo xtask train`: learns from annotated news what is compiled into the engine.

mod antecedents;
mod boost;
mod kinds;
mod listwise;
mod reliability;
mod speakers;

use anyhow::Result;
use std::path::{Path, PathBuf};

/// Learns the models that are compiled in. The same articles give the same files.
#[derive(clap::Args)]
pub struct Options {
    /// The folder with the annotated news.
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Also learns from four fifths and tests on the fifth, five times, and prints how well that went.
    #[arg(long)]
    folds: bool,
    /// Prints the speakers that the folds get wrong.
    #[arg(long, requires = "folds")]
    errors: bool,
    /// Learns one of them alone.
    #[arg(long, value_name = "MODEL")]
    only: Option<Model>,
}

/// What is learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Model {
    /// Whether a stretch between quotation marks is somebody's words, and whether these are a clause.
    Kinds,
    /// Who speaks.
    Speakers,
    /// Whom pronouns mean.
    Antecedents,
}

/// Learns and writes the models into the folder of the language: first the kinds, for the ranker sees only what somebody said; whom pronouns mean is learned
/// with the speakers that the engine was built with.
///
/// # Errors
/// When the annotated news cannot be read, or a file cannot be written.
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
    Ok(())
}
