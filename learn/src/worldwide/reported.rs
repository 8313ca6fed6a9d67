//! What was said in these articles in the reporter's words.

use super::layout::{Layout, Place};
use crate::{gold, reported};
use anyhow::{Context, Result};
use std::path::Path;

/// The stretches, by paragraph, first token and last token.
const REPORTED: &str = include_str!("../../data/worldwide-reported.tsv");

/// Reads the articles whose reported speech is known, as gold data.
pub fn reported(path: &Path) -> Result<Vec<gold::Document>> {
    let rows = reported::rows(REPORTED, Place::read)?;
    let documents = super::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    let known = documents.iter().filter_map(|document| Some((document, rows.get(document.id.as_str())?)));
    let annotated = known.map(|(document, rows)| {
        let mut layout = Layout::of(document);
        let text = std::mem::take(&mut layout.text);
        // The outlet is read from ids of this form.
        reported::document(format!("w_{}", document.id), text, false, rows, |place| layout.stretch(place))
    });
    annotated.collect()
}
