//! Where answers go: to standard output, or to one file for each input.

use super::manifest::{Entry, Manifest, Sum, Tally};
use crate::stream::compression::{Compression, Encoder};
use std::fs::File;
use std::io::{self, BufWriter, StdoutLock, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where answers go.
pub enum Answers {
    /// All of them to standard output.
    Stream(Encoder<BufWriter<StdoutLock<'static>>>),
    /// One file for each input.
    Files(Files),
}

impl Answers {
    /// Begins with the answers to an input.
    ///
    /// # Errors
    /// If their file cannot be made.
    pub fn begin(&mut self, plan: &Plan) -> io::Result<()> {
        match self {
            Answers::Stream(_) => Ok(()),
            Answers::Files(files) => files.begin(plan),
        }
    }

    /// Writes answers.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn write(&mut self, answers: &[u8]) -> io::Result<()> {
        match self {
            Answers::Stream(output) => output.write_all(answers),
            Answers::Files(Files { open: Some((_, file)), .. }) => file.write_all(answers),
            Answers::Files(_) => Ok(()),
        }
    }

    /// Lets what was written reach whoever waits for it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Answers::Stream(output) if output.streams() => output.flush(),
            _ => Ok(()),
        }
    }

    /// Ends the answers to an input: their file gets its name, whole.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn end(&mut self, plan: Plan, counts: Counts) -> io::Result<()> {
        match self {
            Answers::Stream(_) => Ok(()),
            Answers::Files(files) => files.end(plan, counts),
        }
    }

    /// Takes back the answers to an input that could not be read to its end, if they have a file.
    pub fn drop_open(&mut self) {
        if let Answers::Files(files) = self {
            files.open = None;
            files.shared.lock().remove_part();
        }
    }

    /// Ends all answers.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn finish(self) -> io::Result<()> {
        match self {
            Answers::Stream(output) => output.finish()?.flush(),
            Answers::Files(_) => Ok(()),
        }
    }
}

/// How many records were answered.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub records: u64,
    pub failed: u64,
}

/// The file of the answers to one input.
#[derive(Clone)]
pub struct Plan {
    /// Its name in the folder.
    pub output: PathBuf,
    /// The input.
    pub input: PathBuf,
    /// The input as it is before it is read.
    pub read: Sum,
}

/// One file for each input.
pub struct Files {
    shared: Shared,
    made_by: String,
    compression: Option<Compression>,
    /// The file that is being written, and where it will be.
    open: Option<(PathBuf, Encoder<BufWriter<Tally<File>>>)>,
}

impl Files {
    /// Files in the folder of a manifest.
    pub fn new(shared: Shared, made_by: String, compression: Option<Compression>) -> Files {
        Files { shared, made_by, compression, open: None }
    }

    fn begin(&mut self, plan: &Plan) -> io::Result<()> {
        let compression = self.compression.unwrap_or_else(|| Compression::of_name(&plan.input));
        let mut shared = self.shared.lock();
        let path = shared.manifest.path(&plan.output);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        let part = part_of(&path);
        let file = File::create(&part)?;
        shared.part = Some(part);
        self.open = Some((path, Encoder::new(BufWriter::new(Tally::new(file)), compression)?));
        Ok(())
    }

    fn end(&mut self, plan: Plan, counts: Counts) -> io::Result<()> {
        let Some((path, encoder)) = self.open.take() else { return Ok(()) };
        let tally = encoder.finish()?.into_inner().map_err(io::IntoInnerError::into_error)?;
        let (file, wrote) = tally.finish();
        // A name must never stand for a file whose contents a loss of power could take.
        file.sync_all()?;
        // Whoever interrupts now gets the whole file and its entry.
        let mut shared = self.shared.lock();
        if let Some(part) = shared.part.take() {
            std::fs::rename(part, path)?;
        }
        let Plan { output, input, read } = plan;
        let Counts { records, failed } = counts;
        let made_by = self.made_by.clone();
        shared.manifest.add(Entry { output, input, records, failed, made_by, read, wrote })
    }
}

/// The name of a file while it is written.
fn part_of(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.part"))
}

/// The manifest, and the file that is being written: what a signal must find in order.
#[derive(Clone)]
pub struct Shared(Arc<Mutex<State>>);

/// What is shared.
pub struct State {
    pub manifest: Manifest,
    part: Option<PathBuf>,
}

impl Shared {
    /// Shares a manifest.
    pub fn new(manifest: Manifest) -> Shared {
        Shared(Arc::new(Mutex::new(State { manifest, part: None })))
    }

    /// Waits until no file is between two names.
    pub fn lock(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Removes the file that is not whole yet.
    pub fn remove_part(&mut self) {
        if let Some(part) = self.part.take() {
            // If it cannot be removed, its name still says what it is, and the next run writes over it.
            let _ = std::fs::remove_file(part);
        }
    }
}
