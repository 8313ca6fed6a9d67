//! The articles that are learned from, and the folds that they are cut into.

use super::outlets::outlet;
use crate::gold::{self, Document};
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
}

/// The files and where they are from.
pub const FILES: [(&str, Source); 3] = [
    ("quotes/polnear.train.jsonl", Source::Polnear),
    ("quotes/gum_news.train.jsonl", Source::Gum),
    ("quotes/modern.train.jsonl", Source::Modern),
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
        let mut entries = Vec::new();
        for (file, source) in FILES {
            let path = folder.join(file);
            let mut documents = gold::read(&path)?.with_context(|| format!("there is no {}", path.display()))?;
            if a_part && source == Source::Polnear {
                documents = documents.into_iter().step_by(PART).collect();
            }
            let folds = folds(&documents, source);
            let entry = |(document, fold)| Entry { document, source, fold };
            entries.extend(documents.into_iter().zip(folds).map(entry));
        }
        Ok(Corpus { entries })
    }
}

/// The fold of each document. Of modern news all articles of an outlet are in one; the outlets are dealt out by their number of articles.
pub fn folds(documents: &[Document], source: Source) -> Vec<usize> {
    if source != Source::Modern {
        return (0..documents.len()).map(|index| index % FOLDS).collect();
    }
    let mut outlets: BTreeMap<&str, usize> = BTreeMap::new();
    for document in documents {
        *outlets.entry(outlet(&document.id)).or_default() += document.quotes.len();
    }
    let mut largest: Vec<(usize, &str)> = outlets.into_iter().map(|(outlet, quotes)| (quotes, outlet)).collect();
    largest.sort_unstable_by(|one, other| other.cmp(one));
    let fold_of: BTreeMap<&str, usize> =
        largest.iter().enumerate().map(|(place, &(_, outlet))| (outlet, place % FOLDS)).collect();
    documents.iter().map(|document| fold_of.get(outlet(&document.id)).copied().unwrap_or(0)).collect()
}
