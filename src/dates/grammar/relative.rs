//! Dates relative to another date: *yesterday*, *last week*, *the day before*, *next Friday*.

use super::boundaries::is_age;
use super::steps::{self, Pointing};
use super::{nowadays, numbers, periods, points, running};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{
    Clock, Count, Found, From, Meaning, Part, PartOfDay, Point, Pointer, Reference, SeasonScope, Unit, Year,
};

/// A relative date, and the token after it.
pub(super) fn date(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    match line.at(start) {
        Lexeme::DayWord(days) if nowadays::is_no_day(line, start, days) => None,
        Lexeme::DayWord(days) => Some((Found::new(Meaning::Days(days.into())), start + 1)),
        Lexeme::Tonight => {
            let clock = Some(Clock::Part(PartOfDay::Night));
            Some((Found { clock, ..Found::new(Meaning::Days(0)) }, start + 1))
        }
        Lexeme::Keyword(Keyword::The) => steps::around_day(line, start + 1)
            .map(|(meaning, end)| (Found::new(meaning), end))
            .or_else(|| running::new_year(line, start + 1))
            .or_else(|| pointed(line, start + 1, true))
            .or_else(|| running::unit(line, start + 1)),
        Lexeme::Keyword(_) => pointed(line, start, false),
        _ => None,
    }
}

/// *last week*, *this morning*, *next Friday*, *the following two years*, *the same month last year*.
fn pointed(line: &Line<'_>, start: usize, the: bool) -> Option<(Found, usize)> {
    let found = |meaning, end| Some((Found::new(meaning), end));
    match (line.at(start), line.at(start + 1)) {
        (Lexeme::Keyword(Keyword::Latest), Lexeme::Unit(Unit::Quarter) | Lexeme::Keyword(Keyword::Period)) => {
            return found(Meaning::Part(Part::LatestQuarter, Year::Absent), start + 2);
        }
        (Lexeme::Keyword(Keyword::Recent), Lexeme::Units(unit)) => {
            return found(Meaning::Length { count: Count::Vague, unit, rest: None }, start + 2);
        }
        (Lexeme::Keyword(Keyword::Fiscal), _) => {
            return running::fiscal_year(line, start + 1, Year::Pointer(Pointer::This));
        }
        _ => {}
    }
    let pointing = steps::pointing(line, start, the)?;
    let Pointing { pointer, keyword, end: at, .. } = pointing;
    // *in those days* were others than *these days*; *on those days* are the ones told of.
    if keyword == Keyword::These && line.is_in(start, &line.sets().those) && line.at(at) == Lexeme::Units(Unit::Day) {
        let in_past = line.is(start.wrapping_sub(1), Keyword::In);
        return in_past.then(|| (Found::new(Meaning::Reference(Reference::Past)), at + 1));
    }
    if let Some(found) = counted(line, at, pointer, keyword) {
        return Some(found);
    }
    match line.at(at) {
        Lexeme::Unit(unit) => pointed_unit(line, &pointing, unit),
        Lexeme::Units(unit) => pointed_units(&pointing, unit),
        Lexeme::Weekday { short: false, .. } | Lexeme::Month { short: false, .. } => {
            let (meaning, end) = points::date(line, at)?;
            let Meaning::Point(point) = meaning else { return None };
            found(Meaning::Point(Point { pointer: Some(pointer), ..point }), end)
        }
        Lexeme::Season(_) if keyword == Keyword::That && line.is_in(at, &line.sets().seasons_that_are_events) => None,
        Lexeme::Season(season) => {
            found(Meaning::Part(Part::Season { season, scope: SeasonScope::Bare }, Year::Pointer(pointer)), at + 1)
        }
        Lexeme::Holiday(holiday) => found(Meaning::Part(Part::Holiday(holiday), Year::Pointer(pointer)), at + 1),
        // *told CBS This Morning*
        Lexeme::PartOfDay(_)
            if line.is_capital(start) && line.is_capital(at) && line.is_capital(start.wrapping_sub(1)) =>
        {
            None
        }
        Lexeme::PartOfDay(part) => part_of_day(pointer, keyword, part)
            .map(|(meaning, clock)| (Found { clock: Some(clock), ..Found::new(meaning) }, at + 1)),
        // *the same period last year*
        Lexeme::Keyword(Keyword::Period) if keyword == Keyword::Same => {
            let (steps, end) = further_year(line, at + 1)?;
            found(Meaning::Part(Part::SamePeriod, Year::Step(steps)), end)
        }
        // *this time last year*
        Lexeme::Keyword(Keyword::Time) if matches!(keyword, Keyword::This | Keyword::Same) => {
            let (years, end) = further_year(line, at + 1)?;
            found(Meaning::SameMonth { years, as_told: the && keyword == Keyword::Same }, end)
        }
        _ => {
            let (number, end) = numbers::ordinal(line, at)?;
            let (meaning, end) = periods::numbered(line, number, end, Year::Pointer(pointer))?;
            found(meaning, end)
        }
    }
}

/// *the same month* `last year`: the offset in years.
fn further_year(line: &Line<'_>, at: usize) -> Option<(i32, usize)> {
    match pointed(line, at, false)? {
        (Found { meaning: Meaning::Step { unit: Unit::Year, steps, .. }, .. }, end) => Some((steps, end)),
        _ => None,
    }
}

/// *last* `week`, *the current fiscal* `year`, *this* `weekend`.
fn pointed_unit(line: &Line<'_>, pointing: &Pointing, unit: Unit) -> Option<(Found, usize)> {
    let Pointing { pointer, keyword, the, fiscal, end: at } = *pointing;
    let end = at + 1;
    let found = |meaning, end| Some((Found::new(meaning), end));
    let once = Meaning::Length { count: Count::Exact(1), unit, rest: None };
    let of_month = line.is(end, Keyword::Of) && matches!(line.at(end + 1), Lexeme::Month { .. });
    // *the next year and a half*
    if line.is(end, Keyword::And) && line.is(end + 1, Keyword::A) && line.is(end + 2, Keyword::Half) {
        return found(Meaning::Length { count: Count::AndHalf(1), unit, rest: None }, end + 3);
    }
    match unit {
        Unit::Night => None,
        Unit::Year
            if line.is_dash(end) && matches!(line.at(end + 1), Lexeme::Keyword(Keyword::Earlier | Keyword::Ago)) =>
        {
            periods::year_ago(line, at).map(|(meaning, end)| (Found::new(meaning), end))
        }
        // *the previous financial year of 2024/2025*: the year itself is named.
        Unit::Year
            if line.is(end, Keyword::Of)
                && matches!(line.at(end + 1), Lexeme::Digits { value: 1900..2200, length: 4 }) =>
        {
            None
        }
        // *this year-end column*
        Unit::Year if line.is_mark(end, Mark::Hyphen) && line.glued(end) => None,
        Unit::Year if fiscal => {
            let pointer = match (pointer, keyword) {
                (_, Keyword::Latest) => Pointer::Last,
                (Pointer::This, Keyword::This | Keyword::Current) => Pointer::This,
                (Pointer::This, _) => return found(once, end),
                _ => pointer,
            };
            found(Meaning::Point(Point { year: Year::Pointer(pointer), ..Point::default() }), end)
        }
        _ if keyword == Keyword::These => None,
        // *the last week of September* is a week of that month, not the one before the publication.
        Unit::Weekend if of_month => None,
        Unit::Day | Unit::Week if of_month => found(once, end),
        // *the same month last year*
        Unit::Month
            if keyword == Keyword::Same
                && let Some((years, end)) = further_year(line, end) =>
        {
            found(Meaning::SameMonth { years, as_told: the }, end)
        }
        Unit::Weekend => found(Meaning::Part(Part::Weekend, Year::Pointer(pointer)), end),
        Unit::Quarter => found(Meaning::Part(Part::Quarter(None), Year::Pointer(pointer)), end),
        _ if is_rolling(line, pointing, unit) => found(once, end),
        _ => found(steps::step(unit, pointer, keyword)?, end),
    }
}

/// *over the next decade*, *for the next year*: a length that begins or ends now.
fn is_rolling(line: &Line<'_>, pointing: &Pointing, unit: Unit) -> bool {
    let Pointing { pointer, the, end, .. } = *pointing;
    let before = line.before(end.wrapping_sub(1 + usize::from(the)));
    let lasting = matches!(before, Lexeme::Keyword(Keyword::Over | Keyword::For | Keyword::During));
    // *in the last month*: up to now.
    let until_now = pointing.keyword == Keyword::Last && line.is(end.wrapping_sub(3), Keyword::In);
    match unit {
        Unit::Decade if pointer == Pointer::Next || pointing.keyword == Keyword::This && pointer == Pointer::Last => {
            true
        }
        Unit::Week | Unit::Month | Unit::Year if the && until_now => true,
        Unit::Week | Unit::Month | Unit::Year | Unit::Decade => {
            the && lasting && matches!(pointer, Pointer::Last | Pointer::Next)
        }
        _ => false,
    }
}

/// *the past* `years`, *these* `days`.
fn pointed_units(pointing: &Pointing, unit: Unit) -> Option<(Found, usize)> {
    let meaning = match pointing.keyword {
        Keyword::Last if !pointing.the => return None,
        Keyword::Past | Keyword::Coming | Keyword::Last | Keyword::Next | Keyword::Previous | Keyword::Following => {
            Meaning::Length { count: Count::Vague, unit, rest: None }
        }
        Keyword::These if unit == Unit::Day => Meaning::Reference(Reference::Present),
        _ => return None,
    };
    Some((Found::new(meaning), pointing.end + 1))
}

/// *last night*, *this morning*, *that evening*, *the next afternoon*.
fn part_of_day(pointer: Pointer, word: Keyword, part: PartOfDay) -> Option<(Meaning, Clock)> {
    let clock = Clock::Part(part);
    let text = |steps| Meaning::Step { unit: Unit::Day, steps, from: From::Text };
    Some(match pointer {
        Pointer::Last => (Meaning::Days(-1), clock),
        Pointer::This if word == Keyword::This => (Meaning::Days(0), clock),
        Pointer::Next | Pointer::Following => (text(1), clock),
        Pointer::Previous => (text(-1), clock),
        Pointer::That => (Meaning::OnlyClock, clock),
        Pointer::This => return None,
    })
}

/// *last* `two weeks`, *next* `few days`: a duration that ends or begins now.
fn counted(line: &Line<'_>, at: usize, pointer: Pointer, word: Keyword) -> Option<(Found, usize)> {
    if matches!(pointer, Pointer::That) || word == Keyword::This || line.is(at, Keyword::A) {
        return None;
    }
    let (count, end) = numbers::amount(line, at)?;
    let end = if line.at(end) == Lexeme::Keyword(Keyword::UnitAdjective) || line.is_mark(end, Mark::Hyphen) {
        end + 1
    } else {
        end
    };
    let (Lexeme::Units(unit) | Lexeme::Unit(unit)) = line.at(end) else { return None };
    if is_age(line, end + 1) {
        return None;
    }
    Some((Found::new(Meaning::Length { count, unit, rest: None }), end + 1))
}
