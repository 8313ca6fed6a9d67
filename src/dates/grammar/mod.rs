//! What forms an expression. Reads lexemes only; nothing here knows the calendar or the publication date.
//!
//! Spans follow TIMEX3: without the preposition before it, with the article, quantifiers and modifiers that belong to it
//! (TimeML annotation guidelines 1.2.1, section 2.2).

mod clock;
mod days;
mod games;
mod holidays;
mod lengths;
mod numbers;
mod numeric;
mod periods;
mod points;
mod references;
mod relative;
mod repetitions;
mod running;
mod signals;
mod times;
mod together;
mod traps;

use super::lexemes::{Keyword, Lexeme, Line, Mark};
use super::meaning::{Clock, Found, From, Meaning, Unit, Year};
use crate::annotations::DateModifier;
use std::ops::Range;

/// Appends every expression of the line with the tokens it covers, in reading order.
pub(super) fn scan(line: &Line<'_>, found: &mut Vec<(Found, Range<usize>)>) {
    let (first, mut at) = (found.len(), 0);
    while at < line.len() {
        match line.at(at) {
            Lexeme::Other => at += 1,
            Lexeme::Mark(mark) if mark != Mark::Apostrophe => at += 1,
            _ => match expression(line, at) {
                Some((expression, end)) if end > at => {
                    found.push((expression, at..end));
                    at = series(line, expression, end, found);
                }
                _ => at += 1,
            },
        }
    }
    let found = found.get_mut(first..).unwrap_or_default();
    together::share(line, found);
    signals::read(line, found);
}

/// The further days of `April 7-8` and years of `1939-45`; where nothing follows, the token at which to go on.
fn series(line: &Line<'_>, first: Found, end: usize, found: &mut Vec<(Found, Range<usize>)>) -> usize {
    let Meaning::Point(point) = first.meaning else { return end };
    if first.clock.is_some() {
        return end;
    }
    let further = points::further_day(line, end, point).or_else(|| points::further_year(line, end, point));
    let Some((next, start, after)) = further else { return end };
    // *April 7-8, 2024*: the year holds for both.
    if let (Some((Found { meaning: Meaning::Point(before), .. }, _)), Year::Known(_)) = (found.last_mut(), next.year)
        && before.month.is_some()
    {
        before.year = next.year;
    }
    found.push((Found::new(Meaning::Point(next)), start..after));
    after
}

/// The longest expression that begins with this token.
fn expression(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    if let Lexeme::Keyword(
        Keyword::The
        | Keyword::A
        | Keyword::At
        | Keyword::No
        | Keyword::That
        | Keyword::This
        | Keyword::About
        | Keyword::Over
        | Keyword::Each
        | Keyword::All,
    ) = line.at(start)
        && !promising(line, start + 1)
    {
        return None;
    }
    let mut best: Option<(Found, usize)> = None;
    let mut consider = |candidate: Option<(Found, usize)>| {
        if let Some((_, end)) = candidate
            && best.is_none_or(|(_, longest)| end > longest)
        {
            best = candidate;
        }
    };
    // Of two of one length the first counts: *Monday and Tuesday nights* come again and again.
    consider(repetitions::set(line, start).map(|(found, end)| set_with_clock(line, found, end)));
    consider(times::timed(line, start));
    consider(modified(line, start));
    consider(lengths::length(line, start));
    consider(references::reference(line, start));
    best
}

/// Whether a small word can go on into an expression: anything but an ordinary word follows.
fn promising(line: &Line<'_>, next: usize) -> bool {
    match line.at(next) {
        // *the near future*, *the present time*, *the new year*, *at present*
        Lexeme::Other => {
            matches!(line.at(next + 1), Lexeme::Keyword(Keyword::Future | Keyword::Time) | Lexeme::Unit(Unit::Year))
                || line.is_in(next, &line.sets().nouns_of_present)
        }
        Lexeme::Mark(mark) => mark == Mark::Apostrophe,
        _ => true,
    }
}

/// *early 2023*, *later this month*, *the end of the year*, *mid-July*, *earlier Sunday*.
fn modified(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let the = line.is(start, Keyword::The);
    let at = if the { start + 1 } else { start };
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
    let mut next = at + 1;
    match word {
        Keyword::Early | Keyword::Late | Keyword::Mid => {
            if line.is_dash(next) {
                next += 1;
            }
            match line.at(next) {
                Lexeme::Keyword(Keyword::In | Keyword::On) => next += 1,
                Lexeme::Keyword(Keyword::To)
                    if matches!(line.at(next + 1), Lexeme::Keyword(Keyword::Mid | Keyword::Late)) =>
                {
                    let skip = if line.is_dash(next + 2) { next + 3 } else { next + 2 };
                    next = skip;
                }
                _ => {}
            }
        }
        Keyword::Earlier | Keyword::Later => {
            if let Lexeme::Keyword(Keyword::In | Keyword::On) = line.at(next) {
                next += 1;
            }
        }
        Keyword::Start | Keyword::End | Keyword::Middle | Keyword::Turn => {
            if line.is(next, Keyword::Of) {
                next += 1;
            } else {
                return None;
            }
        }
        _ => {}
    }
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

/// *every Friday* `at 9 a.m.`
fn set_with_clock(line: &Line<'_>, found: Found, end: usize) -> (Found, usize) {
    let at = if line.is(end, Keyword::At) { end + 1 } else { end };
    if found.clock.is_none()
        && let Some((time, end)) = clock::time(line, at)
        && matches!(time, Clock::At { .. })
    {
        return (Found { clock: Some(time), ..found }, end);
    }
    (found, end)
}
