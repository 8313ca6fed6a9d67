//! `cargo xtask eval`: measures the engine's accuracy on gold data.

mod calendar;
mod dates;
mod direction;
mod errors;
pub(crate) mod names;
mod prediction;
mod quotes;
mod report;
pub(crate) mod tags;
pub(crate) mod tally;
mod words;

use crate::gold::{self, Document, Stretch};
use anyhow::{Context, Result, bail};
use clap::Args;
use prediction::predict;
pub(crate) use prediction::{Characters, Prediction, Quote, article, convert};
pub(crate) use quotes::{By, is_reported_right, is_right, is_somebodys};
use report::Corpus;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;
use verbatim::training::tags::Models;

/// The gold files, each with its kind of measures.
const CORPORA: [(&str, &[Subject]); 13] = [
    ("quotes/polnear.dev.jsonl", &[Subject::Quotes]),
    ("quotes/polnear.train.jsonl", &[Subject::Quotes]),
    ("quotes/gum_news.train.jsonl", &[Subject::Quotes]),
    ("quotes/modern.train.jsonl", &[Subject::Quotes, Subject::Dates]),
    ("quotes/modern.dev.jsonl", &[Subject::Quotes, Subject::Dates]),
    ("reported/polnear.dev.jsonl", &[Subject::Reported]),
    ("reported/modern.dev.jsonl", &[Subject::Reported]),
    ("dates/tbaq_timebank.train.jsonl", &[Subject::Dates]),
    ("dates/tern2004.train.jsonl", &[Subject::Dates]),
    ("dates/wikiwars.train.jsonl", &[Subject::Dates]),
    ("dates/ms_recognizers.spec.jsonl", &[Subject::Dates]),
    ("entities/worldwide.dev.jsonl", &[Subject::Tags]),
    ("trees/gum.dev.conllu.gz", &[Subject::Tags]),
];

/// The gold files that the models have learned from.
const LEARNED_FROM: [&str; 3] =
    ["quotes/polnear.train.jsonl", "quotes/gum_news.train.jsonl", "quotes/modern.train.jsonl"];

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Quotes,
    Reported,
    Dates,
    /// Parts of speech or names.
    Tags,
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
        let path = folder.join(name);
        let corpus = match subjects {
            [Subject::Tags] => measure_tags(name, &path)?,
            _ => gold::read(&path)?.map(|documents| measure(name, subjects, &documents)).transpose()?,
        };
        let Some(corpus) = corpus else {
            println!("\n{name}: not there, left out");
            continue;
        };
        if LEARNED_FROM.contains(&name) {
            println!(
                "\nthe models have learned from the next file: what to expect elsewhere, `cargo xtask train --folds` says"
            );
        }
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
    let bytes = documents.iter().map(|document| document.text.len()).sum();
    let mut corpus = Corpus::new(name, documents.len(), bytes, start.elapsed().as_secs_f64());
    for subject in subjects {
        match subject {
            Subject::Quotes => measure_quotes(&mut corpus, documents.iter(), predictions.iter()),
            Subject::Reported => measure_reported(&mut corpus, documents, &predictions),
            Subject::Dates => measure_dates(&mut corpus, documents, &predictions),
            Subject::Tags => {}
        }
    }
    Ok(corpus)
}

/// Measures the tags of a file; `None` if it does not exist.
fn measure_tags(name: &'static str, path: &Path) -> Result<Option<Corpus>> {
    if !path.exists() {
        return Ok(None);
    }
    let articles = crate::tags::read(path)?;
    let models = Models::compiled_in().context("the models of the tagger are broken")?;
    let start = Instant::now();
    let tallies: Vec<_> = articles.iter().map(|article| tags::score(article, &models)).collect();
    let bytes = articles.iter().flat_map(|annotated| &annotated.article.blocks).map(|block| block.text.len()).sum();
    let mut corpus = Corpus::new(name, articles.len(), bytes, start.elapsed().as_secs_f64());
    corpus.add_rows(tags::MEASURES, &tallies);
    Ok(Some(corpus))
}

/// Measures the quotations that were found in documents, and prints the table. Gives a sentence for each measure that is below its floor.
pub(crate) fn print_quotes(
    name: &'static str,
    documents: &[&Document],
    predictions: &[&Prediction],
    floors: Option<&BTreeMap<String, f64>>,
    errors: usize,
) -> Vec<String> {
    let bytes = documents.iter().map(|document| document.text.len()).sum();
    let mut corpus = Corpus::new(name, documents.len(), bytes, 0.0);
    measure_quotes(&mut corpus, documents.iter().copied(), predictions.iter().copied());
    corpus.print(floors);
    corpus.print_errors(errors);
    floors.map_or_else(Vec::new, |floors| corpus.failures(floors))
}

/// Prints a line for each group of documents: how many quotations they have, and what a reader sees of them.
pub(crate) fn print_quotes_by_group(
    title: &str,
    documents: &[&Document],
    predictions: &[&Prediction],
    group: impl Fn(&Document) -> &'static str,
) {
    let mut groups: BTreeMap<&str, (usize, quotes::Tallies)> = BTreeMap::new();
    for (document, prediction) in documents.iter().zip(predictions) {
        let (count, total) = groups.entry(group(document)).or_default();
        *count += 1;
        let (tallies, _) = quotes::score(document, prediction);
        total.iter_mut().zip(tallies).for_each(|(total, tally)| *total += tally);
    }
    println!("\n  {title:34} {:>9} {:>10}   {}", "articles", "quotations", quotes::SHOWN_BY_GROUP.join("   "));
    for (name, (count, tallies)) in groups {
        print!("  {name:34} {count:>9} {:>10}", tallies[0].wanted);
        for measure in quotes::SHOWN_BY_GROUP {
            let tally = quotes::MEASURES.iter().position(|name| *name == measure).map(|place| tallies[place]);
            print!("   {:>width$.1}", tally.unwrap_or_default().f1(), width = measure.len());
        }
        println!();
    }
}

/// What was found in documents, a line of JSON each, as the scorers read it.
pub(crate) fn lines(documents: &[&Document], predictions: &[&Prediction]) -> String {
    let place = |place: Stretch| serde_json::json!({ "start": place.start, "end": place.end });
    let line = |(document, prediction): (&&Document, &&Prediction)| {
        let quotes: Vec<_> = prediction
            .quotes
            .iter()
            .filter(|quote| !quote.is_other)
            .map(|quote| {
                let text = |place: Stretch| document.text.chars().skip(place.start).take(place.end - place.start);
                let speaker = quote.speaker.map(|speaker| {
                    serde_json::json!({ "start": speaker.start, "end": speaker.end, "text": text(speaker).collect::<String>() })
                });
                let mut line = place(quote.place);
                line["speaker"] = speaker.into();
                line["canonical"] = quote.canonical.clone().into();
                line["confidence"] = quote.confidence.into();
                line["type"] = "direct".into();
                line
            })
            .collect();
        serde_json::json!({ "id": document.id, "quotes": quotes }).to_string() + "\n"
    };
    documents.iter().zip(predictions).map(line).collect()
}

fn measure_quotes<'a>(
    corpus: &mut Corpus,
    documents: impl Iterator<Item = &'a Document>,
    predictions: impl Iterator<Item = &'a Prediction>,
) {
    let mut tallies = Vec::new();
    for (document, prediction) in documents.zip(predictions) {
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
    // Of an article whose day nobody knows, no dates are annotated.
    let annotated = |document: &Document| document.dct.is_some() || !document.timexes.is_empty();
    for (document, prediction) in documents.iter().zip(predictions).filter(|(document, _)| annotated(document)) {
        let alignment = dates::align(document, prediction);
        tallies.push(alignment.tallies());
        directions.push(direction::tallies(document, &alignment));
        corpus.add_errors(&document.id, alignment.errors(document));
    }
    corpus.add_rows(dates::MEASURES, &tallies);
    corpus.add_rows(direction::ROWS, &directions);
}
