//! Dates told from another date: *yesterday*, *last week*, *the day before*, *next Friday*.

use super::{numbers, points, running};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{
    Clock, Count, Found, From, Meaning, Part, PartOfDay, Point, Pointer, Reference, SeasonScope, Unit, Year,
};

/// A date told from another, and the token after it.
pub(super) fn date(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    match line.at(start) {
        // *They sang "Yesterday"*
        Lexeme::DayWord(_)
            if line.is_capital(start)
                && line.is_mark(start.wrapping_sub(1), Mark::Quote)
                && line.is_mark(start + 1, Mark::Quote) =>
        {
            None
        }
        // *USA Today*
        Lexeme::DayWord(_)
            if line.is_capital(start)
                && start > 0
                && line.is_capital(start - 1)
                && line.before(start) == Lexeme::Other =>
        {
            None
        }
        Lexeme::DayWord(_)
            if line.is(start.wrapping_sub(1), Keyword::Of)
                && line.is_in(start.wrapping_sub(2), &line.sets().those_of_today) =>
        {
            None
        }
        Lexeme::DayWord(days) => Some((Found::new(Meaning::Days(days.into())), start + 1)),
        Lexeme::Tonight => {
            let clock = Some(Clock::Part(PartOfDay::Night));
            Some((Found { clock, ..Found::new(Meaning::Days(0)) }, start + 1))
        }
        Lexeme::Keyword(Keyword::The) => around_day(line, start + 1)
            .or_else(|| running::new_year(line, start + 1))
            .or_else(|| pointed(line, start + 1, true))
            .or_else(|| running::unit(line, start + 1)),
        Lexeme::Keyword(_) => pointed(line, start, false),
        _ => None,
    }
}

/// *the* `day before yesterday`, `day before`, `year after`.
fn around_day(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    let Lexeme::Unit(unit) = line.at(at) else { return None };
    let forward = match line.at(at + 1) {
        Lexeme::Keyword(Keyword::Before) => false,
        Lexeme::Keyword(Keyword::After) => true,
        // *the day following*, but not *the day following the vote*
        Lexeme::Keyword(Keyword::Following)
            if unit == Unit::Day
                && !matches!(
                    line.at(at + 2),
                    Lexeme::Keyword(Keyword::The | Keyword::A | Keyword::That | Keyword::Possessive)
                )
                && !line.is_capital(at + 2) =>
        {
            return Some((Found::new(Meaning::Step { unit, steps: 1, from: From::Text }), at + 2));
        }
        _ => return None,
    };
    match (unit, forward, line.at(at + 2)) {
        (Unit::Day, false, Lexeme::DayWord(-1)) => return Some((Found::new(Meaning::Days(-2)), at + 3)),
        (Unit::Day, true, Lexeme::DayWord(1)) => return Some((Found::new(Meaning::Days(2)), at + 3)),
        _ => {}
    }
    if line.is(at + 2, Keyword::Next) || line.is(at + 2, Keyword::Last) {
        let steps = if line.is(at + 2, Keyword::Next) { 2 } else { -2 };
        return Some((Found::new(Meaning::Step { unit, steps, from: From::Published }), at + 3));
    }
    // *the day after the vote* is told from the vote: only the end of a clause leaves the date itself.
    if unit < Unit::Day || unit != Unit::Day && !ends_clause(line, at + 2) {
        return None;
    }
    let steps = if forward { 1 } else { -1 };
    let from = if ends_clause(line, at + 2) { From::Text } else { From::Event };
    Some((Found::new(Meaning::Step { unit, steps, from }), at + 2))
}

/// Whether nothing follows that a preposition could govern.
pub(super) fn ends_clause(line: &Line<'_>, at: usize) -> bool {
    at >= line.len()
        || match line.at(at) {
            Lexeme::Mark(mark) => {
                !matches!(mark, Mark::Quote | Mark::Currency | Mark::Apostrophe | Mark::Open | Mark::Hyphen)
            }
            Lexeme::Keyword(word) => matches!(
                word,
                Keyword::And
                    | Keyword::Or
                    | Keyword::In
                    | Keyword::At
                    | Keyword::By
                    | Keyword::On
                    | Keyword::To
                    | Keyword::From
                    | Keyword::Until
            ),
            Lexeme::Other => line.is_in(at, &line.sets().passed_after_clause_end),
            _ => false,
        }
}

/// *last week*, *this morning*, *next Friday*, *the following two years*, *the same month last year*.
fn pointed(line: &Line<'_>, start: usize, the: bool) -> Option<(Found, usize)> {
    let mut at = start;
    let Lexeme::Keyword(word) = line.at(at) else { return None };
    let mut pointer = match word {
        Keyword::Last | Keyword::Past => Pointer::Last,
        Keyword::This | Keyword::Current | Keyword::These => Pointer::This,
        Keyword::All if the && line.at(at + 1) == Lexeme::Unit(Unit::Year) => Pointer::This,
        Keyword::Latest
            if matches!(line.at(at + 1), Lexeme::Unit(Unit::Quarter) | Lexeme::Keyword(Keyword::Period)) =>
        {
            return Some((Found::new(Meaning::Part(Part::LatestQuarter, Year::Absent)), at + 2));
        }
        Keyword::Latest => Pointer::This,
        Keyword::Next | Keyword::Coming => Pointer::Next,
        Keyword::Previous => Pointer::Previous,
        Keyword::Following => Pointer::Following,
        Keyword::That | Keyword::Same => Pointer::That,
        Keyword::Recent => {
            return match line.at(at + 1) {
                Lexeme::Units(unit) => {
                    Some((Found::new(Meaning::Length { count: Count::Vague, unit, rest: None }), at + 2))
                }
                _ => None,
            };
        }
        Keyword::Fiscal => return running::fiscal_year(line, at + 1, Year::Pointer(Pointer::This)),
        _ => return None,
    };
    // `"This Week"` is a programme.
    if line.is_capital(at + 1)
        && line.is_mark(start.wrapping_sub(1), Mark::Quote)
        && (line.is_mark(at + 2, Mark::Quote) || line.is_capital(at + 2))
        || line.is_capital(at + 1) && line.is_mark(at + 2, Mark::Comma) && line.is_mark(at + 3, Mark::Quote)
    {
        return None;
    }
    // *says that night flights will*, *said that last week they*: the word joins clauses.
    if word == Keyword::That && is_after_saying(line, start) && !ends_clause(line, at + 2) {
        return None;
    }
    at += 1;
    // *this past week*, *this coming Sunday*, *that same day*
    if matches!(word, Keyword::This | Keyword::That) {
        match line.at(at) {
            Lexeme::Keyword(Keyword::Past | Keyword::Last) => (pointer, at) = (Pointer::Last, at + 1),
            Lexeme::Keyword(Keyword::Coming | Keyword::Next) => (pointer, at) = (Pointer::Next, at + 1),
            Lexeme::Keyword(Keyword::Same) => (pointer, at) = (Pointer::That, at + 1),
            _ => {}
        }
    }
    if word == Keyword::Past
        && !the
        && !matches!(
            line.at(at),
            Lexeme::Unit(_)
                | Lexeme::Units(_)
                | Lexeme::Cardinal(_)
                | Lexeme::Digits { .. }
                | Lexeme::Keyword(Keyword::Few | Keyword::Several | Keyword::Couple)
        )
    {
        return None;
    }
    // *this school year*
    if line.is(at, Keyword::UnitAdjective) && matches!(line.at(at + 1), Lexeme::Unit(_)) {
        at += 1;
    }
    let fiscal = line.is(at, Keyword::Fiscal);
    if fiscal {
        at += 1;
    }
    if let Some(found) = counted(line, at, pointer, word) {
        return Some(found);
    }
    let found = |meaning, end| Some((Found::new(meaning), end));
    match line.at(at) {
        Lexeme::Unit(Unit::Night) => None,
        Lexeme::Unit(Unit::Year)
            if line.is_dash(at + 1) && matches!(line.at(at + 2), Lexeme::Keyword(Keyword::Earlier | Keyword::Ago)) =>
        {
            super::periods::year_ago(line, at).map(|(meaning, end)| (Found::new(meaning), end))
        }
        Lexeme::Unit(unit) => {
            let end = at + 1;
            if fiscal && unit == Unit::Year && word == Keyword::Latest {
                return found(Meaning::Point(Point { year: Year::Pointer(Pointer::Last), ..Point::default() }), end);
            }
            if fiscal
                && unit == Unit::Year
                && pointer == Pointer::This
                && !matches!(word, Keyword::This | Keyword::Current)
            {
                return found(Meaning::Length { count: Count::Exact(1), unit, rest: None }, end);
            }
            if fiscal && unit == Unit::Year {
                return found(Meaning::Point(Point { year: Year::Pointer(pointer), ..Point::default() }), end);
            }
            if matches!(word, Keyword::These) {
                return None;
            }
            // *the last week of September* is a week of that month, not the one before the publication.
            let of_month = line.is(end, Keyword::Of) && matches!(line.at(end + 1), Lexeme::Month { .. });
            if of_month && matches!(unit, Unit::Day | Unit::Week | Unit::Weekend) {
                return (unit != Unit::Weekend)
                    .then(|| (Found::new(Meaning::Length { count: Count::Exact(1), unit, rest: None }), end));
            }
            // *the same day last week* is told from the publication.
            if word == Keyword::Same
                && let Some((Found { meaning: Meaning::Step { unit: Unit::Year, steps, .. }, .. }, end)) =
                    pointed(line, end, false)
                && unit == Unit::Month
            {
                return found(Meaning::SameMonth { years: steps, as_told: the }, end);
            }
            if unit == Unit::Weekend {
                return found(Meaning::Part(Part::Weekend, Year::Pointer(pointer)), end);
            }
            if unit == Unit::Quarter {
                return found(Meaning::Part(Part::Quarter(None), Year::Pointer(pointer)), end);
            }
            step(unit, pointer, word).map(|meaning| (Found::new(meaning), end))
        }
        Lexeme::Units(unit) => match word {
            Keyword::Last if !the => None,
            Keyword::Past
            | Keyword::Coming
            | Keyword::Last
            | Keyword::Next
            | Keyword::Previous
            | Keyword::Following => found(Meaning::Length { count: Count::Vague, unit, rest: None }, at + 1),
            Keyword::These if unit == Unit::Day => found(Meaning::Reference(Reference::Present), at + 1),
            _ => None,
        },
        Lexeme::Weekday { short: false, .. } | Lexeme::Month { short: false, .. } => {
            let (meaning, end) = points::date(line, at)?;
            let Meaning::Point(point) = meaning else { return None };
            found(Meaning::Point(Point { pointer: Some(pointer), ..point }), end)
        }
        Lexeme::Season(season) => {
            if word == Keyword::That && line.is_in(at, &line.sets().seasons_that_are_events) {
                return None;
            }
            found(Meaning::Part(Part::Season { season, scope: SeasonScope::Bare }, Year::Pointer(pointer)), at + 1)
        }
        Lexeme::Holiday(holiday) => found(Meaning::Part(Part::Holiday(holiday), Year::Pointer(pointer)), at + 1),
        Lexeme::PartOfDay(part) => part_of_day(pointer, word, part)
            .map(|(meaning, clock)| (Found { clock: Some(clock), ..Found::new(meaning) }, at + 1)),
        // *the same period last year*
        Lexeme::Keyword(Keyword::Period) if word == Keyword::Same => {
            let (Found { meaning: Meaning::Step { unit: Unit::Year, steps, .. }, .. }, end) =
                pointed(line, at + 1, false)?
            else {
                return None;
            };
            found(Meaning::Part(Part::SamePeriod, Year::Step(steps)), end)
        }
        // *this time last year*
        Lexeme::Keyword(Keyword::Time) if word == Keyword::This || word == Keyword::Same => {
            let (Found { meaning: Meaning::Step { unit: Unit::Year, steps, .. }, .. }, end) =
                pointed(line, at + 1, false)?
            else {
                return None;
            };
            found(Meaning::SameMonth { years: steps, as_told: the && word == Keyword::Same }, end)
        }
        _ => match numbers::ordinal(line, at) {
            Some((number, end)) => super::periods::numbered(line, number, end, Year::Pointer(pointer))
                .map(|(meaning, end)| (Found::new(meaning), end)),
            None => None,
        },
    }
}

/// Whether a verb of saying stands before *that*.
fn is_after_saying(line: &Line<'_>, that: usize) -> bool {
    line.is_in(that.wrapping_sub(1), &line.sets().saying_before_that)
}

/// *last week*, *the following year*.
fn step(unit: Unit, pointer: Pointer, word: Keyword) -> Option<Meaning> {
    // *the last day to enrol* is not yesterday.
    if unit == Unit::Day && word == Keyword::Last {
        return None;
    }
    // *in the next hour*; the *last minute* is no minute.
    if unit == Unit::Hour && matches!(word, Keyword::Last | Keyword::Past | Keyword::Next | Keyword::Coming) {
        return Some(Meaning::Length { count: Count::Exact(1), unit, rest: None });
    }
    if unit < Unit::Day {
        return None;
    }
    let (steps, from) = match pointer {
        Pointer::Last => (-1, From::Published),
        Pointer::This => (0, From::Published),
        Pointer::Next => (1, From::Published),
        Pointer::Previous => (-1, From::Text),
        Pointer::Following => (1, From::Text),
        Pointer::That => (0, From::Text),
    };
    // *the next day* goes on with a story; nobody calls tomorrow so.
    let from = if unit == Unit::Day && word == Keyword::Next { From::Text } else { from };
    // *the past year*, *the past week* are the length up to now.
    if word == Keyword::Past {
        return Some(Meaning::Length { count: Count::Exact(1), unit, rest: None });
    }
    Some(Meaning::Step { unit, steps, from })
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

/// *last* `two weeks`, *next* `few days`: a length that reaches to or from now.
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
    if super::lengths::is_age(line, end + 1) {
        return None;
    }
    Some((Found::new(Meaning::Length { count, unit, rest: None }), end + 1))
}
