//! The context after an expression: what can follow it, and what shows that it is not a date.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};

/// Whether no possible object of a preposition follows.
pub(super) fn ends_clause(line: &Line<'_>, at: usize) -> bool {
    at >= line.len()
        || match line.at(at) {
            Lexeme::Mark(mark) => {
                !matches!(mark, Mark::Quote | Mark::Currency | Mark::Apostrophe | Mark::Open | Mark::Hyphen)
            }
            Lexeme::Keyword(word) => matches!(
                word,
                Keyword::And
                    | Keyword::Or
                    | Keyword::In
                    | Keyword::At
                    | Keyword::By
                    | Keyword::On
                    | Keyword::To
                    | Keyword::From
                    | Keyword::Until
            ),
            Lexeme::Other => line.is_in(at, &line.sets().passed_after_clause_end),
            _ => false,
        }
}

/// *38-year-old*, *two years old*, *six months of age*: an age.
pub(super) fn is_age(line: &Line<'_>, end: usize) -> bool {
    let at = if line.is_mark(end, Mark::Hyphen) { end + 1 } else { end };
    matches!(line.at(at), Lexeme::Keyword(Keyword::Old))
        || line.is_in(at, &line.sets().nouns_of_age_group)
        || line.is(end, Keyword::Of) && line.is_in(end + 1, &line.sets().nouns_of_age)
        || line.is_in(end, &line.sets().comparatives_of_age)
}
