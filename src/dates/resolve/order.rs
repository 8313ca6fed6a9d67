//! Decides from the rest of the article whether `5/6` is the fifth of June or the sixth of May.

use crate::dates::day_count::days_between;
use crate::dates::meaning::{DayOrder, Found, Meaning, Point, Year};
use crate::language::Sets;
use jiff::civil::Date;

/// News mostly mentions dates within this many days of its publication, …
const NEAR: i32 = 7;

/// … so such a reading wins if the other one is further away than this.
const FAR: i32 = 20;

/// The order of the article's other dates, else that of the country in its language tag (`en-GB`). The tag `en-US` is no evidence: many
/// publishing systems use it everywhere.
pub(super) fn of_article<'a>(
    found: impl Iterator<Item = &'a Found>,
    language: Option<&str>,
    sets: &Sets,
) -> Option<DayOrder> {
    let (mut day_first, mut month_first) = (0_usize, 0_usize);
    for found in found {
        match found.meaning {
            Meaning::Point(Point { order: Some(DayOrder::DayFirst), .. }) => day_first += 1,
            Meaning::Point(Point { order: Some(DayOrder::MonthFirst), .. }) => month_first += 1,
            _ => {}
        }
    }
    if day_first != month_first {
        return Some(if day_first > month_first { DayOrder::DayFirst } else { DayOrder::MonthFirst });
    }
    let country = language?.split(['-', '_']).nth(1)?;
    sets.day_first_countries.has_any_case(country).then_some(DayOrder::DayFirst)
}

/// The point in the likelier order, and whether the other order is as likely.
pub(super) fn settle(order: Option<DayOrder>, published: Option<Date>, point: Point) -> (Point, bool) {
    if !point.ambiguous {
        return (point, false);
    }
    let other = Point { month: point.day, day: point.month, ..point };
    match order {
        Some(DayOrder::MonthFirst) => return (point, false),
        Some(DayOrder::DayFirst) => return (other, false),
        None => {}
    }
    match (by_weekday(point), by_weekday(other)) {
        (Some(true), Some(false)) => return (point, false),
        (Some(false), Some(true)) => return (other, false),
        _ => {}
    }
    match (distance(published, point), distance(published, other)) {
        (Some(one), Some(two)) if one <= NEAR && two > FAR => (point, false),
        (Some(one), Some(two)) if two <= NEAR && one > FAR => (other, false),
        _ => (point, true),
    }
}

fn day_in(point: Point, year: i32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, point.month? as i8, point.day? as i8).ok()
}

/// Whether the date falls on the weekday given beside it.
fn by_weekday(point: Point) -> Option<bool> {
    let Year::Known(year) = point.year else { return None };
    let weekday = i32::from(point.weekday?);
    Some(i32::from(day_in(point, year)?.weekday().to_monday_one_offset()) == weekday)
}

/// The distance from the publication in days.
fn distance(published: Option<Date>, point: Point) -> Option<i32> {
    let published = published?;
    let days = |year: i32| Some(days_between(published, day_in(point, year)?).abs());
    match point.year {
        Year::Known(year) => days(year),
        _ => (-1..=1).filter_map(|step| days(i32::from(published.year()) + step)).min(),
    }
}
