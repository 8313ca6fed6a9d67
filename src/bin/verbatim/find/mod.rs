//! `verbatim find`: who said what, in archives of articles or of answers.

mod record;
mod search;
mod show;

use crate::stream::inputs::{Source, sources};
use crate::stream::lines::{Batches, Lines};
use crate::stream::pipeline::{Ended, Feed, Sink, run};
use crate::visible::Visible;
use search::{Fault, search};
use show::{Format, Place};
use std::io::{self, Write};
use std::num::NonZero;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use verbatim::find::{Expression, Part, Query, QueryError, Speech};

/// The exit code for arguments that are not valid, as for those that `clap` refuses.
const WRONG_USE: u8 = 2;

/// What is looked for, and where.
#[derive(clap::Args)]
pub struct Options {
    /// Archives of answers (from `annotate --jsonl --meta text,published`) or of articles, which are annotated on the way; also
    /// compressed, and patterns of names. Standard input where they are left out.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// What the panel's search takes, in one: plain words, /PATTERN/, who:, what:, when:, since:, until:, kind: and sure:.
    #[arg(short, long, value_name = "EXPRESSION")]
    expression: Option<String>,
    /// A pattern for the speaker's name, or the words that refer to the speaker.
    #[arg(long, value_name = "PATTERN")]
    who: Option<String>,
    /// A pattern for what was said. It needs the text: of answers, those made with --meta text.
    #[arg(long, value_name = "PATTERN")]
    what: Option<String>,
    /// The first day, month or year in which it was said (YYYY-MM-DD, YYYY-MM, YYYY): the date of the statement if it has one,
    /// otherwise the publication, which answers made with --meta published have.
    #[arg(long, value_name = "DATE")]
    since: Option<String>,
    /// The last one.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Only quotations, or only what is told in the reporter's words.
    #[arg(long, value_name = "KIND")]
    kind: Option<Kind>,
    /// Only what is at least so sure, from 0 to 1.
    #[arg(long, value_name = "CONFIDENCE")]
    sure: Option<f64>,
    /// One line for each statement, the matches in colour on a terminal. This is the default.
    #[arg(long, group = "format")]
    table: bool,
    /// One JSON object for each statement.
    #[arg(long, group = "format")]
    jsonl: bool,
    /// CSV with a line of headings.
    #[arg(long, group = "format")]
    csv: bool,
    /// How many threads to work on; as many as there are cores where it is left out.
    #[arg(long, value_name = "NUMBER")]
    threads: Option<NonZero<usize>>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Kind {
    Quoted,
    Reported,
}

impl Options {
    fn expression(&self) -> Expression<'_> {
        Expression {
            who: self.who.as_deref(),
            what: self.what.as_deref(),
            since: self.since.as_deref(),
            until: self.until.as_deref(),
            speech: self.kind.map(|kind| match kind {
                Kind::Quoted => Speech::Quoted,
                Kind::Reported => Speech::Reported,
            }),
            sure: self.sure,
        }
    }

    fn format(&self) -> Format {
        match (self.jsonl, self.csv) {
            (true, _) => Format::Jsonl,
            (_, true) => Format::Csv,
            _ => Format::Table,
        }
    }

    /// The query, or what is wrong with it, with the place below it.
    fn query(&self) -> Result<Query, String> {
        let query = Query::new(&self.expression()).map_err(|error| {
            let text = match error.part() {
                Part::Who => self.who.as_deref(),
                Part::What => self.what.as_deref(),
                _ => None,
            };
            format!("--{error}{}", text.map_or_else(String::new, |text| pointed_at(text, &error)))
        })?;
        let Some(expression) = &self.expression else { return Ok(query) };
        let typed = Query::parse(expression)
            .map_err(|error| format!("--expression: {error}{}", pointed_at(expression, &error)))?;
        Ok(query.and(typed))
    }
}

/// The part of a pattern around an error, with the place marked in the line below.
fn pointed_at(text: &str, error: &QueryError) -> String {
    /// As much on each side fits on a terminal.
    const AROUND: usize = 30;
    let place = error.place();
    if place.len() == text.len() && text.len() >= AROUND {
        return String::new();
    }
    let (Some(before), Some(inside), Some(after)) =
        (text.get(..place.start), text.get(place.clone()), text.get(place.end..))
    else {
        return String::new();
    };
    let skipped = before.chars().count().saturating_sub(AROUND);
    let before: String = before.chars().skip(skipped).collect();
    let inside: String = inside.chars().take(AROUND).collect();
    let after: String = after.chars().take(AROUND).collect();
    let (shown, indent) = (Visible(&before).to_string(), Visible(&before).to_string().chars().count());
    let marks = "^".repeat(inside.chars().count().max(1));
    format!("\n  {shown}{}{}\n  {}{marks}", Visible(&inside), Visible(&after), " ".repeat(indent))
}

/// Finds statements and prints them in the order of the archives.
///
/// # Errors
/// If an archive lacks what is asked for, or writing fails. An input or a line that cannot be read is not such an error; it makes the
/// exit code 1.
pub fn find(options: &Options) -> io::Result<ExitCode> {
    let query = match options.query() {
        Ok(query) => query,
        Err(error) => {
            eprintln!("verbatim: {error}");
            return Ok(ExitCode::from(WRONG_USE));
        }
    };
    let sources = sources(&options.files)?;
    let threads = options.threads.map_or_else(std::thread::available_parallelism, Ok)?;
    let names: Arc<[String]> = sources.iter().map(Source::name).collect();
    let (format, in_work) = (options.format(), Arc::clone(&names));
    let output: Box<dyn Write> = match format {
        Format::Table => Box::new(anstream::stdout().lock()),
        Format::Jsonl | Format::Csv => Box::new(io::stdout().lock()),
    };
    let mut output = io::BufWriter::new(output);
    output.write_all(&format.head()?)?;
    let mut writer = Writer { output, names, code: ExitCode::SUCCESS };
    let work = move |(source, lines): (usize, Lines)| {
        let file = in_work.get(source).map_or("", String::as_str);
        look_through(&lines, source, file, &query, format)
    };
    run(threads, move |feed| drop(read(&sources, feed)), work, &mut writer)?;
    writer.output.flush()?;
    Ok(writer.code)
}

/// An input that cannot be read.
struct Unread(usize, io::Error);

fn read<Done>(sources: &[Source], feed: &Feed<(usize, Lines), Unread, Done>) -> Result<(), Ended> {
    for (index, source) in sources.iter().enumerate() {
        match source.open(&Arc::default()) {
            Ok(input) => {
                let mut batches = Batches::new(input);
                loop {
                    match batches.lines() {
                        Ok(Some(lines)) => {
                            let bytes = lines.size();
                            feed.job((index, lines), bytes)?;
                        }
                        Ok(None) => break,
                        Err(error) => break feed.mark(Unread(index, error))?,
                    }
                }
            }
            Err(error) => feed.mark(Unread(index, error))?,
        }
    }
    Ok(())
}

/// What was found in some lines.
struct Found {
    source: usize,
    shown: Vec<u8>,
    /// The lines that cannot be read, with the reason.
    failures: Vec<(u64, String)>,
    /// Why no line can be answered.
    fault: Option<(u64, &'static str)>,
}

fn look_through(lines: &Lines, source: usize, file: &str, query: &Query, format: Format) -> Found {
    let mut found = Found { source, shown: Vec::new(), failures: Vec::new(), fault: None };
    for (line, bytes) in lines.iter() {
        match search(bytes, line, query) {
            Ok(hits) => {
                for hit in hits {
                    if let Err(error) = format.write(&hit, Place { file, line }, &mut found.shown) {
                        found.failures.push((line, error.to_string()));
                    }
                }
            }
            Err(Fault::Line(error)) => found.failures.push((line, error)),
            Err(Fault::Archive(fault)) => {
                found.fault = Some((line, fault));
                return found;
            }
        }
    }
    found
}

struct Writer {
    output: io::BufWriter<Box<dyn Write>>,
    names: Arc<[String]>,
    code: ExitCode,
}

impl Writer {
    fn name(&self, source: usize) -> &str {
        self.names.get(source).map_or("", String::as_str)
    }

    fn say(&mut self, message: &str) -> io::Result<()> {
        // On a terminal, messages come in the order of what they are about.
        self.output.flush()?;
        eprintln!("verbatim: {message}");
        self.code = ExitCode::FAILURE;
        Ok(())
    }
}

impl Sink<Unread, Found> for Writer {
    fn mark(&mut self, Unread(source, error): Unread) -> io::Result<()> {
        let message = format!("{}: {}", Visible(self.name(source)), Visible(&error.to_string()));
        self.say(&message)
    }

    fn done(&mut self, found: Found) -> io::Result<()> {
        self.output.write_all(&found.shown)?;
        for (line, error) in &found.failures {
            let message = format!("{}: line {line}: {}", Visible(self.name(found.source)), Visible(error));
            self.say(&message)?;
        }
        match found.fault {
            None => Ok(()),
            Some((line, fault)) => {
                self.output.flush()?;
                Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    format!("{}: line {line}: {fault}", self.name(found.source)),
                ))
            }
        }
    }

    fn idle(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}
