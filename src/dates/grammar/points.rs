//! Days, months and years by name and number, in every order that news uses.

use super::{numbers, numeric};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{DayOrder, Meaning, Point, Year};

/// A date by name or number, and the token after it.
pub(super) fn date(line: &Line<'_>, start: usize) -> Option<(Meaning, usize)> {
    let (point, end) = point(line, start)?;
    Some((Meaning::Point(point), end))
}

fn point(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    match line.at(start) {
        Lexeme::Weekday { number, short } => weekday_first(line, start, number, short),
        Lexeme::Month { .. } => month_first(line, start),
        // *on the* `18th`
        Lexeme::DigitOrdinal(day @ 1..=31)
            if line.is(start.wrapping_sub(1), Keyword::The)
                && matches!(
                    line.before(start.wrapping_sub(1)),
                    Lexeme::Keyword(
                        Keyword::On | Keyword::By | Keyword::Until | Keyword::Since | Keyword::Before | Keyword::After
                    )
                )
                && super::boundaries::ends_clause(line, start + 1) =>
        {
            Some((Point { day: Some(day as u8), ..Point::default() }, start + 1))
        }
        Lexeme::Digits { .. } | Lexeme::DigitOrdinal(_) | Lexeme::Ordinal(_) | Lexeme::Cardinal(_) => {
            day_first(line, start)
                .or_else(|| numeric::date(line, start))
                .or_else(|| year_before_month(line, start))
                .or_else(|| year_alone(line, start))
        }
        Lexeme::Mark(Mark::Apostrophe) => short_year(line, start),
        Lexeme::Era { before: false } => match line.at(start + 1) {
            Lexeme::Digits { value, .. } if (1..2100).contains(&value) => Some((year_point(value as i32), start + 2)),
            _ => None,
        },
        _ => None,
    }
}

/// `Thursday, May 16`, `Friday the 13th`, `Tue 14th`, `Friday`.
fn weekday_first(line: &Line<'_>, start: usize, number: u8, short: bool) -> Option<(Point, usize)> {
    let weekday = Some(number);
    let stop = short && line.is_mark(start + 1, Mark::Dot) && line.glued(start + 1);
    let bare = if stop { start + 2 } else { start + 1 };
    let mut at = bare;
    if line.is_mark(at, Mark::Comma) {
        at += 1;
    }
    if line.is(at, Keyword::The) {
        at += 1;
    }
    if let Some((point, end)) =
        month_first(line, at).or_else(|| day_first(line, at)).or_else(|| numeric::date(line, at))
        && point.day.is_some()
    {
        return Some((Point { weekday, ..point }, end));
    }
    // *Saturday (Dec. 13)*
    if line.is_mark(bare, Mark::Open)
        && let Some((point, end)) = month_first(line, bare + 1).or_else(|| day_first(line, bare + 1))
        && point.day.is_some()
        && line.is_mark(end, Mark::Close)
    {
        return Some((Point { weekday, ..point }, end + 1));
    }
    if let Some(found) = day_before_weekday(line, number, at) {
        return Some(found);
    }
    if let Lexeme::DigitOrdinal(day @ 1..=31) = line.at(at) {
        return Some((Point { weekday, day: Some(day as u8), ..Point::default() }, at + 1));
    }
    // `Sat at 5`
    let timed = || super::clock::beside_day(line, bare).is_some() && line.is(bare, Keyword::At);
    (!short || timed()).then(|| (Point { weekday, ..Point::default() }, bare))
}

/// *in* `’96`
fn short_year(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    let dated = matches!(
        line.before(start),
        Lexeme::Keyword(
            Keyword::In
                | Keyword::For
                | Keyword::Since
                | Keyword::By
                | Keyword::From
                | Keyword::Until
                | Keyword::Of
                | Keyword::Early
                | Keyword::Late
                | Keyword::Mid
                | Keyword::And
        )
    );
    // *the* `’99` *model*, `’96` *– 26%*
    let described = line.is(start.wrapping_sub(1), Keyword::The)
        && line.at(start + 2) == Lexeme::Other
        && line.kind(start + 2) == Some(crate::text::TokenKind::Lower);
    let listed = line.begins_sentence(start) && line.is_dash(start + 2) && !line.glued(start + 2);
    if !(dated || described || listed) || line.glued(start) || !line.glued(start + 1) {
        return None;
    }
    match line.at(start + 1) {
        Lexeme::Digits { value, length: 2 }
            if !line.glued(start + 2)
                || matches!(line.at(start + 2), Lexeme::Mark(Mark::Comma | Mark::Dot | Mark::Close)) =>
        {
            Some((Point { year: Year::Short(value as u8), ..Point::default() }, start + 2))
        }
        _ => None,
    }
}

fn year_point(year: i32) -> Point {
    Point { year: Year::Known(year), ..Point::default() }
}

/// The full stop of an abbreviated month belongs to the month if the date continues.
fn after_month(line: &Line<'_>, token: usize, short: bool) -> usize {
    if short && line.is_mark(token, Mark::Dot) && line.glued(token) { token + 1 } else { token }
}

/// `May 16, 2024`, `May 16th`, `Sept. 27`, `May 2024`, `May`.
fn month_first(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    let Lexeme::Month { number, short } = line.at(start) else { return None };
    let month = Some(number);
    let at = after_month(line, start + 1, short);
    if let Some((year, end)) = numbers::spelled_year(line, at) {
        return Some((Point { month, year: Year::Known(year as i32), ..Point::default() }, end));
    }
    let glued = usize::from(line.is_mark(at, Mark::Slash) && line.glued(at) && line.glued(at + 1));
    if let Some((day, end)) = day_of_month(line, at + glued) {
        let point = Point { month, day: Some(day), order: Some(DayOrder::MonthFirst), ..Point::default() };
        return Some(match year_after(line, end) {
            Some((year, end)) => (Point { year, ..point }, end),
            None => (point, end),
        });
    }
    if let Some((year, end)) =
        year_after(line, at).or_else(|| line.is(at, Keyword::Of).then(|| year_after(line, at + 1)).flatten())
    {
        return Some((Point { month, year, ..Point::default() }, end));
    }
    Some((Point { month, ..Point::default() }, start + 1))
}

/// A number that can be a day and is not the beginning of a longer number: `16`, `16th`, *the sixteenth*.
fn day_of_month(line: &Line<'_>, start: usize) -> Option<(u8, usize)> {
    let at = if line.is(start, Keyword::The) { start + 1 } else { start };
    let (day, end) = match line.at(at) {
        Lexeme::Digits { value, length: 1 | 2 } if at == start => (value, at + 1),
        Lexeme::DigitOrdinal(value) => (value, at + 1),
        Lexeme::Ordinal(_) | Lexeme::Cardinal(_) => {
            // *By the end of May the Third Army*
            let (day, end) = numbers::ordinal(line, at).or_else(|| numbers::below_hundred(line, at))?;
            if at > start && line.is_capital(at) && line.is_capital(end) {
                return None;
            }
            (day, end)
        }
        _ => return None,
    };
    let longer = line.glued(end)
        && line.glued(end + 1)
        && matches!(line.at(end), Lexeme::Mark(Mark::Colon | Mark::Comma | Mark::Percent | Mark::Dot))
        && matches!(line.at(end + 1), Lexeme::Digits { .. } | Lexeme::Hour { .. });
    let unit = matches!(
        line.at(end),
        Lexeme::Units(_) | Lexeme::Meridiem { .. } | Lexeme::Oclock | Lexeme::Mark(Mark::Percent)
    );
    ((1..=31).contains(&day) && !longer && !unit).then_some((day as u8, end))
}

/// `, 2024`, `2024`, `’24`, *nineteen ninety-six*, with an era.
fn year_after(line: &Line<'_>, start: usize) -> Option<(Year, usize)> {
    let at = if line.is_mark(start, Mark::Comma) { start + 1 } else { start };
    match line.at(at) {
        Lexeme::Digits { value, length } => {
            if let Lexeme::Era { before } = line.at(at + 1) {
                let year = i32::try_from(value).ok()?;
                return Some((Year::Known(if before { -year } else { year }), at + 2));
            }
            (length == 4 && (1000..2200).contains(&value) && !is_quantity(line, at))
                .then_some((Year::Known(value as i32), at + 1))
        }
        Lexeme::Mark(Mark::Apostrophe) if at == start && line.glued(at + 1) => match line.at(at + 1) {
            Lexeme::Digits { value, length: 2 } => Some((Year::Short(value as u8), at + 2)),
            _ => None,
        },
        Lexeme::Cardinal(_) => {
            let (year, end) = numbers::spelled_year(line, at)?;
            Some((Year::Known(year as i32), end))
        }
        _ => None,
    }
}

/// `2,000`, `2000.5`, `2000%`, `2000-strong`: a number that continues, or is a quantity.
fn is_quantity(line: &Line<'_>, year: usize) -> bool {
    let next = year + 1;
    let goes_on = line.glued(next)
        && line.glued(next + 1)
        && matches!(line.at(next), Lexeme::Mark(Mark::Comma | Mark::Dot | Mark::Colon | Mark::Slash))
        && matches!(line.at(next + 1), Lexeme::Digits { .. })
        && !(line.is_mark(next, Mark::Slash) && matches!(line.at(next + 1), Lexeme::Digits { length: 2 | 4, .. }));
    goes_on || line.is_mark(next, Mark::Percent) || matches!(line.at(next), Lexeme::Units(_) | Lexeme::Scale(_))
}

/// `16 May 2024`, `16th of May`, *the second of August*.
pub(super) fn day_first(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    let (day, end) = match line.at(start) {
        Lexeme::Digits { value, length: 1 | 2 } => (value, start + 1),
        Lexeme::DigitOrdinal(value) => (value, start + 1),
        _ => numbers::ordinal(line, start)?,
    };
    if !(1..=31).contains(&day)
        || line.glued(start) && matches!(line.before(start), Lexeme::Mark(Mark::Currency | Mark::Dot | Mark::Colon))
    {
        return None;
    }
    let of = line.is(end, Keyword::Of);
    let dash = line.is_mark(end, Mark::Hyphen) && line.glued(end);
    let at = if of || dash { end + 1 } else { end };
    let Lexeme::Month { number, short } = line.at(at) else { return None };
    // *the second March* is not a day.
    if matches!(line.at(start), Lexeme::Ordinal(_)) && !of {
        return None;
    }
    let point =
        Point { month: Some(number), day: Some(day as u8), order: Some(DayOrder::DayFirst), ..Point::default() };
    let stop = after_month(line, at + 1, short);
    let year = if dash && line.is_mark(stop, Mark::Hyphen) { stop + 1 } else { stop };
    Some(match year_after(line, year) {
        Some((year, end)) => (Point { year, ..point }, end),
        // `07-Feb-13`
        None if year > stop
            && let Lexeme::Digits { value: short, length: 2 } = line.at(year) =>
        {
            (Point { year: Year::Short(short as u8), ..point }, year + 1)
        }
        None => (point, at + 1),
    })
}

/// A year alone. Four digits are a year if a temporal preposition, another year or the structure of the sentence indicates it, and not if
/// they count something or are part of a name (see [`super::traps`]).
fn year_alone(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    match line.at(start) {
        Lexeme::Digits { value, length } => {
            if let Lexeme::Era { before } = line.at(start + 1) {
                let year = i32::try_from(value).ok().filter(|year| (1..10_000).contains(year))?;
                return Some((year_point(if before { -year } else { year }), start + 2));
            }
            let year = length == 4
                && (1000..2200).contains(&value)
                && !is_quantity(line, start)
                && super::traps::may_be_year(line, start, value);
            year.then_some((year_point(value as i32), start + 1))
        }
        Lexeme::Cardinal(_) => {
            let (year, end) = numbers::spelled_year(line, start)?;
            (!matches!(line.at(end), Lexeme::Units(_) | Lexeme::Scale(_) | Lexeme::Mark(Mark::Percent)))
                .then_some((year_point(year as i32), end))
        }
        _ => None,
    }
}

/// The second number of `April 7-8` and `April 7 and 8`, whose month precedes the first.
pub(super) fn further_day(line: &Line<'_>, after: usize, first: Point) -> Option<(Point, usize, usize)> {
    let (Some(_), Some(day), Year::Absent) = (first.month, first.day, first.year) else { return None };
    let joined = matches!(
        line.at(after),
        Lexeme::Mark(Mark::Hyphen | Mark::Dash)
            | Lexeme::Keyword(Keyword::To | Keyword::And | Keyword::Through | Keyword::Until | Keyword::Or)
    );
    // *March 3, 5, 1974*: after a comma only with a year.
    let listed = line.is_mark(after, Mark::Comma)
        && day_of_month(line, after + 1)
            .is_some_and(|(_, end)| line.is_mark(end, Mark::Comma) && year_after(line, end).is_some());
    let start = if joined || listed { after + 1 } else { return None };
    let start_of_number = if line.is(start, Keyword::The) { start + 1 } else { start };
    let (second, end) = day_of_month(line, start)?;
    if second <= day || matches!(line.at(end), Lexeme::Month { .. } | Lexeme::Unit(_)) || line.is(end, Keyword::Of) {
        return None;
    }
    // `May 8 to 10 people`: only punctuation, the year or a function word can follow.
    let ends = match line.at(end) {
        Lexeme::Mark(_) | Lexeme::Keyword(_) | Lexeme::Digits { .. } => true,
        _ => end >= line.len() || line.is_dash(after),
    };
    if !ends {
        return None;
    }
    let point = Point { day: Some(second), ..first };
    Some(match year_after(line, end) {
        Some((year, end)) => (Point { year, ..point }, start_of_number, end),
        None => (point, start_of_number, end),
    })
}

/// The first number of `7-8 April` and `7 and 8 April`, whose month follows the second.
pub(super) fn day_before_day(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    let (Lexeme::Digits { value: day @ 1..=31, length: 1 | 2 } | Lexeme::DigitOrdinal(day @ 1..=31)) = line.at(start)
    else {
        return None;
    };
    let joined = line.is_dash(start + 1)
        || matches!(
            line.at(start + 1),
            Lexeme::Keyword(Keyword::To | Keyword::And | Keyword::Or | Keyword::Through | Keyword::Until)
        );
    if !joined || line.glued(start) && !matches!(line.before(start), Lexeme::Mark(Mark::Open | Mark::Quote)) {
        return None;
    }
    let at = if line.is(start + 2, Keyword::The) { start + 3 } else { start + 2 };
    let (last, _) = day_first(line, at)?;
    Some((Point { day: Some(day as u8), ..last }, start + 1))
}

/// The second year of `1939-45`, which has the century of the first.
pub(super) fn further_year(line: &Line<'_>, after: usize, first: Point) -> Option<(Point, usize, usize)> {
    let (Year::Known(year), None) = (first.year, first.month) else { return None };
    if !line.is_dash(after) && !line.is_mark(after, Mark::Slash) || !line.glued(after) || !line.glued(after + 1) {
        return None;
    }
    let Lexeme::Digits { value, length: 2 } = line.at(after + 1) else { return None };
    let second = year - year.rem_euclid(100) + value as i32;
    let goes_on = line.glued(after + 2) && matches!(line.at(after + 2), Lexeme::Mark(Mark::Hyphen | Mark::Slash));
    (year >= 1000 && second > year && !goes_on).then_some((year_point(second), after + 1, after + 2))
}

/// The most days of a list whose last one has the month.
const LONGEST_LIST: usize = 6;

/// The month and the year after a day that lacks them: *Tuesday 12* `and Friday 15 May`.
fn day_before_weekday(line: &Line<'_>, weekday: u8, at: usize) -> Option<(Point, usize)> {
    let Lexeme::Digits { value: day @ 1..=31, length: 1 | 2 } = line.at(at) else { return None };
    // The last of a list has the month: *Tuesday 12, Friday 15 and Saturday 16 May*. Lists are short, so that each is read to its end.
    let mut last = at;
    for _ in 0..LONGEST_LIST {
        let joined = line.is_dash(last + 1)
            || line.is_mark(last + 1, Mark::Comma)
            || matches!(line.at(last + 1), Lexeme::Keyword(Keyword::And | Keyword::Or | Keyword::To));
        if !joined || !matches!(line.at(last + 2), Lexeme::Weekday { .. }) {
            return None;
        }
        last += 3;
        if matches!(line.at(last + 1), Lexeme::Month { .. }) {
            break;
        }
    }
    // Not every date: a list of weekdays would be read to its end at each of them.
    let (Point { month, year, .. }, _) = day_first(line, last)?;
    let point = Point { weekday: Some(weekday), day: Some(day as u8), month, year, ..Point::default() };
    Some((point, at + 1))
}

/// A year right before its month: `2019 October`.
fn year_before_month(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    let Lexeme::Digits { value: year @ 1800..2100, length: 4 } = line.at(start) else { return None };
    let Lexeme::Month { number, short: false } = line.at(start + 1) else { return None };
    // *in 2019 May said*: the name; *2019 October 3*: two dates.
    let ends = !matches!(line.at(start + 2), Lexeme::Digits { .. } | Lexeme::DigitOrdinal(_));
    let verb = line.is_in(start + 1, &line.sets().months_that_are_verbs);
    (ends && !verb && !line.glued(start))
        .then_some((Point { year: Year::Known(year as i32), month: Some(number), ..Point::default() }, start + 2))
}
