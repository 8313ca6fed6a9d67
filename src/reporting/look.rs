//! What a word looks like to the models.

use crate::analysis::{Passage, clauses};
use crate::language::WordClass;
use crate::models::features::Value;
use crate::text::TokenKind;

/// The class of a word at an edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Beyond the sentence.
    Nothing,
    Comma,
    Stop,
    Dash,
    Colon,
    Bracket,
    QuotationMark,
    OtherMark,
    Quoted,
    Possessive,
    Number,
    Determiner,
    Owner,
    That,
    To,
    Preposition,
    Coordinator,
    Subordinator,
    Relative,
    Question,
    Pronoun,
    Be,
    Auxiliary,
    OtherFunction,
    Capital,
    Cue,
    Verb,
    Participle,
    Person,
    Other,
}

impl Look {
    pub fn of(passage: &Passage, token: usize) -> Look {
        let element = passage.element_of(token);
        if passage.is_stretch(element) {
            return Look::Quoted;
        }
        let sets = passage.sets();
        let word = passage.block.word(token);
        let known = passage.words[token];
        match passage.block.tokens[token].kind {
            TokenKind::Possessive => return Look::Possessive,
            TokenKind::Number => return Look::Number,
            TokenKind::Mark if within_word(passage, token) => return Look::Other,
            TokenKind::Mark => return Look::of_mark(passage, word),
            TokenKind::Lower | TokenKind::Capital => {}
        }
        match word {
            "that" => return Look::That,
            "to" => return Look::To,
            _ => {}
        }
        if !known.is(WordClass::Function) && !known.is(WordClass::Determiner) {
            return Look::of_content_word(passage, token);
        }
        if sets.third_person_owners.has(word) {
            Look::Owner
        } else if sets.be.has(word) {
            Look::Be
        } else if sets.finite_auxiliaries.has(word) {
            Look::Auxiliary
        } else if sets.coordinators.has(word) {
            Look::Coordinator
        } else if sets.relative_pronouns.has(word) {
            Look::Relative
        } else if sets.question_words.has_any_case(word) {
            Look::Question
        } else if sets.subordinators.has_any_case(word) {
            Look::Subordinator
        } else if sets.third_person.has(word) {
            Look::Pronoun
        } else if known.is(WordClass::Preposition) {
            Look::Preposition
        } else if known.is(WordClass::Determiner) {
            Look::Determiner
        } else {
            Look::OtherFunction
        }
    }

    fn of_content_word(passage: &Passage, token: usize) -> Look {
        let known = passage.words[token];
        if passage.block.tokens[token].is_capital() {
            Look::Capital
        } else if known.cue() >= 3 {
            Look::Cue
        } else if clauses::is_finite(passage, passage.element_of(token)) {
            Look::Verb
        } else if passage.sets().participle_endings.is_ending_of(passage.block.word(token)) {
            Look::Participle
        } else if known.is_noun() {
            Look::Person
        } else {
            Look::Other
        }
    }

    fn of_mark(passage: &Passage, mark: &str) -> Look {
        let sets = passage.sets();
        match mark {
            "," => Look::Comma,
            ":" => Look::Colon,
            "(" | ")" => Look::Bracket,
            _ if sets.stops.has(mark) => Look::Stop,
            _ if sets.dashes.has(mark) => Look::Dash,
            _ if sets.marks_of_quotations.has(mark) => Look::QuotationMark,
            _ => Look::OtherMark,
        }
    }
}

/// Whether a mark joins the words on either side: `well-being`, `3.5`.
fn within_word(passage: &Passage, token: usize) -> bool {
    let tokens = passage.block.tokens;
    let is_joined = |left: usize, right: usize| {
        tokens.get(left).zip(tokens.get(right)).is_some_and(|(left, right)| left.end == right.start)
    };
    let words = |at: usize| tokens.get(at).is_some_and(|token| token.is_word());
    token > 0
        && words(token - 1)
        && words(token + 1)
        && is_joined(token - 1, token)
        && is_joined(token, token + 1)
        && passage.block.word(token) != "—"
        && passage.block.word(token) != "–"
}

impl Value for Look {
    fn byte(self) -> u8 {
        self as u8
    }
}
