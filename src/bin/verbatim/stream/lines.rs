//! Lines read in batches.

use std::io::{self, BufRead, BufReader, Read};

/// A longer line is kept for long, and gives back what it does not need: that may be as much again.
const LARGE: usize = 1 << 20;

/// Consecutive lines of an input, each with its line feed, which the last may lack.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// The number of the first one, from 1.
    first: u64,
    bytes: Vec<u8>,
}

impl Lines {
    /// How many bytes they have.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Each line that is not blank, with its number.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &[u8])> {
        let lines = self.bytes.split_inclusive(|byte| *byte == b'\n');
        (self.first..).zip(lines).filter(|(_, line)| !line.iter().all(u8::is_ascii_whitespace))
    }
}

/// Reads an input in batches.
pub struct Batches<R> {
    input: BufReader<R>,
    next: u64,
}

impl<R: Read> Batches<R> {
    /// Begins with the first line.
    pub fn new(input: BufReader<R>) -> Batches<R> {
        Batches { input, next: 1 }
    }

    /// The next line, as soon as it is there; nothing at the end.
    ///
    /// # Errors
    /// If reading fails.
    pub fn line(&mut self) -> io::Result<Option<Lines>> {
        let mut lines = Lines { first: self.next, bytes: Vec::new() };
        if self.input.read_until(b'\n', &mut lines.bytes)? == 0 {
            return Ok(None);
        }
        if lines.bytes.len() > LARGE {
            lines.bytes.shrink_to_fit();
        }
        self.next += 1;
        Ok(Some(lines))
    }

    /// The next line, as soon as it is there, and all whole lines that have been read with it; nothing at the end.
    ///
    /// # Errors
    /// If reading fails.
    pub fn lines(&mut self) -> io::Result<Option<Lines>> {
        let Some(mut lines) = self.line()? else { return Ok(None) };
        let buffer = self.input.buffer();
        let end = buffer.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last + 1);
        let more = &buffer[..end];
        self.next += more.iter().filter(|byte| **byte == b'\n').count() as u64;
        lines.bytes.extend_from_slice(more);
        self.input.consume(end);
        Ok(Some(lines))
    }
}

#[cfg(test)]
mod tests {
    use super::Batches;
    use std::io::BufReader;

    /// A name, a text, and its lines that are not blank with their numbers.
    type Row = (&'static str, &'static str, &'static [(u64, &'static str)]);

    #[test]
    fn lines_keep_their_numbers() {
        let rows: &[Row] = &[
            ("nothing", "", &[]),
            ("one line", "a\n", &[(1, "a\n")]),
            ("no line feed at the end", "a\nb", &[(1, "a\n"), (2, "b")]),
            ("blank lines", "\n \na\r\n\t\n\nb\n\n", &[(3, "a\r\n"), (6, "b\n")]),
            (
                "a line longer than what is read at once",
                "a\n0123456789\nb\n",
                &[(1, "a\n"), (2, "0123456789\n"), (3, "b\n")],
            ),
        ];
        for (name, text, expected) in rows {
            for size in [1, 3, 4, 100] {
                for many in [false, true] {
                    let mut batches = Batches::new(BufReader::with_capacity(size, text.as_bytes()));
                    let mut found = Vec::new();
                    while let Some(lines) = if many { batches.lines() } else { batches.line() }.unwrap() {
                        let line = |(number, line): (u64, &[u8])| (number, String::from_utf8(line.to_vec()).unwrap());
                        found.extend(lines.iter().map(line));
                    }
                    let found: Vec<(u64, &str)> = found.iter().map(|(number, line)| (*number, line.as_str())).collect();
                    assert_eq!(found, *expected, "{name}, {size} bytes at once, {many}");
                }
            }
        }
    }
}
