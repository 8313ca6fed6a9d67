//! Gold data: documents with annotated quotations and dates. Offsets count code points.

use anyhow::{Context, Result};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::Path;

/// An annotated document.
#[derive(Deserialize)]
pub struct Document {
    /// Its name.
    pub id: String,
    /// Its text.
    pub text: String,
    /// Its publication date, which some corpora call `date`.
    #[serde(alias = "date")]
    pub dct: Option<String>,
    /// Whether the first paragraph is the headline.
    #[serde(default)]
    pub headline: bool,
    /// Quotations.
    #[serde(default)]
    pub quotes: Vec<Quote>,
    /// Stretches that the annotators left undecided.
    #[serde(default)]
    pub ignore: Vec<Stretch>,
    /// Stretches in quotation marks that nobody said, if annotated.
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
    /// The words that refer to its speaker.
    pub speaker: Option<Stretch>,
    /// The words that attribute it, if annotated.
    #[serde(default)]
    pub cue: Option<Stretch>,
    /// The speaker's identity.
    pub canonical: Option<String>,
    /// Its kind, if annotated.
    pub kind: Option<String>,
    /// Whether it is a fragment, if only that is annotated.
    pub partial: Option<bool>,
    /// Whether the annotators disagreed on the speaker.
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

/// Reads a file with one document on each line; `None` if the file does not exist.
pub fn read(path: &Path) -> Result<Option<Vec<Document>>> {
    read_lines(path)
}

/// Reads a file with a value in JSON on each line; `None` if the file does not exist.
pub fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Option<Vec<T>>> {
    if !path.exists() {
        return Ok(None);
    }
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let values = lines.map(|(index, line)| {
        serde_json::from_str(line).with_context(|| format!("{}:{} is no gold document", path.display(), index + 1))
    });
    values.collect::<Result<_>>().map(Some)
}
