//! Days in digits: `2024-05-16`, `5/16/2024`, `16.05.2024`, and `5/16` after a temporal preposition.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{DayOrder, Point, Year};

/// `2024-05-16`, `5/16/2024`, `16.05.2024`, and `5/16` after a preposition.
pub(super) fn date(line: &Line<'_>, start: usize) -> Option<(Point, usize)> {
    let digits = |token: usize| match line.at(token) {
        Lexeme::Digits { value, length } => Some((value, length)),
        _ => None,
    };
    let (first, first_length) = digits(start)?;
    let mark = match line.at(start + 1) {
        Lexeme::Mark(mark @ (Mark::Slash | Mark::Hyphen | Mark::Dot)) => mark,
        _ => return None,
    };
    // `5/1/2024-5/7/2024`: the second of two.
    let second_of_two = mark == Mark::Slash
        && line.is_dash(start.wrapping_sub(1))
        && matches!(line.at(start.wrapping_sub(2)), Lexeme::Digits { .. })
        && line.is_mark(start.wrapping_sub(3), Mark::Slash);
    let glued_before = line.glued(start)
        && !matches!(line.before(start), Lexeme::Mark(Mark::Open | Mark::Quote | Mark::Dash))
        && !second_of_two;
    if glued_before || !line.glued(start + 1) || !line.glued(start + 2) {
        return None;
    }
    let (second, second_length) = digits(start + 2)?;
    if second_length > 2 {
        return None;
    }
    let third = (line.is_mark(start + 3, mark) && line.glued(start + 3) && line.glued(start + 4))
        .then(|| digits(start + 4))
        .flatten();
    let Some((third, third_length)) = third else {
        return two_numbers(line, start, (first, first_length), (second, second_length), mark);
    };
    let end = start + 5;
    let first_of_two = mark == Mark::Slash && line.is_dash(end) && line.is_mark(end + 2, Mark::Slash);
    if line.glued(end)
        && !first_of_two
        && matches!(line.at(end), Lexeme::Mark(Mark::Slash | Mark::Hyphen | Mark::Dot))
        && matches!(line.at(end + 1), Lexeme::Digits { .. })
        && line.glued(end + 1)
    {
        return None;
    }
    let (year, one, two) = match (first_length, third_length) {
        (4, 1 | 2) => return point_of(first, second, third, false).map(|point| (point, end)),
        (1 | 2, 4) => (third, first, second),
        // `5/16/24`: a two-digit year only with slashes.
        (1 | 2, 2) if mark == Mark::Slash => (if third < 70 { 2000 + third } else { 1900 + third }, first, second),
        _ => return None,
    };
    let (point, order) = match mark {
        Mark::Dot => (point_of(year, two, one, false), Some(DayOrder::DayFirst)),
        _ if one > 12 => (point_of(year, two, one, false), Some(DayOrder::DayFirst)),
        _ => (point_of(year, one, two, two <= 12 && one != two), (two > 12).then_some(DayOrder::MonthFirst)),
    };
    point.map(|point| (Point { order, ..point }, end))
}

/// The month and the day of the event that is named by its date, `9/11`.
const DAY_OF_ATTACKS: (u32, u32) = (9, 11);

/// The year of that event.
const YEAR_OF_ATTACKS: i32 = 2001;

/// `5/16` can also be a fraction, a score or a price, so a temporal preposition must precede it.
fn two_numbers(
    line: &Line<'_>,
    start: usize,
    first: (u32, u8),
    second: (u32, u8),
    mark: Mark,
) -> Option<(Point, usize)> {
    // *since 9/11*: the event.
    let event = matches!(line.before(start), Lexeme::Keyword(Keyword::Since | Keyword::Before | Keyword::After));
    if event && mark == Mark::Slash && (first.0, second.0) == DAY_OF_ATTACKS && !line.is_mark(start + 3, Mark::Slash) {
        let (month, day) = (Some(first.0 as u8), Some(second.0 as u8));
        return Some((Point { year: Year::Known(YEAR_OF_ATTACKS), month, day, ..Point::default() }, start + 3));
    }
    let dated = matches!(
        line.before(start),
        Lexeme::Keyword(Keyword::On | Keyword::Since | Keyword::Until | Keyword::By | Keyword::From | Keyword::Between)
            | Lexeme::Weekday { .. }
    ) || is_listed(line, start);
    // `5/1-5/7`
    let reaches = line.is_dash(start + 3) && line.is_mark(start + 5, Mark::Slash);
    let goes_on = line.glued(start + 3)
        && !reaches
        && !matches!(
            line.at(start + 3),
            Lexeme::Mark(Mark::Comma | Mark::Dot | Mark::Close | Mark::Quote | Mark::Other)
        );
    if mark != Mark::Slash || !dated || goes_on || first.1 > 2 {
        return None;
    }
    let (month, day, ambiguous, order) = if first.0 > 12 {
        (second.0, first.0, false, Some(DayOrder::DayFirst))
    } else {
        let order = (second.0 > 12).then_some(DayOrder::MonthFirst);
        (first.0, second.0, second.0 <= 12 && first.0 != second.0, order)
    };
    if (month, day) == DAY_OF_ATTACKS {
        // `9/11` is the event.
        return None;
    }
    let point = Point { month: Some(month as u8), day: Some(day as u8), ambiguous, order, ..Point::default() };
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((point, start + 3))
}

/// The most days of a list, `on 5/16, 5/17 or 5/18`, that are skipped to find the preposition before it.
const LIST_REACH: usize = 8;

/// Whether it continues a list of such days after a preposition.
fn is_listed(line: &Line<'_>, start: usize) -> bool {
    let mut at = start;
    for _ in 0..LIST_REACH {
        let joint = at.wrapping_sub(1);
        let joined = matches!(
            line.at(joint),
            Lexeme::Mark(Mark::Comma) | Lexeme::Keyword(Keyword::And | Keyword::Or | Keyword::To)
        );
        let day = at.checked_sub(4).filter(|&day| {
            (joined || line.is_dash(joint))
                && matches!(line.at(day), Lexeme::Digits { length: 1 | 2, .. })
                && line.is_mark(day + 1, Mark::Slash)
                && matches!(line.at(day + 2), Lexeme::Digits { length: 1 | 2, .. })
        });
        let Some(day) = day else { return false };
        if matches!(
            line.before(day),
            Lexeme::Keyword(Keyword::On | Keyword::From | Keyword::Between) | Lexeme::Weekday { .. }
        ) {
            return true;
        }
        at = day;
    }
    false
}

fn point_of(year: u32, month: u32, day: u32, ambiguous: bool) -> Option<Point> {
    ((1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Point {
        year: Year::Known(year as i32),
        month: Some(month as u8),
        day: Some(day as u8),
        ambiguous,
        ..Point::default()
    })
}
