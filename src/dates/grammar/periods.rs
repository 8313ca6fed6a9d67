//! Seasons, quarters, halves, decades, centuries and holidays, with their year.

use super::{games, holidays, numbers, points, steps, traps};
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{From, Holiday, Meaning, Part, Point, SeasonScope, Unit, Year};
use crate::text::TokenKind;

/// A named part of a year or of a longer period, and the token after it.
pub(super) fn period(line: &Line<'_>, start: usize) -> Option<(Meaning, usize)> {
    let the = line.is(start, Keyword::The);
    let at = if the { start + 1 } else { start };
    if let Some(half) = two_quarters(line, at) {
        return Some(half);
    }
    match line.at(at) {
        Lexeme::Season(season) => season_at(line, start, at, season),
        Lexeme::QuarterName(quarter) => with_year(line, Part::Quarter(Some(quarter)), at + 1, Year::Absent),
        Lexeme::HalfName(half)
            if matches!(line.at(at + 1), Lexeme::Digits { length: 4, .. } | Lexeme::Keyword(Keyword::Of)) =>
        {
            with_year(line, Part::Half(half), at + 1, Year::Absent)
        }
        Lexeme::DecadeDigits(_) | Lexeme::DecadeWord(_) | Lexeme::Mark(Mark::Apostrophe) => decade_at(line, start, at),
        Lexeme::Holiday(_) | Lexeme::HolidayWord | Lexeme::Month { .. } | Lexeme::Weekday { .. } => {
            holiday_at(line, at, the)
        }
        Lexeme::Keyword(Keyword::Fiscal) => {
            let next = if line.is_dash(at + 1) { at + 2 } else { at + 1 };
            if let Lexeme::Digits { value: value @ 1900..2200, length: 4 } = line.at(next) {
                return Some((Meaning::Point(Point { year: Year::Known(value as i32), ..Point::default() }), next + 1));
            }
            let (number, end) = numbers::ordinal(line, next)?;
            numbered(line, number, end, Year::Absent)
        }
        Lexeme::Digits { value, length } => decade_at(line, start, at).or_else(|| {
            // *the 2023 third quarter*
            let year = (the && length == 4 && (1900..2200).contains(&value)).then_some(Year::Known(value as i32))?;
            match line.at(at + 1) {
                Lexeme::Unit(Unit::Quarter) => Some((Meaning::Part(Part::Quarter(None), year), at + 2)),
                Lexeme::Keyword(Keyword::Period) => Some((Meaning::Part(Part::SamePeriod, year), at + 2)),
                _ => {
                    let (number, end) = numbers::ordinal(line, at + 1)?;
                    numbered(line, number, end, year)
                }
            }
        }),
        // *the final quarter*, *the last half of*
        Lexeme::Keyword(Keyword::Last | Keyword::Latest) => (the && line.is(at + 1, Keyword::Half))
            .then(|| with_year(line, Part::Half(2), at + 2, Year::Absent))
            .flatten(),
        Lexeme::Unit(Unit::Year) => part_of_year(line, at, the),
        // *at month's end*
        Lexeme::Unit(unit @ Unit::Month) if is_possessive(line, at + 1) && line.is(at + 2, Keyword::End) => {
            Some((Meaning::Step { unit, steps: 0, from: From::Published }, at + 3))
        }
        _ => {
            let (number, end) = numbers::ordinal(line, at)?;
            // *the third-quarter loss*: the article belongs to the loss.
            if the && line.is_mark(end, Mark::Hyphen) {
                return None;
            }
            numbered(line, number, end, Year::Absent).or_else(|| first_of_quarters(line, number, end))
        }
    }
}

/// *the* `first two quarters of 1990`: a half of the year.
pub(super) fn two_quarters(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let half = match line.at(at) {
        Lexeme::Ordinal(1) => 1,
        Lexeme::Keyword(Keyword::Last) => 2,
        _ => return None,
    };
    if line.at(at + 1) != Lexeme::Cardinal(2) || line.at(at + 2) != Lexeme::Units(Unit::Quarter) {
        return None;
    }
    with_year(line, Part::Half(half), at + 3, Year::Absent)
        .filter(|(meaning, _)| !matches!(meaning, Meaning::Part(_, Year::Absent)))
}

/// *the* `second` *and fourth quarters*, *the* `first` *to third quarters of 2023*: the first of two, which has the year of the second.
fn first_of_quarters(line: &Line<'_>, number: u32, end: usize) -> Option<(Meaning, usize)> {
    let joined = matches!(line.at(end), Lexeme::Keyword(Keyword::And | Keyword::Or | Keyword::To | Keyword::Through));
    let (next, after) = numbers::ordinal(line, end + 1)?;
    match numbered(line, next, after, Year::Absent)? {
        (Meaning::Part(Part::Quarter(Some(_)), year), _) if joined && (1..next).contains(&number) => {
            Some((Meaning::Part(Part::Quarter(Some(number as u8)), year), end))
        }
        _ => None,
    }
}

/// *summer*, *the winter of 1969*, *autumn/winter 2024*.
fn season_at(line: &Line<'_>, start: usize, at: usize, season: u8) -> Option<(Meaning, usize)> {
    // *autumn/winter 2024* is one season of fashion, and begins with the first one.
    let two = line.is_mark(at + 1, Mark::Slash) && matches!(line.at(at + 2), Lexeme::Season(_));
    let last = if two { at + 3 } else { at + 1 };
    let (year, end) = year_of(line, last).unwrap_or((Year::Absent, last));
    if end == last && (two || !traps::may_be_season(line, start, at)) {
        return None;
    }
    Some((Meaning::Part(Part::Season { season, scope: SeasonScope::Bare }, year), end))
}

/// *Labor Day*, *Christmas 2023*, *the Easter of 1916*.
fn holiday_at(line: &Line<'_>, at: usize, the: bool) -> Option<(Meaning, usize)> {
    let named = holidays::holiday_at(line, at).filter(|&(_, end)| !the || is_of_weekend(line, end));
    let (holiday, end) = named.or_else(|| match line.at(at) {
        // *Easter Seals*
        Lexeme::Holiday(_) if line.is_capital(at + 1) && line.at(at + 1) == Lexeme::Other => None,
        Lexeme::Holiday(holiday) => Some((holiday, at + 1)),
        _ => None,
    })?;
    // *the Labor Day weekend*, *Thanksgiving holiday weekend*
    if is_of_weekend(line, end) {
        let named = end + usize::from(line.is_in(end, &line.sets().nouns_of_holidays));
        return with_year(line, Part::HolidayWeekend(holiday), named + 1, Year::Absent);
    }
    // *Black Friday sales*: a kind of sale.
    let shopping = matches!(holiday, Holiday::AfterNth(..)) && line.at(end) == Lexeme::Other;
    if shopping && line.kind(end) == Some(TokenKind::Lower) && !line.is_in(end, &line.sets().passed_after_date) {
        return None;
    }
    with_year(line, Part::Holiday(holiday), end, Year::Absent)
}

/// *the Labor Day* `weekend`
fn is_of_weekend(line: &Line<'_>, end: usize) -> bool {
    let named = end + usize::from(line.is_in(end, &line.sets().nouns_of_holidays));
    line.at(named) == Lexeme::Unit(Unit::Weekend)
}

/// *the year-earlier quarter*, *year end*, *year-end*, *year's end*.
fn part_of_year(line: &Line<'_>, at: usize, the: bool) -> Option<(Meaning, usize)> {
    if line.is_dash(at + 1) {
        return match line.at(at + 2) {
            // *the year-ago results*: the article belongs to the results.
            Lexeme::Keyword(Keyword::Earlier | Keyword::Ago) => {
                year_ago(line, at).filter(|&(_, end)| !the || end > at + 3)
            }
            // *the year-end column*: a kind of column.
            Lexeme::Keyword(Keyword::End)
                if line.at(at + 3) == Lexeme::Other
                    && line.kind(at + 3) == Some(TokenKind::Lower)
                    && !line.is_in(at + 3, &line.sets().passed_after_date) =>
            {
                None
            }
            Lexeme::Keyword(Keyword::End) => Some((Meaning::Part(Part::YearEnd, Year::Absent), at + 3)),
            _ => None,
        };
    }
    // TIMEX3 gives *year's end* the year, not its last day.
    let running = Meaning::Step { unit: Unit::Year, steps: 0, from: From::Published };
    if line.is(at + 1, Keyword::End) && !the {
        return Some((running, at + 2));
    }
    (is_possessive(line, at + 1) && line.is(at + 2, Keyword::End)).then_some((running, at + 3))
}

/// *the 1990s*, *the nineties*, `’80s`, *the* `80's`, `1990's`.
fn decade_at(line: &Line<'_>, start: usize, at: usize) -> Option<(Meaning, usize)> {
    let the = at > start;
    let whole = |first| Meaning::Decade { start: first, century_known: true };
    match line.at(at) {
        Lexeme::DecadeDigits(value) => decade_digits(line, at, value),
        Lexeme::DecadeWord(tens)
            if the
                || matches!(line.before(at), Lexeme::Keyword(Keyword::Early | Keyword::Late | Keyword::Mid))
                || line.is_dash(at.wrapping_sub(1)) =>
        {
            Some((whole(1900 + i32::from(tens)), at + 1))
        }
        Lexeme::Mark(Mark::Apostrophe) if line.glued(at + 1) => match line.at(at + 1) {
            Lexeme::DecadeDigits(value @ 10..=90) => Some((decade(value), at + 2)),
            Lexeme::Digits { value: value @ 10..=90, length: 2 } if value % 10 == 0 && is_possessive(line, at + 2) => {
                Some((decade(value), at + 3))
            }
            _ => None,
        },
        Lexeme::Digits { value, length } if value % 10 == 0 && is_possessive(line, at + 1) => match (value, length) {
            (10..=90, 2) => {
                let dated = the || before_decade(line, at) || line.is_dash(at.wrapping_sub(1));
                (dated && !traps::is_measure(line, at)).then(|| (decade(value), at + 2))
            }
            (1000..2100, 4) if the || before_decade(line, start) => Some((whole(value as i32), at + 2)),
            _ => None,
        },
        _ => None,
    }
}

fn before_decade(line: &Line<'_>, start: usize) -> bool {
    matches!(
        line.before(start),
        Lexeme::Keyword(
            Keyword::In
                | Keyword::The
                | Keyword::Early
                | Keyword::Late
                | Keyword::Mid
                | Keyword::And
                | Keyword::Or
                | Keyword::To
        )
    )
}

pub(super) fn is_possessive(line: &Line<'_>, at: usize) -> bool {
    line.kind(at) == Some(crate::text::TokenKind::Possessive)
}

fn decade(tens: u32) -> Meaning {
    let tens = tens as i32;
    Meaning::Decade { start: if tens < 30 { 2000 + tens } else { 1900 + tens }, century_known: false }
}

fn decade_digits(line: &Line<'_>, at: usize, value: u32) -> Option<(Meaning, usize)> {
    // *the 1800s* are a century, *the early 1900s* a decade. *The 2000s* are their first decade so far.
    if !line.is(at.wrapping_sub(1), Keyword::Early) && (1000..2000).contains(&value) && value.is_multiple_of(100) {
        return Some((Meaning::Century(value as i32 / 100 + 1), at + 1));
    }
    if value >= 1000 {
        return Some((Meaning::Decade { start: value as i32, century_known: true }, at + 1));
    }
    let dated = matches!(
        line.before(at),
        Lexeme::Keyword(
            Keyword::The | Keyword::Early | Keyword::Late | Keyword::Mid | Keyword::And | Keyword::To | Keyword::Or
        )
    ) || line.is_dash(at.wrapping_sub(1));
    // *in his 80s* is an age, *temperatures in the 90s* is a measure.
    // *the 30s* is an age or a percentage; as years it would have an apostrophe.
    (dated && !traps::is_measure(line, at) && value >= 50).then(|| (decade(value), at + 1))
}

/// *the third* `quarter of 2023`, *the 20th* `century`, *the first* `half`.
pub(super) fn numbered(line: &Line<'_>, number: u32, at: usize, year: Year) -> Option<(Meaning, usize)> {
    let unit_at = if line.is_mark(at, Mark::Hyphen) { at + 1 } else { at };
    match line.at(unit_at) {
        Lexeme::Unit(Unit::Quarter) | Lexeme::Units(Unit::Quarter) if (1..=4).contains(&number) => {
            with_year(line, Part::Quarter(Some(number as u8)), unit_at + 1, year).filter(|(meaning, _)| {
                !matches!(meaning, Meaning::Part(_, Year::Absent)) || !games::is_of_game(line, unit_at)
            })
        }
        Lexeme::Keyword(Keyword::Half) if (1..=2).contains(&number) => {
            let (meaning, end) = with_year(line, Part::Half(number as u8), unit_at + 1, year)?;
            // *the first half* can be that of a match; it is a half-year only with a year or *fiscal*.
            let dated = !matches!(meaning, Meaning::Part(_, Year::Absent)) || line.is(end, Keyword::Of);
            (dated && !line.is(end, Keyword::Of)).then_some((meaning, end))
        }
        // *20th Century Fox*
        Lexeme::Unit(Unit::Century) if line.is_capital(unit_at) && line.is_capital(unit_at + 1) => None,
        Lexeme::Unit(Unit::Century) if (1..=22).contains(&number) => {
            let before = matches!(line.at(unit_at + 1), Lexeme::Era { before: true });
            let end = if matches!(line.at(unit_at + 1), Lexeme::Era { .. }) { unit_at + 2 } else { unit_at + 1 };
            let number = number as i32;
            Some((Meaning::Century(if before { -number } else { number }), end))
        }
        _ => None,
    }
}

fn with_year(line: &Line<'_>, part: Part, end: usize, year: Year) -> Option<(Meaning, usize)> {
    let (year, end) = match year {
        Year::Absent => year_of(line, end).unwrap_or((Year::Absent, end)),
        year => (year, end),
    };
    Some((Meaning::Part(part, year), end))
}

/// The year after a part of a year: `2023`, `of 2023`, `last year`, `of fiscal 2023`, `’80`, *a year earlier*.
fn year_of(line: &Line<'_>, start: usize) -> Option<(Year, usize)> {
    let mut at = start;
    let of = line.is(at, Keyword::Of);
    if of {
        at += 1;
    }
    if line.is_mark(at, Mark::Comma) && !of {
        at += 1;
        return match line.at(at) {
            Lexeme::Digits { value: value @ 1500..2200, length: 4 } => Some((Year::Known(value as i32), at + 1)),
            _ => None,
        };
    }
    if line.is(at, Keyword::Fiscal) {
        at += 1;
    }
    match line.at(at) {
        Lexeme::Digits { value: value @ 1000..2200, length: 4 } => Some((Year::Known(value as i32), at + 1)),
        Lexeme::Digits { value, .. } => match line.at(at + 1) {
            Lexeme::Era { before } => Some((Year::Known(if before { -(value as i32) } else { value as i32 }), at + 2)),
            _ => None,
        },
        Lexeme::Cardinal(_) => {
            let (year, end) = numbers::spelled_year(line, at)?;
            Some((Year::Known(year as i32), end))
        }
        Lexeme::Mark(Mark::Apostrophe) if line.glued(at + 1) => match line.at(at + 1) {
            Lexeme::Digits { value, length: 2 } => Some((Year::Short(value as u8), at + 2)),
            _ => None,
        },
        Lexeme::Keyword(Keyword::A)
            if line.at(at + 1) == Lexeme::Unit(Unit::Year)
                && matches!(line.at(at + 2), Lexeme::Keyword(Keyword::Ago | Keyword::Earlier)) =>
        {
            Some((Year::Step(-1), at + 3))
        }
        Lexeme::Keyword(Keyword::Last | Keyword::This | Keyword::Next | Keyword::The | Keyword::That) => {
            let (steps, from, end) = steps::year(line, at)?;
            Some((if from == From::Text { Year::TextStep(steps) } else { Year::Step(steps) }, end))
        }
        _ => None,
    }
}

/// *year-earlier*, *the year-ago third quarter*, *the year-earlier period*.
pub(super) fn year_ago(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let end = at + 3;
    let year = Year::Step(-1);
    if let Some((number, after)) = numbers::ordinal(line, end)
        && let Some((meaning, end)) = numbered(line, number, after, year)
    {
        return Some((meaning, end));
    }
    let end = match line.at(end) {
        Lexeme::Unit(Unit::Quarter) => return Some((Meaning::Part(Part::Quarter(None), year), end + 1)),
        Lexeme::Keyword(Keyword::Period) => end + 1,
        _ => end,
    };
    Some((Meaning::Part(Part::SamePeriod, year), end))
}

/// *last year's third quarter*, *this year's quarter*, *last year's spring*.
pub(super) fn of_year(line: &Line<'_>, steps: i32, at: usize) -> Option<(Meaning, usize)> {
    if !is_possessive(line, at) {
        return None;
    }
    let year = Year::Step(steps);
    match line.at(at + 1) {
        Lexeme::Unit(Unit::Quarter) => Some((Meaning::Part(Part::Quarter(None), year), at + 2)),
        _ => {
            let (number, end) = numbers::ordinal(line, at + 1)?;
            numbered(line, number, end, year)
        }
    }
}

/// *the week of April 10*, *the first week of July*, *the third month of 2021*, *the first nine months of 2023*.
pub(super) fn unit_of(line: &Line<'_>, start: usize) -> Option<(Meaning, usize)> {
    let at = if line.is(start, Keyword::The) { start + 1 } else { start };
    if !matches!(line.at(at), Lexeme::Unit(Unit::Week)) || !line.is(at + 1, Keyword::Of) {
        return None;
    }
    let next = if line.is(at + 2, Keyword::The) { at + 3 } else { at + 2 };
    let (Meaning::Point(point), end) = points::date(line, next)? else { return None };
    point.day.is_some().then_some((Meaning::Part(Part::WeekOf(point.month, point.day), point.year), end))
}
