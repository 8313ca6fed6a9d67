//! Parts of a date that TIMEX3 expresses by a modifier: *early 2023*, *the end of the year*, *mid-July*.

use super::times;
use crate::annotations::DateModifier;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Found, From, Meaning, Unit};

/// *early 2023*, *later this month*, *the end of the year*, *mid-July*, *earlier Sunday*.
pub(super) fn modified(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let the = line.is(start, Keyword::The);
    let at = if the { start + 1 } else { start };
    if let Some(found) = half_of_years(line, at) {
        return Some(found);
    }
    let Lexeme::Keyword(word) = line.at(at) else { return None };
    // *At the end of the day,* means *after all*.
    let day =
        line.is(at + 1, Keyword::Of) && line.is(at + 2, Keyword::The) && line.at(at + 3) == Lexeme::Unit(Unit::Day);
    let said = line.is(at.wrapping_sub(1), Keyword::The) && line.is(at.wrapping_sub(2), Keyword::At);
    if word == Keyword::End && day && said && line.is_mark(at + 4, Mark::Comma) {
        return None;
    }
    let modifier = match word {
        Keyword::Early | Keyword::Start => Some(DateModifier::Start),
        Keyword::Late | Keyword::End => Some(DateModifier::End),
        Keyword::Mid | Keyword::Middle => Some(DateModifier::Middle),
        Keyword::Earlier | Keyword::Later => None,
        Keyword::Turn => Some(DateModifier::Start),
        Keyword::About if !the => Some(DateModifier::Approximate),
        _ => return None,
    };
    let next = after_modifier(line, at, word)?;
    // *by end of year*
    if word == Keyword::End
        && !the
        && let Lexeme::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = line.at(next)
    {
        let meaning = Meaning::Step { unit, steps: 0, from: From::Published };
        return Some((Found { modifier, ..Found::new(meaning) }, next + 1));
    }
    let (inner, end) = times::timed(line, next)?;
    if inner.meaning == Meaning::OnlyClock || matches!(inner.meaning, Meaning::Length { .. }) {
        return None;
    }
    if word == Keyword::About && !matches!(inner.meaning, Meaning::Point(_)) {
        return None;
    }
    let modifier = modifier.or(inner.modifier);
    Some((Found { modifier, ..inner }, end))
}

/// *the* `last half of the ’80s`, *the* `first half of the 19th century`.
fn half_of_years(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    let modifier = match line.at(at) {
        Lexeme::Ordinal(1) => DateModifier::Start,
        Lexeme::Ordinal(2) | Lexeme::Keyword(Keyword::Last) => DateModifier::End,
        _ => return None,
    };
    if !line.is(at + 1, Keyword::Half) || !line.is(at + 2, Keyword::Of) {
        return None;
    }
    let (inner, end) = times::timed(line, at + 3)?;
    matches!(inner.meaning, Meaning::Decade { .. } | Meaning::Century(_))
        .then_some((Found { modifier: Some(modifier), ..inner }, end))
}

/// The token after a modifier and the function words that follow it: *early* `in`, *late* `to mid-`, *the end* `of`.
fn after_modifier(line: &Line<'_>, at: usize, word: Keyword) -> Option<usize> {
    let next = if line.is_dash(at + 1) && matches!(word, Keyword::Early | Keyword::Late | Keyword::Mid) {
        at + 2
    } else {
        at + 1
    };
    let preposition = matches!(line.at(next), Lexeme::Keyword(Keyword::In | Keyword::On));
    match word {
        Keyword::Early | Keyword::Late | Keyword::Mid | Keyword::Earlier | Keyword::Later if preposition => {
            Some(next + 1)
        }
        Keyword::Early | Keyword::Late | Keyword::Mid
            if line.is(next, Keyword::To)
                && matches!(line.at(next + 1), Lexeme::Keyword(Keyword::Mid | Keyword::Late)) =>
        {
            Some(if line.is_dash(next + 2) { next + 3 } else { next + 2 })
        }
        Keyword::Start | Keyword::End | Keyword::Middle | Keyword::Turn => {
            line.is(next, Keyword::Of).then_some(next + 1)
        }
        _ => Some(next),
    }
}
