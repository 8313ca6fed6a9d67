//! What the word lists say about a word: the classes that attribution asks for.

use super::lexicon::Lexicon;

/// A set of [`WordClass`] bits, and the word's strength as a cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Word(u32);

/// What a word can be; one word can be in several classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u32)]
pub(crate) enum WordClass {
    /// A cue that the hearer can follow: `told`.
    Telling = 1 << 4,
    /// A cue that attributes fragments: `called`.
    Calling = 1 << 5,
    /// A title or role that precedes a name: `President`.
    Title = 1 << 6,
    /// `spokesman`, `mother`
    PersonNoun = 1 << 7,
    /// `ministry`, `team`
    OrganisationNoun = 1 << 8,
    /// `letter`, `report`
    DocumentNoun = 1 << 9,
    /// A function word that ends a noun phrase: `because`, `was`
    Function = 1 << 10,
    /// A function word that introduces a noun phrase: `of`
    Preposition = 1 << 11,
    /// A man's first name.
    Male = 1 << 12,
    /// A woman's first name.
    Female = 1 << 13,
    /// A word that is common in lower case.
    Common = 1 << 14,
    /// A country, state or city.
    Place = 1 << 15,
    /// `Russian`
    Demonym = 1 << 16,
    /// The plural of a person, organisation or document noun.
    Plural = 1 << 17,
    /// A month or a day of the week.
    Calendar = 1 << 18,
    /// `the`, `his`, `some`: begins a noun phrase.
    Determiner = 1 << 19,
    /// A finite verb that its ending does not give away: `went`, `makes`.
    Verb = 1 << 20,
    /// A kind of work that has a title: `film`.
    Work = 1 << 26,
    /// Something that carries written words, or a word for such words: `banner`, `slogan`.
    Surface = 1 << 27,
    /// One word of a broadcaster's name: `BBC`.
    Network = 1 << 28,
    /// A noun for someone's words, after the quotation: the “too little” `remark`.
    Utterance = 1 << 29,
    /// A noun for something whose name is in quotation marks before it: the “quick edit” `feature`.
    Bearer = 1 << 30,
    /// The rest of a word whose beginning is replaced by an apostrophe: ’`tis`.
    Elision = 1 << 31,
}

const CUE_BITS: u32 = 0b111;
const NOUNS: u32 = WordClass::PersonNoun as u32 | WordClass::OrganisationNoun as u32 | WordClass::DocumentNoun as u32;

impl Word {
    /// The same word, also a cue of this strength (0 to 4).
    pub(super) fn with_cue(self, strength: u32) -> Word {
        Word(self.0 | strength & CUE_BITS)
    }

    /// Whether the word can be of this class.
    pub fn is(self, class: WordClass) -> bool {
        self.0 & class as u32 != 0
    }

    /// Whether the word is a common noun that can stand for a speaker: a person, an organisation or a document.
    pub fn is_noun(self) -> bool {
        self.0 & NOUNS != 0
    }

    /// Whether the word can be a first name.
    pub fn is_first_name(self) -> bool {
        self.is(WordClass::Male) || self.is(WordClass::Female)
    }

    /// The strength as a cue: 0 is no cue, 4 nearly always attributes words to a speaker.
    pub fn cue(self) -> u8 {
        (self.0 & CUE_BITS) as u8
    }

    /// The same word without its classes function word, determiner and cue.
    pub fn without_grammar(self) -> Word {
        Word(
            self.0
                & !(CUE_BITS
                    | WordClass::Function as u32
                    | WordClass::Preposition as u32
                    | WordClass::Determiner as u32),
        )
    }

    /// The classes as bits, and the strength as a cue in the lowest three.
    pub fn bits(self) -> u32 {
        self.0
    }

    pub(super) fn with(self, class: WordClass) -> Word {
        Word(self.0 | class as u32)
    }
}

/// Looks a word up, ignoring case. A regular plural has the classes of its singular.
pub(super) fn look_up(words: &Lexicon<Word>, word: &str) -> Word {
    let known = words.get(word).or_else(|| words.get(uncontracted(word))).unwrap_or_default();
    if known.is_noun() {
        return known;
    }
    match singulars(word).filter_map(|singular| words.get(singular)).find(|singular| singular.is_noun()) {
        Some(singular) => Word(known.0 | singular.0 & NOUNS).with(WordClass::Plural),
        None => known,
    }
}

/// What is left of an auxiliary that an apostrophe joins to the word before: `I’m`, `he’d`. The ending *’s* is a token of its own. No named
/// set: words are looked up before there are any sets.
const JOINED: [&str; 5] = ["d", "ll", "m", "re", "ve"];

/// Whether the character is an apostrophe, or a single quotation mark used as one.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// The word that an auxiliary is joined to: `he` of `he’d`; any other word is itself.
pub(crate) fn uncontracted(word: &str) -> &str {
    let is_joined = |end: &str| JOINED.iter().any(|joined| end.eq_ignore_ascii_case(joined));
    word.rsplit_once(is_apostrophe).filter(|(_, end)| is_joined(end)).map_or(word, |(word, _)| word)
}

/// The possible singulars of a regular plural that differ from it only by its ending: `officials`, `witnesses`.
fn singulars(word: &str) -> impl Iterator<Item = &str> {
    // No named set: how letters are written, and read before there are any sets.
    let hisses = |stem: &&str| ["s", "x", "ch", "sh"].iter().any(|ending| stem.ends_with(ending));
    let short = word.strip_suffix("es").filter(hisses);
    let regular = word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s'));
    regular.into_iter().chain(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::language_of;

    #[test]
    fn words_are_what_they_are() {
        let english = language_of(None).unwrap();
        let look_up = |word: &str| english.look_up(word);
        assert_eq!(look_up("said").cue(), 4);
        assert!(look_up("told").is(WordClass::Telling));
        assert!(look_up("President").is(WordClass::Title));
        assert!(look_up("prosecutors").is(WordClass::PersonNoun) && look_up("prosecutors").is(WordClass::Plural));
        assert!(look_up("witnesses").is(WordClass::PersonNoun) && look_up("witnesses").is(WordClass::Plural));
        assert!(look_up("witness").is(WordClass::PersonNoun) && !look_up("witness").is(WordClass::Plural));
        assert!(look_up("Volodymyr").is(WordClass::Male) && !look_up("Volodymyr").is(WordClass::Female));
        assert!(look_up("Volodymyr").is_first_name() && !look_up("said").is_first_name());
        assert!(look_up("of").is(WordClass::Preposition));
        assert!(look_up("I’m").is(WordClass::Function) && look_up("she'd").is(WordClass::Function));
        assert!(!look_up("O’Mara").is(WordClass::Function) && !look_up("D’Souza").is(WordClass::Function));
        assert!(!look_up("said").is(WordClass::Title));
        assert_eq!(look_up("xyzzy"), Word::default());
        assert_eq!(english.country_of("Russian"), Some("russia"));
    }
}
