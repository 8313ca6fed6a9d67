//! Durations, and dates at such a distance: *two days*, *a year ago*, *three weeks later*.

use super::boundaries::{ends_clause, is_age};
use super::{compounds, numbers, periods};
use crate::annotations::DateModifier;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{Count, Found, From, Meaning, Unit};

/// A duration or a distance, and the token after it.
pub(super) fn length(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let (modifier, at) = approximately(line, start);
    let (mut found, mut end) = measured(line, at)?;
    if let Some(longer) =
        compounds::ago_today(line, found, end).or_else(|| compounds::weeks_from_weekday(line, at, found, end))
    {
        (found, end) = longer;
    }
    found.modifier = modifier;
    Some((found, end))
}

/// *nearly*, *at least*, *more than*: modifiers before an amount, which are part of the expression.
fn approximately(line: &Line<'_>, start: usize) -> (Option<DateModifier>, usize) {
    let at = match line.at(start) {
        Lexeme::Keyword(Keyword::Just)
            if matches!(line.at(start + 1), Lexeme::Keyword(Keyword::Over | Keyword::Under)) =>
        {
            start + 1
        }
        _ => start,
    };
    let word = |token: usize| match line.at(token) {
        Lexeme::Keyword(word) => Some(word),
        _ => None,
    };
    match (word(at), word(at + 1), word(at + 2)) {
        (Some(Keyword::No), Some(Keyword::More), Some(Keyword::Than)) => (Some(DateModifier::EqualOrLess), at + 3),
        (Some(Keyword::No), Some(Keyword::Less), Some(Keyword::Than)) => (Some(DateModifier::EqualOrMore), at + 3),
        (Some(Keyword::More), Some(Keyword::Than), _) => (Some(DateModifier::MoreThan), at + 2),
        (Some(Keyword::Less), Some(Keyword::Than), _) => (Some(DateModifier::LessThan), at + 2),
        (Some(Keyword::At), Some(Keyword::Least), _) => (Some(DateModifier::EqualOrMore), at + 2),
        (Some(Keyword::At), Some(Keyword::Most), _) => (Some(DateModifier::EqualOrLess), at + 2),
        (Some(Keyword::Up), Some(Keyword::To), _) => (Some(DateModifier::EqualOrLess), at + 2),
        (Some(Keyword::About), ..) => (Some(DateModifier::Approximate), at + 1),
        (Some(Keyword::Nearly), ..) => (Some(DateModifier::LessThan), at + 1),
        (Some(Keyword::Over), ..) if at > start => (Some(DateModifier::MoreThan), at + 1),
        (Some(Keyword::Under), ..) => (Some(DateModifier::LessThan), at + 1),
        _ => (None, start),
    }
}

fn measured(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    // *16hrs*, *24hr care*
    if let Lexeme::Hours { value, length: 1 | 2 } = line.at(start) {
        return distance(line, start, Count::Exact(value), Unit::Hour, None, start + 1);
    }
    if let Some(found) = adjective(line, start) {
        return Some(found);
    }
    // Only a plural: *years*, *months ago*.
    if let Lexeme::Units(unit) = line.at(start) {
        return plural(line, start, unit);
    }
    let the = line.is(start, Keyword::The);
    let mut at = if the || matches!(line.at(start), Lexeme::Keyword(Keyword::Another)) { start + 1 } else { start };
    if the {
        // *the first nine months*, *the full five years*, *the nine months*
        if let Lexeme::Ordinal(1) | Lexeme::Keyword(Keyword::All | Keyword::Latest) = line.at(at) {
            at += 1;
        }
        let half = periods::two_quarters(line, start + 1).is_some();
        if half || matches!(line.at(at), Lexeme::Unit(_) | Lexeme::Keyword(Keyword::A)) {
            return None;
        }
    }
    // *the other day*: some day ago.
    if line.is(start, Keyword::Another) && line.is(start.wrapping_sub(1), Keyword::The) {
        return None;
    }
    let (count, end) = match line.at(start) {
        Lexeme::Keyword(Keyword::Another) if matches!(line.at(at), Lexeme::Unit(_)) => (Count::Exact(1), at),
        Lexeme::Keyword(Keyword::All) => match line.at(start + 1) {
            // *in her first full year*: one of several, not a length.
            Lexeme::Unit(_) if matches!(line.before(start), Lexeme::Ordinal(_)) => return None,
            Lexeme::Unit(_) => (Count::Exact(1), start + 1),
            _ => return None,
        },
        _ => numbers::amount(line, at)?,
    };
    if the && let Some(found) = before_or_after(line, count, end) {
        return Some(found);
    }
    // *a weeks-long search*: the article belongs to the search.
    if line.is(start, Keyword::A) && end == start + 1 && matches!(line.at(end), Lexeme::Units(_)) {
        return None;
    }
    if is_some_day(line, start, end) {
        return None;
    }
    let (unit, hyphen, end) = unit_after(line, end)?;
    // *World Cup 2018 day five*: a year, not an amount.
    let year = matches!(line.at(end.saturating_sub(2)), Lexeme::Digits { value: 1900..2100, length: 4 });
    // *zero-hours contracts*, *the Six-Day War*
    let named = hyphen && (count == Count::Exact(0) || is_name_of_event(line, start, end));
    let grade = line.is_in(start.wrapping_sub(1), &line.sets().numbered_before_unit);
    if named
        || is_age(line, end)
        || grade
        || year && !hyphen && matches!(line.at(end.saturating_sub(1)), Lexeme::Unit(_))
    {
        return None;
    }
    // *a second*, *the minute* and *one-night* without a number are not durations; `2000 years` is.
    let (rest, end) = further(line, unit, end);
    let end = if count == Count::Exact(1)
        && line.is(end, Keyword::And)
        && line.is(end + 1, Keyword::A)
        && line.is(end + 2, Keyword::Half)
    {
        return distance(line, start, Count::AndHalf(1), unit, None, end + 3);
    } else {
        end
    };
    if hyphen && unit == Unit::Quarter {
        return None;
    }
    if hyphen {
        // *the two-day visit*: the article belongs to the visit.
        if the {
            return None;
        }
        return Some((Found::new(Meaning::Length { count, unit, rest }), end));
    }
    if the {
        // *the nine months* is a business period and includes its article; *the two hours that they spent* does not.
        let period = unit == Unit::Month || at > start + 1;
        return period.then_some((Found::new(Meaning::Length { count, unit, rest }), end));
    }
    distance(line, start, count, unit, rest, end)
}

/// *a* `single-day` *record*, *a* `monthslong` *process*: an adjective that tells a length by itself.
fn adjective(line: &Line<'_>, start: usize) -> Option<(Found, usize)> {
    let found = |count, unit, end| Some((Found::new(Meaning::Length { count, unit, rest: None }), end));
    match (line.at(start), line.at(start + 2)) {
        (Lexeme::Lasting(unit), _) => found(Count::Vague, unit, start + 1),
        (_, Lexeme::Unit(unit))
            if unit >= Unit::Hour
                && line.is_in(start, &line.sets().adjectives_of_one)
                && line.is_mark(start + 1, Mark::Hyphen)
                && line.glued(start + 1) =>
        {
            found(Count::Exact(1), unit, start + 3)
        }
        _ => None,
    }
}

/// *on the two* `previous days`: the length of the amount before it.
fn before_or_after(line: &Line<'_>, count: Count, at: usize) -> Option<(Found, usize)> {
    let (
        Lexeme::Keyword(Keyword::Previous | Keyword::Following | Keyword::Past | Keyword::Coming | Keyword::Next),
        Lexeme::Units(unit),
    ) = (line.at(at), line.at(at + 1))
    else {
        return None;
    };
    Some((Found::new(Meaning::Length { count, unit, rest: None }), at + 2))
}

/// *the* `Six-Day` *War*: capitals inside a sentence, and another one behind them.
fn is_name_of_event(line: &Line<'_>, start: usize, end: usize) -> bool {
    line.is_capital(start)
        && !line.is_capital(start.wrapping_sub(1))
        && !line.begins_sentence(start)
        && line.is_capital(end.saturating_sub(1))
        && line.is_capital(end)
        && line.at(end) == Lexeme::Other
}

/// *she hopes* `one day` *to win*: not its length.
fn is_some_day(line: &Line<'_>, start: usize, end: usize) -> bool {
    line.at(start) == Lexeme::Cardinal(1)
        && line.at(end) == Lexeme::Unit(Unit::Day)
        && !matches!(line.before(start), Lexeme::Keyword(_))
        // *one day nearer to the vote*
        && !line.is_in(end + 1, &line.sets().comparatives_of_distance)
        && !matches!(
            line.at(end + 1),
            Lexeme::Keyword(Keyword::Before | Keyword::After | Keyword::Later | Keyword::Ago | Keyword::Earlier)
        )
}

/// The unit of an amount: *days*, *-day*, *more years*, *trading days*.
fn unit_after(line: &Line<'_>, at: usize) -> Option<(Unit, bool, usize)> {
    let hyphen = line.is_mark(at, Mark::Hyphen);
    let mut at = if hyphen { at + 1 } else { at };
    if let Lexeme::Keyword(Keyword::More | Keyword::UnitAdjective | Keyword::All | Keyword::Another | Keyword::Fiscal) =
        line.at(at)
    {
        at += 1;
    }
    match line.at(at) {
        Lexeme::Unit(unit) | Lexeme::Units(unit) => Some((unit, hyphen, at + 1)),
        // *a 30-second clip*
        Lexeme::Ordinal(2)
            if hyphen
                && matches!(line.at(at.wrapping_sub(2)), Lexeme::Digits { .. })
                && line.is_in(at, &line.sets().seconds_of_time) =>
        {
            Some((Unit::Second, hyphen, at + 1))
        }
        Lexeme::PartsOfDay(crate::dates::meaning::PartOfDay::Night) => Some((Unit::Night, hyphen, at + 1)),
        Lexeme::PartOfDay(crate::dates::meaning::PartOfDay::Night) if hyphen => Some((Unit::Night, hyphen, at + 1)),
        _ => None,
    }
}

/// *three hours* `and 30 minutes`.
fn further(line: &Line<'_>, unit: Unit, end: usize) -> (Option<(u32, Unit)>, usize) {
    let at = if line.is(end, Keyword::And) || line.is_mark(end, Mark::Comma) { end + 1 } else { end };
    if let Some((count, after)) = numbers::cardinal(line, at)
        && let Lexeme::Units(smaller) | Lexeme::Unit(smaller) = line.at(after)
        && smaller < unit
    {
        return (Some((count, smaller)), after + 1);
    }
    (None, end)
}

/// The words after a duration: *ago* and *earlier* make it a distance back, *later* a distance forward.
fn distance(
    line: &Line<'_>,
    start: usize,
    count: Count,
    unit: Unit,
    rest: Option<(u32, Unit)>,
    end: usize,
) -> Option<(Found, usize)> {
    let away = |forward, from, end| Some((Found::new(Meaning::Away { count, unit, forward, from }), end));
    // *a year or so ago*
    let after = if line.is(end, Keyword::Or) && line.is_in(end + 1, &line.sets().approximators_after_or) {
        end + 2
    } else {
        end
    };
    if (count == Count::Vague || unit < Unit::Hour) && !matches!(line.at(after), Lexeme::Keyword(Keyword::Ago)) {
        return length_alone(line, start, count, unit, rest, end);
    }
    match line.at(after) {
        Lexeme::Keyword(Keyword::Ago) => away(false, From::Published, after + 1),
        // *two weeks earlier than usual*
        Lexeme::Keyword(Keyword::Earlier | Keyword::Later) if line.is(after + 1, Keyword::Than) => {
            length_alone(line, start, count, unit, rest, after + 1)
        }
        Lexeme::Keyword(Keyword::Earlier) => away(false, From::Text, after + 1),
        Lexeme::Keyword(Keyword::Later) => away(true, From::Text, after + 1),
        Lexeme::Keyword(Keyword::Hence) => away(true, From::Published, after + 1),
        Lexeme::Keyword(Keyword::From)
            if matches!(line.at(after + 1), Lexeme::Keyword(Keyword::Now) | Lexeme::DayWord(0)) =>
        {
            away(true, From::Published, after + 2)
        }
        Lexeme::Keyword(Keyword::Before) if ends_clause(line, after + 1) => away(false, From::Text, after + 1),
        Lexeme::Keyword(Keyword::After) if ends_clause(line, after + 1) => away(true, From::Text, after + 1),
        Lexeme::Other if line.is_in(after, &line.sets().adverbs_of_before) => away(false, From::Text, after + 1),
        Lexeme::Other if line.is_in(after, &line.sets().adverbs_of_after) => away(true, From::Text, after + 1),
        Lexeme::Mark(Mark::Hyphen)
            if count == Count::Exact(1)
                && matches!(line.at(after + 1), Lexeme::Keyword(Keyword::Earlier | Keyword::Ago)) =>
        {
            None
        }
        _ => length_alone(line, start, count, unit, rest, end),
    }
}

/// A duration that is not a distance.
fn length_alone(
    line: &Line<'_>,
    start: usize,
    count: Count,
    unit: Unit,
    rest: Option<(u32, Unit)>,
    end: usize,
) -> Option<(Found, usize)> {
    // *three quarters of*, *a quarter of the votes*: a fraction.
    if unit == Unit::Quarter
        && count != Count::Vague
        && (line.is(end, Keyword::Of) || line.is_dash(end.wrapping_sub(2)))
    {
        return None;
    }
    // *a year-end column*, *a year-round park*
    if unit == Unit::Year
        && line.is_mark(end, Mark::Hyphen)
        && line.is_in(end + 1, &line.sets().ends_of_year_adjectives)
    {
        return None;
    }
    // *at the age of three months*
    if line.is(start.wrapping_sub(1), Keyword::Of) && line.is_in(start.wrapping_sub(2), &line.sets().nouns_of_age) {
        return None;
    }
    // *a minute crack*, *he scored a century*
    let small = unit == Unit::Minute && line.at(end) == Lexeme::Other && line.is_word(end);
    let runs = unit == Unit::Century && line.is_in(start.wrapping_sub(1), &line.sets().verbs_of_runs);
    if (line.is(start, Keyword::A) || line.is(start, Keyword::Half)) && (small || runs) {
        return None;
    }
    // *a day without work*, *a day at the beach*: an event, not its duration.
    if line.is(start, Keyword::A) && line.is_in(end, &line.sets().after_eventful_day) {
        return None;
    }
    // *a day pass*: a kind of pass.
    if line.is(start, Keyword::A) && unit == Unit::Day && line.is_in(end, &line.sets().nouns_after_day) {
        return None;
    }
    if line.is(start, Keyword::A) && matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend) {
        return None;
    }
    Some((Found::new(Meaning::Length { count, unit, rest }), end))
}

/// *years*, *in recent months*, *weeks ago*, *decades later*.
fn plural(line: &Line<'_>, start: usize, unit: Unit) -> Option<(Found, usize)> {
    let end = start + 1;
    // *in the weeks ahead*, *over the years*
    let the = line.is(start.wrapping_sub(1), Keyword::The);
    let ahead = line.is(end, Keyword::Ahead) || line.is(end, Keyword::To) && line.is(end + 1, Keyword::Come);
    if the && unit >= Unit::Day && (ahead || line.is(start.wrapping_sub(2), Keyword::Over) && unit >= Unit::Month) {
        return Some((Found::new(Meaning::Length { count: Count::Vague, unit, rest: None }), end));
    }
    // *the decades-long conflict*
    if line.is_mark(end, Mark::Hyphen) && line.glued(end) && line.is_in(end + 1, &line.sets().lasting) {
        return Some((Found::new(Meaning::Length { count: Count::Vague, unit, rest: None }), end + 2));
    }
    // *the days that followed*, *in the months since*, *the years following the war*
    let followed = line.is_in(end, &line.sets().relatives_of_units)
        && line.is_in(end + 1, &line.sets().verbs_of_following)
        || matches!(line.at(end), Lexeme::Keyword(Keyword::Since | Keyword::Following));
    if the && unit >= Unit::Day && followed {
        return Some((Found::new(Meaning::Length { count: Count::Vague, unit, rest: None }), end));
    }
    // *minutes later*, *within seconds*
    let small = matches!(unit, Unit::Second | Unit::Minute)
        && !matches!(line.before(start), Lexeme::Keyword(Keyword::In | Keyword::Within | Keyword::For))
        && !matches!(line.at(end), Lexeme::Keyword(Keyword::Later | Keyword::Earlier | Keyword::Ago));
    if matches!(unit, Unit::Weekend | Unit::Quarter) || small || is_age(line, end) {
        return None;
    }
    // *teenage years*, *her final days*: a period of someone's life, identified by its adjective.
    let counted = matches!(
        line.at(end),
        Lexeme::Keyword(Keyword::Before | Keyword::After | Keyword::Earlier | Keyword::Later | Keyword::Ago)
    );
    let described = !counted
        && match line.before(start) {
            Lexeme::Other => {
                line.is_word(start.wrapping_sub(1))
                    && !line.is_in(start.wrapping_sub(1), &line.sets().before_bare_plural)
            }
            Lexeme::Keyword(word) => matches!(
                word,
                Keyword::On
                    | Keyword::Last
                    | Keyword::Possessive
                    | Keyword::The
                    | Keyword::UnitAdjective
                    | Keyword::And
                    | Keyword::Early
                    | Keyword::Old
                    | Keyword::Another
                    | Keyword::Future
            ),
            Lexeme::Ordinal(_) | Lexeme::Season(_) | Lexeme::Frequency(_) => true,
            Lexeme::Cardinal(_) | Lexeme::Digits { .. } => true,
            _ => false,
        };
    // *the blackouts on those days*
    let told = unit == Unit::Day && line.is_in(start.wrapping_sub(1), &line.sets().those);
    if described || told {
        return None;
    }
    if line.glued(start) && line.is_dash(start.wrapping_sub(1)) && !line.is_mark(start.wrapping_sub(1), Mark::Dash) {
        return None;
    }
    distance(line, start, Count::Vague, unit, None, end)
}
