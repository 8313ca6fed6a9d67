//! Repetitions: *every Friday*, *twice a year*, *annually*, *Tuesday nights*.

use super::numbers;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Clock, Count, Found, Meaning, Repetition, Unit};
use crate::text::TokenKind;

/// A repetition, and the token after it.
pub(super) fn set(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let found = |repetition, end| Some((Found::new(Meaning::Repetition(repetition)), end));
    let once = Count::Exact(1);
    match line.at(start) {
        Lexeme::Keyword(Keyword::Every | Keyword::Each) => every(line, start + 1),
        // *a quarterly magazine*, *its quarterly dividend*: a kind of it.
        Lexeme::Frequency(Unit::Quarter)
            if line.is(start + 1, Keyword::Of)
                || line.is(start.wrapping_sub(1), Keyword::A) && line.kind(start + 1) == Some(TokenKind::Lower)
                || (1..=2).any(|next| line.is_in(start + next, &line.sets().figures_of_quarters)) =>
        {
            None
        }
        // *an annual rate of 3 percent*: a measure.
        Lexeme::Frequency(Unit::Year) if line.is_in(start + 1, &line.sets().measures_with_frequency) => None,
        // *The Daily News*, *Oslo Weekly*
        Lexeme::Frequency(_)
            if line.is_capital(start)
                && (line.is_capital(start + 1) && line.at(start + 1) == Lexeme::Other
                    || start > 0 && line.is_capital(start - 1) && line.before(start) == Lexeme::Other) =>
        {
            None
        }
        Lexeme::Frequency(unit) => found(Repetition::Every { count: once, unit }, start + 1),
        // *the Venice Biennial*
        Lexeme::Often { .. } if line.is_capital(start) && !line.begins_sentence(start) => None,
        Lexeme::Often { count, unit } => {
            found(Repetition::Every { count: Count::Exact(count.into()), unit }, start + 1)
        }
        Lexeme::Weekdays(weekday) => match line.at(start + 1) {
            Lexeme::PartsOfDay(part) | Lexeme::PartOfDay(part) => timed(Repetition::Weekday(weekday), part, start + 2),
            _ => found(Repetition::Weekday(weekday), start + 1),
        },
        Lexeme::Weekday { number, .. } if is_of_opening_hours(line, start) => {
            found(Repetition::Weekday(number), start + 1)
        }
        Lexeme::Weekday { number, .. } => match line.at(start + 1) {
            Lexeme::PartsOfDay(part) => timed(Repetition::Weekday(number), part, start + 2),
            // *Monday* `and Tuesday nights`
            Lexeme::Keyword(Keyword::And | Keyword::Or) if matches!(line.at(start + 2), Lexeme::Weekday { .. }) => {
                match line.at(start + 3) {
                    Lexeme::PartsOfDay(part) => timed(Repetition::Weekday(number), part, start + 1),
                    _ => None,
                }
            }
            _ => None,
        },
        // *in the mornings*
        Lexeme::PartsOfDay(part) if line.is(start.wrapping_sub(1), Keyword::The) => {
            timed(Repetition::Day, part, start + 1)
        }
        Lexeme::Units(Unit::Weekend) => found(Repetition::Weekend, start + 1),
        Lexeme::Keyword(Keyword::Per) => match line.at(start + 1) {
            Lexeme::Unit(unit) if unit >= Unit::Day => found(Repetition::Every { count: once, unit }, start + 2),
            // *per annum*
            Lexeme::Other if line.is_in(start + 1, &line.sets().years_of_rates) => {
                found(Repetition::Every { count: once, unit: Unit::Year }, start + 2)
            }
            _ => None,
        },
        // *day by day*, *year after year*
        Lexeme::Unit(unit) if let Some(end) = again(line, start, unit) => {
            found(Repetition::Every { count: once, unit }, end)
        }
        // *a $7 billion-*`a-year`* industry*
        Lexeme::Keyword(Keyword::A)
            if let Lexeme::Unit(unit) = line.at(start + 2)
                && unit >= Unit::Day
                && line.is_dash(start + 1)
                && line.is_dash(start.wrapping_sub(1))
                && line.glued(start) =>
        {
            found(Repetition::Every { count: once, unit }, start + 3)
        }
        Lexeme::Keyword(Keyword::Twice) => times(line, start + 1),
        // *two metres a day*, *$5 an hour*
        Lexeme::Keyword(Keyword::A)
            if let Lexeme::Unit(unit) = line.at(start + 1)
                && unit >= Unit::Day
                && is_rate(line, start, start + 2) =>
        {
            found(Repetition::Every { count: once, unit }, start + 2)
        }
        Lexeme::Cardinal(_) | Lexeme::Digits { .. } => {
            let (_, end) = numbers::cardinal(line, start)?;
            if line.is(end, Keyword::Times) { times(line, end + 1) } else { days_of_each(line, end) }
        }
        _ => None,
    }
}

/// *day* `by day`, *day*`-by-day`, *year* `after year`: the token after it.
fn again(line: &Line<'_>, start: usize, unit: Unit) -> Option<usize> {
    let dash = line.is_dash(start + 1) && line.glued(start + 1);
    let joint = start + 1 + usize::from(dash);
    let last = joint + 1 + usize::from(line.is_dash(joint + 1) && line.glued(joint + 1));
    // *the day after day one*, *one year after year two*, *horses that year after year win*
    let determined = !dash
        && matches!(
            line.before(start),
            Lexeme::Keyword(
                Keyword::The
                    | Keyword::After
                    | Keyword::By
                    | Keyword::A
                    | Keyword::Possessive
                    | Keyword::Each
                    | Keyword::Every
                    | Keyword::That
            ) | Lexeme::Cardinal(_)
                | Lexeme::Digits { .. }
        );
    // *the day after day one*, *year after year after year*
    let goes_on = matches!(
        line.at(last + 1),
        Lexeme::Cardinal(_) | Lexeme::Digits { .. } | Lexeme::Keyword(Keyword::After | Keyword::By)
    );
    let joined = matches!(line.at(joint), Lexeme::Keyword(Keyword::By | Keyword::After));
    (joined && line.at(last) == Lexeme::Unit(unit) && unit >= Unit::Hour && !determined && !goes_on).then_some(last + 1)
}

/// *five* `days a week`, *three* `nights per month`.
fn days_of_each(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    let days = matches!(
        line.at(at),
        Lexeme::Units(Unit::Day | Unit::Week | Unit::Month)
            | Lexeme::PartsOfDay(crate::dates::meaning::PartOfDay::Night)
    );
    let each = matches!(line.at(at + 1), Lexeme::Keyword(Keyword::A | Keyword::Per | Keyword::Each | Keyword::Every));
    let Lexeme::Unit(unit) = line.at(at + 2) else { return None };
    // *two days a week ago*
    let counted = matches!(
        line.at(at + 3),
        Lexeme::Keyword(
            Keyword::Ago | Keyword::Earlier | Keyword::Later | Keyword::Before | Keyword::After | Keyword::From
        )
    );
    let repetition = Repetition::Every { count: Count::Exact(1), unit };
    (days && each && unit >= Unit::Week && !counted).then(|| (Found::new(Meaning::Repetition(repetition)), at + 3))
}

/// *Open* `Monday` *to* `Friday`
fn is_of_opening_hours(line: &Line<'_>, start: usize) -> bool {
    let reaches = |at: usize| {
        line.is_dash(at) || matches!(line.at(at), Lexeme::Keyword(Keyword::To | Keyword::Through | Keyword::And))
    };
    let is_weekday = |at: usize| matches!(line.at(at), Lexeme::Weekday { .. });
    let first = if reaches(start.wrapping_sub(1)) && is_weekday(start.wrapping_sub(2)) {
        start - 2
    } else if reaches(start + 1) && is_weekday(start + 2) {
        start
    } else {
        return false;
    };
    let before = first.wrapping_sub(1 + usize::from(line.is(first.wrapping_sub(1), Keyword::From)));
    line.is_in(before, &line.sets().openers_of_hours)
}

/// Whether an amount stands right before *a day*, and nothing after it that would make it a date or a length: *two metres a day*, but not
/// *two metres a day later*.
fn is_rate(line: &Line<'_>, start: usize, end: usize) -> bool {
    let before = start.wrapping_sub(1);
    let amount = matches!(line.at(before), Lexeme::Digits { .. } | Lexeme::Cardinal(_) | Lexeme::Scale(_))
        || line.at(before) == Lexeme::Other
            && line.kind(before) == Some(TokenKind::Lower)
            && line.sets().plural_endings.is_ending_of(line.written(before))
            && matches!(
                line.before(before),
                Lexeme::Digits { .. } | Lexeme::Cardinal(_) | Lexeme::Scale(_) | Lexeme::Keyword(Keyword::Few)
            );
    amount && super::boundaries::ends_clause(line, end)
}

fn timed(repetition: Repetition, part: crate::dates::meaning::PartOfDay, end: usize) -> Option<(Found, usize)> {
    let clock = Some(Clock::Part(part));
    Some((Found { clock, ..Found::new(Meaning::Repetition(repetition)) }, end))
}

/// *twice* `a year`, *three times* `every week`.
fn times(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    match (line.at(at), line.at(at + 1)) {
        (Lexeme::Keyword(Keyword::A | Keyword::Per | Keyword::Every | Keyword::Each), Lexeme::Unit(unit)) => {
            let repetition = Repetition::Every { count: Count::Exact(1), unit };
            Some((Found::new(Meaning::Repetition(repetition)), at + 2))
        }
        (Lexeme::Frequency(_), _) => set(line, at),
        _ => None,
    }
}

/// *every* `two years`, `Friday`, `other week`, `morning`, `summer`.
fn every(line: &Line<'_>, at: usize) -> Option<(Found, usize)> {
    let found = |repetition, end| Some((Found::new(Meaning::Repetition(repetition)), end));
    match line.at(at) {
        Lexeme::Unit(unit) => found(Repetition::Every { count: Count::Exact(1), unit }, at + 1),
        Lexeme::Keyword(Keyword::Another) => match line.at(at + 1) {
            Lexeme::Unit(unit) => found(Repetition::Every { count: Count::Exact(2), unit }, at + 2),
            _ => None,
        },
        Lexeme::Weekday { number, .. } => match line.at(at + 1) {
            Lexeme::PartOfDay(part) => timed(Repetition::Weekday(number), part, at + 2),
            _ => found(Repetition::Weekday(number), at + 1),
        },
        // *every single day*, *every working day*
        Lexeme::Keyword(Keyword::UnitAdjective) if let Lexeme::Unit(unit) = line.at(at + 1) => {
            found(Repetition::Every { count: Count::Exact(1), unit }, at + 2)
        }
        Lexeme::Month { number, .. } => found(Repetition::Month(number), at + 1),
        Lexeme::Season(season) => found(Repetition::Season(season), at + 1),
        Lexeme::PartOfDay(part) => timed(Repetition::Day, part, at + 1),
        _ => {
            let (count, end) = numbers::amount(line, at)?;
            let end = if line.is_mark(end, Mark::Hyphen) { end + 1 } else { end };
            match line.at(end) {
                Lexeme::Unit(unit) | Lexeme::Units(unit) => found(Repetition::Every { count, unit }, end + 1),
                _ => None,
            }
        }
    }
}
