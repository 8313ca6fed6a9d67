//! Dates relative to another date: *yesterday*, *last week*, *two years later*.

use super::anchors::Anchors;
use super::outcome::Outcome;
use super::story::ToldDate;
use crate::annotations::DateAnchor;
use crate::dates::day_count::{plus_days, plus_months};
use crate::dates::meaning::{Clock, Count, From, Meaning, PartOfDay, Signal, Unit};
use crate::dates::occurrence::Occurrence;
use crate::dates::tense::Tense;
use crate::dates::value::{Period, YearPart, day_of_week};
use crate::text::TokenKind;
use jiff::civil::Date;

/// Resolves a relative date.
pub(super) fn resolve(anchors: &Anchors, occurrence: &Occurrence<'_>) -> Outcome {
    let (found, block) = (occurrence.found, occurrence.block.index);
    let told = anchors.near(anchors.day, block).is_some();
    let outcome = match found.meaning {
        // *that night*, without a day mentioned before: unknown.
        Meaning::OnlyClock | Meaning::Step { unit: Unit::Day, steps: 0, from: From::Text }
            if !told && found.points_back =>
        {
            None
        }
        // *In 1944 they landed at dawn.*
        Meaning::OnlyClock if !told && is_of_past_year(anchors, occurrence) => None,
        Meaning::Days(0) if let Some(day) = day_of_speech(anchors, occurrence) => Some(day),
        Meaning::Days(days) => anchors.today().and_then(|(today, anchor)| {
            let day = plus_days(today, days)?;
            Some(Outcome::Period(Period::Day(day), anchor))
        }),
        Meaning::Step { unit: Unit::Year, steps: -1, from: From::Published }
            if let Some(quarter) = quarter_of_last_year(anchors, occurrence) =>
        {
            Some(quarter)
        }
        Meaning::Step { unit, steps, from } => {
            // In a narrative, *the year* and *next month* are relative to the narrative.
            let from = if anchors.narrative && steps >= 0 && from == From::Published { From::Text } else { from };
            let from = if steps == 0 && is_of_sentence(anchors, unit, occurrence) { From::Text } else { from };
            before_christ(anchors, unit, steps, from).or_else(|| {
                let (day, anchor) = anchor(anchors, unit, from, block)?;
                Some(Outcome::Period(unit_from(day, unit, steps)?, anchor))
            })
        }
        Meaning::WeekdayOfWeek { weekday, weeks } => anchors.today().and_then(|(today, anchor)| {
            let week = plus_days(today, weeks.checked_mul(7)?)?.iso_week_date();
            Some(Outcome::Period(Period::Day(day_of_week(week, weekday as i8)?), anchor))
        }),
        Meaning::DayOfMonth { day, months, from } => {
            anchor(anchors, Unit::Month, from, block).and_then(|(told, anchor)| {
                let month = plus_months(told, months)?;
                let day = Date::new(month.year(), month.month(), day as i8).ok()?;
                Some(Outcome::Period(Period::Day(day), anchor))
            })
        }
        Meaning::DayAway { count, unit, days } => anchors.today().and_then(|(today, anchor)| {
            let (day, count) = (plus_days(today, days)?, i32::try_from(count).ok()?);
            let day = match unit {
                Unit::Week => plus_days(day, count.checked_mul(-7)?)?,
                Unit::Month => same_day(day, count.checked_mul(-1)?)?,
                Unit::Year => same_day(day, count.checked_mul(-12)?)?,
                Unit::Decade => same_day(day, count.checked_mul(-120)?)?,
                _ => return None,
            };
            Some(Outcome::Period(Period::Day(day), anchor))
        }),
        Meaning::Away { count, unit, forward, from } => away(anchors, count, unit, forward, from, occurrence),
        Meaning::Decade { start, century_known } => decade(anchors, start, century_known),
        Meaning::Century(century) => Some(century_of(century)),
        Meaning::SameMonth { years, as_told } => same_month(anchors, years, as_told, occurrence),
        Meaning::Overnight => {
            let days = if matches!(occurrence.tense(), Some((Tense::Future, _))) { 0 } else { -1 };
            day_of_hour(anchors, occurrence)
                .and_then(|(day, anchor)| Some(Outcome::Period(unit_from(day, Unit::Day, days)?, anchor)))
        }
        Meaning::OnlyClock => day_of_hour(anchors, occurrence).and_then(|(day, anchor)| {
            // *Sirens wailed through the night*: last night, like *overnight*.
            let last_night = found.clock == Some(Clock::Part(PartOfDay::Night))
                && anchor == DateAnchor::Published
                && matches!(found.signal, Some(Signal::Through | Signal::During | Signal::In))
                && matches!(occurrence.verb(), Some((Tense::Past, _)));
            Some(Outcome::Period(Period::Day(plus_days(day, if last_night { -1 } else { 0 })?), anchor))
        }),
        _ => None,
    };
    let event = matches!(found.meaning, Meaning::Step { from: From::Event, .. });
    let anchor = if event { DateAnchor::None } else { DateAnchor::Unresolved };
    outcome.unwrap_or_else(|| Outcome::Open(open(found.meaning), anchor))
}

/// The most tokens between a comparison and *last year*: *compared with a loss of $3 million last year*.
const COMPARISON_REACH: usize = 8;

/// The most tokens between *last year's* and its figure: *from last year's $1.5 billion*.
const FIGURE_REACH: usize = 4;

/// *In the latest quarter it lost $23 million, compared with $33 million* `last year`: the same quarter of that year.
fn quarter_of_last_year(anchors: &Anchors, occurrence: &Occurrence<'_>) -> Option<Outcome> {
    let told = anchors
        .bare_quarter
        .filter(|told| told.block == occurrence.block.index && told.sentence == occurrence.sentence.start)?;
    let Period::Quarter(year, quarter) = told.period else { return None };
    let (block, sets) = (occurrence.block, &occurrence.block.language.sets);
    let (start, end) = (occurrence.tokens.start, occurrence.tokens.end);
    let first = occurrence.sentence.start.max(start.saturating_sub(COMPARISON_REACH));
    let than = (first..start)
        .rev()
        .take_while(|&at| !sets.subject_pronouns.has(block.word(at)))
        .find(|&at| sets.prepositions_of_comparison.has(block.word(at)))?;
    // *recovered from a fire last year*: nothing is compared where there is no figure.
    let is_figure = |at: usize| block.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let possessive = block.tokens.get(end).is_some_and(|next| next.kind == TokenKind::Possessive);
    let compared = match than + 1 == start {
        true => !possessive || (end + 1..end + FIGURE_REACH).any(is_figure),
        false => (than..start).any(is_figure),
    };
    let same = Period::Quarter(year.checked_sub(1)?, quarter);
    compared.then_some(Outcome::Period(same, DateAnchor::Expression(told.index)))
}

/// Whether its sentence has named an earlier year, in an article that is no narrative.
fn is_of_past_year(anchors: &Anchors, occurrence: &Occurrence<'_>) -> bool {
    let earlier = anchors.written_year.is_some_and(|told| {
        told.block == occurrence.block.index
            && told.sentence == occurrence.sentence.start
            && told.period.year() < anchors.published.map(|published| published.year())
    });
    // *Back in the 1980s we would play till dawn.*
    let decade = anchors.year.is_some_and(|told| {
        let over = told.period.days().zip(anchors.published).is_some_and(|((_, last), published)| last < published);
        matches!(told.period, Period::Decade(_))
            && told.block == occurrence.block.index
            && told.sentence == occurrence.sentence.start
            && over
    });
    (earlier || decade) && !anchors.narrative
}

/// *“Nothing changed tonight,”* in an article that tells of the evening before: the day of the speech.
fn day_of_speech(anchors: &Anchors, occurrence: &Occurrence<'_>) -> Option<Outcome> {
    if !occurrence.found.in_speech {
        return None;
    }
    // *In 1998 he told her: “Today you will learn to fly.”*
    if is_of_past_year(anchors, occurrence) {
        return Some(Outcome::Open("XXXX-XX-XX".to_owned(), DateAnchor::Unresolved));
    }
    let told = anchors.near(anchors.day, occurrence.block.index)?;
    let Period::Day(day) = told.period else { return None };
    let yesterday = plus_days(anchors.published?, -1)? == day;
    let coming = matches!(occurrence.tense(), Some((Tense::Future, _)));
    (yesterday && !coming).then_some(Outcome::Period(Period::Day(day), DateAnchor::Expression(told.index)))
}

/// The same day of another month, or the last one of a shorter month.
fn same_day(day: Date, months: i32) -> Option<Date> {
    let month = plus_months(day, months)?;
    Some(Date::new(month.year(), month.month(), day.day()).unwrap_or_else(|_| month.last_of_month()))
}

/// Whether *the month* is the one that the sentence has named, and *the decade* that of the year in the paragraph: *asked in February to
/// leave by the end of the month*.
fn is_of_sentence(anchors: &Anchors, unit: Unit, occurrence: &Occurrence<'_>) -> bool {
    let article =
        occurrence.block.language.sets.definite.has(occurrence.block.word(occurrence.tokens.end.wrapping_sub(2)));
    let told = match unit {
        Unit::Month => anchors.month.filter(|told| told.sentence == occurrence.sentence.start),
        Unit::Decade | Unit::Century => anchors.written_year,
        _ => None,
    };
    article
        && told.is_some_and(|told| {
            told.block == occurrence.block.index || unit != Unit::Month && told.block + 1 == occurrence.block.index
        })
}

/// *the same month last year*, *this time last year*: if the sentence mentions a month, it is that month.
fn same_month(anchors: &Anchors, years: i32, as_told: bool, occurrence: &Occurrence<'_>) -> Option<Outcome> {
    let told = anchors.month.filter(|told_date| {
        as_told && told_date.block == occurrence.block.index && told_date.sentence == occurrence.sentence.start
    });
    let (year, month, anchor) = match told {
        Some(told_date) => {
            (told_date.period.year()?, told_date.period.month()?, DateAnchor::Expression(told_date.index))
        }
        None => {
            let published = anchors.published?;
            (published.year(), published.month(), DateAnchor::Published)
        }
    };
    Some(Outcome::Period(Period::Month(year.checked_add(i16::try_from(years).ok()?)?, month), anchor))
}

/// The value of a date whose anchor is unknown.
fn open(meaning: Meaning) -> String {
    match meaning {
        Meaning::Step { unit, .. } | Meaning::Away { unit, .. } => match unit {
            Unit::Week | Unit::Fortnight => "XXXX-WXX",
            Unit::Weekend => "XXXX-WXX-WE",
            Unit::Month => "XXXX-XX",
            Unit::Quarter => "XXXX-QX",
            Unit::Year => "XXXX",
            Unit::Decade => "XXX",
            Unit::Century => "XX",
            _ => "XXXX-XX-XX",
        },
        Meaning::SameMonth { .. } => "XXXX-XX",
        _ => "XXXX-XX-XX",
    }
    .to_owned()
}

/// The anchor: the date mentioned last if it is precise enough, else the publication date.
fn anchor(anchors: &Anchors, unit: Unit, from: From, block: usize) -> Option<(Date, DateAnchor)> {
    if from == From::Event {
        return None;
    }
    if from == From::Text {
        let told_date = match unit {
            // Prefers a nearby year that is written out to one that is relative to the publication.
            Unit::Year
                if !anchors.narrative
                    && let Some(told_date) = anchors.near(anchors.written_year, block) =>
            {
                Some(told_date)
            }
            Unit::Year if anchors.narrative => anchors.latest_year,
            Unit::Year | Unit::Decade | Unit::Century => anchors.year,
            Unit::Month | Unit::Quarter => anchors.month,
            _ => anchors.day,
        };
        if let Some(first) = anchors.near(told_date, block).and_then(first_day) {
            return Some(first);
        }
    }
    Some((anchors.published?, DateAnchor::Published))
}

/// The first day of a date that the text tells of.
fn first_day(told: ToldDate) -> Option<(Date, DateAnchor)> {
    let (first, _) = told.period.days()?;
    Some((first, DateAnchor::Expression(told.index)))
}

/// How many paragraphs back the day of a clock time can stand: *She flew in on Tuesday. … She landed at 8 p.m.*
const HOURS_NEAR: usize = 3;

/// The day of a time without one. A part of the day, as *dawn*, is sooner the reporter's own: it refers only to its own paragraph and the
/// one before.
fn day_of_hour(anchors: &Anchors, occurrence: &Occurrence<'_>) -> Option<(Date, DateAnchor)> {
    let block = occurrence.block.index;
    let reach = if matches!(occurrence.found.clock, Some(Clock::Part(_))) { 1 } else { HOURS_NEAR };
    let near = match anchors.day {
        told if anchors.narrative => anchors.near(told, block),
        told => told.filter(|told| told.block + reach >= block),
    };
    near.and_then(first_day).or_else(|| Some((anchors.published?, DateAnchor::Published)))
}

/// The calendar unit this many steps from the one that contains the day.
fn unit_from(day: Date, unit: Unit, steps: i32) -> Option<Period> {
    let years =
        |years: i32| day.year().checked_add(i16::try_from(years).ok()?).filter(|year| (1..=9999).contains(year));
    match unit {
        Unit::Day | Unit::Night => Some(Period::Day(plus_days(day, steps)?)),
        Unit::Week => Some(Period::Week(plus_days(day, steps.checked_mul(7)?)?.iso_week_date())),
        Unit::Fortnight => unit_from(day, Unit::Week, steps.checked_mul(2)?),
        Unit::Weekend => Some(Period::Weekend(plus_days(day, steps.checked_mul(7)?)?.iso_week_date())),
        Unit::Month => {
            let month = plus_months(day, steps)?;
            (month.year() > 0).then(|| Period::Month(month.year(), month.month()))
        }
        Unit::Quarter => {
            let month = plus_months(day, steps.checked_mul(3)?)?;
            Some(Period::Quarter(month.year(), (month.month() as u8 - 1) / 3 + 1))
        }
        Unit::Year => years(steps).map(Period::Year),
        Unit::Decade => years(steps.checked_mul(10)?).map(|year| Period::Decade(year - year.rem_euclid(10))),
        Unit::Century => years(steps.checked_mul(100)?).map(|year| Period::Century(year - year.rem_euclid(100))),
        _ => None,
    }
}

/// Years counted from one before Christ.
fn before_christ(anchors: &Anchors, unit: Unit, steps: i32, from: From) -> Option<Outcome> {
    let told_date = anchors.year.filter(|_| anchors.narrative && from == From::Text && unit >= Unit::Year)?;
    let year = i32::from(told_date.period.year()?);
    let years = match unit {
        Unit::Year => steps,
        Unit::Decade => steps.checked_mul(10)?,
        _ => return None,
    };
    let year = u16::try_from(-year.checked_add(years)?).ok().filter(|&year| year > 0)?;
    Some(Outcome::Period(Period::BeforeChrist(year, YearPart::Whole), DateAnchor::Expression(told_date.index)))
}

/// *two weeks ago*, *a year earlier*, *three days later*.
fn away(
    anchors: &Anchors,
    count: Count,
    unit: Unit,
    forward: bool,
    from: From,
    occurrence: &Occurrence<'_>,
) -> Option<Outcome> {
    let block = occurrence.block.index;
    let count = match count {
        Count::Exact(count) | Count::AndHalf(count) | Count::Decimal { whole: count, .. } => {
            i32::try_from(count).ok()?
        }
        Count::Vague => {
            let value = if forward { "FUTURE_REF" } else { "PAST_REF" };
            return Some(Outcome::Open(value.to_owned(), DateAnchor::None));
        }
    };
    let steps = if forward { count } else { -count };
    // Companies compare quarters: next to one, *a year earlier* is the same quarter of the year before.
    if unit == Unit::Year
        && let Some(ToldDate { index, period: Period::Quarter(year, quarter), .. }) = anchors.compared_quarter(block)
    {
        let year = i32::from(year).checked_add(steps)?;
        return Some(Outcome::Period(
            Period::Quarter(i16::try_from(year).ok()?, quarter),
            DateAnchor::Expression(index),
        ));
    }
    if let Some(outcome) = before_christ(anchors, unit, steps, from) {
        return Some(outcome);
    }
    let (day, anchor) = anchor(anchors, unit, from, block)?;
    // *It closed two years later*, without a date mentioned before: unknown, because no one would describe the time after the
    // publication like this.
    let told_of_past = || matches!(occurrence.tense(), Some((Tense::Past, _)));
    if forward && from == From::Text && anchor == DateAnchor::Published && told_of_past() {
        return None;
    }
    if unit < Unit::Day {
        return Some(Outcome::Period(Period::Day(day), anchor));
    }
    // *two weeks later*, next to a day, is a day.
    let of_day = anchors.day.is_some_and(|told| anchor == DateAnchor::Expression(told.index));
    if unit == Unit::Week && of_day {
        return Some(Outcome::Period(Period::Day(plus_days(day, steps.checked_mul(7)?)?), anchor));
    }
    // *a century ago* is a year.
    if unit == Unit::Century {
        return Some(Outcome::Period(unit_from(day, Unit::Year, steps.checked_mul(100)?)?, anchor));
    }
    Some(Outcome::Period(unit_from(day, unit, steps)?, anchor))
}

/// *the '80s* are those of the century mentioned last, else the most recent ones.
fn decade(anchors: &Anchors, start: i32, century_known: bool) -> Option<Outcome> {
    let mut start = start;
    let mut anchor = DateAnchor::None;
    if !century_known
        && anchors.narrative
        && let Some(told_date) = anchors.year
        && let Some(year) = told_date.period.year()
        && year < 1900
    {
        start = i32::from(year) - i32::from(year).rem_euclid(100) + start.rem_euclid(100);
        anchor = DateAnchor::Expression(told_date.index);
    }
    Some(Outcome::Period(Period::Decade(i16::try_from(start - start.rem_euclid(10)).ok()?), anchor))
}

fn century_of(century: i32) -> Outcome {
    match i16::try_from(century).ok().filter(|&century| century > 0) {
        Some(century) => Outcome::Period(Period::Century((century - 1).saturating_mul(100)), DateAnchor::None),
        None => Outcome::Open(format!("BC{:02}", century.saturating_abs().saturating_sub(1)), DateAnchor::None),
    }
}
