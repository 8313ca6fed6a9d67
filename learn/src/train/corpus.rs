//! The articles that are learned from, and the folds that they are cut into.

use super::outlets::outlet;
use crate::gold::{self, Document};
use crate::worldwide;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// How many parts the articles are cut into, to learn from all but one and read that one.
pub const FOLDS: usize = 5;

/// Of how many articles of PolNeAR one is read if a part is enough.
const PART: usize = 3;

/// Where an article is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// PolNeAR: American politics of 2016.
    Polnear,
    /// GUM: Wikinews.
    Gum,
    /// News of 140 outlets of five continents.
    Modern,
    /// News of more outlets and more of the same ones, which was read for this learner.
    Worldwide,
}

impl Source {
    /// Whether it is the kind of news that people read today.
    pub fn is_modern(self) -> bool {
        matches!(self, Source::Modern | Source::Worldwide)
    }
}

/// The files and where they are from.
pub const FILES: [(&str, Source); 4] = [
    ("quotes/polnear.train.jsonl", Source::Polnear),
    ("quotes/gum_news.train.jsonl", Source::Gum),
    ("quotes/modern.train.jsonl", Source::Modern),
    ("entities/worldwide.train.jsonl", Source::Worldwide),
];

/// An annotated article.
pub struct Entry {
    /// The article.
    pub document: Document,
    /// Where it is from.
    pub source: Source,
    /// Which fold it is in: all articles of an outlet are in one.
    pub fold: usize,
}

/// The articles that are learned from.
pub struct Corpus {
    /// All of them, file by file.
    pub entries: Vec<Entry>,
}

impl Corpus {
    /// Reads the files; of PolNeAR only every third article if a part is enough.
    pub fn read(folder: &Path, a_part: bool) -> Result<Corpus> {
        let mut documents: Vec<(Document, Source)> = Vec::new();
        for (file, source) in FILES {
            let path = folder.join(file);
            let step = if a_part && source == Source::Polnear { PART } else { 1 };
            documents.extend(read(&path, source)?.into_iter().step_by(step).map(|document| (document, source)));
        }
        let folds = folds(&documents);
        let entry = |((document, source), fold)| Entry { document, source, fold };
        Ok(Corpus { entries: documents.into_iter().zip(folds).map(entry).collect() })
    }
}

/// Reads the annotated articles of a file.
pub fn read(path: &Path, source: Source) -> Result<Vec<Document>> {
    match source {
        Source::Worldwide => worldwide::quotations(path),
        _ => gold::read(path)?.with_context(|| format!("there is no {}", path.display())),
    }
}

/// The fold of each document of these files. Of modern news all articles of an outlet are in one.
pub fn folds(documents: &[(Document, Source)]) -> Vec<usize> {
    let outlets = folds_of_outlets(documents);
    let of_number = |(index, (document, source)): (usize, &(Document, Source))| match source {
        Source::Polnear | Source::Gum => index % FOLDS,
        Source::Modern | Source::Worldwide => outlets.get(outlet(&document.id)).copied().unwrap_or(0),
    };
    files(documents).flat_map(|file| file.iter().enumerate().map(of_number)).collect()
}

/// The documents of each file.
fn files(documents: &[(Document, Source)]) -> impl Iterator<Item = &[(Document, Source)]> {
    documents.chunk_by(|(_, one), (_, other)| one == other)
}

/// The fold of each outlet of modern news. The outlets of each file are dealt out by their number of quotations, but for those of an
/// earlier file.
fn folds_of_outlets(documents: &[(Document, Source)]) -> BTreeMap<String, usize> {
    let mut folds: BTreeMap<String, usize> = BTreeMap::new();
    for file in files(documents) {
        let mut outlets: BTreeMap<&str, usize> = BTreeMap::new();
        for (document, _) in file.iter().filter(|(_, source)| source.is_modern()) {
            *outlets.entry(outlet(&document.id)).or_default() += document.quotes.len();
        }
        outlets.retain(|outlet, _| !folds.contains_key(*outlet));
        let mut largest: Vec<(usize, &str)> = outlets.into_iter().map(|(outlet, quotes)| (quotes, outlet)).collect();
        largest.sort_unstable_by(|one, other| other.cmp(one));
        folds.extend(largest.iter().enumerate().map(|(place, &(_, outlet))| (outlet.to_owned(), place % FOLDS)));
    }
    folds
}
