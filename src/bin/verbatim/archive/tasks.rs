//! What is to be answered: the reading side of a run.

use super::answers::{Plan, Shared};
use super::manifest::{self, Sum};
use crate::stream::compression::Compression;
use crate::stream::inputs::Source;
use crate::stream::lines::{Batches, Lines};
use crate::stream::pipeline::{Ended, Feed};
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The inputs, and where their answers go.
pub struct Tasks {
    pub sources: Vec<Source>,
    /// Nothing if they go to standard output.
    pub folder: Option<Folder>,
}

/// A file of answers for each input.
pub struct Folder {
    /// Their names in the folder, in the order of the inputs.
    pub outputs: Vec<PathBuf>,
    pub shared: Shared,
    /// How answers must have been made not to be made again; nothing if all are made again.
    pub resume: Option<String>,
}

/// A line, and how many bytes of all inputs are read with it.
pub struct Job {
    pub lines: Lines,
    pub position: u64,
}

/// Where an input begins or ends. Each has the input's place among the sources.
pub enum Mark {
    /// What follows answers this input.
    Begin(usize, Option<Plan>),
    /// The input is read to its end.
    End,
    /// It is answered already; so many records of it have an error.
    Skip { failed: u64 },
    /// It cannot be read, or not to its end.
    Failed(usize, io::Error),
}

impl Tasks {
    /// Reads all inputs line by line.
    ///
    /// # Errors
    /// If the run has ended meanwhile.
    pub fn read<Done>(&self, feed: &Feed<Job, Mark, Done>) -> Result<(), Ended> {
        let position = Arc::new(AtomicU64::new(0));
        for (index, source) in self.sources.iter().enumerate() {
            let failed = |error| feed.mark(Mark::Failed(index, error));
            let plan = match self.folder.as_ref().map(|folder| folder.plan(index, source)).transpose() {
                Ok(plan) => plan,
                Err(error) => {
                    failed(error)?;
                    continue;
                }
            };
            match plan {
                Some(Step::Skip { failed }) => {
                    position.fetch_add(source.size().unwrap_or(0), Ordering::Relaxed);
                    feed.mark(Mark::Skip { failed })?;
                    continue;
                }
                Some(Step::Answer(plan)) => feed.mark(Mark::Begin(index, Some(plan)))?,
                None => feed.mark(Mark::Begin(index, None))?,
            }
            match source.open(&position) {
                Ok(input) => {
                    let mut batches = Batches::new(input);
                    loop {
                        match batches.line() {
                            Ok(Some(lines)) => {
                                let bytes = lines.size();
                                feed.job(Job { lines, position: position.load(Ordering::Relaxed) }, bytes)?;
                            }
                            Ok(None) => break feed.mark(Mark::End)?,
                            Err(error) => break failed(error)?,
                        }
                    }
                }
                Err(error) => failed(error)?,
            }
        }
        Ok(())
    }
}

enum Step {
    Answer(Plan),
    Skip { failed: u64 },
}

impl Folder {
    fn plan(&self, index: usize, source: &Source) -> io::Result<Step> {
        let (Some(input), Some(output)) = (source.path(), self.outputs.get(index)) else {
            return Err(io::Error::other("its answers cannot be a file, for it has no name"));
        };
        let read = Sum::of(input)?;
        let (known, path) = {
            let shared = self.shared.lock();
            (shared.manifest.get(output).cloned(), shared.manifest.path(output))
        };
        if let Some(known) = known {
            if known.input != input && known.read != read {
                let (output, other) = (output.display(), known.input.display());
                return Err(io::Error::other(format!("{output} in that folder holds the answers to {other}")));
            }
            if self.resume.as_ref() == Some(&known.made_by) && known.read == read {
                // First what costs nothing.
                let is_whole = std::fs::metadata(&path).is_ok_and(|file| file.len() == known.wrote.bytes)
                    && Sum::of(&path).is_ok_and(|sum| sum == known.wrote);
                if is_whole {
                    return Ok(Step::Skip { failed: known.failed });
                }
            }
        }
        Ok(Step::Answer(Plan { output: output.clone(), input: input.to_owned(), read }))
    }
}

/// The names of the files of answers: those of the inputs, below the folder that all inputs share.
///
/// # Errors
/// If an input has no name, or two files would have the same name.
pub fn outputs(sources: &[Source], folder: &Path, compression: Option<Compression>) -> io::Result<Vec<PathBuf>> {
    let fail = |reason: String| io::Error::new(io::ErrorKind::InvalidInput, reason);
    let mut inputs = Vec::new();
    for source in sources {
        let path = source.path().ok_or_else(|| fail("with --out, standard input cannot be read".to_owned()))?;
        inputs.push(std::path::absolute(path)?);
    }
    let mut shared = inputs.first().and_then(|input| input.parent()).unwrap_or(Path::new("")).to_owned();
    while !inputs.iter().all(|input| input.starts_with(&shared)) && shared.pop() {}
    let mut outputs = Vec::new();
    let mut owners = HashMap::from([(PathBuf::from(manifest::NAME), "the manifest".to_owned())]);
    for (input, source) in inputs.iter().zip(sources) {
        let output = with_ending(input.strip_prefix(&shared).unwrap_or(input), compression);
        if std::fs::canonicalize(folder.join(&output)).is_ok_and(|path| is_one_of(&path, &inputs)) {
            return Err(fail(format!("the answers to {} would overwrite an input", source.name())));
        }
        if let Some(other) = owners.insert(output.clone(), source.name()) {
            let (output, name) = (output.display(), source.name());
            return Err(fail(format!("{other} and {name} would both be {output}")));
        }
        outputs.push(output);
    }
    Ok(outputs)
}

fn is_one_of(path: &Path, inputs: &[PathBuf]) -> bool {
    inputs.iter().any(|input| std::fs::canonicalize(input).is_ok_and(|input| input == path))
}

/// The name with the ending of another compression, if one is asked for.
fn with_ending(name: &Path, compression: Option<Compression>) -> PathBuf {
    let Some(compression) = compression else { return name.to_owned() };
    let bare = match Compression::of_name(name) {
        Compression::None => name.to_owned(),
        Compression::Gz | Compression::Zst => name.with_extension(""),
    };
    match (compression.ending(), bare.file_name()) {
        (Some(ending), Some(file)) => bare.with_file_name(format!("{}.{ending}", file.to_string_lossy())),
        _ => bare,
    }
}
