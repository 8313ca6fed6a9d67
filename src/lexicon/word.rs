//! What is known of each English word that matters to attribution.

use super::{Lexicon, packed, unpack};
use std::sync::LazyLock;

/// What is known of a word, as a set of [`WordClass`] bits and the strength of the cue it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word(u32);

/// What a word may be; one word may be several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum WordClass {
    /// A cue behind which the hearer may stand: `told`.
    Telling = 1 << 4,
    /// A cue that attributes fragments: `called`.
    Calling = 1 << 5,
    /// A title or role that stands before a name: `President`.
    Title = 1 << 6,
    /// `spokesman`, `mother`
    PersonNoun = 1 << 7,
    /// `ministry`, `team`
    OrganisationNoun = 1 << 8,
    /// `letter`, `report`
    DocumentNoun = 1 << 9,
    /// Names nothing, and ends a noun phrase: `because`, `was`
    Function = 1 << 10,
    /// A function word that leads a noun phrase: `of`
    Preposition = 1 << 11,
    /// A man's first name.
    Male = 1 << 12,
    /// A woman's first name.
    Female = 1 << 13,
    /// Common in lower case.
    Common = 1 << 14,
    /// A country, state or city.
    Place = 1 << 15,
    /// `Russian`
    Demonym = 1 << 16,
    /// The plural of a noun above.
    Plural = 1 << 17,
    /// A month or a day of the week.
    Calendar = 1 << 18,
    /// `the`, `his`, `some`: begins a noun phrase.
    Determiner = 1 << 19,
    /// A finite verb that one does not know by its ending: `went`, `makes`.
    Verb = 1 << 20,
}

const CUE_BITS: u32 = 0b111;
const NOUNS: u32 = WordClass::PersonNoun as u32 | WordClass::OrganisationNoun as u32 | WordClass::DocumentNoun as u32;

impl Word {
    /// Whether it may be of this class.
    pub fn is(self, class: WordClass) -> bool {
        self.0 & class as u32 != 0
    }

    /// Whether it may name a person, an organisation or a document without being a name.
    pub fn is_noun(self) -> bool {
        self.0 & NOUNS != 0
    }

    /// How strong a cue it is: 0 is none, 4 nearly always attributes words to a speaker.
    pub fn cue(self) -> u8 {
        (self.0 & CUE_BITS) as u8
    }

    /// The same without being a function word, a determiner or a cue.
    pub fn without_grammar(self) -> Word {
        Word(
            self.0
                & !(CUE_BITS
                    | WordClass::Function as u32
                    | WordClass::Preposition as u32
                    | WordClass::Determiner as u32),
        )
    }

    fn with(self, class: WordClass) -> Word {
        Word(self.0 | class as u32)
    }
}

static WORDS: LazyLock<Lexicon<Word>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    // The longest first, so that the table seldom grows.
    let lists = [
        (packed!("lexicon/words/common-words.txt"), WordClass::Common),
        (packed!("lexicon/words/titles.txt"), WordClass::Title),
        (packed!("lexicon/words/person-nouns.txt"), WordClass::PersonNoun),
        (packed!("lexicon/words/organisation-nouns.txt"), WordClass::OrganisationNoun),
        (packed!("lexicon/words/document-nouns.txt"), WordClass::DocumentNoun),
        (packed!("lexicon/words/places.txt"), WordClass::Place),
        (packed!("lexicon/words/demonyms.txt"), WordClass::Demonym),
        (packed!("lexicon/words/calendar.txt"), WordClass::Calendar),
        (packed!("lexicon/words/determiners.txt"), WordClass::Determiner),
        (packed!("lexicon/words/verbs.txt"), WordClass::Verb),
    ];
    lexicon.add(packed!("lexicon/words/first-names.txt"), &|word: Word, gender| match gender {
        "m" => word.with(WordClass::Male),
        "f" => word.with(WordClass::Female),
        _ => word.with(WordClass::Male).with(WordClass::Female),
    });
    for (list, class) in lists {
        lexicon.add(list, &|word: Word, _| word.with(class));
    }
    lexicon.add(packed!("lexicon/words/function-words.txt"), &|word, attributes| match attributes {
        "preposition" => word.with(WordClass::Function).with(WordClass::Preposition),
        _ => word.with(WordClass::Function),
    });
    lexicon.add(packed!("lexicon/words/cues.txt"), &|word, attributes| {
        attributes.split(' ').fold(word, |word, attribute| match attribute {
            "tell" => word.with(WordClass::Telling),
            "call" => word.with(WordClass::Calling),
            level => Word(word.0 | level.parse::<u32>().unwrap_or(0) & CUE_BITS),
        })
    });
    lexicon
});

static COUNTRIES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    lexicon.add(packed!("lexicon/words/demonyms.txt"), &|_, country| country);
    lexicon
});

static COUNTRY_NAMES: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| {
    let mut lexicon = Lexicon::new();
    for (_, country) in unpack(packed!("lexicon/words/demonyms.txt")) {
        lexicon.insert(country, country);
    }
    lexicon
});

/// The country of this name, in lower case.
pub(crate) fn country_named(name: &str) -> Option<&'static str> {
    COUNTRY_NAMES.get(name)
}

/// The country that an adjective belongs to, in lower case: `russia` for *Russian*.
pub(crate) fn country_of(adjective: &str) -> Option<&'static str> {
    COUNTRIES.get(adjective)
}

/// What is known of a word, whatever its case; plurals of known nouns are known.
pub(crate) fn look_up(word: &str) -> Word {
    let known = WORDS.get(word).unwrap_or_default();
    if known.is_noun() {
        return known;
    }
    match singulars(word).filter_map(|singular| WORDS.get(singular)).find(|singular| singular.is_noun()) {
        Some(singular) => Word(known.0 | singular.0 & NOUNS).with(WordClass::Plural),
        None => known,
    }
}

/// The singulars that a regular plural may be of, where they can be had by taking letters away: `officials`, `witnesses`.
fn singulars(word: &str) -> impl Iterator<Item = &str> {
    let hisses = |stem: &&str| ["s", "x", "ch", "sh"].iter().any(|ending| stem.ends_with(ending));
    let short = word.strip_suffix("es").filter(hisses);
    let regular = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s'));
    regular.into_iter().chain(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_what_they_are() {
        assert_eq!(look_up("said").cue(), 4);
        assert!(look_up("told").is(WordClass::Telling));
        assert!(look_up("President").is(WordClass::Title));
        assert!(look_up("prosecutors").is(WordClass::PersonNoun) && look_up("prosecutors").is(WordClass::Plural));
        assert!(look_up("witnesses").is(WordClass::PersonNoun) && look_up("witnesses").is(WordClass::Plural));
        assert!(look_up("witness").is(WordClass::PersonNoun) && !look_up("witness").is(WordClass::Plural));
        assert!(look_up("Volodymyr").is(WordClass::Male) && !look_up("Volodymyr").is(WordClass::Female));
        assert!(look_up("of").is(WordClass::Preposition));
        assert!(!look_up("said").is(WordClass::Title));
        assert_eq!(look_up("xyzzy"), Word::default());
        assert_eq!(country_of("Russian"), Some("russia"));
    }
}
