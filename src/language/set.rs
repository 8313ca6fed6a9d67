//! Named sets of words.

// The struct `Sets`, with a field for each set in the languages' files.
include!(concat!(env!("OUT_DIR"), "/sets.rs"));

/// A named set of words.
pub(crate) struct Set {
    /// For each length in bytes, the words of that length joined together.
    pub(super) by_length: &'static [&'static str],
}

impl Set {
    /// Whether the set contains the word as written.
    pub fn has(&self, word: &str) -> bool {
        // Most words of the length differ in the first letter, which is quicker to see than that all are the same.
        let (first, word) = (word.as_bytes().first(), word.as_bytes());
        self.of_length(word.len()).any(|listed| listed.first() == first && listed == word)
    }

    /// Whether the set contains the lower-case form of the word.
    pub fn has_any_case(&self, word: &str) -> bool {
        if word.is_ascii() {
            return self.of_length(word.len()).any(|listed| listed.eq_ignore_ascii_case(word.as_bytes()));
        }
        self.has(&word.to_lowercase())
    }

    /// The set's own spelling of the word, ignoring case. Unlike [`Set::has_any_case`], this also finds words that are listed with
    /// capitals.
    pub fn spelling_of(&self, word: &str) -> Option<&'static str> {
        let listed = self.of_length(word.len()).find(|listed| listed.eq_ignore_ascii_case(word.as_bytes()))?;
        str::from_utf8(listed).ok()
    }

    /// Whether the word ends in one of the set's endings.
    pub fn is_ending_of(&self, word: &str) -> bool {
        self.ending_of(word).is_some()
    }

    /// The shortest of the set's endings that the word has.
    pub fn ending_of(&self, word: &str) -> Option<&'static str> {
        let lengths = 1..self.by_length.len().min(word.len() + 1);
        let found = |length: usize| {
            let ending = word.as_bytes().get(word.len() - length..)?;
            self.of_length(length).find(|listed| *listed == ending)
        };
        lengths.into_iter().find_map(found).and_then(|ending| str::from_utf8(ending).ok())
    }

    fn of_length(&self, length: usize) -> impl Iterator<Item = &'static [u8]> {
        let words = self.by_length.get(length).copied().unwrap_or_default();
        words.as_bytes().chunks_exact(length.max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_has_its_words() {
        let set = Set { by_length: &["", "I", "hewe", "", "also"] };
        let rows: &[(&str, &str, bool, bool)] = &[
            ("as listed", "he", true, true),
            ("the second of its length", "we", true, true),
            ("a capital", "We", false, true),
            ("across two words", "ew", false, false),
            ("too long", "himself", false, false),
            ("empty", "", false, false),
            ("no ASCII", "é", false, false),
        ];
        for &(name, word, has, has_any_case) in rows {
            assert_eq!((set.has(word), set.has_any_case(word)), (has, has_any_case), "{name}");
        }
        assert_eq!(set.spelling_of("ALSO"), Some("also"));
        let endings: &[(&str, bool)] =
            &[("shehe", true), ("he", true), ("she", true), ("hes", false), ("éhe", true), ("", false)];
        for &(word, expected) in endings {
            assert_eq!(set.is_ending_of(word), expected, "{word}");
        }
        let rows: &[(&str, Option<&str>)] =
            &[("the", Some("he")), ("he", Some("he")), ("hers", None), ("éhe", Some("he")), ("é", None), ("", None)];
        for &(word, ending) in rows {
            assert_eq!(set.ending_of(word), ending, "{word}");
        }
    }
}
