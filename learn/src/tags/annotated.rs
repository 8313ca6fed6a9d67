//! What people annotated in an article.

use std::ops::Range;
use verbatim::Article;
use verbatim::training::tags::{EntityClass, PartOfSpeech};

/// A stretch of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The block.
    pub block: usize,
    /// The bytes of its text.
    pub range: Range<usize>,
}

impl Stretch {
    /// Whether the stretch ends before this place.
    pub fn ends_before(&self, block: usize, start: usize) -> bool {
        (self.block, self.range.end) <= (block, start)
    }
}

/// An annotated article.
pub struct Annotated {
    /// The article.
    pub article: Article,
    /// Its tokens with their parts of speech, if annotated.
    pub parts: Vec<(Stretch, PartOfSpeech)>,
    /// Its names, if annotated.
    pub names: Vec<(Stretch, EntityClass)>,
}
