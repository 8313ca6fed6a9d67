//! Gold data: documents with the quotations and dates that careful people found in them. Offsets count code points.

use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;
use std::path::Path;

/// A document with what it holds.
#[derive(Deserialize)]
pub struct Document {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Its publication date; some corpora call it `date`.
    #[serde(alias = "date")]
    pub dct: Option<String>,
    /// Whether the first paragraph is the headline.
    #[serde(default)]
    pub headline: bool,
    /// What somebody said.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// Stretches about which the annotators said nothing.
    #[serde(default)]
    pub ignore: Vec<Stretch>,
    /// Stretches between quotation marks that nobody said, where the annotators marked them.
    pub nonquotes: Option<Vec<Stretch>>,
    /// Dates, times, durations and repetitions.
    #[serde(default)]
    pub timexes: Vec<Timex>,
}

/// A stretch of the text.
#[derive(Clone, Copy, Deserialize)]
pub struct Stretch {
    /// The first character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

/// A quotation.
#[derive(Deserialize)]
pub struct Quote {
    /// The first character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
    /// The words that name its speaker.
    pub speaker: Option<Stretch>,
    /// Who that really is.
    pub canonical: Option<String>,
    /// Its kind, where it is annotated.
    pub kind: Option<String>,
    /// Whether it is a fragment, where that is annotated alone.
    pub partial: Option<bool>,
    /// The annotators did not agree on the speaker.
    #[serde(default)]
    pub ambiguous_speaker: bool,
}

/// A TIMEX3.
#[derive(Deserialize)]
pub struct Timex {
    /// The first character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
    /// Its type.
    #[serde(rename = "type", default)]
    pub kind: Option<String>,
    /// Its value.
    pub value: Option<String>,
}

/// Reads a file of one document a line; nothing when the file is not there.
pub fn read(path: &Path) -> Result<Option<Vec<Document>>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let documents = lines.map(|(index, line)| {
        serde_json::from_str(line).with_context(|| format!("{}:{} is no gold document", path.display(), index + 1))
    });
    documents.collect::<Result<_>>().map(Some)
}
