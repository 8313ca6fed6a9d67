//! Numbers in words and digits, and amounts: *twenty-four*, *2 1/2*, *a couple of*.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::Count;

/// A whole number, in words or digits, and the token after it.
pub(super) fn cardinal(line: &Line<'_>, start: usize) -> Option<(u32, usize)> {
    match line.at(start) {
        Lexeme::Digits { value, .. } => Some(grouped(line, start, value)),
        Lexeme::Cardinal(_) => spelled(line, start),
        Lexeme::Keyword(Keyword::A) if matches!(line.at(start + 1), Lexeme::Scale(_)) => {
            spelled_from(line, start + 1, 1)
        }
        _ => None,
    }
}

/// `1,000`: groups of three digits after commas belong to the number.
fn grouped(line: &Line<'_>, start: usize, first: u32) -> (u32, usize) {
    let (mut value, mut end) = (first, start + 1);
    while line.is_mark(end, Mark::Comma) && line.glued(end) && line.glued(end + 1) {
        let Lexeme::Digits { value: group, length: 3 } = line.at(end + 1) else { break };
        let Some(grown) = value.checked_mul(1000).and_then(|value| value.checked_add(group)) else { break };
        value = grown;
        end += 2;
    }
    (value, end)
}

fn spelled(line: &Line<'_>, start: usize) -> Option<(u32, usize)> {
    let (value, end) = below_hundred(line, start)?;
    if matches!(line.at(end), Lexeme::Scale(_)) { spelled_from(line, end, value) } else { Some((value, end)) }
}

/// *two* `hundred and ten`: from the first power of ten on.
fn spelled_from(line: &Line<'_>, start: usize, count: u32) -> Option<(u32, usize)> {
    let (mut total, mut count, mut at) = (0_u32, count, start);
    // *two hundred thousand and ten*: at most three powers of ten. A longer chain is not a number, and reading it from each of its tokens
    // would take quadratic time.
    for _ in 0..3 {
        let Lexeme::Scale(scale) = line.at(at) else { break };
        total = total.checked_add(count.checked_mul(scale)?)?;
        count = 0;
        at += 1;
        let rest = if line.is(at, Keyword::And) { at + 1 } else { at };
        match below_hundred(line, rest) {
            Some((value, end)) => (count, at) = (value, end),
            None => break,
        }
    }
    Some((total.checked_add(count)?, at))
}

/// *twenty-four*, *twenty four*, *seven*.
pub(super) fn below_hundred(line: &Line<'_>, start: usize) -> Option<(u32, usize)> {
    let Lexeme::Cardinal(value) = line.at(start) else { return None };
    if value >= 20 {
        let next = if line.is_mark(start + 1, Mark::Hyphen) { start + 2 } else { start + 1 };
        if let Lexeme::Cardinal(ones @ 1..=9) = line.at(next) {
            return Some((value + ones, next + 1));
        }
    }
    Some((value, start + 1))
}

/// *third*, *twenty-first*, *16th*.
pub(super) fn ordinal(line: &Line<'_>, start: usize) -> Option<(u32, usize)> {
    match line.at(start) {
        Lexeme::Ordinal(value) | Lexeme::DigitOrdinal(value) => Some((value, start + 1)),
        Lexeme::Cardinal(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) => {
            let next = if line.is_mark(start + 1, Mark::Hyphen) { start + 2 } else { start + 1 };
            match line.at(next) {
                Lexeme::Ordinal(ones @ 1..=9) => Some((tens + ones, next + 1)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// A year in words: *nineteen ninety-six*, *two thousand and five*, *twenty twenty-four*.
pub(super) fn spelled_year(line: &Line<'_>, start: usize) -> Option<(u32, usize)> {
    let Lexeme::Cardinal(first) = line.at(start) else { return None };
    match first {
        2 if line.at(start + 1) == Lexeme::Scale(1000) => {
            spelled(line, start).filter(|&(year, _)| (2000..2100).contains(&year))
        }
        16..=20 => {
            let next = if line.is_mark(start + 1, Mark::Hyphen) { start + 2 } else { start + 1 };
            let (rest, end) = below_hundred(line, next)?;
            (rest >= 10).then_some((first * 100 + rest, end))
        }
        _ => None,
    }
}

/// An amount of a unit: a number, a fraction, *a*, *several*, *two or three*.
pub(super) fn amount(line: &Line<'_>, start: usize) -> Option<(Count, usize)> {
    let of = |end: usize| if line.is(end, Keyword::Of) { end + 1 } else { end };
    match line.at(start) {
        Lexeme::Keyword(Keyword::A) => match line.at(start + 1) {
            Lexeme::Keyword(Keyword::Few | Keyword::Several) => Some((Count::Vague, start + 2)),
            Lexeme::Keyword(Keyword::Couple) => Some((Count::Exact(2), of(start + 2))),
            Lexeme::Keyword(Keyword::Half) => Some((Count::AndHalf(0), start + 2)),
            Lexeme::Scale(_) => cardinal(line, start).map(|(count, end)| (Count::Exact(count), end)),
            _ => Some((Count::Exact(1), start + 1)),
        },
        Lexeme::Keyword(Keyword::Couple) => Some((Count::Exact(2), of(start + 1))),
        Lexeme::Keyword(Keyword::Few | Keyword::Several) => Some((Count::Vague, start + 1)),
        Lexeme::Keyword(Keyword::Hundreds) if line.is(start + 1, Keyword::Of) => Some((Count::Vague, start + 2)),
        Lexeme::Keyword(Keyword::Half) if line.is(start + 1, Keyword::A) => Some((Count::AndHalf(0), start + 2)),
        _ => {
            let (value, end) = cardinal(line, start)?;
            Some(
                fraction(line, value, end)
                    .or_else(|| and_more(line, value, end))
                    .or_else(|| up_to(line, end))
                    .unwrap_or((Count::Exact(value), end)),
            )
        }
    }
}

/// `2 1/2`, `2.5`, *two and a half*.
fn fraction(line: &Line<'_>, value: u32, end: usize) -> Option<(Count, usize)> {
    let digit = |token: usize, wanted: u32| matches!(line.at(token), Lexeme::Digits { value, .. } if value == wanted);
    let dash = usize::from(line.is_dash(end));
    let at = end + dash;
    if digit(at, 1) && line.is_mark(at + 1, Mark::Slash) && digit(at + 2, 2) {
        return Some((Count::AndHalf(value), at + 3));
    }
    if line.is(end, Keyword::And) && line.is(end + 1, Keyword::A) && line.is(end + 2, Keyword::Half) {
        return Some((Count::AndHalf(value), end + 3));
    }
    // *three-and-a-half years*
    if line.is_dash(end)
        && line.is(end + 1, Keyword::And)
        && line.is_dash(end + 2)
        && line.is(end + 3, Keyword::A)
        && line.is_dash(end + 4)
        && line.is(end + 5, Keyword::Half)
    {
        return Some((Count::AndHalf(value), end + 6));
    }
    if line.is_mark(end, Mark::Dot) && line.glued(end) && line.glued(end + 1) {
        return match line.at(end + 1) {
            Lexeme::Digits { value: 5, length: 1 } => Some((Count::AndHalf(value), end + 2)),
            Lexeme::Digits { value: fraction, length: digits } => {
                Some((Count::Decimal { whole: value, fraction, digits }, end + 2))
            }
            _ => None,
        };
    }
    None
}

/// *three-plus*, *20-odd*.
fn and_more(line: &Line<'_>, value: u32, end: usize) -> Option<(Count, usize)> {
    let at = end + usize::from(line.is_dash(end));
    line.is_in(at, &line.sets().about_after_count).then_some((Count::Exact(value), at + 1))
}

/// *two to three*, *18-20*: the value is vague.
fn up_to(line: &Line<'_>, end: usize) -> Option<(Count, usize)> {
    if !(line.is(end, Keyword::To) || line.is(end, Keyword::Or) || line.is_dash(end)) {
        return None;
    }
    let (_, end) = cardinal(line, end + 1)?;
    Some((Count::Vague, end))
}
