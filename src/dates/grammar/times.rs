//! A day with its time, in either order: *9.30am on Friday*, *Monday night*, *dawn*.

use super::{clock, compounds, days};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Clock, Found, From, Meaning, Part, PartOfDay, Unit};
use crate::text::TokenKind;

/// A date, a time of day, or both: *Friday*, *9.30am on Friday*, *Monday night*, *dawn*.
pub(super) fn timed(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let clock = clock_then_day(line, start);
    let day = day_then_clock(line, start);
    match (clock, day) {
        (Some(clock), Some(day)) => Some(if clock.1 >= day.1 { clock } else { day }),
        (clock, day) => clock.or(day),
    }
}

/// *9.30am* `on Friday`, *dawn* `on Thursday`, *the night* `of April 18, 1775`.
fn clock_then_day(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let before = if matches!(line.at(start), Lexeme::Keyword(Keyword::About | Keyword::Nearly | Keyword::Just)) {
        start + 1
    } else {
        start
    };
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
            Lexeme::Keyword(Keyword::In | Keyword::At) => end + 1,
            _ => end,
        };
        if at > end
            && let Some((part, after)) = clock::part(line, at)
        {
            (time, end) = (clock::with_part(time, part), after);
        }
    }
    let at = match line.at(end) {
        Lexeme::Keyword(Keyword::On | Keyword::Of) => end + 1,
        Lexeme::Mark(Mark::Comma) => end + 1,
        _ => end,
    };
    let day = match line.at(at) {
        Lexeme::Mark(_) => None,
        _ => days::whole_day(line, at),
    };
    // *had a good night Tuesday*: the night does not belong to the date.
    let loose = at == end && before == start && line.is_in(start, &line.sets().loose_parts_of_day);
    if loose && day.is_some() {
        return None;
    }
    if let Some((day, mut end)) = day {
        // *the early hours of Sunday* `morning`
        if let Lexeme::PartOfDay(part) = line.at(end) {
            time = clock::with_part(time, part);
            end += 1;
        }
        return Some((Found { clock: Some(time), ..day }, end));
    }
    // *a night*, *night of passion*, *good morning*: alone, a part of the day needs a preposition or an article.
    if let Clock::Part(part) = time
        && !stands_alone(line, start, end, part)
    {
        return None;
    }
    let meaning = if line.at(start) == Lexeme::Overnight {
        Meaning::Overnight
    } else if line.is(start, Keyword::The) && tells_event(line, end)
        || matches!(time, Clock::Part(_)) && line.at(start) == Lexeme::Cardinal(1)
    {
        Meaning::Step { unit: Unit::Day, steps: 0, from: From::Event }
    } else {
        Meaning::OnlyClock
    };
    Some((Found { clock: Some(time), ..Found::new(meaning) }, end))
}

/// Whether a clause follows that says what happened then: *the night they left*.
fn tells_event(line: &Line<'_>, at: usize) -> bool {
    line.is_capital(at) && line.at(at) == Lexeme::Other || line.is_in(at, &line.sets().openers_of_event)
}

/// Whether a part of the day without a day is a time: *at dawn*, *in the morning*, *the night*, *overnight*.
fn stands_alone(line: &Line<'_>, start: usize, end: usize, part: PartOfDay) -> bool {
    let name = line.at(end) == Lexeme::Other && line.is_capital(end) && line.is_capital(end - 1);
    // *followed by evening shows*
    let shows = matches!(line.at(start), Lexeme::PartOfDay(_))
        && end == start + 1
        && line.is(start.wrapping_sub(1), Keyword::By)
        && line.at(end) == Lexeme::Other
        && line.kind(end) == Some(TokenKind::Lower)
        && line.sets().plural_endings.is_ending_of(line.written(end))
        && !line.is_in(end, &line.sets().passed_after_date);
    if name || shows || line.is(end, Keyword::Of) || line.is_mark(end, Mark::Hyphen) {
        return false;
    }
    match line.at(start) {
        Lexeme::Overnight => true,
        // *one morning*; but *stayed for one night* is a duration.
        Lexeme::Cardinal(_) => {
            end == start + 2 && !line.is(start.wrapping_sub(1), Keyword::For) && !line.is_mark(end, Mark::Hyphen)
        }
        Lexeme::Keyword(Keyword::The) => {
            // *the morning news*
            let noun =
                line.at(end) == Lexeme::Other && line.is_word(end) && !line.is_capital(end) && !is_small(line, end);
            part != PartOfDay::Midday && !noun
        }
        // *late-night television*
        Lexeme::Keyword(_) => {
            line.at(end) != Lexeme::Other || !line.is_word(end) || line.is_capital(end) || is_small(line, end)
        }
        // *began to dawn* is a verb; *from dusk to dawn* is a time.
        _ if line.is(start.wrapping_sub(1), Keyword::To) => {
            matches!(line.at(start.wrapping_sub(2)), Lexeme::PartOfDay(_))
        }
        _ => matches!(
            line.before(start),
            Lexeme::Keyword(
                Keyword::At
                    | Keyword::By
                    | Keyword::Before
                    | Keyword::After
                    | Keyword::Until
                    | Keyword::Since
                    | Keyword::During
                    | Keyword::From
                    | Keyword::To
                    | Keyword::About
            )
        ),
    }
}

fn is_small(line: &Line<'_>, at: usize) -> bool {
    line.is_in(at, &line.sets().passed_after_part_of_day)
}

/// *Friday* `at 9.30am`, *Monday* `night`, *May 16* `in the evening`.
fn day_then_clock(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let (day, end) = days::whole_day(line, start)?;
    if day.clock.is_some() || !names_day(day.meaning) {
        return Some((day, end));
    }
    if let Lexeme::PartOfDay(part) = line.at(end) {
        let name = line.is_capital(end) && line.is_capital(end + 1);
        if !name {
            let day = Found { clock: Some(Clock::Part(part)), ..day };
            return Some(compounds::day_after_part(line, day, end + 1).unwrap_or((day, end + 1)));
        }
    }
    if let Lexeme::Noon | Lexeme::Midnight = line.at(end)
        && let Some((time, end)) = clock::time(line, end)
    {
        return Some((Found { clock: Some(time), ..day }, end));
    }
    let at = match line.at(end) {
        Lexeme::Keyword(Keyword::At | Keyword::After | Keyword::In | Keyword::Before | Keyword::By) => end + 1,
        Lexeme::Mark(Mark::Comma) => end + 1 + usize::from(line.is(end + 1, Keyword::At)),
        _ => end,
    };
    let about = if line.is(at, Keyword::About) { at + 1 } else { at };
    if let Some((time, mut end)) = clock::time(line, about) {
        let in_part = if line.is(end, Keyword::In) { end + 1 } else { end };
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
    if line.is(end, Keyword::In)
        && let Some((part, end)) = clock::part(line, end + 1)
        && line.is(end - 2, Keyword::The)
    {
        return Some((Found { clock: Some(Clock::Part(part)), ..day }, end));
    }
    Some((day, end))
}

/// Whether a time of day can be combined with it.
fn names_day(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Point(point) => point.day.is_some() || point.weekday.is_some(),
        Meaning::Days(_) | Meaning::Part(Part::Holiday(_), _) => true,
        Meaning::WeekdayOfWeek { .. }
        | Meaning::DayOfMonth { .. }
        | Meaning::NthWeekday { .. }
        | Meaning::DayAway { .. } => true,
        Meaning::Step { unit, .. } | Meaning::Away { unit, .. } => unit == Unit::Day,
        _ => false,
    }
}
