//! Dates counted from another: *yesterday*, *last week*, *two years later*.

use super::context::Mention;
use super::{Context, Outcome, Place};
use crate::annotations::DateAnchor;
use crate::dates::calendar::{plus_days, plus_months};
use crate::dates::lexemes::Keyword;
use crate::dates::meaning::{Clock, Count, Found, From, Meaning, PartOfDay, Unit};
use crate::dates::tense::Tense;
use crate::dates::value::{Period, YearPart};
use jiff::civil::Date;

/// What a counted date comes to.
pub(super) fn resolve(context: &Context, found: &Found, place: &Place<'_>) -> Outcome {
    let block = place.line.block.index;
    let told = context.near(context.day, block).is_some();
    let outcome = match found.meaning {
        // *that night*, with no day told: nobody can say of which.
        Meaning::OnlyClock | Meaning::Step { unit: Unit::Day, steps: 0, from: From::Text }
            if !told && points_back(place) =>
        {
            None
        }
        Meaning::Days(days) => context.today().and_then(|(today, anchor)| {
            let day = plus_days(today, days)?;
            Some(Outcome::Period(Period::Day(day), anchor))
        }),
        Meaning::Step { unit, steps, from } => {
            // In a story, *the year* and *next month* are those of the story.
            let from = if context.narrative && steps >= 0 && from == From::Published { From::Text } else { from };
            before_christ(context, unit, steps, from).or_else(|| {
                let (day, anchor) = anchor(context, unit, from, block)?;
                Some(Outcome::Period(unit_from(day, unit, steps)?, anchor))
            })
        }
        Meaning::Away { count, unit, forward, from } => away(context, count, unit, forward, from, place),
        Meaning::Decade { start, century_known } => decade(context, start, century_known),
        Meaning::Century(century) => Some(century_of(century)),
        Meaning::SameDay { years } => same_month(context, years, place),
        Meaning::Overnight => {
            let days = if matches!(place.tense(), Some((Tense::Future, _))) { 0 } else { -1 };
            anchor(context, Unit::Hour, From::Text, block)
                .and_then(|(day, anchor)| Some(Outcome::Period(unit_from(day, Unit::Day, days)?, anchor)))
        }
        Meaning::OnlyClock => anchor(context, Unit::Hour, From::Text, block).and_then(|(day, anchor)| {
            // *Sirens wailed through the night*: the last one, as *overnight*.
            let last_night = found.clock == Some(Clock::Part(PartOfDay::Night))
                && anchor == DateAnchor::Published
                && place.line.is_in(place.tokens.start.wrapping_sub(1), &place.line.sets().prepositions_of_past_night)
                && matches!(place.verb(), Some((Tense::Past, _)));
            Some(Outcome::Period(Period::Day(plus_days(day, if last_night { -1 } else { 0 })?), anchor))
        }),
        _ => None,
    };
    let event = matches!(found.meaning, Meaning::Step { from: From::Event, .. });
    let anchor = if event { DateAnchor::None } else { DateAnchor::Unresolved };
    outcome.unwrap_or_else(|| Outcome::Open(open(found.meaning), anchor))
}

/// Whether it points back to what was told: *that night*, *the same day*.
fn points_back(place: &Place<'_>) -> bool {
    let first = place.tokens.start;
    place.line.is(first, Keyword::That) || place.line.is(first, Keyword::The) && place.line.is(first + 1, Keyword::Same)
}

/// *the same month last year*, *this time last year*: beside a month told in the same sentence it is that month.
fn same_month(context: &Context, years: i32, place: &Place<'_>) -> Option<Outcome> {
    let told = context.month.filter(|mention| {
        mention.block == place.line.block.index
            && mention.sentence == place.sentence.start
            && place.line.is(place.tokens.start + 1, Keyword::Same)
    });
    let (year, month, anchor) = match told {
        Some(mention) => (mention.period.year()?, mention.period.month()?, DateAnchor::Expression(mention.index)),
        None => {
            let published = context.published?;
            (published.year(), published.month(), DateAnchor::Published)
        }
    };
    Some(Outcome::Period(Period::Month(year.checked_add(i16::try_from(years).ok()?)?, month), anchor))
}

/// The value of what cannot be counted.
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
        Meaning::SameDay { .. } => "XXXX-XX",
        _ => "XXXX-XX-XX",
    }
    .to_owned()
}

/// The day to count from: that of the text where it told one fine enough, else that of the publication.
fn anchor(context: &Context, unit: Unit, from: From, block: usize) -> Option<(Date, DateAnchor)> {
    if from == From::Event {
        return None;
    }
    if from == From::Text {
        let mention = match unit {
            // A year written out near by rather than one told from the publication.
            Unit::Year
                if !context.narrative
                    && let Some(mention) = context.near(context.written_year, block) =>
            {
                Some(mention)
            }
            Unit::Year | Unit::Decade | Unit::Century => context.year,
            Unit::Month | Unit::Quarter => context.month,
            _ => context.day,
        };
        // A bare time of day belongs to its own paragraph.
        let near = match unit {
            Unit::Hour if !context.narrative => mention.filter(|mention| mention.block + 1 >= block),
            _ => context.near(mention, block),
        };
        if let Some(Mention { index, period, .. }) = near
            && let Some((first, _)) = period.days()
        {
            return Some((first, DateAnchor::Expression(index)));
        }
    }
    Some((context.published?, DateAnchor::Published))
}

/// The calendar unit so many steps from the one that the day lies in.
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
fn before_christ(context: &Context, unit: Unit, steps: i32, from: From) -> Option<Outcome> {
    let mention = context.year.filter(|_| context.narrative && from == From::Text && unit >= Unit::Year)?;
    let year = i32::from(mention.period.year()?);
    let years = match unit {
        Unit::Year => steps,
        Unit::Decade => steps.checked_mul(10)?,
        _ => return None,
    };
    let year = u16::try_from(-year.checked_add(years)?).ok().filter(|&year| year > 0)?;
    Some(Outcome::Period(Period::BeforeChrist(year, YearPart::Whole), DateAnchor::Expression(mention.index)))
}

/// *two weeks ago*, *a year earlier*, *three days later*.
fn away(context: &Context, count: Count, unit: Unit, forward: bool, from: From, place: &Place<'_>) -> Option<Outcome> {
    let block = place.line.block.index;
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
    // Companies compare quarters: beside one, *a year earlier* is the same quarter of that year.
    if unit == Unit::Year
        && let Some(Mention { index, period: Period::Quarter(year, quarter), .. }) = context.compared_quarter(block)
    {
        let year = i32::from(year).checked_add(steps)?;
        return Some(Outcome::Period(
            Period::Quarter(i16::try_from(year).ok()?, quarter),
            DateAnchor::Expression(index),
        ));
    }
    if let Some(outcome) = before_christ(context, unit, steps, from) {
        return Some(outcome);
    }
    let (day, anchor) = anchor(context, unit, from, block)?;
    // *It closed two years later*, with nothing told before: nobody tells of the time after the publication so.
    let told_of_past = || matches!(place.tense(), Some((Tense::Past, _)));
    if forward && from == From::Text && anchor == DateAnchor::Published && told_of_past() {
        return None;
    }
    if unit < Unit::Day {
        return Some(Outcome::Period(Period::Day(day), anchor));
    }
    Some(Outcome::Period(unit_from(day, unit, steps)?, anchor))
}

/// *the '80s* are of the century that the text was telling of, else of the last one in which they were.
fn decade(context: &Context, start: i32, century_known: bool) -> Option<Outcome> {
    let mut start = start;
    let mut anchor = DateAnchor::None;
    if !century_known
        && context.narrative
        && let Some(mention) = context.year
        && let Some(year) = mention.period.year()
        && year < 1900
    {
        start = i32::from(year) - i32::from(year).rem_euclid(100) + start.rem_euclid(100);
        anchor = DateAnchor::Expression(mention.index);
    }
    Some(Outcome::Period(Period::Decade(i16::try_from(start - start.rem_euclid(10)).ok()?), anchor))
}

fn century_of(century: i32) -> Outcome {
    match i16::try_from(century).ok().filter(|&century| century > 0) {
        Some(century) => Outcome::Period(Period::Century((century - 1).saturating_mul(100)), DateAnchor::None),
        None => Outcome::Open(format!("BC{:02}", century.saturating_abs().saturating_sub(1)), DateAnchor::None),
    }
}
