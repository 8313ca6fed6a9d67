//! References to the past, the present or the future that do not name a date.

use super::boundaries::ends_clause;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Found, Meaning, Reference, Unit};

/// *now*, *the future*, and the token after it.
pub(super) fn reference(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let found = |reference, end| Some((Found::new(Meaning::Reference(reference)), end));
    match line.at(start) {
        Lexeme::Reference(reference) => found(reference, start + 1),
        // *at present*, *at the present time*, *at this time*
        Lexeme::Keyword(Keyword::At)
            if line.is_in(start + 1, &line.sets().nouns_of_present) && !line.is_mark(start + 2, Mark::Hyphen) =>
        {
            found(Reference::Present, start + 2)
        }
        Lexeme::Keyword(Keyword::The)
            if line.is_in(start + 1, &line.sets().nouns_of_present) && line.is(start + 2, Keyword::Time) =>
        {
            found(Reference::Present, start + 3)
        }
        Lexeme::Keyword(Keyword::This)
            if line.is(start + 1, Keyword::Time)
                && line.is(start.wrapping_sub(1), Keyword::At)
                && ends_clause(line, start + 2) =>
        {
            found(Reference::Present, start + 2)
        }
        // *to this day*
        Lexeme::Keyword(Keyword::This)
            if line.at(start + 1) == Lexeme::Unit(Unit::Day)
                && line.is(start.wrapping_sub(1), Keyword::To)
                && (start + 2 >= line.len() || matches!(line.at(start + 2), Lexeme::Mark(_))) =>
        {
            found(Reference::Present, start + 2)
        }
        // *the Parcel Now service*
        Lexeme::Keyword(Keyword::Now)
            if line.is_capital(start)
                && line.before(start) == Lexeme::Other
                && line.is_capital(start.wrapping_sub(1)) =>
        {
            None
        }
        Lexeme::Keyword(Keyword::Now) => found(Reference::Present, start + 1),
        Lexeme::Keyword(Keyword::Right) if line.is(start + 1, Keyword::Now) => found(Reference::Present, start + 2),
        Lexeme::Keyword(Keyword::The) => match line.at(start + 1) {
            Lexeme::Keyword(Keyword::Future) if ends(line, start) => found(Reference::Future, start + 2),
            Lexeme::Other
                if line.is_in(start + 1, &line.sets().adjectives_of_future) && line.is(start + 2, Keyword::Future) =>
            {
                found(Reference::Future, start + 3)
            }
            Lexeme::Keyword(Keyword::Past) if ends(line, start) => found(Reference::Past, start + 2),
            _ => None,
        },
        _ => None,
    }
}

/// Whether *the past* or *the future* stands alone: *in the past they had*, but not *in the past two years*.
fn ends(line: &Line<'_>, start: usize) -> bool {
    let after = start + 2;
    if line.is_in(after, &line.sets().grammatical_terms) {
        return false;
    }
    let timely = line.is_in(start.wrapping_sub(1), &line.sets().prepositions_of_past_and_future);
    ends_clause(line, after) || timely && line.at(after) == Lexeme::Other && line.is_word(after)
}
