//! Packing a list of words for `unpack.rs`; compiled into the build script and the tests, not into the engine.

/// The longest beginning that a word takes from the one before it, in bytes: what is less than a space is a length or the end.
const LONGEST_SHARED: usize = 30;

/// Packs a list: lines of a word, the separator and what is said of it, if anything; lines that begin with `#` are notes.
///
/// The words are sorted and front-coded (Witten, Moffat & Bell 1999, *Managing Gigabytes*): each is followed by one control character, whose
/// code is the number of bytes that the next word takes from its beginning, and only the rest of that is written. After U+001F come
/// the attributes in the same order, one a line, or nothing where no word has any.
pub fn pack(list: &str, separator: char) -> String {
    let lines = list.lines().filter(|line| !line.starts_with('#'));
    let mut entries: Vec<(&str, &str)> = lines.map(|line| line.split_once(separator).unwrap_or((line, ""))).collect();
    entries.sort();
    let mut packed = String::new();
    let mut shared = 0;
    for (index, &(word, _)) in entries.iter().enumerate() {
        packed.push_str(&word[shared..]);
        shared = entries.get(index + 1).map_or(0, |&(next, _)| beginning_shared(word, next));
        packed.push(char::from(shared as u8));
    }
    packed.push('\u{1f}');
    let attributes: Vec<&str> = entries.iter().map(|&(_, attributes)| attributes).collect();
    if attributes.iter().any(|attributes| !attributes.is_empty()) {
        packed.push_str(&attributes.join("\n"));
    }
    packed
}

/// How many bytes two words share at their beginning, in whole characters.
fn beginning_shared(one: &str, other: &str) -> usize {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(character, _)| character.len_utf8());
    shared
        .scan(0, |sum, length| Some(*sum + length).inspect(|&next| *sum = next))
        .take_while(|&sum| sum <= LONGEST_SHARED)
        .last()
        .unwrap_or(0)
}
