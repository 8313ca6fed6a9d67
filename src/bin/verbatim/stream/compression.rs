//! gzip and Zstandard, read by what the bytes say and written by what the name of the file says.

use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use std::io::{self, BufReader, Cursor, Read, Write};
use std::path::Path;

const GZIP: &[u8] = &[0x1f, 0x8b];
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// What is read at once.
const BUFFER: usize = 128 << 10;

/// How answers are compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Compression {
    /// Not at all
    None,
    /// gzip
    Gz,
    /// Zstandard
    Zst,
}

impl Compression {
    /// What the ending of a file's name says.
    pub fn of_name(path: &Path) -> Compression {
        match path.extension().and_then(|ending| ending.to_str()) {
            Some("gz") => Compression::Gz,
            Some("zst") => Compression::Zst,
            _ => Compression::None,
        }
    }

    /// The ending that it adds to a file's name.
    pub fn ending(self) -> Option<&'static str> {
        match self {
            Compression::None => None,
            Compression::Gz => Some("gz"),
            Compression::Zst => Some("zst"),
        }
    }
}

/// What a file holds, decompressed.
pub type Decoded = BufReader<Box<dyn Read + Send>>;

/// Reads what is compressed as what it holds. No line of JSON begins like a compressed file.
///
/// # Errors
/// If the beginning cannot be read.
pub fn decoded(mut input: impl Read + Send + 'static) -> io::Result<Decoded> {
    let mut head = Vec::with_capacity(ZSTANDARD.len());
    // A pipe may give its first line long before the next: read no further than needed.
    while let Some(magic) = [GZIP, ZSTANDARD].into_iter().find(|magic| magic.starts_with(&head)) {
        if head.len() == magic.len() || input.by_ref().take(1).read_to_end(&mut head)? == 0 {
            break;
        }
    }
    let is = |magic: &[u8]| head == magic;
    let (gzip, zstandard) = (is(GZIP), is(ZSTANDARD));
    let input = Cursor::new(head).chain(input);
    let stored = |input| BufReader::with_capacity(BUFFER, input);
    let decoder: Box<dyn Read + Send> = if gzip {
        Box::new(MultiGzDecoder::new(stored(input)))
    } else if zstandard {
        Box::new(zstd::Decoder::with_buffer(stored(input))?)
    } else {
        Box::new(input)
    };
    Ok(BufReader::with_capacity(BUFFER, decoder))
}

/// Compresses what is written.
pub enum Encoder<W: Write> {
    Plain(W),
    Gz(GzEncoder<W>),
    Zst(zstd::Encoder<'static, W>),
}

impl<W: Write> Encoder<W> {
    /// # Errors
    /// If the compressor cannot be made.
    pub fn new(output: W, compression: Compression) -> io::Result<Encoder<W>> {
        Ok(match compression {
            Compression::None => Encoder::Plain(output),
            Compression::Gz => Encoder::Gz(GzEncoder::new(output, flate2::Compression::default())),
            Compression::Zst => Encoder::Zst(zstd::Encoder::new(output, zstd::DEFAULT_COMPRESSION_LEVEL)?),
        })
    }

    /// Whether what was written can be read before the end. Compressed answers would get larger by it.
    pub fn streams(&self) -> bool {
        matches!(self, Encoder::Plain(_))
    }

    /// Writes the end, and gives the output back.
    ///
    /// # Errors
    /// If writing fails.
    pub fn finish(self) -> io::Result<W> {
        match self {
            Encoder::Plain(output) => Ok(output),
            Encoder::Gz(encoder) => encoder.finish(),
            Encoder::Zst(encoder) => encoder.finish(),
        }
    }
}

impl<W: Write> Write for Encoder<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Encoder::Plain(output) => output.write(bytes),
            Encoder::Gz(encoder) => encoder.write(bytes),
            Encoder::Zst(encoder) => encoder.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Encoder::Plain(output) => output.flush(),
            Encoder::Gz(encoder) => encoder.flush(),
            Encoder::Zst(encoder) => encoder.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Compression, Encoder, decoded};
    use std::io::{Cursor, Read, Write};

    fn encode(parts: &[&str], compression: Compression) -> Vec<u8> {
        parts.iter().fold(Vec::new(), |written, part| {
            let mut encoder = Encoder::new(written, compression).unwrap();
            encoder.write_all(part.as_bytes()).unwrap();
            encoder.finish().unwrap()
        })
    }

    #[test]
    fn what_was_compressed_is_read_as_it_was() {
        let rows: &[(&str, &[&str])] = &[
            ("nothing", &[]),
            ("an empty file", &[""]),
            ("a line", &["{\"id\":1}\n"]),
            ("several files in one", &["{\"id\":1}\n", "", "{\"id\":2}"]),
            ("what begins like Zstandard", &["(it rained)"]),
        ];
        for (name, parts) in rows {
            for compression in [Compression::None, Compression::Gz, Compression::Zst] {
                let mut text = String::new();
                decoded(Cursor::new(encode(parts, compression))).unwrap().read_to_string(&mut text).unwrap();
                assert_eq!(text, parts.concat(), "{name}, {compression:?}");
            }
        }
    }

    #[test]
    fn what_is_cut_off_is_an_error() {
        for compression in [Compression::Gz, Compression::Zst] {
            let mut bytes = encode(&["{\"id\":1}\n"], compression);
            bytes.truncate(bytes.len() - 3);
            let mut text = String::new();
            let read = decoded(Cursor::new(bytes)).unwrap().read_to_string(&mut text);
            assert!(read.is_err(), "{compression:?}");
        }
    }
}
