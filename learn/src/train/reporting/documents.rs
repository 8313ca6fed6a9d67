//! The articles annotated with reported speech.

use crate::gold;
use crate::train::corpus::{Source, folds, read};
use crate::train::places::Places;
use anyhow::Result;
use std::path::Path;
use verbatim::Article;
use verbatim::annotations::Span;
use verbatim::training::reporting::{Annotated, Lesson};

/// The annotated news, where it is from, and how much each article of a file counts.
const FILES: [(&str, Source, f64); 2] =
    [("reported/polnear.train.jsonl", Source::Polnear, 1.0), ("reported/modern.train.jsonl", Source::Modern, 4.0)];

/// An annotated article.
pub struct Document {
    /// Its fold.
    pub fold: usize,
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
    fn of(record: &gold::Document, fold: usize, weight: f64) -> Document {
        let places = Places::of(&record.text);
        let first = |stretch: gold::Stretch| places.spans(stretch.start, stretch.end).first().copied();
        let annotated = record.quotes.iter().filter_map(|quote| {
            Some(Annotated {
                content: first(gold::Stretch { start: quote.start, end: quote.end })?,
                cue: quote.cue.and_then(first),
                source: quote.speaker.and_then(first),
            })
        });
        Document {
            fold,
            article: Article::from_text(&record.text, record.headline),
            annotated: annotated.collect(),
            undecided: record.ignore.iter().copied().filter_map(first).collect(),
            weight,
        }
    }

    /// What examples are made of.
    pub fn lesson(&self) -> Lesson<'_> {
        Lesson { article: &self.article, annotated: &self.annotated, undecided: &self.undecided }
    }
}

/// Reads the annotated news.
pub fn load(gold: &Path) -> Result<Vec<Document>> {
    let mut documents = Vec::new();
    for (file, source, weight) in FILES {
        let path = gold.join(file);
        let records: Vec<_> = read(&path, source)?.into_iter().map(|record| (record, source)).collect();
        let folds = folds(&records);
        documents.extend(records.iter().zip(folds).map(|((record, _), fold)| Document::of(record, fold, weight)));
    }
    Ok(documents)
}
