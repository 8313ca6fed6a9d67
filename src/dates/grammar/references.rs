//! Words that point into the past, the present or the future without naming a date.

use super::relative;
use crate::dates::lex::{Lexeme, Line, Mark, Word};
use crate::dates::meaning::{Found, Meaning, Reference};

/// *now*, *the future*, and the token after it.
pub(super) fn reference(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let found = |reference, end| Some((Found::new(Meaning::Reference(reference)), end));
    match line.at(start) {
        Lexeme::Reference(reference) => found(reference, start + 1),
        // *at present*, *at the present time*, *at this time*
        Lexeme::Word(Word::At) if line.written(start + 1) == "present" && !line.is_mark(start + 2, Mark::Hyphen) => {
            found(Reference::Present, start + 2)
        }
        Lexeme::Word(Word::The) if line.written(start + 1) == "present" && line.is(start + 2, Word::Time) => {
            found(Reference::Present, start + 3)
        }
        Lexeme::Word(Word::This)
            if line.is(start + 1, Word::Time)
                && line.is(start.wrapping_sub(1), Word::At)
                && relative::ends_clause(line, start + 2) =>
        {
            found(Reference::Present, start + 2)
        }
        // *the Parcel Now service*
        Lexeme::Word(Word::Now)
            if line.is_capital(start)
                && line.before(start) == Lexeme::Other
                && line.is_capital(start.wrapping_sub(1)) =>
        {
            None
        }
        Lexeme::Word(Word::Now) => found(Reference::Present, start + 1),
        Lexeme::Word(Word::Right) if line.is(start + 1, Word::Now) => found(Reference::Present, start + 2),
        Lexeme::Word(Word::The) => match line.at(start + 1) {
            Lexeme::Word(Word::Future) if ends(line, start) => found(Reference::Future, start + 2),
            Lexeme::Other if matches!(line.written(start + 1), "near") && line.is(start + 2, Word::Future) => {
                found(Reference::Future, start + 3)
            }
            Lexeme::Word(Word::Past) if ends(line, start) => found(Reference::Past, start + 2),
            _ => None,
        },
        _ => None,
    }
}

/// Whether *the past* or *the future* stands alone: *in the past they had*, but not *in the past two years*.
fn ends(line: &Line<'_>, start: usize) -> bool {
    let after = start + 2;
    if matches!(line.written(after), "participle" | "tense" | "perfect") {
        return false;
    }
    let timely = matches!(line.written_before(start), "in" | "In" | "into");
    relative::ends_clause(line, after) || timely && line.at(after) == Lexeme::Other && line.is_word(after)
}
