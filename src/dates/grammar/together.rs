//! Joined dates share information: the year of *26 June – 4 August 1952* applies to both, and *a Tuesday or Sunday* means any of each.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Clock, Count, Found, From, Meaning, Point, Signal, Unit, Year};
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
        let shared = day_of_clock(line, (*first, before), (*second, after))
            .or_else(|| day_of_speech(line, (*first, before), (*second, after)))
            .or_else(|| beside_event(line, (*first, before), (*second, after)));
        if let (Some(shared), Some((first, _))) = (shared, found.get_mut(index - 1)) {
            *first = shared;
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

/// *about 6:40 a.m.* `(0540 GMT Monday)`: the day of a time is given with the same time in another zone.
fn day_of_clock(line: &Line<'_>, first: (Found, &Range<usize>), second: (Found, &Range<usize>)) -> Option<Found> {
    let zones = first.0.meaning == Meaning::OnlyClock
        && matches!(first.0.clock, Some(Clock::At { .. }))
        && matches!(second.0.clock, Some(Clock::At { .. }))
        && second.0.meaning != Meaning::OnlyClock
        && line.is_mark(first.1.end, Mark::Open)
        && second.1.start == first.1.end + 1;
    zones.then_some(Found { meaning: second.0.meaning, ..first.0 })
}

/// The most tokens of a quotation that are read for the mark before its *tomorrow*.
const QUOTATION_REACH: usize = 60;

/// The most tokens between *tomorrow* in a quotation and the day on which it was said.
const SPEECH_REACH: usize = 12;

/// *“I will be there tomorrow,”* `he said on Wednesday`: a day counted from that of the speech.
fn day_of_speech(line: &Line<'_>, first: (Found, &Range<usize>), second: (Found, &Range<usize>)) -> Option<Found> {
    let Meaning::Days(days) = first.0.meaning else { return None };
    let Meaning::Point(point @ Point { weekday: Some(_), month: None, pointer: None, .. }) = second.0.meaning else {
        return None;
    };
    let between = first.1.end..second.1.start;
    let is_quote = |at: &usize| line.is_mark(*at, Mark::Quote);
    let opened = (first.1.start.saturating_sub(QUOTATION_REACH)..first.1.start).filter(is_quote).count() % 2 == 1;
    let said = between.len() <= SPEECH_REACH
        && between.clone().filter(is_quote).count() == 1
        && between.clone().any(|at| line.is_in(at, &line.sets().saying_after_name));
    (opened && said).then_some(Found {
        meaning: Meaning::Point(point),
        shift: i8::try_from(days).ok()?,
        signal: Some(Signal::Since),
        ..first.0
    })
}

/// The most tokens of an event between a distance and its date.
const EVENT_REACH: usize = 7;

/// *the day after* `his death on March 3`, *three days* `before the ceremony on Oct. 28`: the day at a distance from that of the event.
fn beside_event(line: &Line<'_>, first: (Found, &Range<usize>), second: (Found, &Range<usize>)) -> Option<Found> {
    let meaning = second.0.meaning;
    let Meaning::Point(Point { day: Some(_), month: Some(_), .. }) = meaning else { return None };
    let between = first.1.end..second.1.start;
    if between.len() > EVENT_REACH
        || !line.is(second.1.start.wrapping_sub(1), Keyword::On)
        || between.clone().any(|at| matches!(line.at(at), Lexeme::Mark(_)))
    {
        return None;
    }
    let days = match first.0.meaning {
        Meaning::Step { unit: Unit::Day, steps, from: From::Event } => i8::try_from(steps).ok()?,
        Meaning::Length { count: Count::Exact(count @ 1..=31), unit: Unit::Day, rest: None } => {
            match line.at(first.1.end) {
                Lexeme::Keyword(Keyword::Before) => -(count as i8),
                Lexeme::Keyword(Keyword::After) => count as i8,
                _ => return None,
            }
        }
        _ => return None,
    };
    Some(Found { meaning, shift: days, ..first.0 })
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
