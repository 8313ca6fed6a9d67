//! What is known of a language: its words, its named sets of words, and what was learned from its news.
//!
//! Each language is a folder of plain text: `words/` and other folders of lists with one entry a line, `sets/` with named sets, `models/`
//! with what was learned. A line of a list may go on with attributes; lines that begin with `#` are notes. The build script packs all of
//! it into what is compiled in. Only this module holds words.

mod dates;
mod en;
pub(crate) mod lexeme;
#[cfg(test)]
mod pack;
#[cfg(test)]
mod set_files;
mod table;
mod unpack;
#[cfg(test)]
mod value_files;
mod word;

pub(crate) use dates::{DateWords, Written};
pub(crate) use unpack::{count, packed, unpack};
pub(crate) use word::{Word, WordClass};

use crate::models::linear::Linear;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/sets.rs"));

/// A language that articles can be read in.
pub(crate) struct Language {
    /// The primary subtag of its language tag (BCP 47): `en`.
    tag: &'static str,
    /// Its named sets of words.
    pub sets: Sets,
    /// What is known of each word.
    words: &'static LazyLock<Lexicon<Word>>,
    /// What is known of the words of dates.
    dates: &'static LazyLock<DateWords>,
    /// The country that an adjective belongs to.
    countries: &'static LazyLock<Lexicon<&'static str>>,
    /// The countries by their names.
    country_names: &'static LazyLock<Lexicon<&'static str>>,
    /// What tells somebody's words from nobody's, and a clause from a fragment.
    kinds: &'static LazyLock<Linear<'static, 2>>,
    /// The countries by their abbreviations, as they are written.
    country_abbreviations: &'static LazyLock<Lexicon<&'static str>>,
    /// The first names that short forms stand for.
    nicknames: &'static LazyLock<Lexicon<&'static str>>,
}

impl Language {
    /// The language of a tag such as `en-GB`, if articles can be read in it. An article that does not say its language is read as English.
    pub fn of(tag: Option<&str>) -> Option<&'static Language> {
        let Some(tag) = tag else { return Some(&en::ENGLISH) };
        let primary = tag.split(['-', '_']).next()?;
        [&en::ENGLISH].into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag))
    }

    /// What is known of a word, whatever its case; plurals of known nouns are known.
    pub fn look_up(&self, word: &str) -> Word {
        word::look_up(self.words, word)
    }

    /// The model that tells somebody's words from nobody's by its first sum, and a clause from a fragment by its second.
    pub fn kinds(&self) -> &'static Linear<'static, 2> {
        self.kinds
    }

    /// What is known of the words that dates are made of.
    pub fn dates(&self) -> &DateWords {
        self.dates
    }

    /// The country of this name, in lower case.
    pub fn country_named(&self, name: &str) -> Option<&'static str> {
        self.country_names.get(name)
    }

    /// The country that an adjective belongs to or an abbreviation means, in lower case: `russia` for *Russian*, `america` for *U.S.*
    pub fn country_of(&self, word: &str) -> Option<&'static str> {
        self.countries.get(word).or_else(|| self.country_abbreviations.get_as_written(word))
    }

    /// The first name that a short form stands for, in lower case: `william` for *Bill*.
    pub fn nickname_of(&self, short_form: &str) -> Option<&'static str> {
        self.nicknames.get(short_form)
    }
}

/// A named set of words.
pub(crate) struct Set {
    /// The words of each length in bytes, one after the other.
    by_length: &'static [&'static str],
}

impl Set {
    /// Whether a word, as it is written, belongs to the set.
    pub fn has(&self, word: &str) -> bool {
        self.of_length(word.len()).any(|listed| listed == word.as_bytes())
    }

    /// Whether a word belongs to the set once it is in lower case.
    pub fn has_any_case(&self, word: &str) -> bool {
        if word.is_ascii() {
            return self.of_length(word.len()).any(|listed| listed.eq_ignore_ascii_case(word.as_bytes()));
        }
        self.has(&word.to_lowercase())
    }

    /// The set's spelling of a word, if it belongs to the set but for its case. Other than [`Set::has_any_case`], this takes in words whose
    /// listed form has capitals.
    pub fn spelling_of(&self, word: &str) -> Option<&'static str> {
        let listed = self.of_length(word.len()).find(|listed| listed.eq_ignore_ascii_case(word.as_bytes()))?;
        str::from_utf8(listed).ok()
    }

    /// Whether a word ends in one of the set's endings.
    pub fn is_ending_of(&self, word: &str) -> bool {
        self.ending_of(word).is_some()
    }

    /// The first of the set's endings, the shortest first, that a word has.
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

/// Words in lower case with a value each.
pub(crate) struct Lexicon<V> {
    index: Index,
    values: Vec<V>,
}

/// The longest word that is looked up, in bytes; no entry is longer.
const LONGEST: usize = 32;

impl<V: Copy + Default> Lexicon<V> {
    pub fn new() -> Lexicon<V> {
        Lexicon { index: Index::default(), values: Vec::new() }
    }

    /// Adds the entries of a packed list: `merge` is given the value so far (the default for a new word) and the attributes behind the
    /// word.
    pub fn add(&mut self, list: &'static str, merge: &dyn Fn(V, &'static str) -> V) {
        let numbered = self.index.add(list);
        self.values.resize(self.index.0.len(), V::default());
        for (number, attributes) in numbered {
            if let Some(value) = self.values.get_mut(number as usize) {
                *value = merge(*value, attributes);
            }
        }
    }

    /// Gives a word a value.
    pub fn insert(&mut self, word: &'static str, value: V) {
        let number = self.index.number(word) as usize;
        self.values.resize(self.index.0.len(), value);
        self.values[number] = value;
    }

    /// The value of a word that is listed as it is written.
    pub fn get_as_written(&self, word: &str) -> Option<V> {
        self.values.get(*self.index.0.get(word)? as usize).copied()
    }

    /// The value of a word, whatever its case; accents must match.
    pub fn get(&self, word: &str) -> Option<V> {
        self.values.get(self.index.find(word)? as usize).copied()
    }
}

/// The numbers of words, in the order in which they came: what all lexicons have in common is compiled once.
#[derive(Default)]
struct Index(FxHashMap<&'static str, u32>);

impl Index {
    /// Adds the words of a packed list, and gives the number of each with its attributes.
    fn add(&mut self, list: &'static str) -> Vec<(u32, &'static str)> {
        self.0.reserve(count(list));
        unpack(list).map(|(word, attributes)| (self.number(word), attributes)).collect()
    }

    /// The number of a word, the next one where it is new.
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

    #[test]
    fn a_language_is_known_by_its_tag() {
        let rows = include_str!("../../tests/cases/language-tags.txt").lines().filter(|line| !line.starts_with('#'));
        for row in rows {
            let (tag, english) = row.split_once(' ').expect("a row is a tag and an answer");
            assert_eq!(Language::of(Some(tag)).is_some(), english == "yes", "{tag}");
        }
        assert!(Language::of(None).is_some(), "none");
        assert!(Language::of(Some("")).is_none(), "empty");
    }

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
