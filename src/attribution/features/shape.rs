//! Coarse classes of what stands somewhere: words and marks, cues, mentions, the ends of quotations.

use crate::analysis::{ElementId, MentionKind, NominalKind, Passage, Pronoun};
use crate::language::{Word, WordClass};
use crate::text::TokenKind;

/// The coarse class of the word or mark that an element is. The ranker has learned the numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Shape {
    /// The block begins or ends here.
    #[default]
    Border = 0,
    /// A quotation that somebody said.
    Quotation = 1,
    /// `,`
    Comma = 2,
    /// `:`
    Colon = 3,
    /// `.`, `;`
    End = 4,
    /// `—`
    Dash = 5,
    /// `(`
    Bracket = 6,
    /// `that`
    That = 7,
    /// `as`
    As = 8,
    /// `by`
    By = 9,
    /// `to`
    To = 10,
    /// `of`, `about`
    Topic = 11,
    /// `who`
    Who = 12,
    /// `and`, `but`
    Coordinator = 13,
    /// `the`, `his`
    Determiner = 14,
    /// `he`, `they`
    PersonalPronoun = 15,
    /// `is`, `had`
    BeOrHave = 16,
    /// A cue that often attributes.
    StrongCue = 17,
    /// A cue that nearly always attributes.
    StrongestCue = 18,
    /// Any other cue.
    WeakCue = 19,
    /// Any other preposition.
    Preposition = 20,
    /// Any other function word.
    Function = 21,
    /// A month or a day of the week.
    Calendar = 22,
    /// Any other word with a capital.
    Capital = 23,
    /// `'s`
    Possessive = 24,
    /// A number in figures.
    Number = 25,
    /// Any other mark.
    Mark = 26,
    /// A noun that may speak.
    Noun = 27,
    /// Any other word in *-ed*.
    Past = 28,
    /// Any other word in *-ing*.
    Participle = 29,
    /// Any other word in *-ly*.
    Adverb = 30,
    /// Any other word in lower case.
    Lower = 31,
    /// `because`, `when`
    Subordinator = 32,
    /// `would`, `did`
    ModalOrDo = 33,
    /// `which`
    Which = 34,
}

impl Shape {
    /// How many there are.
    pub const COUNT: u8 = Shape::Which as u8 + 1;

    /// The shape of an element.
    pub fn of(passage: &Passage, element: ElementId) -> Shape {
        match passage.token_of(element) {
            None if passage.is_stretch(element) => Shape::Quotation,
            None => Shape::Border,
            Some(token) => {
                let word = passage.words[token];
                Shape::of_mark(passage.block.word(token))
                    .or_else(|| Shape::of_grammatical(passage, token, word))
                    .or_else(|| Shape::of_class(word))
                    .unwrap_or_else(|| Shape::of_form(passage, token, word))
            }
        }
    }

    /// The shape of what stands right before an element.
    pub fn before(passage: &Passage, element: ElementId) -> Shape {
        element.before().map_or(Shape::Border, |before| Shape::of(passage, before))
    }

    fn of_mark(text: &str) -> Option<Shape> {
        let mut characters = text.chars();
        let (Some(mark), None) = (characters.next(), characters.next()) else { return None };
        match mark {
            ',' => Some(Shape::Comma),
            ':' => Some(Shape::Colon),
            '.' | '!' | '?' | ';' => Some(Shape::End),
            '—' | '–' | '-' | '―' | '~' => Some(Shape::Dash),
            '(' | ')' | '[' | ']' => Some(Shape::Bracket),
            _ => None,
        }
    }

    fn of_grammatical(passage: &Passage, token: usize, word: Word) -> Option<Shape> {
        if !word.is(WordClass::Function) && !word.is(WordClass::Determiner) {
            return None;
        }
        let text = passage.block.word(token);
        let sets = &passage.block.language.sets;
        let shape = match text {
            "that" | "That" => Shape::That,
            "as" => Shape::As,
            "by" | "By" => Shape::By,
            "to" => Shape::To,
            "who" => Shape::Who,
            "which" => Shape::Which,
            _ if sets.topic_prepositions.has(text) => Shape::Topic,
            _ if sets.coordinators.has(text) => Shape::Coordinator,
            _ if sets.leading_determiners.has(text) => Shape::Determiner,
            _ if sets.third_person.has(text) => Shape::PersonalPronoun,
            _ if sets.be_or_have.has(text) => Shape::BeOrHave,
            _ if sets.clause_leaders.has(text) => Shape::Subordinator,
            _ if sets.modals_or_do.has(text) => Shape::ModalOrDo,
            _ => return None,
        };
        Some(shape)
    }

    fn of_class(word: Word) -> Option<Shape> {
        match word.cue() {
            3 => Some(Shape::StrongCue),
            4.. => Some(Shape::StrongestCue),
            1..=2 => Some(Shape::WeakCue),
            0 if word.is(WordClass::Preposition) => Some(Shape::Preposition),
            0 if word.is(WordClass::Function) => Some(Shape::Function),
            0 => None,
        }
    }

    fn of_form(passage: &Passage, token: usize, word: Word) -> Shape {
        let text = passage.block.word(token);
        match passage.block.tokens[token].kind {
            TokenKind::Capital if word.is(WordClass::Calendar) => Shape::Calendar,
            TokenKind::Capital => Shape::Capital,
            TokenKind::Possessive => Shape::Possessive,
            TokenKind::Number => Shape::Number,
            TokenKind::Mark => Shape::Mark,
            TokenKind::Lower if word.is_noun() => Shape::Noun,
            TokenKind::Lower if text.ends_with("ed") => Shape::Past,
            TokenKind::Lower if text.ends_with("ing") => Shape::Participle,
            TokenKind::Lower if text.ends_with("ly") => Shape::Adverb,
            TokenKind::Lower => Shape::Lower,
        }
    }
}

/// The class of a cue by what it may bring: a hearer, a name for something.
pub(super) fn cue_class(passage: &Passage, element: ElementId) -> u8 {
    let word = passage.known(element);
    match passage.word(element) {
        "said" | "says" => 1,
        _ if word.is(WordClass::Telling) && word.is(WordClass::Calling) => 4,
        _ if word.is(WordClass::Telling) => 2,
        _ if word.is(WordClass::Calling) => 3,
        written if written.ends_with("ing") => 5,
        _ => 0,
    }
}

/// What kind of mention it is.
pub(super) fn kind_code(kind: MentionKind) -> u8 {
    match kind {
        MentionKind::Name => 1,
        MentionKind::Pronoun(Pronoun::He | Pronoun::She) => 2,
        MentionKind::Pronoun(Pronoun::Who) => 3,
        MentionKind::Pronoun(_) => 4,
        MentionKind::Nominal(NominalKind::Person) => 5,
        MentionKind::Nominal(NominalKind::Organisation) => 6,
        MentionKind::Nominal(NominalKind::Document) => 7,
        MentionKind::Nominal(NominalKind::Unknown) => 8,
    }
}

/// How a quotation ends, by one of its words or marks; nothing for a closing mark, before which its end stands.
pub(super) fn end_mark(word: &str) -> Option<u8> {
    match word {
        "," => Some(1),
        "." => Some(2),
        "?" | "!" => Some(3),
        "''" | "``" => None,
        _ => match word.chars().next().filter(|mark| mark.len_utf8() == word.len()) {
            Some('…' | '—' | '–' | '-') => Some(4),
            Some('”' | '"' | '’' | '\'' | '»') => None,
            _ => Some(5),
        },
    }
}
