//! Reads word lists that `pack.rs` packed.

use std::iter::repeat;

/// A list as it is compiled in, by its path below `src`.
macro_rules! packed {
    ($path:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $path))
    };
}

pub(crate) use packed;

/// Separates the words from their attributes.
const END: char = '\u{1f}';

/// The number of words in a list.
pub(crate) fn count(packed: &str) -> usize {
    let words = packed.split_once(END).map_or(packed, |(words, _)| words);
    words.bytes().filter(|&byte| byte < b' ').count()
}

/// The words of a list with their attributes. The words live in memory that is never freed, so unpack each list only once.
pub(crate) fn unpack(packed: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let (words, attributes) = packed.split_once(END).unwrap_or((packed, ""));
    let lines: &'static str = spell_out(words).leak();
    lines.lines().zip(attributes.split('\n').chain(repeat("")))
}

/// Words that each share a prefix with the one before, one on each line.
fn spell_out(words: &str) -> String {
    let mut lines = Vec::with_capacity(3 * words.len());
    let mut start = 0;
    for &byte in words.as_bytes() {
        if byte < b' ' {
            lines.push(b'\n');
            let next = lines.len();
            lines.extend_from_within(start..start + usize::from(byte));
            start = next;
        } else {
            lines.push(byte);
        }
    }
    String::from_utf8(lines).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack::pack;

    /// The lines of a list sorted by word, as unpacking must return them.
    fn entries(list: &'static str, separator: char) -> Vec<(&'static str, &'static str)> {
        let lines = list.lines().filter(|line| !line.starts_with('#'));
        let mut entries: Vec<_> = lines.map(|line| line.split_once(separator).unwrap_or((line, ""))).collect();
        entries.sort_unstable();
        entries
    }

    #[test]
    fn a_list_comes_back_whole() {
        let long = "a-word-of-more-than-thirty-letters-one\na-word-of-more-than-thirty-letters-two";
        let rows: &[(&str, &str, char)] = &[
            ("one word", "said", ' '),
            ("words that begin alike", "said\nsaid-so\nsay\nsays", ' '),
            ("out of order, with a note", "# note\nzeal\nable", ' '),
            ("attributes", "alex u\nadam m\nada f", ' '),
            ("attributes of some", "add  10  14\nabout\nthe 2", ' '),
            ("spaces in words", "left lower\t0\t-20\nleft Lower\t3\t0", '\t'),
            ("letters of which the first byte is the same", "é\nè\nêtre", ' '),
            ("more in common than can be told", long, ' '),
        ];
        for &(name, list, separator) in rows {
            let packed: &'static str = pack(list, separator).leak();
            assert_eq!(unpack(packed).collect::<Vec<_>>(), entries(list, separator), "{name}");
            assert_eq!(count(packed), entries(list, separator).len(), "{name}");
        }
    }

    #[test]
    fn the_lists_in_the_sources_come_back_whole() {
        let rows: &[(&str, &'static str, char, &'static str)] = &[
            ("names", include_str!("en/words/first-names.txt"), ' ', packed!("en/words/first-names.txt")),
            ("common words", include_str!("en/words/common-words.txt"), ' ', packed!("en/words/common-words.txt")),
            ("evidence", include_str!("en/models/evidence.txt"), ' ', packed!("en/models/evidence.txt")),
            ("weights", include_str!("en/models/kind.weights.txt"), '\t', packed!("en/models/kind.weights.txt")),
        ];
        for &(name, list, separator, packed) in rows {
            assert_eq!(unpack(packed).collect::<Vec<_>>(), entries(list, separator), "{name}");
        }
    }
}
