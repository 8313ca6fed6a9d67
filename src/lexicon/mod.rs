//! Word lists: plain text, one entry a line, compiled in. A line may go on with attributes; lines that begin with `#` are notes.

mod word;

pub(crate) use word::{Word, WordClass, country_named, country_of, look_up};

use rustc_hash::FxHashMap;

/// Words in lower case with a value each.
pub(crate) struct Lexicon<V> {
    words: FxHashMap<&'static str, V>,
}

/// The longest word that is looked up, in bytes; no entry is longer.
const LONGEST: usize = 32;

impl<V: Copy + Default> Lexicon<V> {
    pub fn new() -> Lexicon<V> {
        Lexicon { words: FxHashMap::default() }
    }

    /// Adds the entries of a list: `merge` is given the value so far (the default for a new word) and the attributes behind the word.
    pub fn add(&mut self, list: &'static str, merge: impl Fn(V, &'static str) -> V) {
        for line in list.lines().filter(|line| !line.starts_with('#')) {
            let (word, attributes) = line.split_once(' ').unwrap_or((line, ""));
            let value = self.words.entry(word).or_default();
            *value = merge(*value, attributes);
        }
    }

    /// The value of a word, whatever its case; accents must match.
    pub fn get(&self, word: &str) -> Option<V> {
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..word.len())?;
        if word.is_ascii() {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return self.words.get(str::from_utf8(lower).ok()?).copied();
        }
        self.words.get(word.to_lowercase().as_str()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut lexicon = Lexicon::<u8>::new();
        lexicon.add("# note\nsaid 4\nétat\n", |_, attributes| attributes.parse().unwrap_or(1));
        assert_eq!(lexicon.get("Said"), Some(4));
        assert_eq!(lexicon.get("État"), Some(1));
        assert_eq!(lexicon.get("note"), None);
        assert_eq!(lexicon.get(&"x".repeat(100)), None);
    }
}
