//! Dates without a time of day: by name, relative to another date, or as part of a year.

use super::{compounds, periods, points, relative, steps, traps};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Found, From, Meaning, Point, Unit, Year};

/// A date without a time of day.
pub(super) fn whole_day(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let at = if line.is(start, Keyword::The) { start + 1 } else { start };
    let mut best =
        relative::date(line, start).map(|(found, end)| (with_year_part(line, found, end)).unwrap_or((found, end)));
    let mut consider = |candidate: Option<(Meaning, usize)>| {
        if let Some((meaning, end)) = candidate
            && best.is_none_or(|(_, longest)| end > longest)
        {
            best = Some((Found::new(meaning), end));
        }
    };
    let calendar = points::date(line, at)
        .or_else(|| points::day_before_day(line, at).map(|(point, end)| (Meaning::Point(point), end)));
    // *the 16th of May* includes its article; *the June 2023 report* and *the Friday* do not.
    let article = at > start;
    consider(calendar.filter(|&(meaning, end)| match meaning {
        Meaning::Point(point) => {
            let bare = point.day.is_none() && matches!(point.year, Year::Absent);
            !(bare && traps::is_name(line, at, end))
                && (!article
                    || point.day.is_some() && !matches!(line.at(at), Lexeme::Month { .. } | Lexeme::Weekday { .. }))
        }
        _ => true,
    }));
    consider(periods::period(line, start));
    consider(compounds::day(line, start));
    consider(periods::unit_of(line, start));
    let (found, end) = best?;
    Some(month_with_step(line, found, end))
}

/// *last year* `'s third quarter`.
fn with_year_part(line: &Line<'_>, found: Found, end: usize) -> Option<(Found, usize)> {
    let Meaning::Step { unit: Unit::Year, steps, from: From::Published } = found.meaning else { return None };
    let (meaning, end) = periods::of_year(line, steps, end)?;
    Some((Found::new(meaning), end))
}

/// *April* `last year`, *January* `this year`, *October* `of that year`.
fn month_with_step(line: &Line<'_>, found: Found, end: usize) -> (Found, usize) {
    let Meaning::Point(point @ Point { year: Year::Absent, month: Some(_), pointer: None, .. }) = found.meaning else {
        return (found, end);
    };
    let at = match line.at(end) {
        Lexeme::Keyword(Keyword::Of) => end + 1,
        Lexeme::Mark(Mark::Comma) => end + 1,
        _ => end,
    };
    if !matches!(
        line.at(at),
        Lexeme::Keyword(Keyword::Last | Keyword::This | Keyword::Next | Keyword::That | Keyword::The)
    ) {
        return (found, end);
    }
    let Some((steps, from, after)) = steps::year(line, at) else { return (found, end) };
    let year = if from == From::Text { Year::TextStep(steps) } else { Year::Step(steps) };
    (Found { meaning: Meaning::Point(Point { year, ..point }), ..found }, after)
}
