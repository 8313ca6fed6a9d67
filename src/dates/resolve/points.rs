//! Resolves days, months and years with missing parts that the reader infers.

use super::anchors::Anchors;
use super::outcome::Outcome;
use crate::annotations::DateAnchor;
use crate::dates::day_count::{days_between, plus_days, plus_months};
use crate::dates::meaning::{Point, Pointer, Signal, Year};
use crate::dates::occurrence::Occurrence;
use crate::dates::tense::Tense;
use crate::dates::value::{Period, YearPart};
use jiff::civil::{Date, Weekday};
use std::ops::Range;

/// Resolves a point in time.
pub(super) fn resolve(
    anchors: &Anchors,
    point: Point,
    occurrence: &Occurrence<'_>,
    decided_by: &mut Option<Range<usize>>,
) -> Outcome {
    if let Some((year, anchor)) = known_year(anchors, point.year, occurrence) {
        return with_year(point, year, anchor);
    }
    let unresolved = || Outcome::Open(open(point), DateAnchor::Unresolved);
    match (point.month, point.weekday) {
        (Some(_), _) => {
            // *usually in April*: that of any year.
            if point.any {
                return Outcome::Open(open(point), DateAnchor::None);
            }
            if let Some(told_date) = told_year(anchors, point, occurrence) {
                return with_year(point, told_date.0, DateAnchor::Expression(told_date.1));
            }
            // *from 8 September to 16 September*
            if occurrence.found.goes_on
                && let Some(told) = anchors.month.filter(|told| told.sentence == occurrence.sentence.start)
                && let Some(year) = told.period.year()
            {
                return with_year(point, i32::from(year), DateAnchor::Expression(told.index));
            }
            let Some(published) = anchors.published else { return unresolved() };
            let year = month_year(point, published, occurrence, decided_by);
            with_year(point, year, DateAnchor::Published)
        }
        (None, None) if point.day.is_some() => {
            // *the 18th*: of the current month of the text.
            let told = anchors.near(anchors.month, occurrence.block.index).and_then(|told_date| {
                Some((
                    i32::from(told_date.period.year()?),
                    told_date.period.month()?,
                    DateAnchor::Expression(told_date.index),
                ))
            });
            let published = anchors.published.map(|date| {
                // *due by the 1st*: of the next month, if that day of this one is over.
                let over = point.day.is_some_and(|day| (day as i8) < date.day());
                let coming = over && matches!(occurrence.found.signal, Some(Signal::By | Signal::Until));
                let month = if coming { plus_months(date, 1).unwrap_or(date) } else { date };
                (i32::from(month.year()), month.month(), DateAnchor::Published)
            });
            match told.or(published) {
                Some((year, month, anchor)) => with_year(Point { month: Some(month as u8), ..point }, year, anchor),
                None => unresolved(),
            }
        }
        (None, Some(weekday)) => {
            weekday_near(anchors, point, weekday, occurrence, decided_by).unwrap_or_else(unresolved)
        }
        _ => unresolved(),
    }
}

/// *the first Thursday in May*: the weekday by its number (0 is the last one) in a month.
pub(super) fn nth_weekday(
    anchors: &Anchors,
    (weekday, which): (u8, u8),
    (month, year): (u8, Year),
    occurrence: &Occurrence<'_>,
    decided_by: &mut Option<Range<usize>>,
) -> Outcome {
    let point = Point { month: Some(month), year, ..Point::default() };
    let outcome = resolve(anchors, point, occurrence, decided_by);
    let Outcome::Period(Period::Month(year, month), anchor) = outcome else { return outcome };
    let which = if which == 0 { -1 } else { which as i8 };
    let day = Weekday::from_monday_one_offset(weekday as i8)
        .and_then(|weekday| Date::new(year, month, 1)?.nth_weekday_of_month(which, weekday));
    match day {
        Ok(day) => Outcome::Period(Period::Day(day), anchor),
        Err(_) => Outcome::Period(Period::Month(year, month), anchor),
    }
}

/// The year, if the words give it, be it relative to another.
pub(super) fn known_year(anchors: &Anchors, year: Year, occurrence: &Occurrence<'_>) -> Option<(i32, DateAnchor)> {
    let published =
        |steps: i32| Some((i32::from(anchors.published?.year()).checked_add(steps)?, DateAnchor::Published));
    match year {
        Year::Known(year) => Some((year, DateAnchor::None)),
        Year::Short(short) => {
            let short = i32::from(short);
            let this = anchors.published.map_or(2030, |date| i32::from(date.year()));
            let century = this - this.rem_euclid(100);
            Some((if century + short <= this + 5 { century + short } else { century - 100 + short }, DateAnchor::None))
        }
        Year::Step(steps) => published(steps),
        Year::TextStep(steps) => match anchors.near(anchors.latest_year.or(anchors.year), occurrence.block.index) {
            Some(told_date) => {
                let year = i32::from(told_date.period.year()?);
                Some((year.checked_add(steps)?, DateAnchor::Expression(told_date.index)))
            }
            None => published(steps),
        },
        Year::Pointer(Pointer::This) => published(0),
        Year::Pointer(Pointer::Last) => published(-1),
        Year::Pointer(Pointer::Next) => published(1),
        Year::Absent | Year::Pointer(_) => None,
    }
}

/// The point with its year. If the month has no such day, the result is the month.
fn with_year(point: Point, year: i32, anchor: DateAnchor) -> Outcome {
    if year <= 0 {
        return match u16::try_from(-year) {
            Ok(year) => {
                let part = point.month.map_or(YearPart::Whole, YearPart::Month);
                Outcome::Period(Period::BeforeChrist(year, part), anchor)
            }
            Err(_) => Outcome::Open("BCXXXX".to_owned(), anchor),
        };
    }
    let Ok(year) = i16::try_from(year) else { return Outcome::Open("XXXX".to_owned(), anchor) };
    let Some(month) = point.month.map(|month| month as i8) else { return Outcome::Period(Period::Year(year), anchor) };
    match point.day.map(|day| Date::new(year, month, day as i8)) {
        Some(Ok(day)) => Outcome::Period(Period::Day(day), anchor),
        _ => Outcome::Period(Period::Month(year, month), anchor),
    }
}

/// The value with its missing parts unknown.
fn open(point: Point) -> String {
    match (point.month, point.day, point.weekday) {
        (Some(month), Some(day), _) => format!("XXXX-{month:02}-{day:02}"),
        (Some(month), None, _) => format!("XXXX-{month:02}"),
        (None, Some(day), _) => format!("XXXX-XX-{day:02}"),
        (None, None, Some(weekday)) => format!("XXXX-WXX-{weekday}"),
        _ => "XXXX".to_owned(),
    }
}

/// The year mentioned last, and the index of its expression: always in a narrative; in news only if the same paragraph wrote out a year
/// other than that of the publication.
fn told_year(anchors: &Anchors, point: Point, occurrence: &Occurrence<'_>) -> Option<(i32, usize)> {
    let block = occurrence.block.index;
    let text_pointer = matches!(point.pointer, Some(Pointer::Previous | Pointer::Following | Pointer::That));
    if anchors.narrative {
        if let Some(month) = point.month
            && let Some((year, index)) = anchors.year_in_story(month, point.day, block)
        {
            return Some((i32::from(year), index));
        }
        let told_date = anchors.year?;
        return Some((i32::from(told_date.period.year()?), told_date.index));
    }
    if point.pointer.is_some() && !text_pointer {
        return None;
    }
    let told_date = anchors
        .written_year
        .filter(|told_date| told_date.block == block && told_date.sentence == occurrence.sentence.start)
        .or_else(|| {
            // *The tunnel caved in in May 2021. On June 30, an inquest opened.*
            let past = point.day.is_some() && matches!(occurrence.tense(), Some((Tense::Past, _)));
            anchors.story.filter(|story| past && story.block + 1 >= block && story.period.month().is_some())
        })?;
    let year = i32::from(told_date.period.year()?);
    // A date near the publication is in its year, whatever else the sentence mentions.
    if let (Some(published), Some(month)) = (anchors.published, point.month) {
        let away = (i32::from(published.month()) - i32::from(month)).rem_euclid(12);
        if i32::from(published.year()) - 1 <= year || away <= 3 || away >= 10 {
            return None;
        }
    }
    Some((year, told_date.index))
}

/// The year of a month, or of a day of a month, according to the tense.
fn month_year(
    point: Point,
    published: Date,
    occurrence: &Occurrence<'_>,
    decided_by: &mut Option<Range<usize>>,
) -> i32 {
    let year = i32::from(published.year());
    let this_month = i32::from(published.month());
    let month = point.month.map_or(this_month, i32::from);
    match point.pointer {
        // *this coming Sunday, March 8*: the pointer belongs to the weekday.
        _ if point.weekday.is_some() => {}
        Some(Pointer::Last) => return if month < this_month - 1 { year } else { year - 1 },
        Some(Pointer::Next) => return if month > this_month { year } else { year + 1 },
        Some(Pointer::This) => return year,
        _ => {}
    }
    let tense = occurrence.tense();
    *decided_by = tense.as_ref().map(|(_, words)| words.clone());
    let tense = tense.map(|(tense, _)| tense);
    // *the year ended Jan. 31* is over, however long ago that is.
    if occurrence.found.signal == Some(Signal::Ended) {
        let today = (this_month, i32::from(published.day()));
        return if (month, point.day.map_or(1, i32::from)) <= today { year } else { year - 1 };
    }
    if let Some(day) = point.day {
        // Days are nearer than months: take the nearest one, unless the tense is clearly against it.
        let at = |year: i32| {
            let date = Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()?;
            Some(days_between(published, date))
        };
        let nearest = [year - 1, year, year + 1]
            .into_iter()
            .filter_map(|year| Some((year, at(year)?)))
            .min_by_key(|&(_, days)| days.abs());
        let Some((nearest, days)) = nearest else { return year };
        return match tense {
            Some(Tense::Past) if days > 45 && !occurrence.is_of_past_plan() => nearest - 1,
            Some(Tense::Future) if days < -90 => nearest + 1,
            _ => nearest,
        };
    }
    match tense {
        Some(Tense::Future) => {
            if month >= this_month {
                year
            } else {
                year + 1
            }
        }
        Some(Tense::Past) => {
            // *opened the first day of November trading*: next month is near.
            let governed = matches!(occurrence.found.signal, Some(Signal::In | Signal::Since | Signal::Last));
            if month <= this_month || !governed && month == this_month + 1 { year } else { year - 1 }
        }
        _ => {
            // The nearest; of two equally near ones, the past one.
            let ahead = (month - this_month).rem_euclid(12);
            if ahead == 0 {
                year
            } else if ahead <= 3 {
                if month > this_month { year } else { year + 1 }
            } else if month < this_month {
                year
            } else {
                year - 1
            }
        }
    }
}

/// *Thursday*, *last Friday*, *the following Monday*.
fn weekday_near(
    anchors: &Anchors,
    point: Point,
    weekday: u8,
    occurrence: &Occurrence<'_>,
    decided_by: &mut Option<Range<usize>>,
) -> Option<Outcome> {
    let wanted = Weekday::from_monday_one_offset(weekday as i8).ok()?;
    let text = matches!(point.pointer, Some(Pointer::Previous | Pointer::Following | Pointer::That))
        || anchors.narrative && point.pointer.is_none();
    let told_date = if text { anchors.near(anchors.day, occurrence.block.index) } else { None };
    let (anchor_day, anchor) = match told_date.map(|told_date| (told_date.index, told_date.period)) {
        Some((index, Period::Day(day))) => (day, DateAnchor::Expression(index)),
        _ => anchors.today()?,
    };
    let ahead = i32::from(anchor_day.weekday().until(wanted));
    let behind = ahead - 7;
    let days = match point.pointer {
        // *Last Monday* is never yesterday.
        Some(Pointer::Last) if behind == -1 => behind - 7,
        Some(Pointer::Last | Pointer::Previous) => behind,
        Some(Pointer::Next | Pointer::Following) => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        // *This Monday, a horse arrived.*
        Some(Pointer::This) if ahead > 0 && matches!(occurrence.tense(), Some((Tense::Past, _))) => behind,
        Some(Pointer::This) => ahead,
        Some(Pointer::That) => {
            if ahead == 0 {
                0
            } else {
                behind
            }
        }
        None => {
            // *on a Tuesday or Wednesday* is any one; *the cheapest day to fly is Tuesday* every one.
            let tense = occurrence.tense();
            // *came to a Sunday evening wake* is about one Sunday.
            let once = occurrence.describes_single_event()
                || occurrence.is_attributive() && matches!(tense, Some((Tense::Past, _)));
            if point.any && !once {
                return Some(Outcome::Open(open(point), DateAnchor::None));
            }
            if let Some(day) = day_told_of(anchors, wanted, occurrence) {
                return Some(day);
            }
            *decided_by = tense.as_ref().map(|(_, words)| words.clone());
            let told = anchors
                .day
                .filter(|told| told.sentence == occurrence.sentence.start && told.block == occurrence.block.index);
            let told = told.and_then(|told| told.period.days()).map(|(day, _)| days_between(anchor_day, day));
            match tense.map(|(tense, _)| tense) {
                // *Sunday or Monday* goes forward; *by Wednesday, and the first game is Friday* goes into the next week.
                _ if let Some(next) = told
                    .and_then(|told| joined_weekday(told, ahead).filter(|_| occurrence.found.joined_to_weekday)) =>
                {
                    next
                }
                // *on Friday (early Saturday in Perth)*
                _ if occurrence.is_in_parentheses()
                    && let Some(told) = told
                    && (ahead - told).rem_euclid(7) == 1 =>
                {
                    told + 1
                }
                Some(Tense::Future) if ahead == 0 && told.is_some_and(|told| (1..7).contains(&told)) => 7,
                _ if ahead == 0 => 0,
                Some(Tense::Future) => ahead,
                _ if told_date.is_some() => ahead,
                _ => behind,
            }
        }
    };
    let day = plus_days(anchor_day, days)?;
    Some(match point.day {
        // *Friday the 13th*: the day of the month takes precedence over nearness.
        Some(number) if number as i8 != day.day() => {
            let near = Date::new(anchor_day.year(), anchor_day.month(), number as i8).ok()?;
            Outcome::Period(Period::Day(near), anchor)
        }
        _ => Outcome::Period(Period::Day(day), anchor),
    })
}

/// *He sailed on Thursday last. On the* `Thursday night` *he called*: the day that the text has just told of.
fn day_told_of(anchors: &Anchors, weekday: Weekday, occurrence: &Occurrence<'_>) -> Option<Outcome> {
    let article = occurrence.tokens.start.checked_sub(1).map(|at| occurrence.block.word(at));
    let told = anchors.day.filter(|told| told.block + 1 >= occurrence.block.index)?;
    let Period::Day(day) = told.period else { return None };
    let definite = article.is_some_and(|word| occurrence.block.language.sets.definite.has(word));
    (definite && !occurrence.is_attributive() && day.weekday() == weekday)
        .then_some(Outcome::Period(Period::Day(day), DateAnchor::Expression(told.index)))
}

/// The distance in days from the anchor to the second of two joined weekdays, if the first is `told` days from it.
fn joined_weekday(told: i32, ahead: i32) -> Option<i32> {
    // Days further apart than this are in reverse order, or in different weeks.
    let step = (ahead - told).rem_euclid(7);
    (1..=3).contains(&step).then_some(told + step)
}
