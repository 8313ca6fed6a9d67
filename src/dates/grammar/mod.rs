//! What forms an expression. Reads lexemes only; nothing here knows the calendar or the publication date.
//!
//! Spans follow TIMEX3: without the preposition before it, with the article, quantifiers and modifiers that belong to it
//! (TimeML annotation guidelines 1.2.1, section 2.2).

mod calendar;
mod clock;
mod holidays;
mod lengths;
mod numbers;
mod periods;
mod references;
mod relative;
mod sets;
mod traps;

use super::lex::{Lexeme, Line, Mark, Word};
use super::meaning::{Clock, Found, From, Meaning, Part, PartOfDay, Point, Unit, Year};
use crate::annotations::DateModifier;
use std::ops::Range;

/// Appends every expression of the line with the tokens it covers, in reading order.
pub(super) fn scan(line: &Line<'_>, found: &mut Vec<(Found, Range<usize>)>) {
    let mut at = 0;
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
}

/// The further days of `April 7-8` and years of `1939-45`; where nothing follows, the token at which to go on.
fn series(line: &Line<'_>, first: Found, end: usize, found: &mut Vec<(Found, Range<usize>)>) -> usize {
    let Meaning::Point(point) = first.meaning else { return end };
    if first.clock.is_some() {
        return end;
    }
    let further = calendar::further_day(line, end, point).or_else(|| calendar::further_year(line, end, point));
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
    if let Lexeme::Word(
        Word::The
        | Word::A
        | Word::At
        | Word::No
        | Word::That
        | Word::This
        | Word::About
        | Word::Over
        | Word::Each
        | Word::All,
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
    consider(timed(line, start));
    consider(sets::set(line, start).map(|(found, end)| set_with_clock(line, found, end)));
    consider(modified(line, start));
    consider(lengths::length(line, start));
    consider(references::reference(line, start));
    best
}

/// Whether a small word can go on into an expression: anything but an ordinary word follows.
fn promising(line: &Line<'_>, next: usize) -> bool {
    match line.at(next) {
        Lexeme::Other => line.is(next + 1, Word::Future),
        Lexeme::Mark(mark) => mark == Mark::Apostrophe,
        _ => true,
    }
}

/// A date, a time of day, or both: *Friday*, *9.30am on Friday*, *Monday night*, *dawn*.
fn timed(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let clock = clock_then_day(line, start);
    let day = day_then_clock(line, start);
    match (clock, day) {
        (Some(clock), Some(day)) => Some(if clock.1 >= day.1 { clock } else { day }),
        (clock, day) => clock.or(day),
    }
}

/// *9.30am* `on Friday`, *dawn* `on Thursday`, *the night* `of April 18, 1775`.
fn clock_then_day(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let before =
        if matches!(line.at(start), Lexeme::Word(Word::About | Word::Nearly | Word::Just)) { start + 1 } else { start };
    let (mut time, mut end) = match clock::time(line, before) {
        Some(found) => found,
        None => {
            let (part, end) = clock::part(line, start)?;
            (Clock::Part(part), end)
        }
    };
    // *nine o'clock* `in the morning`
    if matches!(time, Clock::At { .. }) {
        let at = match line.at(end) {
            Lexeme::Word(Word::In | Word::At) => end + 1,
            _ => end,
        };
        if at > end
            && let Some((part, after)) = clock::part(line, at)
        {
            (time, end) = (clock::with_part(time, part), after);
        }
    }
    let at = match line.at(end) {
        Lexeme::Word(Word::On | Word::Of) => end + 1,
        Lexeme::Mark(Mark::Comma) => end + 1,
        _ => end,
    };
    let day = match line.at(at) {
        Lexeme::Mark(_) => None,
        _ => whole_day(line, at),
    };
    if let Some((day, mut end)) = day {
        // *the early hours of Sunday* `morning`
        if let Lexeme::PartOfDay(part) = line.at(end) {
            time = clock::with_part(time, part);
            end += 1;
        }
        return Some((Found { clock: Some(time), ..day }, end));
    }
    // *a night*, *night of passion*, *good morning*: alone, a part of the day wants a preposition or an article.
    if let Clock::Part(part) = time
        && !stands_alone(line, start, end, part)
    {
        return None;
    }
    let meaning = if line.at(start) == Lexeme::Overnight {
        Meaning::Overnight
    } else if line.is(start, Word::The) && tells_event(line, end) {
        Meaning::Step { unit: Unit::Day, steps: 0, from: From::Event }
    } else {
        Meaning::OnlyClock
    };
    Some((Found { clock: Some(time), ..Found::new(meaning) }, end))
}

/// Whether a clause follows that tells what happened then: *the night they left*.
fn tells_event(line: &Line<'_>, at: usize) -> bool {
    line.is_capital(at) && line.at(at) == Lexeme::Other
        || matches!(
            line.written(at),
            "he" | "she" | "they" | "it" | "we" | "the" | "his" | "her" | "their" | "before" | "after"
        )
}

/// Whether a part of the day without a day is told as a time: *at dawn*, *in the morning*, *the night*, *overnight*.
fn stands_alone(line: &Line<'_>, start: usize, end: usize, part: PartOfDay) -> bool {
    let name = line.at(end) == Lexeme::Other && line.is_capital(end) && line.is_capital(end - 1);
    if name || line.is(end, Word::Of) || line.is_mark(end, Mark::Hyphen) {
        return false;
    }
    match line.at(start) {
        Lexeme::Overnight => true,
        Lexeme::Word(Word::The) => {
            // *the morning news*
            let noun =
                line.at(end) == Lexeme::Other && line.is_word(end) && !line.is_capital(end) && !is_small(line, end);
            part != PartOfDay::Midday && !noun
        }
        Lexeme::Word(_) => true,
        // *began to dawn* is a verb, *from dusk to dawn* a time.
        _ if line.is(start.wrapping_sub(1), Word::To) => matches!(line.at(start.wrapping_sub(2)), Lexeme::PartOfDay(_)),
        _ => matches!(
            line.before(start),
            Lexeme::Word(
                Word::At
                    | Word::By
                    | Word::Before
                    | Word::After
                    | Word::Until
                    | Word::Since
                    | Word::During
                    | Word::From
                    | Word::To
                    | Word::About
            )
        ),
    }
}

fn is_small(line: &Line<'_>, at: usize) -> bool {
    matches!(
        line.written(at),
        "when"
            | "he"
            | "she"
            | "they"
            | "it"
            | "we"
            | "as"
            | "with"
            | "was"
            | "were"
            | "had"
            | "that"
            | "because"
            | "is"
            | "but"
            | "so"
            | "if"
            | "where"
            | "while"
    )
}

/// *Friday* `at 9.30am`, *Monday* `night`, *May 16* `in the evening`.
fn day_then_clock(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let (day, end) = whole_day(line, start)?;
    if day.clock.is_some() || !names_day(day.meaning) {
        return Some((day, end));
    }
    if let Lexeme::PartOfDay(part) = line.at(end) {
        let name = line.is_capital(end) && line.is_capital(end + 1);
        if !name {
            return Some((Found { clock: Some(Clock::Part(part)), ..day }, end + 1));
        }
    }
    if let Lexeme::Noon | Lexeme::Midnight = line.at(end)
        && let Some((time, end)) = clock::time(line, end)
    {
        return Some((Found { clock: Some(time), ..day }, end));
    }
    let at = match line.at(end) {
        Lexeme::Word(Word::At | Word::After | Word::In | Word::Before | Word::By) => end + 1,
        Lexeme::Mark(Mark::Comma) => end + 1 + usize::from(line.is(end + 1, Word::At)),
        _ => end,
    };
    let about = if line.is(at, Word::About) { at + 1 } else { at };
    if let Some((time, mut end)) = clock::time(line, about) {
        let in_part = if line.is(end, Word::In) { end + 1 } else { end };
        let mut time = time;
        if in_part > end
            && let Some((part, after)) = clock::part(line, in_part)
        {
            (time, end) = (clock::with_part(time, part), after);
        }
        return Some((Found { clock: Some(time), ..day }, end));
    }
    if let Some((time, end)) = clock::beside_day(line, end) {
        return Some((Found { clock: Some(time), ..day }, end));
    }
    if line.is(end, Word::In)
        && let Some((part, end)) = clock::part(line, end + 1)
        && line.is(end - 2, Word::The)
    {
        return Some((Found { clock: Some(Clock::Part(part)), ..day }, end));
    }
    Some((day, end))
}

/// Whether a time of day may stand beside it.
fn names_day(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Point(point) => point.day.is_some() || point.weekday.is_some(),
        Meaning::Days(_) | Meaning::Part(Part::Holiday(_), _) => true,
        Meaning::Step { unit, .. } | Meaning::Away { unit, .. } => unit == Unit::Day,
        _ => false,
    }
}

/// A date without a time of day.
fn whole_day(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let at = if line.is(start, Word::The) { start + 1 } else { start };
    let mut best =
        relative::date(line, start).map(|(found, end)| (with_year_part(line, found, end)).unwrap_or((found, end)));
    let mut consider = |candidate: Option<(Meaning, usize)>| {
        if let Some((meaning, end)) = candidate
            && best.is_none_or(|(_, longest)| end > longest)
        {
            best = Some((Found::new(meaning), end));
        }
    };
    let calendar = calendar::date(line, at)
        .or_else(|| calendar::day_before_day(line, at).map(|(point, end)| (Meaning::Point(point), end)));
    // *the 16th of May* takes its article, *the June 2023 report* and *the Friday* leave it.
    let article = at > start;
    consider(calendar.filter(|&(meaning, end)| match meaning {
        Meaning::Point(point) => {
            let bare = point.day.is_none() && matches!(point.year, Year::Absent);
            !(bare && traps::is_name(line, at, end))
                && (!article
                    || point.day.is_some() && !matches!(line.at(at), Lexeme::Month { .. } | Lexeme::Weekday { .. }))
        }
        _ => true,
    }));
    consider(periods::period(line, start));
    consider(periods::unit_of(line, start));
    let (found, end) = best?;
    Some(month_with_step(line, found, end))
}

/// *last year* `'s third quarter`.
fn with_year_part(line: &Line<'_>, found: Found, end: usize) -> Option<(Found, usize)> {
    let Meaning::Step { unit: Unit::Year, steps, from: From::Published } = found.meaning else { return None };
    let (meaning, end) = periods::of_year(line, steps, end)?;
    Some((Found::new(meaning), end))
}

/// *April* `last year`, *January* `this year`, *October* `of that year`.
fn month_with_step(line: &Line<'_>, found: Found, end: usize) -> (Found, usize) {
    let Meaning::Point(point @ Point { year: Year::Absent, month: Some(_), pointer: None, .. }) = found.meaning else {
        return (found, end);
    };
    let at = match line.at(end) {
        Lexeme::Word(Word::Of) => end + 1,
        Lexeme::Mark(Mark::Comma) => end + 1,
        _ => end,
    };
    if !matches!(line.at(at), Lexeme::Word(Word::Last | Word::This | Word::Next | Word::That | Word::The)) {
        return (found, end);
    }
    let Some((step, after)) = relative::date(line, at) else { return (found, end) };
    let year = match step.meaning {
        Meaning::Step { unit: Unit::Year, steps, from: From::Published } => Year::Step(steps),
        Meaning::Step { unit: Unit::Year, steps, from: From::Text } => Year::TextStep(steps),
        _ => return (found, end),
    };
    (Found { meaning: Meaning::Point(Point { year, ..point }), ..found }, after)
}

/// *early 2023*, *later this month*, *the end of the year*, *mid-July*, *earlier Sunday*.
fn modified(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let the = line.is(start, Word::The);
    let at = if the { start + 1 } else { start };
    let Lexeme::Word(word) = line.at(at) else { return None };
    let modifier = match word {
        Word::Early | Word::Start => Some(DateModifier::Start),
        Word::Late | Word::End => Some(DateModifier::End),
        Word::Mid | Word::Middle => Some(DateModifier::Middle),
        Word::Earlier | Word::Later => None,
        Word::Turn => Some(DateModifier::Start),
        Word::About if !the => Some(DateModifier::Approximate),
        _ => return None,
    };
    let mut next = at + 1;
    match word {
        Word::Early | Word::Late | Word::Mid => {
            if line.is_dash(next) {
                next += 1;
            }
            match line.at(next) {
                Lexeme::Word(Word::In | Word::On) => next += 1,
                Lexeme::Word(Word::To) if matches!(line.at(next + 1), Lexeme::Word(Word::Mid | Word::Late)) => {
                    let skip = if line.is_dash(next + 2) { next + 3 } else { next + 2 };
                    next = skip;
                }
                _ => {}
            }
        }
        Word::Earlier | Word::Later => {
            if let Lexeme::Word(Word::In | Word::On) = line.at(next) {
                next += 1;
            }
        }
        Word::Start | Word::End | Word::Middle | Word::Turn => {
            if line.is(next, Word::Of) {
                next += 1;
            } else {
                return None;
            }
        }
        _ => {}
    }
    // *by end of year*
    if word == Word::End
        && !the
        && let Lexeme::Unit(unit @ (Unit::Day | Unit::Week | Unit::Month | Unit::Year)) = line.at(next)
    {
        let meaning = Meaning::Step { unit, steps: 0, from: From::Published };
        return Some((Found { modifier, ..Found::new(meaning) }, next + 1));
    }
    let (inner, end) = timed(line, next)?;
    if inner.meaning == Meaning::OnlyClock || matches!(inner.meaning, Meaning::Length { .. }) {
        return None;
    }
    if word == Word::About && !matches!(inner.meaning, Meaning::Point(_)) {
        return None;
    }
    let modifier = modifier.or(inner.modifier);
    Some((Found { modifier, ..inner }, end))
}

/// *every Friday* `at 9 a.m.`
fn set_with_clock(line: &Line<'_>, found: Found, end: usize) -> (Found, usize) {
    let at = if line.is(end, Word::At) { end + 1 } else { end };
    if found.clock.is_none()
        && let Some((time, end)) = clock::time(line, at)
        && matches!(time, Clock::At { .. })
    {
        return (Found { clock: Some(time), ..found }, end);
    }
    (found, end)
}
