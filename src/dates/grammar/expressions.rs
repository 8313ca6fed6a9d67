//! Finds the expressions of a line: at each token, the longest that begins there.

use super::{beside, clock, lengths, modifiers, points, references, repetitions, signals, times, together};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Clock, Found, Meaning, Unit, Year};
use std::ops::Range;

/// Appends every expression of the line with its tokens, in reading order.
pub(in crate::dates) fn scan(line: &Line<'_>, found: &mut Vec<(Found, Range<usize>)>) {
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
    together::share(line, found.get_mut(first..).unwrap_or_default());
    together::unite(line, found, first);
    let found = found.get_mut(first..).unwrap_or_default();
    beside::share(line, found);
    signals::read(line, found);
}

/// The further days of `April 7-8` and years of `1939-45`. Returns the token at which to continue.
fn series(line: &Line<'_>, first: Found, end: usize, found: &mut Vec<(Found, Range<usize>)>) -> usize {
    let Meaning::Point(point) = first.meaning else { return end };
    if first.clock.is_some() {
        return end;
    }
    let further = points::further_day(line, end, point).or_else(|| points::further_year(line, end, point));
    let Some((next, start, after)) = further else { return end };
    // *April 7-8, 2024*: the year applies to both.
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
    // The first of several longest ones wins: *Monday and Tuesday nights* is a repetition.
    consider(repetitions::set(line, start).map(|(found, end)| set_with_clock(line, found, end)));
    consider(references::reference(line, start).filter(|_| line.is(start, Keyword::This)));
    consider(times::timed(line, start));
    consider(modifiers::modified(line, start));
    consider(lengths::length(line, start));
    consider(references::reference(line, start));
    best
}

/// Whether a function word can begin an expression: the next word is not an ordinary word.
fn promising(line: &Line<'_>, next: usize) -> bool {
    match line.at(next) {
        // *the near future*, *the present time*, *the new year*, *this dreadful week*, *at present*
        Lexeme::Other => {
            matches!(
                line.at(next + 1),
                Lexeme::Keyword(Keyword::Future | Keyword::Time) | Lexeme::Unit(Unit::Week | Unit::Month | Unit::Year)
            ) || line.is_in(next, &line.sets().nouns_of_present)
        }
        // *a $7 billion-a-year industry*
        Lexeme::Mark(Mark::Hyphen) => matches!(line.at(next + 1), Lexeme::Unit(_)),
        Lexeme::Mark(mark) => mark == Mark::Apostrophe,
        _ => true,
    }
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
