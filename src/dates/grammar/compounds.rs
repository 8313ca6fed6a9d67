//! Days that two expressions give together: *Tuesday last week*, *the 19th of that month*, *the first Thursday in May*, *two years ago
//! today*, *Friday night, 3 March 2017*.

use super::steps::{self, Pointing};
use super::{numbers, points};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Count, Found, From, Meaning, Point, Pointer, Signal, Unit};

/// A day that two expressions give together, and the token after it.
pub(super) fn day(line: &Line<'_>, start: usize) -> Option<(Meaning, usize)> {
    match line.at(start) {
        Lexeme::Weekday { number, short: false } => weekday_of_week(line, number, start + 1),
        Lexeme::Keyword(Keyword::The) => {
            nth_weekday(line, start + 1).or_else(|| day_of_month(line, start + 1)).or_else(|| counted_day(line, start))
        }
        _ => None,
    }
}

/// *Tuesday* `last week`, `of next week`, *Thursday* `last`.
fn weekday_of_week(line: &Line<'_>, weekday: u8, end: usize) -> Option<(Meaning, usize)> {
    let at = if line.is(end, Keyword::Of) { end + 1 } else { end };
    // *Thursday* `last`
    if line.is(at, Keyword::Last) && at == end && super::boundaries::ends_clause(line, at + 1) {
        return Some((Meaning::WeekdayOfWeek { weekday, weeks: -1 }, at + 1));
    }
    let Pointing { pointer, end: unit, .. } = steps::pointing(line, at, false)?;
    let weeks = match pointer {
        Pointer::Last => -1,
        Pointer::This => 0,
        Pointer::Next => 1,
        _ => return None,
    };
    let week = line.at(unit) == Lexeme::Unit(Unit::Week);
    week.then_some((Meaning::WeekdayOfWeek { weekday, weeks }, unit + 1))
}

/// *the* `first Thursday in May`, `last Sunday of October 2023`.
fn nth_weekday(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (which, end) = match line.at(at) {
        Lexeme::Keyword(Keyword::Last) => (0, at + 1),
        _ => numbers::ordinal(line, at).filter(|&(which, _)| (1..=5).contains(&which))?,
    };
    let Lexeme::Weekday { number: weekday, .. } = line.at(end) else { return None };
    if !matches!(line.at(end + 1), Lexeme::Keyword(Keyword::In | Keyword::Of)) {
        return None;
    }
    let (Meaning::Point(Point { month: Some(month), day: None, weekday: None, year, .. }), end) =
        points::date(line, end + 2)?
    else {
        return None;
    };
    Some((Meaning::NthWeekday { weekday, which: which as u8, month, year }, end))
}

/// *It is* `the second day` *of the strike*: the day of the report.
fn counted_day(line: &Line<'_>, start: usize) -> Option<(Meaning, usize)> {
    let sets = line.sets();
    let is = line.is_in(start.wrapping_sub(1), &sets.be_present_singular_or_short);
    let told = line.is_in(start.wrapping_sub(2), &sets.subjects_of_the_day);
    let (_, end) = numbers::ordinal(line, start + 1)?;
    // *the third day of May*
    let month = line.is(end + 1, Keyword::Of) && matches!(line.at(end + 2), Lexeme::Month { .. });
    (is && told && !month && line.at(end) == Lexeme::Unit(Unit::Day)).then_some((Meaning::Days(0), end + 1))
}

/// *the* `19th of that month`, `3rd of last month`.
fn day_of_month(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let (day, end) = numbers::ordinal(line, at).filter(|&(day, _)| (1..=31).contains(&day))?;
    if !line.is(end, Keyword::Of) {
        return None;
    }
    let the = usize::from(line.is(end + 1, Keyword::The));
    let found = |months, from, end| Some((Meaning::DayOfMonth { day: day as u8, months, from }, end));
    if the == 1 && line.at(end + 2) == Lexeme::Unit(Unit::Month) {
        return found(0, From::Text, end + 3);
    }
    let Pointing { pointer, keyword, end: unit, .. } = steps::pointing(line, end + 1 + the, the == 1)?;
    if line.at(unit) != Lexeme::Unit(Unit::Month) {
        return None;
    }
    match steps::step(Unit::Month, pointer, keyword)? {
        Meaning::Step { steps, from, .. } => found(steps, from, unit + 1),
        _ => None,
    }
}

/// *two years ago* `today`, *a week ago* `yesterday`, *a week ago* `Saturday`.
pub(super) fn ago_today(line: &Line<'_>, found: Found, end: usize) -> Option<(Found, usize)> {
    let Meaning::Away { count: Count::Exact(count), unit, forward: false, from: From::Published } = found.meaning
    else {
        return None;
    };
    match line.at(end) {
        // *a week ago* `Saturday`
        Lexeme::Weekday { number, short: false } if unit == Unit::Week => {
            let shift = i8::try_from(count.checked_mul(7)?).ok()?.checked_neg()?;
            let meaning = Meaning::Point(Point { weekday: Some(number), ..Point::default() });
            Some((Found { meaning, shift, signal: Some(Signal::Since), ..found }, end + 1))
        }
        Lexeme::DayWord(days) if unit > Unit::Day => {
            let meaning = Meaning::DayAway { count, unit, days: days.into() };
            Some((Found { meaning, ..found }, end + 1))
        }
        _ => None,
    }
}

/// *a week* `on Tuesday`, *two weeks* `from Sunday`: that long after the weekday to come.
pub(super) fn weeks_from_weekday(line: &Line<'_>, start: usize, found: Found, end: usize) -> Option<(Found, usize)> {
    let Meaning::Length { count: Count::Exact(count), unit: unit @ (Unit::Week | Unit::Fortnight), rest: None } =
        found.meaning
    else {
        return None;
    };
    let from = line.is(end, Keyword::From) || line.is(end, Keyword::On) && count == 1 && line.is(start, Keyword::A);
    let Lexeme::Weekday { number, short: false } = line.at(end + 1) else { return None };
    // *a week from Monday to Sunday*
    let reaches = matches!(line.at(end + 2), Lexeme::Keyword(Keyword::To | Keyword::Until | Keyword::Through));
    if !from || reaches {
        return None;
    }
    let days = count.checked_mul(if unit == Unit::Week { 7 } else { 14 })?;
    let meaning = Meaning::Point(Point { weekday: Some(number), pointer: Some(Pointer::Next), ..Point::default() });
    Some((Found { meaning, shift: i8::try_from(days).ok()?, ..found }, end + 2))
}

/// *Friday night* `, 3 March 2017`: the day of a bare weekday with its part of the day, given after it.
pub(super) fn day_after_part(line: &Line<'_>, day: Found, end: usize) -> Option<(Found, usize)> {
    let Meaning::Point(Point { weekday: weekday @ Some(_), month: None, day: None, pointer: None, .. }) = day.meaning
    else {
        return None;
    };
    let at = match line.at(end) {
        Lexeme::Mark(Mark::Comma) | Lexeme::Keyword(Keyword::Of) => end + 1,
        _ => end,
    };
    let (Meaning::Point(point @ Point { month: Some(_), day: Some(_), weekday: None, .. }), end) =
        points::date(line, at)?
    else {
        return None;
    };
    Some((Found { meaning: Meaning::Point(Point { weekday, ..point }), ..day }, end))
}
