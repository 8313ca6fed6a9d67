//! News of 140 outlets of five continents: what was said there in the reporter's words.

use crate::gold::{self, Stretch};
use crate::reported;
use anyhow::{Context, Result, ensure};
use std::path::Path;

/// The stretches, by their first character and the one behind their last.
const REPORTED: &str = include_str!("../data/modern-reported.tsv");

/// Reads those articles of a file whose reported speech was read for this learner, as gold data.
pub fn reported(path: &Path) -> Result<Vec<gold::Document>> {
    let rows = reported::rows(REPORTED, stretch_of)?;
    let documents = gold::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    let known = documents.into_iter().filter_map(|document| Some((rows.get(document.id.as_str())?, document)));
    let annotated = known.map(|(rows, gold::Document { id, text, headline, .. })| {
        let length = text.chars().count();
        let name = id.clone();
        reported::document(id, text, headline, rows, |&place: &Stretch| {
            ensure!(place.start < place.end && place.end <= length, "{name} has no such place");
            Ok(place)
        })
    });
    annotated.collect()
}

/// Reads `12-80`.
fn stretch_of(text: &str) -> Option<Stretch> {
    let (start, end) = text.split_once('-')?;
    Some(Stretch { start: start.parse().ok()?, end: end.parse().ok()? })
}
