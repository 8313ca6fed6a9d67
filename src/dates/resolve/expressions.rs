//! The value of an expression, and its effect on later ones.

use super::anchors::Anchors;
use super::outcome::{Outcome, Resolved};
use super::story::ToldDate;
use super::{order, parts, points, steps};
use crate::annotations::{DateAnchor, DateKind};
use crate::dates::day_count::{days_between, plus_days};
use crate::dates::meaning::{Count, Found, From, Meaning, Part, Point, Reference, Unit, Year};
use crate::dates::occurrence::Occurrence;
use crate::dates::value::{self, Period};

/// Resolves the expression at `index` of the list.
pub(in crate::dates) fn resolve(anchors: &mut Anchors, occurrence: &Occurrence<'_>, index: usize) -> Resolved {
    let found = occurrence.found;
    let (mut decided_by, mut ambiguous) = (None, false);
    let beside = anchors.latest.filter(|&(latest, _)| found.beside_date && latest + 1 == index);
    let outcome = match found.meaning {
        _ if let Some((latest, period)) = beside => Outcome::Period(period, DateAnchor::Expression(latest)),
        Meaning::Length { count, unit, rest } => {
            // After *the first nine months*, *a year earlier* no longer refers to a quarter.
            if unit == Unit::Month && matches!(count, Count::Exact(3 | 6 | 9)) {
                anchors.forget_quarter();
            }
            return Resolved::unanchored(DateKind::Duration, value::length(count, unit, rest));
        }
        Meaning::Repetition(repetition) => {
            let value = value::repetition(repetition, found.clock.is_some());
            return Resolved::unanchored(DateKind::Set, timed(value, found));
        }
        Meaning::Reference(reference) => {
            return Resolved::unanchored(DateKind::Date, reference_value(reference).to_owned());
        }
        Meaning::Point(point) => {
            let (point, unsettled) = order::settle(anchors.order, anchors.published, point);
            ambiguous = unsettled;
            points::resolve(anchors, point, occurrence, &mut decided_by)
        }
        Meaning::NthWeekday { weekday, which, month, year } => {
            points::nth_weekday(anchors, (weekday, which), (month, year), occurrence, &mut decided_by)
        }
        Meaning::Part(part, year) => parts::resolve(anchors, part, year, occurrence, &mut decided_by),
        _ => steps::resolve(anchors, occurrence),
    };
    let kind = if found.clock.is_some() { DateKind::Time } else { DateKind::Date };
    let (value, days, anchor) = match outcome {
        Outcome::Period(period, anchor) => {
            let period = match period {
                Period::Day(day) => Period::Day(plus_days(day, found.shift.into()).unwrap_or(day)),
                period => period,
            };
            anchors.latest = Some((index, period));
            if matches!(period, Period::Quarter(..)) {
                anchors.latest_quarter = Some((index, period));
            }
            remember(anchors, occurrence, index, period, anchor);
            let (value, days) = value::stretch(period, found.through);
            (value, days, anchor)
        }
        Outcome::Open(value, anchor) => (value::open_stretch(value, found.through), None, anchor),
    };
    Resolved { kind, value: timed(value, found), days, anchor, decided_by, ambiguous }
}

/// The value with the time of day that the expression names.
fn timed(mut value: String, found: &Found) -> String {
    if let Some(clock) = found.clock {
        value.push_str(&value::clock(clock));
    }
    value
}

/// Records a date if later ones can be relative to it.
fn remember(anchors: &mut Anchors, occurrence: &Occurrence<'_>, index: usize, period: Period, anchor: DateAnchor) {
    let meaning = occurrence.found.meaning;
    // *overnight* and *a year ago* are passing mentions, never anchors.
    let in_passing = match meaning {
        Meaning::Overnight => true,
        // *as they had the day before*
        Meaning::Step { unit: Unit::Day, steps: ..0, from: From::Text } => !anchors.narrative,
        Meaning::Away { unit: Unit::Year, forward: false, .. } => !anchors.narrative,
        _ => false,
    };
    // A quarter that is relative to another (*a year earlier*) is not the topic.
    let of_another_quarter = matches!(
        (meaning, period),
        (
            Meaning::Away { .. } | Meaning::Part(_, Year::Step(..0)) | Meaning::Part(Part::SamePeriod, _),
            Period::Quarter(..)
        )
    );
    // A date relative to the publication does not move a narrative on.
    let of_story = !(anchors.narrative && anchor == DateAnchor::Published);
    if of_story && !in_passing && !of_another_quarter {
        let written =
            matches!(meaning, Meaning::Point(Point { year: Year::Known(_), .. }) | Meaning::Part(_, Year::Known(_)));
        let (block, sentence) = (occurrence.block.index, occurrence.sentence.start);
        let full = matches!(period, Period::Day(_));
        let setting =
            full || sentence == 0 || occurrence.tokens.start - sentence <= SETTING || sentence_is_heading(occurrence);
        let told_date = ToldDate { index, block, sentence, period };
        let of_past = |published: jiff::civil::Date| period.year().is_some_and(|year| year < published.year());
        if written && anchors.published.is_some_and(of_past) {
            anchors.story = Some(told_date);
        } else if !matches!(anchor, DateAnchor::Expression(_)) {
            anchors.story = None;
        }
        if matches!(period, Period::Quarter(..)) {
            let bare = matches!(meaning, Meaning::Part(Part::Quarter(_) | Part::LatestQuarter, Year::Absent));
            anchors.bare_quarter = bare.then_some(told_date);
        }
        anchors.remember(told_date, occurrence.found.modifier, written, setting);
    }
    if let (Period::Day(day), Some(published)) = (period, anchors.published)
        && occurrence.found.in_dateline
        && (0..=DATELINE_AGE).contains(&days_between(day, published))
    {
        anchors.dateline = Some((day, DateAnchor::Expression(index)));
    }
}

/// The most tokens before a date that sets the scene of its sentence: *In the spring of* `1942`.
const SETTING: usize = 4;

/// Whether the block is a heading: short, and with no full stop.
fn sentence_is_heading(occurrence: &Occurrence<'_>) -> bool {
    let block = occurrence.block;
    block.tokens.len() < 12 && block.tokens.last().is_some_and(|last| &block.text[last.range()] != ".")
}

/// The most days between a dateline and the publication.
const DATELINE_AGE: i32 = 7;

fn reference_value(reference: Reference) -> &'static str {
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}
