//! Who said what in these articles: read by people, kept beside the learner as places and names, without text.

use super::Document;
use super::layout::{Layout, Place};
use crate::gold::{self, Quote};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// The quotations, one on each line: the article; the quotation's paragraph, first token and last token; its kind; who said it; where the
/// words that refer to the speaker are.
const QUOTATIONS: &str = include_str!("../../data/worldwide-quotations.tsv");

/// Reads the articles whose quotations are known, as gold data.
pub fn quotations(path: &Path) -> Result<Vec<gold::Document>> {
    let mut rows: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for (number, line) in QUOTATIONS.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let (id, row) =
            Row::read(line).with_context(|| format!("line {} of the quotations cannot be read", number + 1))?;
        rows.entry(id).or_default().push(row);
    }
    let documents = super::read(path)?.with_context(|| format!("there is no {}", path.display()))?;
    let known = documents.iter().filter_map(|document| Some((document, rows.get(document.id.as_str())?)));
    known.map(|(document, rows)| annotated(document, rows)).collect()
}

/// A quotation.
#[derive(Debug, PartialEq, Eq)]
struct Row<'a> {
    place: Place,
    kind: &'a str,
    canonical: Option<&'a str>,
    speaker: Option<Place>,
}

impl<'a> Row<'a> {
    fn read(line: &'a str) -> Option<(&'a str, Row<'a>)> {
        let mut columns = line.split('\t');
        let (id, place, kind) = (columns.next()?, Place::read(columns.next()?)?, columns.next()?);
        let canonical = columns.next().filter(|name| !name.is_empty());
        let speaker = match columns.next() {
            None | Some("") => None,
            Some(place) => Some(Place::read(place)?),
        };
        Some((id, Row { place, kind, canonical, speaker }))
    }
}

/// An article as gold data.
fn annotated(document: &Document, rows: &[Row]) -> Result<gold::Document> {
    let layout = Layout::of(document);
    let stretch = |place: &Place| layout.stretch(place);
    let (mut quotes, mut ignore, mut nonquotes) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        let place = stretch(&row.place)?;
        match row.kind {
            "other" => nonquotes.push(place),
            "bad" => ignore.push(place),
            kind => quotes.push(Quote {
                start: place.start,
                end: place.end,
                speaker: row.speaker.as_ref().map(stretch).transpose()?,
                cue: None,
                canonical: row.canonical.map(str::to_owned),
                kind: Some(kind.to_owned()),
                partial: None,
                ambiguous_speaker: false,
            }),
        }
    }
    Ok(gold::Document {
        // The outlet is read from ids of this form.
        id: format!("w_{}", document.id),
        text: layout.text,
        dct: None,
        headline: false,
        quotes,
        ignore,
        nonquotes: Some(nonquotes),
        timexes: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_a_quotation() {
        let said = |speaker| Row {
            place: Place { paragraph: 2, first: 0, last: 9 },
            kind: "direct",
            canonical: Some("Ilse Vask"),
            speaker,
        };
        let rows = [
            ("x_1\t2:0-9\tdirect\tIlse Vask\t2:11-11", Some(said(Some(Place { paragraph: 2, first: 11, last: 11 })))),
            ("x_1\t2:0-9\tdirect\tIlse Vask\t", Some(said(None))),
            ("x_1\t2:0-9\tdirect\tIlse Vask", Some(said(None))),
            ("x_1\t2:0-9\tother", Some(Row { kind: "other", canonical: None, ..said(None) })),
            ("x_1\t2.0-9\tdirect\tIlse Vask\t", None),
            ("x_1\t2:0-9\tdirect\tIlse Vask\tsomewhere", None),
            ("x_1", None),
        ];
        for (line, expected) in rows {
            assert_eq!(Row::read(line), expected.map(|row| ("x_1", row)), "{line}");
        }
    }
}
