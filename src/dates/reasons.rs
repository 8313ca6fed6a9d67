//! What the words of each expression mean and what decided on its value.

use super::find_noted;
use super::meaning::{Clock, Count, Found, From, Meaning, Part, Point, Pointer, Year};
use super::tense::Tense;
use crate::annotations::DateExpression;
use crate::article::Article;
use crate::text::Document;
use jiff::civil::Weekday;
use std::fmt::Debug;

/// Why an expression has its value.
pub(crate) struct DateReason {
    /// What its words and those beside it say.
    pub meaning: String,
    /// The tense around it, and the word that tells it. It counts only where [`DateExpression::decided_by`] is there.
    pub tense: Option<(&'static str, String)>,
}

/// The expressions as [`super::find`] finds them, and why each has its value.
pub(crate) fn find_and_explain(document: &Document, article: &Article) -> (Vec<DateExpression>, Vec<DateReason>) {
    let mut reasons = Vec::new();
    let dates = find_noted(document, article, |occurrence, _| {
        let tense = occurrence.tense().map(|(tense, words)| {
            let name = match tense {
                Tense::Past => "past",
                Tense::Present => "present",
                Tense::Future => "future",
            };
            (name, words.map(|token| occurrence.block.word(token)).collect::<Vec<_>>().join(" "))
        });
        reasons.push(DateReason { meaning: found(occurrence.found), tense });
    });
    (dates, reasons)
}

/// The name of a variant, in lower case.
fn lower(value: impl Debug) -> String {
    format!("{value:?}").to_lowercase()
}

fn found(found: &Found) -> String {
    let mut parts = vec![meaning(found.meaning)];
    parts.extend(found.clock.map(|clock| match clock {
        Clock::At { hour, minute, .. } => format!("at {hour:02}:{:02}", minute.unwrap_or_default()),
        Clock::Part(part) => lower(part),
    }));
    parts.extend(found.signal.map(|signal| format!("behind “{}”", lower(signal))));
    parts.extend(found.points_back.then(|| "points back".to_owned()));
    parts.extend(found.in_dateline.then(|| "in the dateline".to_owned()));
    parts.extend(found.joined_to_weekday.then(|| "joined to the weekday before".to_owned()));
    parts.join(", ")
}

fn meaning(meaning: Meaning) -> String {
    match meaning {
        Meaning::Point(point) => point_in_words(point),
        Meaning::Part(part, of) => {
            [Some(part_in_words(part)), year(of)].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Meaning::Days(days) => format!("{days:+} days from the publication"),
        Meaning::Step { unit, steps, from } => format!("{} {steps:+} from {}", lower(unit), origin(from)),
        Meaning::WeekdayOfWeek { weekday, weeks } => format!("weekday {weekday} of the week {weeks:+}"),
        Meaning::DayOfMonth { day, months, from } => format!("day {day} of the month {months:+} from {}", origin(from)),
        Meaning::NthWeekday { weekday, which, month, .. } => {
            format!("weekday {weekday} number {which} of month {month}")
        }
        Meaning::DayAway { count, unit, days } => format!("{count} {} before day {days:+}", lower(unit)),
        Meaning::Away { count, unit, forward, from } => {
            let side = if forward { "after" } else { "before" };
            format!("{} {} {side} {}", number(count), lower(unit), origin(from))
        }
        Meaning::Decade { start, .. } => format!("the ten years from {start}"),
        Meaning::Century(century) => format!("century {century}"),
        Meaning::Length { count, unit, .. } => format!("a length of {} {}", number(count), lower(unit)),
        Meaning::Repetition(repetition) => format!("a repetition, {}", lower(repetition)),
        Meaning::Reference(reference) => format!("the {}, no point of the calendar", lower(reference)),
        Meaning::SameMonth { years, as_told } => {
            format!("the month {}, {years:+} years", if as_told { "just told" } else { "of the publication" })
        }
        Meaning::Overnight => "the night beside the publication".to_owned(),
        Meaning::OnlyClock => "a time of the day told of".to_owned(),
    }
}

fn point_in_words(point: Point) -> String {
    let weekday = |day: u8| Weekday::from_monday_one_offset(day as i8).map_or(String::new(), |day| format!("{day:?}"));
    let parts = [
        point.any.then(|| "any".to_owned()),
        point.pointer.map(pointer),
        point.weekday.map(weekday),
        point.day.map(|day| format!("day {day}")),
        point.month.map(|month| format!("month {month}")),
        year(point.year),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn part_in_words(part: Part) -> String {
    match part {
        Part::Season { season, .. } => season_in_words(season).to_owned(),
        Part::Quarter(Some(quarter)) => format!("quarter {quarter}"),
        Part::Quarter(None) => "the quarter told of".to_owned(),
        Part::Half(half) => format!("half {half}"),
        other => lower(other),
    }
}

fn season_in_words(season: u8) -> &'static str {
    match season {
        0 => "spring",
        1 => "summer",
        2 => "autumn",
        _ => "winter",
    }
}

fn year(year: Year) -> Option<String> {
    Some(match year {
        Year::Absent => return None,
        Year::Known(year) => format!("year {year}"),
        Year::Short(short) => format!("year ’{short:02}"),
        Year::Step(steps) => format!("year {steps:+} from the publication"),
        Year::TextStep(steps) => format!("year {steps:+} from the one told"),
        Year::Pointer(which) => format!("({})", pointer(which)),
    })
}

fn pointer(pointer: Pointer) -> String {
    match pointer {
        Pointer::Last => "the last",
        Pointer::This => "this",
        Pointer::Next => "the next",
        Pointer::Previous => "the one before what is told",
        Pointer::Following => "the one after what is told",
        Pointer::That => "the one told",
    }
    .to_owned()
}

fn origin(from: From) -> &'static str {
    match from {
        From::Published => "the publication",
        From::Text => "the date told",
        From::Event => "an event",
    }
}

fn number(count: Count) -> String {
    match count {
        Count::Exact(count) => count.to_string(),
        Count::AndHalf(count) => format!("{count}½"),
        Count::Decimal { whole, fraction, digits } => {
            format!("{whole}.{fraction:0width$}", width = usize::from(digits))
        }
        Count::Vague => "some".to_owned(),
    }
}
