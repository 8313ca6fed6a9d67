//! Articles of newspapers of Africa, Asia, Latin America, the Middle East and Oceania, as tokens.

mod joined;
mod layout;
mod quotations;
mod reported;

use crate::gold;
use anyhow::Result;
use serde::Deserialize;
use std::path::Path;

pub use joined::joined;
pub use quotations::quotations;
pub use reported::reported;

/// An article.
#[derive(Deserialize)]
pub struct Document {
    /// Its name.
    pub id: String,
    /// Its sentences; each is a paragraph, which may hold more than one sentence of the text.
    pub sentences: Vec<Sentence>,
}

/// A sentence.
#[derive(Deserialize)]
pub struct Sentence {
    /// Its words and signs.
    pub tokens: Vec<String>,
    /// For each token `B-` or `I-` and the class of the name that it is in, or `O`.
    pub tags: Vec<String>,
}

/// Reads a file with one article on each line; `None` if the file does not exist.
pub fn read(path: &Path) -> Result<Option<Vec<Document>>> {
    gold::read_lines(path)
}
