//! `cargo xtask train`: learns from annotated news what is compiled into the engine.

mod boost;
mod evidence;
mod folds;
mod gold;
mod kinds;
mod ranker;
mod reliability;

use crate::workspace::Workspace;
use anyhow::Result;
use std::path::PathBuf;

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
}

/// Learns and writes the models: first the kinds, for the ranker sees only what somebody said.
pub fn train(workspace: &Workspace, options: &Options) -> Result<()> {
    if options.only != Some(Model::Speakers) {
        kinds::learn(&options.gold, options.folds, &workspace.root.join("src/language/en/models/kind.weights.txt"))?;
    }
    if options.only != Some(Model::Kinds) {
        ranker::learn(options, &workspace.root.join("src/language/en/models/ranker.trees"))?;
    }
    Ok(())
}
