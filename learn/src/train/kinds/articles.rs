//! The training data of the model of kinds: annotated articles, and the project's own cases.

use crate::gold::{Document, Quote, Stretch};
use anyhow::{Error, Result};
use std::ops::Range;

#[allow(dead_code, reason = "the tests need more of the reader that they share")]
#[path = "../../../../tests/support/inline.rs"]
mod inline;

/// The project's own cases.
const CASES: &str = include_str!("../../../../tests/cases/kinds/kinds.txt");

/// An annotated article.
pub struct Gold {
    /// Its text.
    pub text: String,
    /// The quotations in bytes, and whether each is a clause if that is annotated.
    pub quotes: Vec<(Range<usize>, Option<bool>)>,
    /// Ranges that are excluded from training.
    pub ignored: Vec<Range<usize>>,
    /// Whether its annotators also marked what nobody said.
    pub careful: bool,
    /// Whether it is modern news.
    pub modern: bool,
    /// Whether its first block is a headline.
    pub headline: bool,
    /// Whether it is a case of the project's own.
    pub own: bool,
}

/// An annotated article of the gold data.
pub fn annotated(document: &Document, modern: bool) -> Gold {
    let Document { text, quotes, ignore, nonquotes, headline, .. } = document;
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(text.len());
    let clause = |quote: &Quote| match (&quote.kind, quote.partial) {
        (Some(kind), _) => Some(kind == "direct"),
        (None, partial) => partial.map(|partial| !partial),
    };
    let quotes = quotes.iter().map(|quote| (core(text, byte(quote.start)..byte(quote.end)), clause(quote))).collect();
    let ignored = |stretch: &Stretch| core(text, byte(stretch.start)..byte(stretch.end));
    let ignored = ignore.iter().map(ignored).collect();
    Gold { quotes, ignored, careful: nonquotes.is_some(), modern, headline: *headline, own: false, text: text.clone() }
}

/// The project's own cases, as articles.
pub fn own_cases() -> Result<Vec<Gold>> {
    let article = |case: inline::Case| {
        let said = case.expected.iter().filter(|(_, kind)| kind != "other");
        Gold {
            quotes: said.map(|(range, kind)| (core(&case.text, range.clone()), Some(kind == "direct"))).collect(),
            ignored: Vec::new(),
            careful: true,
            modern: false,
            headline: false,
            own: true,
            text: case.text,
        }
    };
    let cases = inline::read(CASES, inline::WHITE).map_err(Error::msg)?;
    Ok(cases.into_iter().map(article).collect())
}

/// The range from the first to the last letter or digit.
pub fn core(text: &str, range: Range<usize>) -> Range<usize> {
    let inside = text.get(range.clone()).unwrap_or_default();
    let trimmed = inside.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = range.start + inside.len() - trimmed.len();
    let trimmed = trimmed.trim_end_matches(|c: char| !c.is_alphanumeric());
    start..start + trimmed.len()
}
