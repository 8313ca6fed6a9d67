//! Training examples: the stretches in quotation marks of annotated articles, with their annotations.

use super::articles::{Gold, core};
use std::collections::BTreeMap;
use std::ops::Range;
use verbatim::Article;
use verbatim::article::blocks_of_text;
use verbatim::training::speech::examples;

/// A stretch in quotation marks as the model sees it.
pub struct Example {
    /// The number of its article.
    pub article: usize,
    /// The indices of its features.
    pub features: Vec<u32>,
    /// Its annotation.
    pub label: Label,
    /// Its number of words.
    pub words: usize,
    /// Whether the annotators of its article also marked what nobody said.
    pub careful: bool,
    /// Whether its article is modern news.
    pub modern: bool,
    /// Whether it is from a case of the project's own.
    pub own: bool,
    /// Whether it is a whole block: annotators often skipped those between sections.
    pub alone: bool,
}

/// The annotation of a stretch.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// Not a quotation.
    Nobody,
    /// A quotation: whether it is a clause, and whether the stretch is exactly the annotated one.
    Said(Option<bool>, bool),
    /// Not suitable for training.
    Unknown,
}

/// The examples of all articles, and the keys of the features.
pub struct Examples {
    /// The keys by index.
    pub keys: Vec<String>,
    /// The examples in the order of the articles.
    pub list: Vec<Example>,
}

impl Examples {
    /// The examples of the articles. Keys are numbered in the order of their first occurrence.
    pub fn of(articles: &[Gold]) -> Examples {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut keys = Vec::new();
        let mut number_of = |key: String| {
            *numbers.entry(key).or_insert_with_key(|key| {
                keys.push(key.clone());
                u32::try_from(keys.len() - 1).unwrap_or(u32::MAX)
            })
        };
        let mut list = Vec::new();
        for (article, gold) in articles.iter().enumerate() {
            let starts: Vec<usize> = blocks_of_text(&gold.text).map(|(start, _)| start).collect();
            for stretch in examples(&Article::from_text(&gold.text, gold.headline)) {
                let start = starts.get(stretch.span.block).copied().unwrap_or(0);
                let span = start + stretch.span.start..start + stretch.span.end;
                let mut features: Vec<u32> = stretch.keys.into_iter().map(&mut number_of).collect();
                features.sort_unstable();
                features.dedup();
                list.push(Example {
                    article,
                    features,
                    label: label(gold, span.clone()),
                    words: stretch.words,
                    careful: gold.careful,
                    modern: gold.modern,
                    own: gold.own,
                    alone: stretch.alone,
                });
            }
        }
        Examples { keys, list }
    }
}

fn label(gold: &Gold, span: Range<usize>) -> Label {
    let found = core(&gold.text, span);
    let shared = |other: &Range<usize>| found.end.min(other.end).saturating_sub(found.start.max(other.start));
    let best = gold.quotes.iter().max_by_key(|(range, _)| shared(range));
    if let Some((range, clause)) = best
        && shared(range) > 0
    {
        let exact = *range == found;
        return if exact || shared(range) * 2 > found.len().max(range.len()) {
            Label::Said(*clause, exact)
        } else {
            Label::Unknown
        };
    }
    if gold.ignored.iter().any(|range| shared(range) * 2 >= found.len()) { Label::Unknown } else { Label::Nobody }
}
