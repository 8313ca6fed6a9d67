//! Calendar units relative to another date: *last week*, *the following year*, *the year*, *the day before*.

use super::boundaries::ends_clause;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Count, From, Meaning, Pointer, Unit};
use crate::text::TokenKind;

/// *the* `day before yesterday`, `day before`, `year after`.
pub(super) fn around_day(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let Lexeme::Unit(unit) = line.at(at) else { return None };
    let forward = match line.at(at + 1) {
        Lexeme::Keyword(Keyword::Before) => false,
        Lexeme::Keyword(Keyword::After) => true,
        // *the day prior*, but not *the day prior to the vote*
        Lexeme::Keyword(Keyword::Previous)
            if unit >= Unit::Day && ends_clause(line, at + 2) && !line.is(at + 2, Keyword::To) =>
        {
            return Some((Meaning::Step { unit, steps: -1, from: From::Text }, at + 2));
        }
        // *the day following*, but not *the day following the vote*
        Lexeme::Keyword(Keyword::Following)
            if unit == Unit::Day
                && !matches!(
                    line.at(at + 2),
                    Lexeme::Keyword(Keyword::The | Keyword::A | Keyword::That | Keyword::Possessive)
                )
                && !line.is_capital(at + 2) =>
        {
            return Some((Meaning::Step { unit, steps: 1, from: From::Text }, at + 2));
        }
        _ => return None,
    };
    match (unit, forward, line.at(at + 2)) {
        (Unit::Day, false, Lexeme::DayWord(-1)) => return Some((Meaning::Days(-2), at + 3)),
        (Unit::Day, true, Lexeme::DayWord(1)) => return Some((Meaning::Days(2), at + 3)),
        _ => {}
    }
    if line.is(at + 2, Keyword::Next) || line.is(at + 2, Keyword::Last) {
        let steps = if line.is(at + 2, Keyword::Next) { 2 } else { -2 };
        return Some((Meaning::Step { unit, steps, from: From::Published }, at + 3));
    }
    // *the day after the vote* is relative to the vote; only at the end of a clause is it relative to a date.
    if unit < Unit::Day {
        return None;
    }
    if unit != Unit::Day && !ends_clause(line, at + 2) {
        // *in the year after the accident*: its length.
        let length = Meaning::Length { count: Count::Exact(1), unit, rest: None };
        return matches!(unit, Unit::Week | Unit::Month | Unit::Year).then_some((length, at + 1));
    }
    let steps = if forward { 1 } else { -1 };
    let from = if ends_clause(line, at + 2) { From::Text } else { From::Event };
    Some((Meaning::Step { unit, steps, from }, at + 2))
}

/// Words such as *last* or *this past* before a calendar unit or a named date.
pub(super) struct Pointing {
    /// The direction.
    pub pointer: Pointer,
    /// The first token.
    pub keyword: Keyword,
    /// Whether they begin with *the*.
    pub the: bool,
    /// Whether the year is a fiscal year.
    pub fiscal: bool,
    /// The token after them.
    pub end: usize,
}

/// The pointer that begins with this token, if any.
pub(super) fn pointing(line: &Line<'_>, start: usize, the: bool) -> Option<Pointing> {
    let Lexeme::Keyword(keyword) = line.at(start) else { return None };
    let mut pointer = match keyword {
        Keyword::Last | Keyword::Past => Pointer::Last,
        Keyword::This | Keyword::Current | Keyword::These | Keyword::Latest => Pointer::This,
        Keyword::All if the && line.at(start + 1) == Lexeme::Unit(Unit::Year) => Pointer::This,
        Keyword::Next | Keyword::Coming => Pointer::Next,
        Keyword::Previous => Pointer::Previous,
        Keyword::Following => Pointer::Following,
        Keyword::That | Keyword::Same => Pointer::That,
        _ => return None,
    };
    // *says that night flights will*, *said that last week they*: the word joins clauses.
    // *horses that year after year win*
    let again =
        matches!(line.at(start + 2), Lexeme::Keyword(Keyword::After)) && line.at(start + 3) == line.at(start + 1);
    let joins = keyword == Keyword::That && (is_after_saying(line, start) && !ends_clause(line, start + 2) || again);
    if joins || is_title(line, start) {
        return None;
    }
    let mut end = start + 1;
    // *this past week*, *this coming Sunday*, *that same day*
    if matches!(keyword, Keyword::This | Keyword::That) {
        match line.at(end) {
            Lexeme::Keyword(Keyword::Past | Keyword::Last) => (pointer, end) = (Pointer::Last, end + 1),
            Lexeme::Keyword(Keyword::Coming | Keyword::Next) => (pointer, end) = (Pointer::Next, end + 1),
            Lexeme::Keyword(Keyword::Same) => (pointer, end) = (Pointer::That, end + 1),
            _ => {}
        }
    }
    let counts = matches!(
        line.at(end),
        Lexeme::Unit(_)
            | Lexeme::Units(_)
            | Lexeme::Cardinal(_)
            | Lexeme::Digits { .. }
            | Lexeme::Keyword(Keyword::Few | Keyword::Several | Keyword::Couple)
    );
    if keyword == Keyword::Past && !the && !counts {
        return None;
    }
    // *this school year*
    let kind = line.is(end, Keyword::UnitAdjective)
        || line.is_in(end, &line.sets().kinds_of_year) && line.at(end + 1) == Lexeme::Unit(Unit::Year);
    if kind && matches!(line.at(end + 1), Lexeme::Unit(_)) {
        end += 1;
    }
    // *this horrible year*
    if keyword == Keyword::This && end == start + 1 && is_described(line, end) {
        end += 1;
    }
    let fiscal = line.is(end, Keyword::Fiscal);
    Some(Pointing { pointer, keyword, the, fiscal, end: if fiscal { end + 1 } else { end } })
}

/// *this* `horrible` *year*: an adjective before a unit of the calendar.
fn is_described(line: &Line<'_>, at: usize) -> bool {
    line.at(at) == Lexeme::Other
        && line.kind(at) == Some(TokenKind::Lower)
        && !line.is_in(at, &line.sets().passed_after_date)
        && matches!(line.at(at + 1), Lexeme::Unit(Unit::Week | Unit::Month | Unit::Year))
        && !line.is_dash(at + 2)
}

/// `"This Week"` in quotation marks is a programme.
fn is_title(line: &Line<'_>, start: usize) -> bool {
    let quoted = line.is_mark(start.wrapping_sub(1), Mark::Quote)
        && (line.is_mark(start + 2, Mark::Quote) || line.is_capital(start + 2));
    let before_quote = line.is_mark(start + 2, Mark::Comma) && line.is_mark(start + 3, Mark::Quote);
    line.is_capital(start + 1) && (quoted || before_quote)
}

/// Whether a reporting verb precedes *that*.
fn is_after_saying(line: &Line<'_>, that: usize) -> bool {
    line.is_in(that.wrapping_sub(1), &line.sets().saying_before_that)
}

/// *last week*, *the following year*.
pub(super) fn step(unit: Unit, pointer: Pointer, word: Keyword) -> Option<Meaning> {
    // *the last day to enrol* does not mean yesterday.
    if unit == Unit::Day && word == Keyword::Last {
        return None;
    }
    // *in the next hour*; but *the last minute* is an idiom.
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
    // *the next day* continues a narrative; it never means tomorrow.
    let from = if unit == Unit::Day && word == Keyword::Next { From::Text } else { from };
    // *the past year*, *the past week*: the duration up to now.
    if word == Keyword::Past {
        return Some(Meaning::Length { count: Count::Exact(1), unit, rest: None });
    }
    Some(Meaning::Step { unit, steps, from })
}

/// *the* `year`, *the* `week`: the current one. A unit with a prepositional phrase (*the year of the ox*) is not a date.
pub(super) fn running(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    let Lexeme::Unit(unit) = line.at(at) else { return None };
    if !matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Decade | Unit::Century)
        || line.is(at + 1, Keyword::Of) && !line.is_mark(at + 2, Mark::Currency)
        || is_in_name(line, at)
    {
        return None;
    }
    // *the day of the week*, *the year Rome fell*
    let of = line.is(at.wrapping_sub(2), Keyword::Of);
    let part = of && matches!(line.at(at.wrapping_sub(3)), Lexeme::Unit(_));
    // *Person of the Year*, *The Week*: a title.
    if line.is_capital(at) && unit != Unit::Day {
        return None;
    }
    // *the posters of the day*, *on the day in question*
    let vague = of && line.at(at.wrapping_sub(3)) == Lexeme::Other && line.is_word(at.wrapping_sub(3))
        || line.is_in(at + 2, &line.sets().nouns_of_what_is_meant) && line.is(at + 1, Keyword::In)
        || line.is_in(at.wrapping_sub(2), &line.sets().verbs_of_winning);
    if unit == Unit::Day && vague {
        return None;
    }
    // *At the end of the day,*
    let idiom = unit == Unit::Day && line.is(at.wrapping_sub(3), Keyword::End) && line.is_mark(at + 1, Mark::Comma);
    // *moment of the year*: a prize.
    let prize = of && unit == Unit::Year && line.is_in(at.wrapping_sub(3), &line.sets().nouns_of_prizes);
    if part || prize || idiom || unit == Unit::Day && !ends_clause(line, at + 1) || is_told_by_clause(line, at) {
        return None;
    }
    let from = if unit == Unit::Day { From::Text } else { From::Published };
    Some((Meaning::Step { unit, steps: 0, from }, at + 1))
}

/// *the Century City towers*, *the year-round course*
pub(super) fn is_in_name(line: &Line<'_>, unit: usize) -> bool {
    line.is_capital(unit) && line.is_capital(unit + 1) && line.at(unit + 1) == Lexeme::Other
        || line.is_mark(unit + 1, Mark::Hyphen)
}

/// Whether a relative clause follows: *2015, the year the bridge was built*, *the week he resigned*.
fn is_told_by_clause(line: &Line<'_>, unit: usize) -> bool {
    let apposition = line.is_mark(unit.wrapping_sub(2), Mark::Comma);
    let in_which = line.is(unit + 1, Keyword::In) && line.is_in(unit + 2, &line.sets().relative_pronouns);
    in_which
        || line.is_in(unit + 1, &line.sets().subject_pronouns)
        || apposition
            && (line.is_in(unit + 1, &line.sets().openers_of_relative_clause)
                || line.is_capital(unit + 1) && line.at(unit + 1) == Lexeme::Other)
}

/// A year relative to that of the publication or of the text, and the token after it: *last year*, *the year before*, *that year*.
pub(super) fn year(line: &Line<'_>, start: usize) -> Option<(i32, From, usize)> {
    let (meaning, end) = match line.at(start) {
        Lexeme::Keyword(Keyword::The) => around_day(line, start + 1)
            .or_else(|| pointed_year(line, start + 1, true))
            .or_else(|| running_year(line, start + 1))?,
        _ => pointed_year(line, start, false)?,
    };
    match meaning {
        Meaning::Step { unit: Unit::Year, steps, from: from @ (From::Published | From::Text) } => {
            Some((steps, from, end))
        }
        _ => None,
    }
}

fn pointed_year(line: &Line<'_>, start: usize, the: bool) -> Option<(Meaning, usize)> {
    let Pointing { pointer, keyword, fiscal, end, .. } = pointing(line, start, the)?;
    let ago = line.is_dash(end + 1) && matches!(line.at(end + 2), Lexeme::Keyword(Keyword::Earlier | Keyword::Ago));
    if line.at(end) != Lexeme::Unit(Unit::Year) || ago || fiscal || keyword == Keyword::These {
        return None;
    }
    Some((step(Unit::Year, pointer, keyword)?, end + 1))
}

fn running_year(line: &Line<'_>, at: usize) -> Option<(Meaning, usize)> {
    // *the year ended June 30* is a duration, and *the year 2000* is not relative.
    let told = line.is_in(at + 1, &line.sets().participles_of_end)
        || matches!(line.at(at + 1), Lexeme::Digits { .. } | Lexeme::Cardinal(_));
    if told { None } else { running(line, at) }
}
