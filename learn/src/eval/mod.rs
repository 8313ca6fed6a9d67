//! `cargo xtask eval`: measures the engine's accuracy on gold data.

mod calendar;
mod dates;
mod direction;
mod errors;
pub(crate) mod names;
mod prediction;
mod quotes;
mod report;
mod tally;
mod words;

use crate::gold::{self, Document};
use anyhow::{Context, Result, bail};
use clap::Args;
use prediction::{Prediction, predict};
use report::Corpus;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// The gold files, each with its kind of measures.
const CORPORA: [(&str, &[Subject]); 10] = [
    ("quotes/polnear.dev.jsonl", &[Subject::Quotes]),
    ("quotes/polnear.train.jsonl", &[Subject::Quotes]),
    ("quotes/gum_news.train.jsonl", &[Subject::Quotes]),
    ("quotes/modern.dev.jsonl", &[Subject::Quotes, Subject::Dates]),
    ("reported/polnear.dev.jsonl", &[Subject::Reported]),
    ("reported/modern.dev.jsonl", &[Subject::Reported]),
    ("dates/tbaq_timebank.train.jsonl", &[Subject::Dates]),
    ("dates/tern2004.train.jsonl", &[Subject::Dates]),
    ("dates/wikiwars.train.jsonl", &[Subject::Dates]),
    ("dates/ms_recognizers.spec.jsonl", &[Subject::Dates]),
];

/// The kind of measures.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Quotes,
    Reported,
    Dates,
}

/// The options of `cargo xtask eval`.
#[derive(Args)]
pub struct Options {
    /// The folder of gold data, with `quotes/*.jsonl` and `dates/*.jsonl`.
    #[arg(long)]
    gold: Option<PathBuf>,
    /// Print this many errors of each class in their context, and write all to `errors.html` in the target folder.
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    errors: usize,
    /// Measure only the files whose name contains this.
    #[arg(long, value_name = "PART")]
    only: Option<String>,
}

/// For each gold file, the floors of its measures in percent.
pub type Floors = BTreeMap<String, BTreeMap<String, f64>>;

/// Measures the engine, prints a table for each gold file, and fails if a measure is below its floor. If errors are requested, writes a page
/// with all of them into the folder `output`. Messages other than tables go to `say`.
///
/// # Errors
/// If the gold data cannot be read, the page cannot be written, or a measure is below its floor.
pub fn eval(floors: &Floors, output: &Path, options: &Options, say: &dyn Fn(&str)) -> Result<()> {
    let Some(folder) = &options.gold else {
        say("nothing to measure: give a folder of gold data with --gold");
        return Ok(());
    };
    if !folder.is_dir() {
        say(&format!("nothing to measure: there is no folder {}", folder.display()));
        return Ok(());
    }
    let is_chosen = |name: &str| options.only.as_ref().is_none_or(|part| name.contains(part.as_str()));
    let mut failures = Vec::new();
    let mut corpora = Vec::new();
    for (name, subjects) in CORPORA.into_iter().filter(|(name, _)| is_chosen(name)) {
        let Some(documents) = gold::read(&folder.join(name))? else {
            println!("\n{name}: not there, left out");
            continue;
        };
        let corpus = measure(name, subjects, &documents)?;
        corpus.print(floors.get(name));
        corpus.print_errors(options.errors);
        failures.extend(floors.get(name).into_iter().flat_map(|floors| corpus.failures(floors)));
        corpora.push(corpus);
    }
    if options.errors > 0 {
        let path = output.join("errors.html");
        let errors: Vec<_> = corpora.iter().map(|corpus| (corpus.name, &corpus.errors)).collect();
        std::fs::write(&path, errors::page(&errors)).with_context(|| format!("cannot write {}", path.display()))?;
        say(&format!("all errors, by class: {}", path.display()));
    }
    if !failures.is_empty() {
        bail!("below the floors of floors.toml: {}", failures.join("; "));
    }
    Ok(())
}

fn measure(name: &'static str, subjects: &[Subject], documents: &[Document]) -> Result<Corpus> {
    let start = Instant::now();
    let predictions = documents.iter().map(predict).collect::<Result<Vec<_>>>()?;
    let mut corpus = Corpus::new(name, documents, start.elapsed().as_secs_f64());
    for subject in subjects {
        match subject {
            Subject::Quotes => measure_quotes(&mut corpus, documents, &predictions),
            Subject::Reported => measure_reported(&mut corpus, documents, &predictions),
            Subject::Dates => measure_dates(&mut corpus, documents, &predictions),
        }
    }
    Ok(corpus)
}

fn measure_quotes(corpus: &mut Corpus, documents: &[Document], predictions: &[Prediction]) {
    let mut tallies = Vec::new();
    for (document, prediction) in documents.iter().zip(predictions) {
        let (scored, errors) = quotes::score(document, prediction);
        tallies.push(scored);
        corpus.add_errors(&document.id, errors);
    }
    corpus.add_rows(quotes::MEASURES, &tallies);
}

fn measure_reported(corpus: &mut Corpus, documents: &[Document], predictions: &[Prediction]) {
    let mut tallies = Vec::new();
    for (document, prediction) in documents.iter().zip(predictions) {
        let (scored, errors) = quotes::score_reported(document, prediction);
        tallies.push(scored);
        corpus.add_errors(&document.id, errors);
    }
    corpus.add_rows(quotes::REPORTED_MEASURES, &tallies);
}

fn measure_dates(corpus: &mut Corpus, documents: &[Document], predictions: &[Prediction]) {
    let (mut tallies, mut directions) = (Vec::new(), Vec::new());
    for (document, prediction) in documents.iter().zip(predictions) {
        let alignment = dates::align(document, prediction);
        tallies.push(alignment.tallies());
        directions.push(direction::tallies(document, &alignment));
        corpus.add_errors(&document.id, alignment.errors(document));
    }
    corpus.add_rows(dates::MEASURES, &tallies);
    corpus.add_rows(direction::ROWS, &directions);
}
