//! The human-readable listing: the article's statements, then its dates.

use anstyle::{AnsiColor, Style};
use std::io::{self, Read, Write};
use std::path::Path;
use verbatim::annotations::{Annotations, Span};
use verbatim::{Article, annotate};

const WHO: Style = AnsiColor::Cyan.on_default().bold();
const WHAT: Style = AnsiColor::Yellow.on_default();
const WHEN: Style = AnsiColor::Green.on_default();
const QUIET: Style = Style::new().dimmed();

/// Annotates the file, or standard input, and prints who said what, and when; in colour if the output is a terminal.
///
/// # Errors
/// If the text cannot be read, is not UTF-8 or is empty, or the listing cannot be written.
pub fn print(file: Option<&Path>, published: Option<jiff::civil::Date>, headline: bool) -> io::Result<()> {
    let text = match file {
        Some(path) => std::fs::read_to_string(path)?,
        None => {
            let mut text = String::new();
            io::stdin().read_to_string(&mut text)?;
            text
        }
    };
    if text.trim().is_empty() {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the text is empty"));
    }
    let mut article = Article::from_text(&text, headline);
    article.published = published;
    write_listing(&article, &annotate(&article), &mut anstream::stdout().lock())
}

fn write_listing(article: &Article, annotations: &Annotations, output: &mut impl Write) -> io::Result<()> {
    for statement in &annotations.statements {
        let who = statement.person.map_or("Somebody", |person| annotations.people[person].name.as_str());
        let probably = if statement.is_only_probable() { " (probably)" } else { "" };
        write!(output, "{WHO}{who}{WHO:#}{probably}")?;
        if let Some(date) = statement.date {
            write!(output, " {WHEN}{}{WHEN:#}", annotations.dates[date].value)?;
        }
        writeln!(output)?;
        for &quote in &statement.quotes {
            writeln!(output, "  {WHAT}{}{WHAT:#}", words(article, annotations.quotes[quote].span))?;
        }
    }
    if !annotations.dates.is_empty() {
        writeln!(output, "\nDates")?;
    }
    for date in &annotations.dates {
        let modifier = date.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.name()));
        writeln!(
            output,
            "  {WHEN}{:<24}{WHEN:#} {} {QUIET}{}{modifier}{QUIET:#}",
            date.value,
            words(article, date.span),
            date.kind.name()
        )?;
    }
    Ok(())
}

/// The text of a span on one line.
fn words(article: &Article, span: Span) -> String {
    article.blocks[span.block].text[span.start..span.end].split_whitespace().collect::<Vec<_>>().join(" ")
}
