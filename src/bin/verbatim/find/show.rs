//! How what was found is shown: as a table for people, as JSON or as CSV for programs.

use super::search::{Hit, Words};
use crate::visible::Visible;
use anstyle::{AnsiColor, Style};
use serde::Serialize;
use serde_json::value::RawValue;
use std::io::{self, Write};
use std::ops::Range;
use verbatim::find::Speech;

const WHO: Style = AnsiColor::Cyan.on_default().bold();
const WHEN: Style = AnsiColor::Green.on_default();
const MATCH: Style = AnsiColor::Red.on_default().bold();
const QUIET: Style = Style::new().dimmed();

/// How it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Table,
    Jsonl,
    Csv,
}

/// Where it was found.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub file: &'a str,
    pub line: u64,
}

/// The names of the columns.
const COLUMNS: [&str; 9] = ["file", "line", "id", "who", "kind", "date", "published", "confidence", "words"];

impl Format {
    /// What comes before everything.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn head(self) -> io::Result<Vec<u8>> {
        if self == Format::Csv { row(COLUMNS.map(str::to_owned)) } else { Ok(Vec::new()) }
    }

    /// Writes what was found.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write(self, hit: &Hit, place: Place, output: &mut Vec<u8>) -> io::Result<()> {
        match self {
            Format::Table => write_line(hit, place, output),
            Format::Csv => {
                output.extend(row(cells(hit, place))?);
                Ok(())
            }
            Format::Jsonl => {
                serde_json::to_writer(&mut *output, &Found::of(hit, place))?;
                output.push(b'\n');
                Ok(())
            }
        }
    }
}

fn write_line(hit: &Hit, place: Place, output: &mut Vec<u8>) -> io::Result<()> {
    let published = hit.published.map(|day| day.to_string());
    let (when, style) = match (&hit.date, &published) {
        (Some(date), _) => (date.as_str(), WHEN),
        (None, Some(published)) => (published.as_str(), QUIET),
        (None, None) => ("", QUIET),
    };
    write!(output, "{style}{:<10}{style:#} ", Visible(when).to_string())?;
    marked(hit.who.as_deref().unwrap_or("somebody"), &hit.who_matches, WHO, output)?;
    write!(output, "{}", if hit.is_only_probable() { " (probably)" } else { "" })?;
    for words in &hit.words {
        output.push(b' ');
        match &words.text {
            Some(text) => marked(text, &words.matches, Style::new(), output)?,
            None => write!(output, "{}–{}", words.start, words.end)?,
        }
    }
    let id: &str = &hit.id;
    writeln!(output, " {QUIET}{}:{} {}{QUIET:#}", Visible(place.file), place.line, Visible(id))
}

/// Writes a text on one line, with its matches in another colour.
fn marked(text: &str, matches: &[Range<usize>], style: Style, output: &mut Vec<u8>) -> io::Result<()> {
    let mut rest = 0;
    let mut write = |part: &str, style: Style| {
        if part.is_empty() { Ok(()) } else { write!(output, "{style}{}{style:#}", Visible(&on_one_line(part))) }
    };
    for found in matches {
        write(&text[rest..found.start], style)?;
        write(&text[found.clone()], MATCH)?;
        rest = found.end;
    }
    write(&text[rest..], style)
}

/// The text with one space for each stretch of white space.
fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            character if !character.is_whitespace() => line.push(character),
            _ if !line.ends_with(' ') => line.push(' '),
            _ => {}
        }
    }
    line
}

fn kind(hit: &Hit) -> &'static str {
    match hit.speech {
        Speech::Quoted => "quoted",
        Speech::Reported => "reported",
    }
}

fn cells(hit: &Hit, place: Place) -> [String; 9] {
    let words = hit.words.iter().filter_map(|words| words.text.as_deref().map(on_one_line));
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    [
        place.file.to_owned(),
        place.line.to_string(),
        // A string without its marks; anything else as it is.
        serde_json::from_str::<String>(&hit.id).unwrap_or_else(|_| hit.id.clone()),
        optional(&hit.who),
        kind(hit).to_owned(),
        optional(&hit.date),
        hit.published.map_or_else(String::new, |day| day.to_string()),
        hit.confidence.to_string(),
        words.collect::<Vec<_>>().join(" "),
    ]
}

/// A row of CSV in which no cell is run as a formula.
fn row(cells: [String; 9]) -> io::Result<Vec<u8>> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let harmless =
        |cell: String| if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell };
    writer.write_record(cells.map(harmless)).map_err(io::Error::from)?;
    writer.into_inner().map_err(|error| io::Error::other(error.to_string()))
}

#[derive(Serialize)]
struct Found<'a> {
    file: &'a str,
    line: u64,
    id: Option<&'a RawValue>,
    who: Option<&'a str>,
    kind: &'static str,
    date: Option<&'a str>,
    published: Option<String>,
    confidence: f64,
    words: Vec<FoundWords<'a>>,
}

#[derive(Serialize)]
struct FoundWords<'a> {
    start: usize,
    end: usize,
    text: Option<&'a str>,
    matches: Vec<FoundMatch>,
}

#[derive(Serialize)]
struct FoundMatch {
    start: usize,
    end: usize,
}

impl<'a> Found<'a> {
    fn of(hit: &'a Hit, place: Place<'a>) -> Found<'a> {
        Found {
            file: place.file,
            line: place.line,
            id: serde_json::from_str(&hit.id).ok(),
            who: hit.who.as_deref(),
            kind: kind(hit),
            date: hit.date.as_deref(),
            published: hit.published.map(|day| day.to_string()),
            confidence: hit.confidence,
            words: hit.words.iter().map(found_words).collect(),
        }
    }
}

fn found_words(words: &Words) -> FoundWords<'_> {
    let text = words.text.as_deref().unwrap_or_default();
    let point = |byte: usize| words.start + text[..byte].chars().count();
    let matches = words.matches.iter().map(|range| FoundMatch { start: point(range.start), end: point(range.end) });
    FoundWords { start: words.start, end: words.end, text: words.text.as_deref(), matches: matches.collect() }
}

#[cfg(test)]
mod tests {
    use super::{marked, on_one_line, row};
    use anstyle::Style;

    #[test]
    fn no_cell_is_a_formula() {
        let rows = [("=1+1", "'=1+1"), ("@cmd", "'@cmd"), ("-5", "'-5"), ("5", "5"), ("a=b", "a=b"), ("", "")];
        for (cell, expected) in rows {
            let line = row([(); 9].map(|()| cell.to_owned())).unwrap();
            assert_eq!(String::from_utf8(line).unwrap(), format!("{}\r\n", [expected; 9].join(",")));
        }
    }

    #[test]
    fn a_text_is_on_one_line_and_safe() {
        assert_eq!(on_one_line("a\n\t b  c\u{a0}"), "a b c ");
        let mut output = Vec::new();
        marked("a\u{1b}[2Jferry b", std::slice::from_ref(&(5..10)), Style::new(), &mut output).unwrap();
        let text = String::from_utf8(output).unwrap();
        assert_eq!(text, "a␛[2J\u{1b}[1m\u{1b}[31mferry\u{1b}[0m b");
    }
}
