//! Times of the day: *9.30am*, *noon*, *half past seven*, *the early hours*, *dawn*.

use super::{games, numbers};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Clock, PartOfDay, Unit};

/// A clock time, and the token after it.
pub(super) fn time(line: &Line<'_>, start: usize) -> Option<(Clock, usize)> {
    let (clock, end) = bare_time(line, start)?;
    let Clock::At { hour, minute, second, .. } = clock else { return Some((clock, end)) };
    let zone = if line.is_mark(end, Mark::Open) { end + 1 } else { end };
    // *9 a.m. local time*, *5 p.m. London time*
    if zone == end
        && line.is(end + 1, Keyword::Time)
        && line.at(end) == Lexeme::Other
        && (line.is_capital(end) || line.is_in(end, &line.sets().before_time_zone))
    {
        return Some((clock, end + 2));
    }
    match line.at(zone) {
        Lexeme::Zone { utc } => {
            let end = if zone > end && line.is_mark(zone + 1, Mark::Close) { zone + 2 } else { zone + 1 };
            (zone == end - 1 || zone + 2 == end).then_some((Clock::At { hour, minute, second, utc }, end))
        }
        _ => Some((clock, end)),
    }
}

fn at(hour: u32, minute: Option<u32>, second: Option<u32>) -> Option<Clock> {
    let in_day = hour <= 24 && minute.is_none_or(|minute| minute < 60) && second.is_none_or(|second| second < 60);
    in_day.then(|| Clock::At {
        hour: hour as u8,
        minute: minute.map(|minute| minute as u8),
        second: second.map(|second| second as u8),
        utc: false,
    })
}

fn bare_time(line: &Line<'_>, start: usize) -> Option<(Clock, usize)> {
    match line.at(start) {
        Lexeme::Noon | Lexeme::Midnight
            if line.is_capital(start)
                && (line.at(start + 1) == Lexeme::Other && line.is_capital(start + 1)
                    || start > 0 && line.before(start) == Lexeme::Other && line.is_capital(start - 1)) =>
        {
            None
        }
        Lexeme::Noon => Some((at(12, None, None)?, start + 1)),
        Lexeme::Midnight => Some((at(0, None, None)?, start + 1)),
        // `11ish-looking`
        Lexeme::Hour { .. }
            if line.is_mark(start + 1, Mark::Hyphen)
                && line.sets().approximate_hour_suffixes.is_ending_of(line.written(start)) =>
        {
            None
        }
        Lexeme::Hour { value, afternoon } => {
            let (hour, minute) = if value >= 100 { (value / 100, Some(value % 100)) } else { (value, None) };
            Some((at(half_day(hour, afternoon)?, minute, None)?, start + 1))
        }
        // *at 15hrs*, *around 1530hrs*
        Lexeme::Hours { value, length } if is_at(line, start) => {
            let (hour, minute) = if length >= 3 { (value / 100, value % 100) } else { (value, 0) };
            Some((at(hour, Some(minute), None)?, start + 1))
        }
        Lexeme::Digits { value: 12, .. } if matches!(line.at(start + 1), Lexeme::Noon) => {
            Some((at(12, None, None)?, start + 2))
        }
        Lexeme::Digits { value, length } => digits(line, start, value, length),
        Lexeme::Cardinal(_) | Lexeme::Keyword(Keyword::Half) => spelled(line, start),
        _ => None,
    }
}

/// 12 p.m. is noon.
fn half_day(hour: u32, afternoon: bool) -> Option<u32> {
    (1..=12).contains(&hour).then_some(hour % 12 + if afternoon { 12 } else { 0 })
}

/// A time that begins with digits: `9:30 p.m.`, `9.30am`, `1140 a.m.`, *ten past nine*, `20:15`.
fn digits(line: &Line<'_>, start: usize, value: u32, length: u8) -> Option<(Clock, usize)> {
    // Part of a longer number: `1.9:30`, `2-9:30`.
    if line.glued(start) && matches!(line.before(start), Lexeme::Mark(Mark::Colon | Mark::Dot | Mark::Currency)) {
        return None;
    }
    let end = start + 1;
    let parted =
        matches!(line.at(end), Lexeme::Mark(Mark::Colon | Mark::Dot)) && line.glued(end) && line.glued(end + 1);
    if length <= 2 && parted {
        return with_minutes(line, start, value);
    }
    if let Lexeme::Meridiem { afternoon } = line.at(end) {
        let (hour, minute) = if length >= 3 { (value / 100, Some(value % 100)) } else { (value, None) };
        return Some((at(half_day(hour, afternoon)?, minute, None)?, end + 1));
    }
    if length <= 2
        && let Some(found) = past_the_hour(line, value, end).or_else(|| in_part(line, value, end))
    {
        return Some(found);
    }
    if line.at(end) == Lexeme::Oclock {
        return Some((at(oclock(line, value, end + 1), None, None)?, end + 1));
    }
    if length == 4 && (is_military(line, start, value) || matches!(line.at(end), Lexeme::Zone { .. })) {
        return Some((at(value / 100, Some(value % 100), None)?, end));
    }
    None
}

/// The hour with what follows its colon or full stop: `9:30`, `9:30:15`, `9.30am`, `9.am`.
fn with_minutes(line: &Line<'_>, start: usize, hour: u32) -> Option<(Clock, usize)> {
    let colon = line.is_mark(start + 1, Mark::Colon);
    let (minute, mut end) = match line.at(start + 2) {
        Lexeme::Digits { value, length: 2 } if value < 60 => (value, start + 3),
        // `9.30am`: the meridiem is glued to the minutes.
        Lexeme::Hour { value: minute, afternoon } if minute < 60 => {
            return Some((at(half_day(hour, afternoon)?, Some(minute), None)?, start + 3));
        }
        // `20:00hrs`
        Lexeme::Hours { value: minute, length: 2 } if hour < 24 && minute < 60 => {
            return Some((at(hour, Some(minute), None)?, start + 3));
        }
        _ => return None,
    };
    let mut second = None;
    if line.is_mark(end, Mark::Colon)
        && let Lexeme::Digits { value, length: 2 } = line.at(end + 1)
        && line.glued(end + 1)
    {
        second = Some(value);
        end += 2;
    }
    if let Lexeme::Meridiem { afternoon } = line.at(end) {
        return Some((at(half_day(hour, afternoon)?, Some(minute), second)?, end + 1));
    }
    if hour >= 24 {
        return None;
    }
    if colon {
        // `20:15` is a clock time only if it cannot be a ratio, a score or a verse.
        let goes_on = line.is_mark(end, Mark::Colon) && line.glued(end);
        // *finished the race in 2:41:07*
        if second.is_some() && line.is(start.wrapping_sub(1), Keyword::In) {
            return None;
        }
        let told = second.is_some() || is_told_by_neighbours(line, start, end);
        return if goes_on || !told || games::is_game_clock(line, start) {
            None
        } else {
            Some((at(hour, Some(minute), second)?, end))
        };
    }
    // `7.30 on Friday`, with a full stop, needs more evidence.
    let counts = matches!(line.at(end), Lexeme::Other if line.is_word(end))
        || line.is(end, Keyword::Per) && line.is_in(end + 1, &line.sets().words_of_share)
        || matches!(line.at(end), Lexeme::Mark(Mark::Percent) | Lexeme::Scale(_) | Lexeme::Units(_));
    (line.is(start.wrapping_sub(1), Keyword::At) && !counts).then_some((at(hour, Some(minute), None)?, end))
}

/// Whether a preposition of the time of day stands before it.
fn is_at(line: &Line<'_>, start: usize) -> bool {
    matches!(
        line.before(start),
        Lexeme::Keyword(Keyword::At | Keyword::From | Keyword::Until | Keyword::By | Keyword::About | Keyword::Between)
    )
}

/// Whether the words before or after the digits show that they are a time.
fn is_told_by_neighbours(line: &Line<'_>, start: usize, end: usize) -> bool {
    // *at 9:30 and* `10:15`, but not *1:9 and 1:15*
    let and = line.is(start.wrapping_sub(1), Keyword::And)
        && match line.at(start.wrapping_sub(2)) {
            Lexeme::Hour { .. } | Lexeme::Meridiem { .. } | Lexeme::Noon => true,
            Lexeme::Digits { .. } => is_after_preposition_of_time(line, start.wrapping_sub(4)),
            _ => false,
        };
    and || is_after_preposition_of_time(line, start)
        || matches!(line.before(start), Lexeme::DayWord(_) | Lexeme::Weekday { .. } | Lexeme::Tonight)
        || matches!(
            line.at(end),
            Lexeme::Zone { .. } | Lexeme::Keyword(Keyword::On) | Lexeme::DayWord(_) | Lexeme::Weekday { .. }
        )
}

fn is_after_preposition_of_time(line: &Line<'_>, start: usize) -> bool {
    matches!(
        line.before(start),
        Lexeme::Keyword(
            Keyword::At
                | Keyword::By
                | Keyword::Until
                | Keyword::From
                | Keyword::Since
                | Keyword::About
                | Keyword::Between
                | Keyword::Before
                | Keyword::After
                | Keyword::Nearly
                | Keyword::To
        )
    )
}

/// *between* `0730` *and* `0930`: the leading zero distinguishes it from a year.
fn is_military(line: &Line<'_>, start: usize, value: u32) -> bool {
    let told = |at: usize| {
        matches!(
            line.before(at),
            Lexeme::Keyword(
                Keyword::At
                    | Keyword::Between
                    | Keyword::From
                    | Keyword::By
                    | Keyword::Until
                    | Keyword::After
                    | Keyword::Before
                    | Keyword::To
                    | Keyword::And
            )
        )
    };
    // *at* `2100` *on Sunday*
    let at_night = (1000..2400).contains(&value)
        && value % 100 < 60
        && line.is(start.wrapping_sub(1), Keyword::At)
        && line.is(start + 1, Keyword::On)
        && matches!(line.at(start + 2), Lexeme::Weekday { .. });
    if at_night {
        return true;
    }
    let noughts = |at: usize| line.written(at).len() == 4 && line.written(at).starts_with('0');
    if value >= 1000 || value % 100 >= 60 || !noughts(start) {
        return false;
    }
    // `0730-0930`: the second follows the first.
    let second = line.is_dash(start.wrapping_sub(1)) && noughts(start.wrapping_sub(2));
    let first = if second { start.wrapping_sub(2) } else { start };
    let reaches = line.is_dash(start + 1) && noughts(start + 2);
    let ends = matches!(line.at(start + 1), Lexeme::Mark(Mark::Dot | Mark::Comma | Mark::Other));
    // *from 0800 numbers* is not a time.
    let joined = matches!(line.at(start + 1), Lexeme::Keyword(Keyword::And | Keyword::To)) || start + 1 >= line.len();
    told(first) && (reaches || ends || joined)
}

/// *five o'clock*, *half past seven*, *ten a.m.*
fn spelled(line: &Line<'_>, start: usize) -> Option<(Clock, usize)> {
    if line.is(start, Keyword::Half) {
        if !line.is(start + 1, Keyword::Past) {
            return None;
        }
        let (hour, end) = numbers::cardinal(line, start + 2).filter(|&(hour, _)| hour <= 12)?;
        let end = if line.at(end) == Lexeme::Oclock { end + 1 } else { end };
        return Some((at(hour, Some(30), None)?, end));
    }
    let (hour, end) = numbers::below_hundred(line, start)?;
    if let Some(found) = past_the_hour(line, hour, end).or_else(|| in_part(line, hour, end)) {
        return Some(found);
    }
    match line.at(end) {
        Lexeme::Oclock => Some((at(oclock(line, hour, end + 1), None, None)?, end + 1)),
        Lexeme::Meridiem { afternoon } => Some((at(half_day(hour, afternoon)?, None, None)?, end + 1)),
        Lexeme::Cardinal(minutes @ (15 | 20 | 30 | 40 | 45 | 50)) => match line.at(end + 1) {
            Lexeme::Meridiem { afternoon } => Some((at(half_day(hour, afternoon)?, Some(minutes), None)?, end + 2)),
            _ => half_hour(line, start, hour, end),
        },
        _ => None,
    }
}

/// *Doors open at four o'clock*: without a part of the day, the small hours are those of the afternoon.
fn oclock(line: &Line<'_>, hour: u32, end: usize) -> u32 {
    let told = part(line, end).is_some()
        || matches!(
            line.at(end),
            Lexeme::Keyword(Keyword::In | Keyword::At | Keyword::On | Keyword::Of) | Lexeme::Weekday { .. }
        );
    if (1..=6).contains(&hour) && !told { hour + 12 } else { hour }
}

/// *at three thirty*, *from two fifteen to two forty-five*: after a preposition, unless a counted noun follows.
fn half_hour(line: &Line<'_>, start: usize, hour: u32, at_minutes: usize) -> Option<(Clock, usize)> {
    let told = matches!(
        line.before(start),
        Lexeme::Keyword(Keyword::At | Keyword::From | Keyword::To | Keyword::Until | Keyword::Between | Keyword::By)
    );
    let (minutes, end) = numbers::below_hundred(line, at_minutes)?;
    let ends = match line.at(end) {
        Lexeme::Mark(mark) => !matches!(mark, Mark::Percent | Mark::Hyphen | Mark::Currency),
        Lexeme::Keyword(word) => {
            matches!(word, Keyword::To | Keyword::And | Keyword::On | Keyword::In | Keyword::Until)
        }
        _ => end >= line.len(),
    };
    (told && ends && (1..=12).contains(&hour)).then(|| at(hour, Some(minutes), None)).flatten().map(|time| (time, end))
}

/// `in the morning`, `at night`, `p.m.` after a clock time that does not say which half of the day.
pub(super) fn with_part(clock: Clock, part: PartOfDay) -> Clock {
    match clock {
        Clock::At { hour, minute, second, utc }
            if (1..12).contains(&hour)
                && (matches!(part, PartOfDay::Afternoon | PartOfDay::Evening)
                    || part == PartOfDay::Night && hour >= 6) =>
        {
            Clock::At { hour: hour + 12, minute, second, utc }
        }
        _ => clock,
    }
}

/// A part of the day, with what belongs to it: *the early hours*, *mid-afternoon*, *late in the evening*, *the night*.
pub(super) fn part(line: &Line<'_>, start: usize) -> Option<(PartOfDay, usize)> {
    let mut at = start;
    if line.is(at, Keyword::The) || line.at(at) == Lexeme::Cardinal(1) {
        at += 1;
    }
    if matches!(
        line.at(at),
        Lexeme::Keyword(Keyword::Early | Keyword::Late | Keyword::Mid | Keyword::Earlier | Keyword::Later)
    ) {
        let early = matches!(line.at(at), Lexeme::Keyword(Keyword::Early));
        at += 1;
        if line.is_dash(at) {
            at += 1;
        }
        if early && line.at(at) == Lexeme::Units(crate::dates::meaning::Unit::Hour) {
            return Some((PartOfDay::Morning, at + 1));
        }
        if line.is(at, Keyword::In) && line.is(at + 1, Keyword::The) {
            at += 2;
        }
    }
    match line.at(at) {
        // *the early morning hours*
        Lexeme::PartOfDay(part) if at > start && line.at(at + 1) == Lexeme::Units(Unit::Hour) => Some((part, at + 2)),
        // *night-time*
        Lexeme::PartOfDay(part) if line.is_mark(at + 1, Mark::Hyphen) && line.is(at + 2, Keyword::Time) => {
            Some((part, at + 3))
        }
        Lexeme::PartOfDay(_) if super::traps::is_part_of_day_in_name(line, at) => None,
        Lexeme::PartOfDay(part) => Some((part, at + 1)),
        Lexeme::Overnight if at == start => Some((PartOfDay::Night, at + 1)),
        _ => None,
    }
}

/// A time that is only recognised after a day: `14:55`, *at 4*.
pub(super) fn beside_day(line: &Line<'_>, start: usize) -> Option<(Clock, usize)> {
    let said = line.is(start, Keyword::At);
    let first = if said { start + 1 } else { start };
    let Lexeme::Digits { value: hour, length: 1 | 2 } = line.at(first) else { return None };
    if line.is_mark(first + 1, Mark::Colon) && line.glued(first + 1) && line.glued(first + 2) && !line.glued(first) {
        return match line.at(first + 2) {
            Lexeme::Digits { value: minute, length: 2 } if hour < 24 => {
                Some((at(hour, Some(minute), None)?, first + 3))
            }
            _ => None,
        };
    }
    // *Friday at 4*, unless a counted noun follows.
    let counts = line.is_word(first + 1)
        || line.glued(first + 1) && !matches!(line.at(first + 1), Lexeme::Mark(Mark::Dot | Mark::Comma | Mark::Quote));
    let goes_on = line.glued(first + 1) && line.glued(first + 2);
    (said && (1..=12).contains(&hour) && !counts && !goes_on)
        .then(|| at(hour, None, None))
        .flatten()
        .map(|clock| (clock, first + 1))
}

/// *ten* `past nine`, *20* `minutes past eight`.
fn past_the_hour(line: &Line<'_>, minutes: u32, end: usize) -> Option<(Clock, usize)> {
    let at = match line.at(end) {
        Lexeme::Units(Unit::Minute) | Lexeme::Unit(Unit::Minute) => end + 1,
        _ => end,
    };
    if !line.is(at, Keyword::Past) || minutes >= 60 {
        return None;
    }
    let (hour, end) = numbers::cardinal(line, at + 1).filter(|&(hour, _)| (1..=12).contains(&hour))?;
    let end = if line.at(end) == Lexeme::Oclock { end + 1 } else { end };
    Some((self::at(hour, Some(minutes), None)?, end))
}

/// *three* `in the morning`, *ten* `at night`.
fn in_part(line: &Line<'_>, hour: u32, end: usize) -> Option<(Clock, usize)> {
    let told = line.is(end, Keyword::In) && line.is(end + 1, Keyword::The) || line.is(end, Keyword::At);
    if !told || !(1..=12).contains(&hour) {
        return None;
    }
    let (part, end) = part(line, end + 1)?;
    Some((with_part(at(hour, None, None)?, part), end))
}
