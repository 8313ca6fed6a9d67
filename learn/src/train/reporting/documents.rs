//! The articles annotated with reported speech.

use crate::train::corpus::{Source, folds, read};
use crate::train::places::Places;
use crate::{gold, modern, worldwide};
use anyhow::{Result, ensure};
use std::path::Path;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::training::reporting::{Annotated, Lesson};

/// How much an article of PolNeAR counts, and one of the news that people read today.
const OF_POLNEAR: f64 = 1.0;
const OF_MODERN: f64 = 2.0;

/// An annotated article.
pub struct Document {
    /// Where it is from.
    pub source: Source,
    /// Its fold.
    pub fold: usize,
    /// As it was annotated; nothing of a variant.
    pub record: Option<gold::Document>,
    /// The article.
    pub article: Article,
    /// What people annotated.
    pub annotated: Vec<Annotated>,
    /// What they did not decide.
    pub undecided: Vec<Span>,
    /// How much it counts.
    pub weight: f64,
}

impl Document {
    /// Reads a record.
    fn of(record: gold::Document, source: Source, fold: usize, weight: f64) -> Document {
        let places = Places::of(&record.text);
        let first = |stretch: gold::Stretch| places.spans(stretch.start, stretch.end).first().copied();
        let annotated: Vec<Annotated> = record
            .quotes
            .iter()
            .filter_map(|quote| {
                Some(Annotated {
                    content: first(gold::Stretch { start: quote.start, end: quote.end })?,
                    cue: quote.cue.and_then(first),
                    source: quote.speaker.and_then(first),
                })
            })
            .collect();
        let undecided = record.ignore.iter().copied().filter_map(first).collect();
        Document {
            source,
            fold,
            article: Article::from_text(&record.text, record.headline),
            annotated,
            undecided,
            weight,
            record: Some(record),
        }
    }

    /// What examples are made of.
    pub fn lesson(&self) -> Lesson<'_> {
        Lesson { article: &self.article, annotated: &self.annotated, undecided: &self.undecided }
    }
}

/// Reads the annotated news.
pub fn load(gold: &Path) -> Result<Vec<Document>> {
    let mut modern = read(&gold.join("reported/modern.train.jsonl"), Source::Modern)?;
    modern.extend(modern::reported(&gold.join("quotes/modern.train.jsonl"))?);
    let files = [
        (read(&gold.join("reported/polnear.train.jsonl"), Source::Polnear)?, Source::Polnear),
        (modern, Source::Modern),
        (worldwide::reported(&gold.join("entities/worldwide.train.jsonl"))?, Source::Worldwide),
    ];
    let kept_back = read(&gold.join("reported/modern.dev.jsonl"), Source::Modern)?;
    for record in files.iter().flat_map(|(records, _)| records) {
        ensure!(kept_back.iter().all(|kept| kept.id != record.id), "{} is for testing alone", record.id);
    }
    let with_source =
        |(records, source): (Vec<gold::Document>, Source)| records.into_iter().map(move |it| (it, source));
    let records: Vec<_> = files.into_iter().flat_map(with_source).collect();
    let folds = folds(&records);
    let of = |((record, source), fold): ((gold::Document, Source), usize)| {
        let weight = if source.is_modern() { OF_MODERN } else { OF_POLNEAR };
        Document::of(record, source, fold, weight)
    };
    Ok(records.into_iter().zip(folds).map(of).collect())
}
