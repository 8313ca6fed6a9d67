//! Packs word lists for `unpack.rs`. Compiled into the build script and the tests, not into the engine.

/// The longest prefix, in bytes, that a word shares with the one before it. Control characters (below a space) encode lengths and the end.
const LONGEST_SHARED: usize = 30;

/// Packs a list. Each line holds a word, optionally followed by the separator and its attributes; lines that begin with `#` are comments.
///
/// The words are sorted and front-coded (Witten, Moffat & Bell 1999, *Managing Gigabytes*): after each word, one control character gives the
/// number of bytes that the next word shares with it, and only the rest of the next word is written. After U+001F come the attributes in
/// the same order, one on each line, or nothing if no word has attributes.
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

/// The length in bytes of the common prefix of two words, on a character boundary.
fn beginning_shared(one: &str, other: &str) -> usize {
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(character, _)| character.len_utf8());
    shared
        .scan(0, |sum, length| Some(*sum + length).inspect(|&next| *sum = next))
        .take_while(|&sum| sum <= LONGEST_SHARED)
        .last()
        .unwrap_or(0)
}
