//! The current period, or the one that begins next: *the year*, *the quarter*, *fiscal 2024*, *the new year*.

use super::{boundaries, numbers, periods, points, steps};
use crate::dates::lexemes::{Keyword, Lexeme, Line};
use crate::dates::meaning::{Count, Found, Meaning, Part, Point, Unit, Year};

/// *the* `new year`: the one that begins next.
pub(super) fn new_year(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    let new = line.is_in(at, &line.sets().adjectives_of_next_year) && line.at(at + 1) == Lexeme::Unit(Unit::Year);
    // *the New Year's concert*, *the new year-round course*
    (new && boundaries::ends_clause(line, at + 2))
        .then(|| (Found::new(Meaning::Part(Part::NewYear, Year::Absent)), at + 2))
}

/// *fiscal* `2024`, *fiscal* `year 2024`, *the fiscal* `year`.
pub(super) fn fiscal_year(line: &Line<'_>, at: usize, otherwise: Year) -> Option<(Found, usize)> {
    let year = |year| Found::new(Meaning::Point(Point { year, ..Point::default() }));
    let number = if matches!(line.at(at), Lexeme::Unit(Unit::Year)) { at + 1 } else { at };
    match line.at(number) {
        Lexeme::Digits { value: value @ 1900..2200, length: 4 } => Some((year(Year::Known(value as i32)), number + 1)),
        // *the fiscal year ended June 30*, like *the year ended*, is a duration.
        _ if number > at && line.is_in(number, &line.sets().participles_of_end) => {
            Some((Found::new(Meaning::Length { count: Count::Exact(1), unit: Unit::Year, rest: None }), number))
        }
        _ if number > at => Some((year(otherwise), number)),
        _ => {
            let (number, end) = numbers::ordinal(line, at)?;
            let (meaning, end) = periods::numbered(line, number, end, Year::Absent)?;
            Some((Found::new(meaning), end))
        }
    }
}

/// *the year*, *the week*: the current one. A unit with a prepositional phrase (*the year of the ox*) is not a date.
pub(super) fn unit(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    let Lexeme::Unit(unit) = line.at(at) else { return None };
    let found = |meaning| Some((Found::new(meaning), at + 1));
    if steps::is_in_name(line, at) {
        return None;
    }
    let ended = line.is_in(at + 1, &line.sets().participles_of_end);
    match unit {
        // *the year ended June 30* is a duration, *the quarter ended Sept. 30* the quarter before that day.
        Unit::Year if ended => found(Meaning::Length { count: Count::Exact(1), unit, rest: None }),
        Unit::Quarter
            if ended && let Some((Meaning::Point(Point { month, day, .. }), _)) = points::date(line, at + 2) =>
        {
            found(Meaning::Part(Part::QuarterEnded(month, day), Year::Absent))
        }
        Unit::Quarter if line.is_capital(at) || line.is_in(at + 1, &line.sets().nouns_after_fraction) => None,
        Unit::Quarter
            if line.is(at + 1, Keyword::A)
                && line.at(at + 2) == Lexeme::Unit(Unit::Year)
                && line.is(at + 3, Keyword::Ago) =>
        {
            Some((Found::new(Meaning::Part(Part::Quarter(None), Year::Step(-1))), at + 4))
        }
        Unit::Quarter if !line.is(at + 1, Keyword::Of) => found(Meaning::Part(Part::Quarter(None), Year::Absent)),
        Unit::Weekend => found(Meaning::Part(Part::Weekend, Year::Absent)),
        // *the year 2000*
        Unit::Year if matches!(line.at(at + 1), Lexeme::Digits { .. } | Lexeme::Cardinal(_)) => {
            let (year, end) = match line.at(at + 1) {
                Lexeme::Digits { value: value @ 1..2200, length: 2..=4 } => (value, at + 2),
                _ => numbers::spelled_year(line, at + 1)
                    .or_else(|| numbers::cardinal(line, at + 1).filter(|&(year, _)| year == 2000))?,
            };
            Some((Found::new(Meaning::Point(Point { year: Year::Known(year as i32), ..Point::default() })), end))
        }
        _ => steps::running(line, at).map(|(meaning, end)| (Found::new(meaning), end)),
    }
}
