//! Where the tokens of an article stand in its running text.

use super::{Document, joined};
use crate::gold::Stretch;
use anyhow::{Context, Result, ensure};
use std::ops::Range;

/// Tokens of a paragraph, the last one included.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub paragraph: usize,
    pub first: usize,
    pub last: usize,
}

impl Place {
    /// Reads `4:0-9`: the paragraph, its first and last token.
    pub fn read(text: &str) -> Option<Place> {
        let (paragraph, tokens) = text.split_once(':')?;
        let (first, last) = tokens.split_once('-')?;
        Some(Place { paragraph: paragraph.parse().ok()?, first: first.parse().ok()?, last: last.parse().ok()? })
    }
}

/// An article as running text. Its paragraphs are apart by an empty line.
pub(super) struct Layout<'a> {
    id: &'a str,
    /// The text.
    pub text: String,
    /// For each paragraph its tokens, in characters of the text.
    tokens: Vec<Vec<Range<usize>>>,
}

impl Layout<'_> {
    /// Lays out an article.
    pub fn of(document: &Document) -> Layout<'_> {
        let mut text = String::new();
        let mut tokens: Vec<Vec<Range<usize>>> = Vec::new();
        let mut length = 0;
        for sentence in &document.sentences {
            if !text.is_empty() {
                text.push_str("\n\n");
                length += 2;
            }
            let (paragraph, ranges) = joined(&sentence.tokens);
            let characters = |range: &Range<usize>| {
                let at = |byte: usize| length + paragraph.get(..byte).map_or(0, |before| before.chars().count());
                at(range.start)..at(range.end)
            };
            tokens.push(ranges.iter().map(characters).collect());
            length += paragraph.chars().count();
            text.push_str(&paragraph);
        }
        Layout { id: &document.id, text, tokens }
    }

    /// Where some tokens stand.
    pub fn stretch(&self, place: &Place) -> Result<Stretch> {
        let paragraph = self.tokens.get(place.paragraph);
        let token = |at: usize| paragraph.and_then(|tokens| tokens.get(at));
        let ends = token(place.first).zip(token(place.last));
        let (first, last) = ends.with_context(|| format!("{} has no tokens {place:?}", self.id))?;
        ensure!(first.start < last.end, "{}: {place:?} is empty", self.id);
        Ok(Stretch { start: first.start, end: last.end })
    }
}
