//! The human-readable listing: the article's statements, quoted and reported, then its dates.

use crate::visible::Visible;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use verbatim::annotations::{Annotations, Span};
use verbatim::{Article, annotate};

const WHO: Style = AnsiColor::Cyan.on_default().bold();
const WHAT: Style = AnsiColor::Yellow.on_default();
const WHEN: Style = AnsiColor::Green.on_default();
const QUIET: Style = Style::new().dimmed();

/// Annotates an article and prints who said what, and when; in colour where the output is a terminal.
///
/// # Errors
/// When the listing cannot be written.
pub fn print(article: &Article) -> io::Result<()> {
    write_listing(article, &annotate(article), &mut anstream::stdout().lock())
}

fn write_listing(article: &Article, annotations: &Annotations, output: &mut impl Write) -> io::Result<()> {
    for statement in &annotations.statements {
        let who = statement.person.map_or("Somebody", |person| annotations.people[person].name.as_str());
        let probably = if statement.is_only_probable() { " (probably)" } else { "" };
        write!(output, "{WHO}{}{WHO:#}{probably}", Visible(who))?;
        if let Some(date) = statement.date {
            write!(output, " {WHEN}{}{WHEN:#}", annotations.dates[date].value)?;
        }
        writeln!(output)?;
        if let Some(reported) = statement.reported {
            writeln!(output, "  {}", Visible(&words(article, annotations.reported[reported].span)))?;
            continue;
        }
        for &quote in &statement.quotes {
            writeln!(output, "  {WHAT}{}{WHAT:#}", Visible(&words(article, annotations.quotes[quote].span)))?;
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
            Visible(&words(article, date.span)),
            date.kind.name()
        )?;
    }
    Ok(())
}

/// The text of a span on one line.
fn words(article: &Article, span: Span) -> String {
    article.blocks[span.block].text[span.start..span.end].split_whitespace().collect::<Vec<_>>().join(" ")
}
