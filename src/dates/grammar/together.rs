//! Joined dates share information: the year of *26 June – 4 August 1952* applies to both, and *a Tuesday or Sunday* means any of each.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Found, Meaning, Point, Through, Year};
use crate::text::TokenKind;
use std::ops::Range;

/// Copies the year of the second of two joined dates to the first. Goes backwards, so that a year applies to a whole list.
pub(super) fn share(line: &Line<'_>, found: &mut [(Found, Range<usize>)]) {
    for index in (1..found.len()).rev() {
        let Some(((first, before), (second, after))) = found.get(index - 1).zip(found.get(index)) else { continue };
        let (Meaning::Point(first), Meaning::Point(second)) = (first.meaning, second.meaning) else { continue };
        let shared = match joint(line, before.end, after.start) {
            Some(joint) => year_of_second(first, second, joint),
            None => None,
        };
        if let (Some(year), Some((Found { meaning: Meaning::Point(point), .. }, _))) =
            (shared, found.get_mut(index - 1))
        {
            point.year = year;
        }
    }
    for index in 1..found.len() {
        let Some(((first, before), (second, after))) = found.get(index - 1).zip(found.get(index)) else { continue };
        let (Meaning::Point(from), Meaning::Point(to)) = (first.meaning, second.meaning) else { continue };
        let goes_on = (from.year, to.year) == (Year::Absent, Year::Absent)
            && from.month.is_some()
            && to.month.is_some()
            && from.day.is_some() == to.day.is_some()
            && (from.month, from.day) < (to.month, to.day)
            && joint(line, before.end, after.start).is_some();
        if let (true, Some((second, _))) = (goes_on, found.get_mut(index)) {
            second.goes_on = true;
        }
    }
    for index in 1..found.len() {
        let Some(((first, before), (second, after))) = found.get(index - 1).zip(found.get(index)) else { continue };
        let (Meaning::Point(first), Meaning::Point(second)) = (first.meaning, second.meaning) else { continue };
        let any = first.any || line.before(before.start) == Lexeme::Keyword(Keyword::A);
        let listed =
            is_bare_weekday(first) && is_bare_weekday(second) && joint(line, before.end, after.start).is_some();
        let both = [index - 1, index];
        for at in both.into_iter().filter(|_| any && listed) {
            if let Some((Found { meaning: Meaning::Point(point), .. }, _)) = found.get_mut(at) {
                point.any = true;
            }
        }
    }
}

/// Makes one expression of two days of a month, or of two years that follow each other, if nothing but a dash or a slash is between
/// them: *May 13-16*, *2011-12*, *2025/2026*. Others stay two, as the corpora have them: *13-16 May*, *8 September to 16 September*,
/// *May 13-16, 1968*, *1914-1918*.
pub(super) fn unite(line: &Line<'_>, found: &mut Vec<(Found, Range<usize>)>, from: usize) {
    let mut of_line = found.split_off(from.min(found.len()));
    of_line.dedup_by(|(second, after), (first, before)| {
        let glued = after.start == before.end + 1 && line.glued(before.end) && line.glued(after.start);
        let Some(through) = glued.then(|| stretch(line, (first, before), (second, after))).flatten() else {
            return false;
        };
        first.through = Some(through);
        before.end = after.end;
        true
    });
    found.append(&mut of_line);
}

/// Where a stretch ends that begins with the first date and ends with the second, whose tokens are `after`.
fn stretch(
    line: &Line<'_>,
    (first, before): (&Found, &Range<usize>),
    (second, after): (&Found, &Range<usize>),
) -> Option<Through> {
    let sign = before.end;
    let (Meaning::Point(from), Meaning::Point(to)) = (first.meaning, second.meaning) else { return None };
    let plain = |found: &Found, point: Point| {
        (found.clock, found.through, point.weekday, point.pointer) == (None, None, None, None)
    };
    if !plain(first, from) || !plain(second, to) {
        return None;
    }
    // The second is only a number: *13-16 May* are two, of which the second is whole.
    let shares_month = after.len() == 1;
    let yearless = (from.year, to.year) == (Year::Absent, Year::Absent);
    if line.is_dash(sign) && shares_month && yearless && from.month.is_some() && from.month == to.month {
        return to.day.filter(|&last| from.day.is_some_and(|day| day < last)).map(Through::Day);
    }
    let years = from.month.is_none() && to.month.is_none() && from.day.is_none();
    let (Year::Known(year), Year::Known(next)) = (from.year, to.year) else { return None };
    let short = matches!(line.at(after.start), Lexeme::Digits { length: 2, .. });
    // *the 2025/2026 budget*, *the financial year of 2025/2026*; *holidays in 2025/2026* are in one or the other.
    let described = || {
        line.is(before.start.wrapping_sub(1), Keyword::Of)
            || line.at(after.end) == Lexeme::Other && line.kind(after.end) == Some(TokenKind::Lower)
    };
    let written = if line.is_mark(sign, Mark::Slash) { short || described() } else { line.is_dash(sign) && short };
    (years && written && next == year + 1).then_some(Through::NextYear)
}

/// The kind of connection between two dates.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// *and*, *or*, a comma
    List,
    /// *to*, a dash
    Reach,
}

fn joint(line: &Line<'_>, end: usize, start: usize) -> Option<Joint> {
    if start != end + 1 {
        return None;
    }
    match line.at(end) {
        Lexeme::Keyword(Keyword::And | Keyword::Or) | Lexeme::Mark(Mark::Comma) => Some(Joint::List),
        Lexeme::Keyword(Keyword::To | Keyword::Through | Keyword::Until) => Some(Joint::Reach),
        _ if line.is_dash(end) => Some(Joint::Reach),
        _ => None,
    }
}

/// The year of the first date, if only the second one has a year.
fn year_of_second(first: Point, second: Point, joint: Joint) -> Option<Year> {
    let (Some(month), Year::Absent, None) = (first.month, first.year, first.pointer) else { return None };
    let (Some(next), Year::Known(year)) = (second.month, second.year) else { return None };
    // *in May, June 2023*: a comma alone joins only days.
    if joint == Joint::List && first.day.is_some() != second.day.is_some() {
        return None;
    }
    // *November to March 2024* begins the year before.
    Some(Year::Known(if month > next { year - 1 } else { year }))
}

fn is_bare_weekday(point: Point) -> bool {
    point.weekday.is_some() && point.month.is_none() && point.day.is_none() && point.pointer.is_none()
}
