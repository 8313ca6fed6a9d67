//! What stands beside a mention.

use crate::analysis::clauses::is_finite;
use crate::analysis::{ElementId, Mention, Passage};
use crate::language::WordClass;
use crate::models::features::Value;
use crate::text::TokenKind;

/// What stands directly before or behind a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Neighbour {
    /// Nothing: the block begins or ends, or the sentence begins.
    Nothing,
    Quotation,
    Comma,
    /// A mark that ends a sentence or a clause.
    Mark,
    Possessive,
    /// A cue behind which the hearer stands: `told`.
    Telling,
    /// Another strong cue.
    Cue,
    /// Another finite verb.
    Verb,
    Preposition,
    Conjunction,
    Other,
}

impl Neighbour {
    /// How many there are.
    pub const COUNT: u8 = Neighbour::Other as u8 + 1;

    /// What stands before a mention.
    pub fn before(passage: &Passage, mention: &Mention) -> Neighbour {
        let element = passage.element_of(mention.phrase_start);
        let begins = passage.sentence_of(mention.head).start >= mention.phrase_start;
        match element.before() {
            Some(before) if passage.is_stretch(before) => Neighbour::Quotation,
            Some(before) if !begins => Neighbour::of(passage, before),
            _ => Neighbour::Nothing,
        }
    }

    /// What follows a mention.
    pub fn behind(passage: &Passage, mention: &Mention) -> Neighbour {
        let possessive = passage.block.tokens.get(mention.tokens.end).map(|token| token.kind);
        if possessive == Some(TokenKind::Possessive) {
            return Neighbour::Possessive;
        }
        Neighbour::of(passage, passage.element_of(mention.tokens.end - 1).next())
    }

    fn of(passage: &Passage, element: ElementId) -> Neighbour {
        if element >= passage.elements().end {
            return Neighbour::Nothing;
        }
        if passage.is_stretch(element) {
            return Neighbour::Quotation;
        }
        let (word, known) = (passage.word(element), passage.known(element));
        match word {
            "," => Neighbour::Comma,
            _ if known.cue() >= 3 && known.is(WordClass::Telling) => Neighbour::Telling,
            _ if known.cue() >= 3 => Neighbour::Cue,
            _ if known.is(WordClass::Preposition) => Neighbour::Preposition,
            _ if !word.starts_with(char::is_alphanumeric) => Neighbour::Mark,
            _ if is_finite(passage, element) => Neighbour::Verb,
            _ if known.is(WordClass::Function) => Neighbour::Conjunction,
            _ => Neighbour::Other,
        }
    }
}

impl Value for Neighbour {
    fn byte(self) -> u8 {
        self as u8
    }
}
