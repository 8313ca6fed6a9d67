//! Reported speech that was read for this learner: tables of places and names, without text.
//!
//! A line each: the article; where what was said stands; `reported`, or `unsure` where readers may differ; who said it; where the words that
//! refer to the source and those that attribute it stand. An article without any has a line, too.

use crate::gold::{Document, Quote, Stretch};
use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// A stretch of reported speech, its places as a table writes them.
#[derive(Debug, PartialEq, Eq)]
pub struct Row<'a, P> {
    content: P,
    is_sure: bool,
    canonical: Option<&'a str>,
    source: Option<P>,
    cue: Option<P>,
}

impl<'a, P> Row<'a, P> {
    /// The article of a line, and what the line tells of it: nothing where the article has no reported speech.
    fn read(line: &'a str, place: fn(&str) -> Option<P>) -> Option<(&'a str, Option<Row<'a, P>>)> {
        let columns: Vec<&str> = line.split('\t').collect();
        let place_or_none = |text: &str| match text {
            "" => Some(None),
            text => place(text).map(Some),
        };
        match columns[..] {
            [id, "", "none"] => Some((id, None)),
            [id, content, kind @ ("reported" | "unsure"), canonical, source, cue] => {
                let canonical = Some(canonical).filter(|name| !name.is_empty());
                let (content, source, cue) = (place(content)?, place_or_none(source)?, place_or_none(cue)?);
                Some((id, Some(Row { content, is_sure: kind == "reported", canonical, source, cue })))
            }
            _ => None,
        }
    }
}

/// The rows of each article of a table.
pub fn rows<P>(
    table: &'static str,
    place: fn(&str) -> Option<P>,
) -> Result<BTreeMap<&'static str, Vec<Row<'static, P>>>> {
    let mut rows: BTreeMap<&str, Vec<Row<P>>> = BTreeMap::new();
    for (number, line) in table.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let read = Row::read(line, place);
        let (id, row) = read.with_context(|| format!("line {} of the reported speech cannot be read", number + 1))?;
        rows.entry(id).or_default().extend(row);
    }
    Ok(rows)
}

/// An article as gold data; `stretch` says where a place is in its text.
pub fn document<P>(
    id: String,
    text: String,
    headline: bool,
    rows: &[Row<P>],
    stretch: impl Fn(&P) -> Result<Stretch>,
) -> Result<Document> {
    let (mut quotes, mut ignore) = (Vec::new(), Vec::new());
    for row in rows {
        let content = stretch(&row.content)?;
        if !row.is_sure {
            ignore.push(content);
            continue;
        }
        quotes.push(Quote {
            start: content.start,
            end: content.end,
            speaker: row.source.as_ref().map(&stretch).transpose()?,
            cue: row.cue.as_ref().map(&stretch).transpose()?,
            canonical: row.canonical.map(str::to_owned),
            kind: None,
            partial: None,
            ambiguous_speaker: false,
        });
    }
    Ok(Document { id, text, dct: None, headline, quotes, ignore, nonquotes: None, timexes: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_tells_a_stretch() {
        let place: fn(&str) -> Option<usize> = |text| text.parse().ok();
        let row = |is_sure, source, cue| Some(Row { content: 3, is_sure, canonical: Some("Ilse Vask"), source, cue });
        let rows = [
            ("x_1\t3\treported\tIlse Vask\t0\t2", Some(row(true, Some(0), Some(2)))),
            ("x_1\t3\tunsure\tIlse Vask\t\t", Some(row(false, None, None))),
            ("x_1\t\tnone", Some(None)),
            ("x_1\t3\tsaid\tIlse Vask\t\t", None),
            ("x_1\t3\treported\tIlse Vask\tthere\t", None),
            ("x_1\t3\treported\tIlse Vask", None),
            ("x_1", None),
        ];
        for (line, expected) in rows {
            assert_eq!(Row::read(line, place), expected.map(|row| ("x_1", row)), "{line}");
        }
    }
}
