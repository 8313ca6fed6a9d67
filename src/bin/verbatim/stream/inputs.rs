//! Which files are read: names, patterns of names, and `-` for standard input.

use super::compression::{Decoded, decoded};
use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// A file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Source(Option<PathBuf>);

impl Source {
    /// Standard input.
    pub const STANDARD: Source = Source(None);

    /// The file; nothing for standard input.
    pub fn path(&self) -> Option<&Path> {
        self.0.as_deref()
    }

    /// What messages call it.
    pub fn name(&self) -> String {
        self.path().map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
    }

    /// The size of the file, if it is one.
    pub fn size(&self) -> Option<u64> {
        let metadata = std::fs::metadata(self.path()?).ok()?;
        metadata.is_file().then_some(metadata.len())
    }

    /// Opens it, decompressed; counts the bytes as they are stored.
    ///
    /// # Errors
    /// If it cannot be opened or its beginning not be read.
    pub fn open(&self, count: &Arc<AtomicU64>) -> io::Result<Decoded> {
        let count = Arc::clone(count);
        match self.path() {
            Some(path) => decoded(Counting { input: File::open(path)?, count }),
            None => decoded(Counting { input: io::stdin(), count }),
        }
    }
}

/// The sources that the arguments name, each once; standard input where there are none.
///
/// # Errors
/// If a pattern is not valid or matches no file.
pub fn sources(arguments: &[PathBuf]) -> io::Result<Vec<Source>> {
    let mut sources = Vec::new();
    for argument in arguments {
        match argument.to_str().filter(|name| name.contains(['*', '?', '[']) && !argument.exists()) {
            _ if argument.as_os_str() == "-" => sources.push(Source::STANDARD),
            Some(pattern) => sources.extend(matching(pattern)?),
            None => sources.push(Source(Some(argument.clone()))),
        }
    }
    if arguments.is_empty() {
        sources.push(Source::STANDARD);
    }
    let mut seen = HashSet::new();
    sources.retain(|source| seen.insert(source.clone()));
    Ok(sources)
}

/// The files that a pattern matches, in alphabetical order.
fn matching(pattern: &str) -> io::Result<Vec<Source>> {
    let fail = |reason: String| io::Error::new(io::ErrorKind::InvalidInput, format!("{pattern}: {reason}"));
    let mut files = Vec::new();
    for path in glob::glob(pattern).map_err(|error| fail(error.to_string()))? {
        let path = path.map_err(|error| fail(error.to_string()))?;
        if !path.is_dir() {
            files.push(Source(Some(path)));
        }
    }
    if files.is_empty() { Err(fail("no file matches".to_owned())) } else { Ok(files) }
}

/// Counts what is read.
struct Counting<R> {
    input: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counting<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(buffer)?;
        self.count.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}
