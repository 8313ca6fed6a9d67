//! A map from words to values.

use super::unpack::{count, unpack};
use rustc_hash::FxHashMap;

/// Lower-case words, each with a value.
pub(crate) struct Lexicon<V> {
    index: Index,
    values: Vec<V>,
}

/// The longest word that is looked up, in bytes. No entry is longer.
const LONGEST: usize = 32;

impl<V: Copy + Default> Lexicon<V> {
    pub fn new() -> Lexicon<V> {
        Lexicon { index: Index::default(), values: Vec::new() }
    }

    /// Adds the entries of a packed list. `merge` receives the word's current value (the default for a new word) and its attributes.
    pub fn add(&mut self, list: &'static str, merge: &dyn Fn(V, &'static str) -> V) {
        let numbered = self.index.add(list);
        self.values.resize(self.index.0.len(), V::default());
        for (number, attributes) in numbered {
            if let Some(value) = self.values.get_mut(number as usize) {
                *value = merge(*value, attributes);
            }
        }
    }

    /// Sets the value of a word.
    pub fn insert(&mut self, word: &'static str, value: V) {
        let number = self.index.number(word) as usize;
        self.values.resize(self.index.0.len(), value);
        self.values[number] = value;
    }

    /// The value of a word as written.
    pub fn get_as_written(&self, word: &str) -> Option<V> {
        self.values.get(*self.index.0.get(word)? as usize).copied()
    }

    /// The value of a word, ignoring case. Accents must match.
    pub fn get(&self, word: &str) -> Option<V> {
        self.values.get(self.index.find(word)? as usize).copied()
    }
}

/// Numbers words in the order of their insertion. Not generic, so that this part of all lexicons is compiled only once.
#[derive(Default)]
struct Index(FxHashMap<&'static str, u32>);

impl Index {
    /// Adds the words of a packed list; returns the number and the attributes of each.
    fn add(&mut self, list: &'static str) -> Vec<(u32, &'static str)> {
        self.0.reserve(count(list));
        unpack(list).map(|(word, attributes)| (self.number(word), attributes)).collect()
    }

    /// The number of a word; a new word gets the next one.
    fn number(&mut self, word: &'static str) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(word).or_insert(next)
    }

    fn find(&self, word: &str) -> Option<u32> {
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..word.len())?;
        if word.is_ascii() {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return self.0.get(str::from_utf8(lower).ok()?).copied();
        }
        self.0.get(word.to_lowercase().as_str()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::pack;

    #[test]
    fn words_are_found_whatever_their_case() {
        let mut lexicon = Lexicon::<u8>::new();
        let list = pack::pack("# note\nsaid 4\nétat\n", ' ').leak();
        lexicon.add(list, &|_, attributes| attributes.parse().unwrap_or(1));
        assert_eq!(lexicon.get("Said"), Some(4));
        assert_eq!(lexicon.get("État"), Some(1));
        assert_eq!(lexicon.get("note"), None);
        assert_eq!(lexicon.get(&"x".repeat(100)), None);
    }

    #[test]
    fn a_word_of_two_lists_has_what_both_say() {
        let mut lexicon = Lexicon::<u8>::new();
        for (list, value) in [("said\nsaw", 1), ("able\nsaw", 2)] {
            lexicon.add(pack::pack(list, ' ').leak(), &|known, _| known | value);
        }
        let rows: &[(&str, Option<u8>)] = &[("said", Some(1)), ("saw", Some(3)), ("able", Some(2)), ("seen", None)];
        for &(word, expected) in rows {
            assert_eq!(lexicon.get(word), expected, "{word}");
        }
    }
}
