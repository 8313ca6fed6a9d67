//! What determines a noun phrase.

use crate::analysis::{Mention, Passage};
use crate::language::WordClass;
use crate::models::features::Value;
use crate::text::TokenKind;

/// What determines a noun phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    Nothing,
    /// `the mayor`
    Definite,
    /// `a mayor`
    Indefinite,
    /// `his wife`
    Pronoun,
    /// `Norland's leader`
    Owner,
}

impl Determiner {
    /// How many there are.
    pub const COUNT: u8 = Determiner::Owner as u8 + 1;

    /// That of a mention.
    pub fn of(passage: &Passage, mention: &Mention) -> Determiner {
        let first = passage.block.word(mention.tokens.start);
        let sets = passage.sets();
        let owned = || mention.tokens.clone().any(|token| passage.block.tokens[token].kind == TokenKind::Possessive);
        match mention.kind {
            _ if sets.indefinite.has_any_case(first) => Determiner::Indefinite,
            _ if owned() => Determiner::Owner,
            _ if sets.articles.has(first) => Determiner::Definite,
            _ if passage.words[mention.tokens.start].is(WordClass::Determiner) => Determiner::Pronoun,
            _ => Determiner::Nothing,
        }
    }
}

impl Value for Determiner {
    fn byte(self) -> u8 {
        self as u8
    }
}
