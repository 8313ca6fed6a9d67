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
use verbatim::training::NAME_FROM;

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
    /// Leave out the folds, and with them how likely an answer is right: for a quick look at what a change brings.
    #[arg(long, conflicts_with = "folds")]
    quick: bool,
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
    if options.quick {
        return learn_all(models, &kinds, &speakers);
    }
    let mut held_back = folds::read(&corpus, &kinds, &speakers)?;
    let certainty = certainty::Learner::new(&held_back.answers);
    for (answer, likely) in held_back.answers.iter().zip(certainty.held_back()) {
        if let Some(quote) =
            held_back.predictions.get_mut(answer.article).and_then(|found| found.quotes.get_mut(answer.index))
        {
            decide(quote, &likely);
        }
    }
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
    write(&models.join("certainty.weights.txt"), certainty.table().as_bytes())?;
    learn_all(models, &kinds, &speakers)
}

/// Learns from all articles what the folds learn from some, and writes it.
fn learn_all(models: &Path, kinds: &kinds::Learner, speakers: &speakers::Learner) -> Result<()> {
    write(&models.join("kind.weights.txt"), kinds.learn(&|_| true).as_bytes())?;
    let learned = speakers.learn(&|_| true);
    println!("how often the trees ask for each feature: {}", learned.uses);
    write(&models.join("ranker.trees"), &learned.trees)?;
    write(&models.join("evidence.txt"), learned.evidence.as_bytes())
}

/// Shows of an answer what the engine would.
fn decide(quote: &mut eval::Quote, likely: &certainty::Likely) {
    let named = quote.canonical.is_some() && likely.name >= f64::from(NAME_FROM);
    quote.canonical = quote.canonical.take().filter(|_| named);
    quote.confidence = if named { likely.name } else { likely.words };
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{}: {} bytes", path.display(), bytes.len());
    Ok(())
}
