//! What has been answered, one line for each file of answers: beside the answers, so that a run that was cut off can go on.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Its name in the folder of the answers.
pub const NAME: &str = "manifest.jsonl";

/// The size and the SHA-256 of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    pub bytes: u64,
    pub sha256: String,
}

impl Sum {
    /// That of a file.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn of(path: &Path) -> io::Result<Sum> {
        let mut tally = Tally::new(io::sink());
        let mut file = File::open(path)?;
        let mut buffer = vec![0; 128 << 10];
        loop {
            match file.read(&mut buffer)? {
                0 => return Ok(tally.finish().1),
                read => tally.write_all(&buffer[..read])?,
            }
        }
    }
}

/// Sums up what is written.
pub struct Tally<W> {
    output: W,
    bytes: u64,
    digest: Sha256,
}

impl<W> Tally<W> {
    /// Begins.
    pub fn new(output: W) -> Tally<W> {
        Tally { output, bytes: 0, digest: Sha256::new() }
    }

    /// The output, and the sum of what was written.
    pub fn finish(self) -> (W, Sum) {
        let sha256 = self.digest.finalize().iter().fold(String::new(), |mut text, byte| {
            // Writing to a string always succeeds.
            let _ = write!(text, "{byte:02x}");
            text
        });
        (self.output, Sum { bytes: self.bytes, sha256 })
    }
}

impl<W: Write> Write for Tally<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.output.write(bytes)?;
        self.digest.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.output.flush()
    }
}

/// A file of answers that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Where it is in the folder.
    pub output: PathBuf,
    /// What it answers, as it was named.
    pub input: PathBuf,
    /// The records that have an answer or an error.
    pub records: u64,
    /// Those that have an error.
    pub failed: u64,
    /// What wrote it: the program's version, and what was asked for.
    pub made_by: String,
    /// The input as it was read.
    pub read: Sum,
    /// The answers as they were written.
    pub wrote: Sum,
}

/// The entries by the names of the files. Nobody else can write to the same folder meanwhile.
pub struct Manifest {
    folder: PathBuf,
    file: File,
    entries: HashMap<PathBuf, Entry>,
}

impl Manifest {
    /// Opens that of a folder, or begins one.
    ///
    /// # Errors
    /// If it cannot be read and written, or another run writes to the folder.
    pub fn open(folder: &Path) -> io::Result<Manifest> {
        std::fs::create_dir_all(folder)?;
        let path = folder.join(NAME);
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
        file.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => io::Error::other("another run writes its answers there"),
            TryLockError::Error(error) => error,
        })?;
        let mut manifest = Manifest { folder: folder.to_owned(), file, entries: HashMap::new() };
        manifest.read()?;
        Ok(manifest)
    }

    fn read(&mut self) -> io::Result<()> {
        let mut whole = 0;
        let mut line = Vec::new();
        let mut lines = BufReader::new(&self.file);
        while lines.read_until(b'\n', &mut line)? > 0 {
            // A run that was ended while it wrote leaves half a line at the end.
            if line.ends_with(b"\n") {
                whole += line.len() as u64;
                if let Ok(entry) = serde_json::from_slice::<Entry>(&line) {
                    self.entries.insert(entry.output.clone(), entry);
                }
            }
            line.clear();
        }
        self.file.set_len(whole)?;
        self.file.seek(SeekFrom::End(0))?;
        Ok(())
    }

    /// What is known of a file of answers.
    pub fn get(&self, output: &Path) -> Option<&Entry> {
        self.entries.get(output)
    }

    /// Where a file of answers is.
    pub fn path(&self, output: &Path) -> PathBuf {
        self.folder.join(output)
    }

    /// Adds a file that is done. It takes the place of an earlier one of its name.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn add(&mut self, entry: Entry) -> io::Result<()> {
        let mut line = serde_json::to_vec(&entry)?;
        line.push(b'\n');
        self.file.write_all(&line)?;
        self.entries.insert(entry.output.clone(), entry);
        Ok(())
    }
}
