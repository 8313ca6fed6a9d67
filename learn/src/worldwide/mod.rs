//! Articles of newspapers of Africa, Asia, Latin America, the Middle East and Oceania, as tokens.

mod joined;
mod quotations;

use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;
use std::path::Path;

pub use joined::joined;
pub use quotations::quotations;

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
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let documents = lines.map(|(index, line)| {
        serde_json::from_str(line).with_context(|| format!("{}:{} is no article", path.display(), index + 1))
    });
    documents.collect::<Result<_>>().map(Some)
}
