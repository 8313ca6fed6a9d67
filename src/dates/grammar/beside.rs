//! Expressions that take their day from the one beside them: *“I will be there tomorrow,” he said on Wednesday*, *on May 3, the day
//! before the vote*, *at 6:40 a.m. (0540 GMT) Monday*.

use super::signals::sentence_of;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Clock, Count, Found, From, Meaning, Part, Point, Signal, Unit, Year};
use std::ops::Range;

/// Gives an expression the day of the one beside it, where that is the day meant.
pub(super) fn share(line: &Line<'_>, found: &mut [(Found, Range<usize>)]) {
    for index in 1..found.len() {
        let Some(((first, before), (second, after))) = found.get(index - 1).zip(found.get(index)) else { continue };
        let told = index
            .checked_sub(2)
            .and_then(|at| found.get(at))
            .is_some_and(|(_, told)| sentence_of(line, told.start) == sentence_of(line, before.start));
        let shared = day_of_clock(line, (*first, before), (*second, after))
            .or_else(|| day_of_speech(line, (*first, before), (*second, after)))
            .or_else(|| beside_event(line, (*first, before), (*second, after)))
            .or_else(|| before_later_day(line, told, (*first, before), (*second, after)));
        let quarter = quarter_of_year_ago(line, (*first, before), (*second, after));
        let beside = is_in_apposition(line, (*first, before), (*second, after));
        if let (Some(shared), Some((first, _))) = (shared, found.get_mut(index - 1)) {
            *first = shared;
        }
        if let Some(meaning) = quarter {
            found.iter_mut().skip(index - 1).take(2).for_each(|(found, _)| found.meaning = meaning);
        }
        if let (true, Some((second, _))) = (beside, found.get_mut(index)) {
            second.beside_date = true;
        }
    }
    for index in (1..found.len()).rev() {
        let Some(((first, before), (second, after))) = found.get(index - 1).zip(found.get(index)) else { continue };
        let shared = clock_before_day(line, (*first, before), (*second, after));
        if let (Some(shared), Some((first, _))) = (shared, found.get_mut(index - 1)) {
            *first = shared;
        }
    }
}

/// *In the year-ago quarter,* `the second quarter`: both are that quarter of the year before.
fn quarter_of_year_ago(
    line: &Line<'_>,
    first: (Found, &Range<usize>),
    second: (Found, &Range<usize>),
) -> Option<Meaning> {
    let Meaning::Part(Part::Quarter(None), year @ Year::Step(..0)) = first.0.meaning else { return None };
    let Meaning::Part(part @ Part::Quarter(Some(_)), Year::Absent) = second.0.meaning else { return None };
    let beside = line.is_mark(first.1.end, Mark::Comma) && second.1.start == first.1.end + 1;
    beside.then_some(Meaning::Part(part, year))
}

/// The most marks between two expressions that stand beside each other: `--`.
const MARKS_BETWEEN: usize = 2;

/// *on May 3,* `the day before` *the vote*: the date beside it once more.
fn is_in_apposition(line: &Line<'_>, first: (Found, &Range<usize>), second: (Found, &Range<usize>)) -> bool {
    let between = first.1.end..second.1.start;
    matches!(first.0.meaning, Meaning::Point(Point { any: false, .. }))
        && matches!(second.0.meaning, Meaning::Step { unit: Unit::Day, from: From::Event, .. })
        && !between.is_empty()
        && between.len() <= MARKS_BETWEEN
        && between.clone().all(|at| line.is_mark(at, Mark::Comma) || line.is_dash(at))
}

/// The most tokens between a time and its day: a bracket and a preposition.
const CLOCK_REACH: usize = 2;

/// *about 6:40 a.m.* `(0540 GMT)` *Monday*: the day of a time follows it.
fn clock_before_day(line: &Line<'_>, first: (Found, &Range<usize>), second: (Found, &Range<usize>)) -> Option<Found> {
    if first.0.meaning != Meaning::OnlyClock || !matches!(first.0.clock, Some(Clock::At { .. })) {
        return None;
    }
    let Meaning::Point(Point { any: false, .. }) = second.0.meaning else { return None };
    let between = first.1.end..second.1.start;
    let is_day =
        matches!(second.0.meaning, Meaning::Point(Point { weekday: Some(_), .. } | Point { day: Some(_), .. }));
    let brackets = between.clone().any(|at| line.is_mark(at, Mark::Open) || line.is_mark(at, Mark::Close));
    let near = between.len() <= CLOCK_REACH
        && brackets
        && between
            .clone()
            .all(|at| line.is(at, Keyword::On) || line.is_mark(at, Mark::Open) || line.is_mark(at, Mark::Close));
    (is_day && near).then_some(Found { meaning: second.0.meaning, ..first.0 })
}

/// The most tokens between *three days earlier* and the day that it is counted from.
const EARLIER_REACH: usize = 8;

/// *a guard sacked* `three days earlier` *came back on Monday*: counted from the day that follows.
fn before_later_day(
    line: &Line<'_>,
    told: bool,
    first: (Found, &Range<usize>),
    second: (Found, &Range<usize>),
) -> Option<Found> {
    let Meaning::Away { count: Count::Exact(count), unit, forward: false, from: From::Text } = first.0.meaning else {
        return None;
    };
    let day = matches!(
        second.0.meaning,
        Meaning::Point(Point { weekday: Some(_), any: false, .. } | Point { day: Some(_), any: false, .. })
    );
    let between = first.1.end..second.1.start;
    let near = (1..=EARLIER_REACH).contains(&between.len())
        && between.clone().all(|at| !matches!(line.at(at), Lexeme::Mark(_)))
        && sentence_of(line, first.1.start) == sentence_of(line, second.1.start);
    let days = match unit {
        Unit::Day => count,
        Unit::Week => count.checked_mul(7)?,
        _ => return None,
    };
    (day && near && !told).then_some(Found {
        meaning: second.0.meaning,
        shift: i8::try_from(days).ok()?.checked_neg()?,
        ..first.0
    })
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
