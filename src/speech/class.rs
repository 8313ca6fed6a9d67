//! What kind of word, mark or number stands beside a quotation.

use crate::language::{Language, WordClass};
use crate::text::{BlockText, TokenKind};

/// The kind of an item beside a quotation: it stands in for words too rare for weights of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// The border of the sentence.
    Border,
    /// Another quotation as a whole.
    Quoted,
    /// A pronoun for people who may have said something.
    Pronoun,
    /// A verb that calls something by a name.
    Call,
    /// A strong cue.
    Cue,
    /// A work of art or entertainment.
    Work,
    /// Something that words are written on.
    Surface,
    /// A broadcaster.
    Network,
    /// A name.
    Name,
    Determiner,
    Preposition,
    /// Any other function word.
    Function,
    /// A noun for a person.
    Person,
    /// A noun for a document.
    Document,
    /// A noun for an organisation.
    Organisation,
    /// A weak cue.
    PerhapsCue,
    /// An unknown word, by its ending.
    Ending(&'static str),
    /// Any other word.
    Other,
    Number,
    /// The ending that makes a possessive.
    Possessive,
    Comma,
    Colon,
    Semicolon,
    /// `.`, `!`, `?`, `…`
    Stop,
    Dash,
    OpeningBracket,
    ClosingBracket,
    /// A quotation mark that belongs to no quotation.
    Mark,
    /// Any other character.
    Sign,
}

impl Class {
    /// Its name in the keys of features.
    pub fn name(self) -> &'static str {
        match self {
            Class::Border => "∅",
            Class::Quoted => "“”",
            Class::Pronoun => "pronoun",
            Class::Call => "call",
            Class::Cue => "cue",
            Class::Work => "work",
            Class::Surface => "surface",
            Class::Network => "network",
            Class::Name => "Name",
            Class::Determiner => "determiner",
            Class::Preposition => "preposition",
            Class::Function => "function",
            Class::Person => "person",
            Class::Document => "document",
            Class::Organisation => "organisation",
            Class::PerhapsCue => "perhaps cue",
            Class::Ending(ending) => ending,
            Class::Other => "other",
            Class::Number => "number",
            Class::Possessive => "possessive",
            Class::Comma => ",",
            Class::Colon => ":",
            Class::Semicolon => ";",
            Class::Stop => ".",
            Class::Dash => "—",
            Class::OpeningBracket => "(",
            Class::ClosingBracket => ")",
            Class::Mark => "mark",
            Class::Sign => "sign",
        }
    }

    /// The class of a word in lower case.
    pub fn of_word(language: &Language, word: &str) -> Class {
        let known = language.look_up(word);
        if language.sets.speaking_pronouns.has(word) {
            Class::Pronoun
        } else if known.is(WordClass::Calling) {
            Class::Call
        } else if known.cue() >= 3 {
            Class::Cue
        } else if let Some(listed) = of_title_noun(language, word) {
            listed
        } else if known.is(WordClass::Determiner) {
            Class::Determiner
        } else if known.is(WordClass::Preposition) {
            Class::Preposition
        } else if known.is(WordClass::Function) {
            Class::Function
        } else if known.is(WordClass::PersonNoun) {
            Class::Person
        } else if known.is(WordClass::DocumentNoun) {
            Class::Document
        } else if known.is(WordClass::OrganisationNoun) {
            Class::Organisation
        } else if known.cue() > 0 {
            Class::PerhapsCue
        } else {
            language.sets.telling_endings.ending_of(word).map_or(Class::Other, Class::Ending)
        }
    }

    /// The class of a token whose words, in lower case, are `word`.
    pub fn of_token(block: &BlockText, token: usize, word: &str) -> Class {
        match block.tokens.get(token).map(|token| token.kind) {
            Some(TokenKind::Lower) => Class::of_word(block.language, word),
            Some(TokenKind::Capital) if block.language.look_up(word).is(WordClass::Network) => Class::Network,
            Some(TokenKind::Capital) => match Class::of_word(block.language, word) {
                // At the head of a sentence a capital says nothing.
                known @ (Class::Determiner
                | Class::Preposition
                | Class::Function
                | Class::Pronoun
                | Class::Cue
                | Class::Call) => known,
                _ => Class::Name,
            },
            Some(TokenKind::Number) => Class::Number,
            Some(TokenKind::Possessive) => Class::Possessive,
            Some(TokenKind::Mark) => of_mark(word),
            None => Class::Border,
        }
    }
}

fn of_mark(mark: &str) -> Class {
    match mark.chars().next() {
        Some(',') => Class::Comma,
        Some(':') => Class::Colon,
        Some(';') => Class::Semicolon,
        Some('.' | '!' | '?' | '…') => Class::Stop,
        Some('-' | '—' | '–' | '―') => Class::Dash,
        Some('(' | '[') => Class::OpeningBracket,
        Some(')' | ']') => Class::ClosingBracket,
        Some('\'' | '"' | '”' | '“' | '‘') => Class::Mark,
        _ => Class::Sign,
    }
}

/// What the noun that a quotation stands before says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// A thing that bears a name: the “quick edit” feature.
    Bearer,
    /// A word for words: the “too little” remark.
    Utterance,
    /// Something with a title.
    Work,
    /// Something that words are written on.
    Surface,
}

impl Head {
    /// What a noun says of the quotation before it, if anything.
    pub fn of_word(language: &Language, word: &str) -> Option<Head> {
        let known = |word: &str| match language.look_up(word) {
            known if known.is(WordClass::Utterance) => Some(Head::Utterance),
            known if known.is(WordClass::Bearer) => Some(Head::Bearer),
            _ => None,
        };
        known(word).or_else(|| known(word.strip_suffix('s')?)).or_else(|| match of_title_noun(language, word)? {
            Class::Work => Some(Head::Work),
            _ => Some(Head::Surface),
        })
    }

    /// Its name in the keys of features.
    pub fn name(self) -> &'static str {
        match self {
            Head::Bearer => "bearer",
            Head::Utterance => "utterance",
            Head::Work => Class::Work.name(),
            Head::Surface => Class::Surface.name(),
        }
    }
}

/// The class of a noun beside titles and inscriptions, in the singular or the plural.
fn of_title_noun(language: &Language, word: &str) -> Option<Class> {
    let known = |word: &str| match language.look_up(word) {
        known if known.is(WordClass::Work) => Some(Class::Work),
        known if known.is(WordClass::Surface) => Some(Class::Surface),
        _ => None,
    };
    known(word).or_else(|| known(word.strip_suffix('s')?))
}
