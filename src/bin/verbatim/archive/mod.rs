//! `annotate --jsonl`: one answer for each line of archives of any size, on all cores, in the order of the lines.
//!
//! For a line that cannot be answered, it writes an error object and a message to standard error, and continues. It skips blank
//! lines.

mod answers;
mod manifest;
mod progress;
mod tasks;

use crate::jsonl::{Parts, answer_line};
use crate::stream::compression::{Compression, Encoder};
use crate::stream::inputs::{Source, sources};
use crate::stream::pipeline::{Sink, run};
use crate::visible::Visible;
use answers::{Answers, Counts, Files, Plan, Shared};
use manifest::Manifest;
use progress::Progress;
use std::io::{self, BufWriter, IsTerminal};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use tasks::{Folder, Job, Mark, Tasks, outputs};

/// The exit code of a program that was interrupted.
const INTERRUPTED: i32 = 130;

/// What `annotate --jsonl` can do with archives.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "With --jsonl")]
pub struct Options {
    /// How many articles to work on at once; as many as there are cores where it is left out.
    #[arg(long, value_name = "NUMBER", requires = "jsonl")]
    threads: Option<NonZero<usize>>,
    /// A folder for the answers, one file for each input, by default compressed as the input is.
    #[arg(long, value_name = "FOLDER", requires = "jsonl")]
    pub out: Option<PathBuf>,
    /// Skips an input whose answers are in the folder already: whole, and asked for in the same way.
    #[arg(long, requires = "out")]
    resume: bool,
    /// How the answers are compressed.
    #[arg(long, value_name = "FORMAT", requires = "jsonl")]
    compress: Option<Compression>,
    #[command(flatten)]
    parts: Parts,
}

impl Options {
    /// What the answers depend on besides the input.
    fn made_by(&self) -> String {
        let names = |fields: &[_]| fields.iter().map(|field| format!("{field:?}")).collect::<Vec<_>>().join(",");
        let (version, meta) = (env!("CARGO_PKG_VERSION"), self.parts.meta.join(","));
        format!("verbatim {version} --fields {} --meta {meta}", names(&self.parts.fields).to_lowercase())
    }
}

/// Answers every line of the files, or of standard input.
///
/// # Errors
/// If the answers cannot be written. An input or a line that cannot be read is not such an error; it makes the exit code 1.
pub fn annotate(files: &[PathBuf], options: &Options) -> io::Result<ExitCode> {
    let sources = sources(files)?;
    let threads = options.threads.map_or_else(std::thread::available_parallelism, Ok)?;
    let (answers, folder) = match &options.out {
        Some(out) => {
            let (answers, folder) = into_folder(out, &sources, options)?;
            (answers, Some(folder))
        }
        None => {
            let output = BufWriter::new(io::stdout().lock());
            (Answers::Stream(Encoder::new(output, options.compress.unwrap_or(Compression::None))?), None)
        }
    };
    let mut writer = Writer {
        answers,
        progress: Progress::new(
            options.out.is_some() || !io::stdout().is_terminal(),
            sources.iter().map(Source::size).sum(),
        ),
        names: sources.iter().map(Source::name).collect(),
        open: None,
        code: ExitCode::SUCCESS,
    };
    let tasks = Tasks { sources, folder };
    let parts = options.parts.clone();
    let outcome = run(threads, move |feed| drop(tasks.read(feed)), move |job| answer(&job, &parts), &mut writer);
    writer.progress.finish();
    if let Err(error) = outcome {
        writer.answers.drop_open();
        return Err(error);
    }
    writer.answers.finish()?;
    Ok(writer.code)
}

fn into_folder(out: &Path, sources: &[Source], options: &Options) -> io::Result<(Answers, Folder)> {
    let outputs = outputs(sources, out, options.compress)?;
    let named = |error| io::Error::new(io::ErrorKind::InvalidInput, format!("{}: {error}", out.display()));
    let manifest = Manifest::open(out).map_err(named)?;
    let shared = Shared::new(manifest);
    let interrupted = shared.clone();
    let handler = move || {
        let mut state = interrupted.lock();
        state.remove_part();
        std::process::exit(INTERRUPTED)
    };
    ctrlc::set_handler(handler).map_err(io::Error::other)?;
    let made_by = options.made_by();
    let resume = options.resume.then(|| made_by.clone());
    let files = Files::new(shared.clone(), made_by, options.compress);
    Ok((Answers::Files(files), Folder { outputs, shared, resume }))
}

/// The answers to the lines of a job.
struct Done {
    answers: Vec<u8>,
    records: u64,
    /// The numbers of the lines that cannot be answered, with the reason.
    failures: Vec<(u64, String)>,
    position: u64,
}

fn answer(job: &Job, parts: &Parts) -> Done {
    let mut done = Done { answers: Vec::new(), records: 0, failures: Vec::new(), position: job.position };
    for (number, line) in job.lines.iter() {
        if let Err(error) = answer_line(line, number, parts, &mut done.answers) {
            done.failures.push((number, error));
        }
        done.answers.push(b'\n');
        done.records += 1;
    }
    done
}

/// Writes answers and messages.
struct Writer {
    answers: Answers,
    progress: Progress,
    /// Those of the inputs.
    names: Vec<String>,
    /// The input that is being answered.
    open: Option<(usize, Option<Plan>, Counts)>,
    code: ExitCode,
}

impl Writer {
    /// What a message about a line of the input begins with: its name, if there are several.
    fn place(&self) -> String {
        let name = self.open.as_ref().and_then(|(input, ..)| self.names.get(*input)).filter(|_| self.names.len() > 1);
        name.map_or_else(String::new, |name| format!("{}: ", Visible(name)))
    }
}

impl Sink<Mark, Done> for Writer {
    fn mark(&mut self, mark: Mark) -> io::Result<()> {
        match mark {
            Mark::Begin(input, plan) => {
                if let Some(plan) = &plan {
                    self.answers.begin(plan)?;
                }
                self.open = Some((input, plan, Counts::default()));
            }
            Mark::End => {
                if let Some((_, Some(plan), counts)) = self.open.take() {
                    self.answers.end(plan, counts)?;
                }
            }
            Mark::Skip { failed } => {
                if failed > 0 {
                    self.code = ExitCode::FAILURE;
                }
            }
            Mark::Failed(input, error) => {
                self.answers.flush()?;
                self.answers.drop_open();
                let name = self.names.get(input).map_or("", String::as_str);
                self.progress.say(&format!("{}: {}", Visible(name), Visible(&error.to_string())));
                self.code = ExitCode::FAILURE;
            }
        }
        Ok(())
    }

    fn done(&mut self, done: Done) -> io::Result<()> {
        for (number, error) in &done.failures {
            self.progress.say(&format!("{}line {number}: {}", self.place(), Visible(error)));
            self.code = ExitCode::FAILURE;
        }
        self.answers.write(&done.answers)?;
        if let Some((_, _, counts)) = &mut self.open {
            counts.records += done.records;
            counts.failed += done.failures.len() as u64;
        }
        self.progress.advance(done.records, done.position);
        Ok(())
    }

    fn idle(&mut self) -> io::Result<()> {
        self.answers.flush()
    }
}
