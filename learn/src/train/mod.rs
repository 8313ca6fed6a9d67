//! `cargo xtask train`: learns from annotated news what is compiled into the engine.

mod certainty;
mod corpus;
mod folds;
mod kinds;
mod regression;
mod speakers;

use crate::eval;
use anyhow::{Context, Result};
use corpus::{Corpus, FILES};
use std::path::{Path, PathBuf};

/// Learns the models that are compiled in. The same articles give the same files.
#[derive(clap::Args)]
pub struct Options {
    /// The folder with the annotated news.
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Print this many errors of each class that the folds make.
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    errors: usize,
    /// Only print what to expect of articles that were not learned from; writes nothing.
    #[arg(long)]
    folds: bool,
    /// Write what was found in them into this folder, a line of JSON a document, a file for each gold file.
    #[arg(long, value_name = "DIR")]
    predictions: Option<PathBuf>,
}

/// Learns and writes the models into the folder of the language. How likely a name is right is learned from articles that the other models
/// have not seen: they are learned from four fifths of the articles and read the fifth, five times.
///
/// # Errors
/// When the annotated news cannot be read, or a file cannot be written.
pub fn train(models: &Path, options: &Options) -> Result<()> {
    let corpus = Corpus::read(&options.gold)?;
    let kinds = kinds::Learner::new(&corpus)?;
    let speakers = speakers::Learner::new(&corpus)?;
    let mut held_back = folds::read(&corpus, &kinds, &speakers)?;
    let certainty = certainty::Learner::new(&held_back.shown);
    let likely = certainty.held_back();
    set_confidences(&corpus, &mut held_back.predictions, &held_back.shown, &likely);
    for (file, source) in FILES {
        let of_file = corpus.entries.iter().zip(&held_back.predictions).filter(|(entry, _)| entry.source == source);
        let (documents, predictions): (Vec<_>, Vec<_>) =
            of_file.map(|(entry, prediction)| (&entry.document, prediction)).unzip();
        println!("\nfive folds, each read with what the others teach:");
        eval::print_quotes(file, &documents, &predictions, options.errors);
        if let Some(folder) = &options.predictions {
            let path = folder.join(file.replace('/', "_"));
            std::fs::write(&path, eval::lines(&documents, &predictions))
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    if options.folds {
        return Ok(());
    }
    let learned = speakers.learn(&|_| true);
    println!("\nhow often the trees ask for each feature: {}", learned.uses);
    write(&models.join("kind.weights.txt"), kinds.learn(&|_| true).as_bytes())?;
    write(&models.join("ranker.trees"), &learned.trees)?;
    write(&models.join("evidence.txt"), learned.evidence.as_bytes())?;
    write(&models.join("certainty.weights.txt"), certainty.table().as_bytes())
}

/// Gives the names shown the confidence that the other folds teach.
fn set_confidences(
    corpus: &Corpus,
    predictions: &mut [eval::Prediction],
    shown: &[certainty::Shown],
    likely: &[f64],
) {
    let mut names = shown.iter().zip(likely).peekable();
    let mut order: Vec<usize> = (0..predictions.len()).collect();
    order.sort_by_key(|&index| corpus.entries[index].fold);
    for index in order {
        let Some(prediction) = predictions.get_mut(index) else { continue };
        while let Some((name, likely)) = names.next_if(|(name, _)| name.article == corpus.entries[index].document.id) {
            if let Some(quote) = prediction.quotes.get_mut(name.index) {
                quote.confidence = *likely;
            }
        }
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
