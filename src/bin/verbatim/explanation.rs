//! The explanation for people, in colour where the output is a terminal.

use crate::visible::Visible;
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};
use verbatim::Article;
use verbatim::explain::{LineKind, explain};

const HEADING: Style = AnsiColor::Cyan.on_default().bold();
const SENTENCE: Style = AnsiColor::Yellow.on_default();
const LABEL: Style = AnsiColor::Green.on_default();
const QUIET: Style = Style::new().dimmed();

/// Prints how the answer for an article was found.
///
/// # Errors
/// When the explanation cannot be written.
pub fn print(article: &Article) -> io::Result<()> {
    let mut output = io::BufWriter::new(anstream::stdout().lock());
    for (number, line) in explain(article).lines().iter().enumerate() {
        let style = match line.kind {
            LineKind::Heading => HEADING,
            LineKind::Sentence => SENTENCE,
            LineKind::Reason => QUIET,
            _ => Style::new(),
        };
        if line.kind == LineKind::Heading && number > 0 {
            writeln!(output)?;
        }
        for (label, row) in line.rows() {
            writeln!(output, "{LABEL}{label}{LABEL:#}{style}{}{style:#}", Visible(&row))?;
        }
    }
    output.flush()
}
