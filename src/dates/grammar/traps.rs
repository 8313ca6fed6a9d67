//! Look-alikes of dates: people called April, the Sunday papers, 2000 people.

use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};

/// Whether four digits are a year according to the words around them.
pub(super) fn may_be_year(line: &Line<'_>, at: usize, value: u32) -> bool {
    if is_part_of_longer(line, at) || is_in_name_of_event(line, at) {
        return false;
    }
    // *Western Theatre 1861-1863*
    let spans = line.is_dash(at + 1) && line.glued(at + 1) && line.glued(at + 2);
    if spans
        && matches!(line.at(at + 2), Lexeme::Digits { value: last, length: 4 } if (value + 1..value + 100).contains(&last))
    {
        return value >= 1500;
    }
    let before = line.before(at);
    // *the Epidemics Act, 2020*, *Act No. 5 of 2004*
    let law =
        line.is_mark(at.wrapping_sub(1), Mark::Comma) && line.is_in(at.wrapping_sub(2), &line.sets().nouns_of_law);
    let numbered = line.is(at.wrapping_sub(1), Keyword::Of)
        && matches!(line.at(at.wrapping_sub(2)), Lexeme::Digits { .. })
        && (3..=4).any(|back| line.is_in(at.wrapping_sub(back), &line.sets().before_number_of_law));
    // *the class of 2020*
    let class =
        line.is(at.wrapping_sub(1), Keyword::Of) && line.is_in(at.wrapping_sub(2), &line.sets().nouns_of_classes);
    if numbered || class || law && line.is_capital(at.wrapping_sub(2)) || is_listed_after_name(line, at) {
        return false;
    }
    // *before the 1997 earthquakes*, *its 2006 highs*
    let determined =
        matches!(line.before(at), Lexeme::Keyword(Keyword::The | Keyword::Possessive)) || is_last_of_years(line, at);
    let described = determined
        && (1600..2100).contains(&value)
        && !value.is_multiple_of(100)
        && !line.is_in(at + 1, &line.sets().after_count)
        // *below 1990 levels*, *the forecast for 2030 includes storms*
        || (1900..2100).contains(&value)
            && (line.is_in(at + 1, &line.sets().measures_of_years) || line.is_in(at + 1, &line.sets().verbs_after_year));
    if described {
        return true;
    }
    let counts = counts_something(line, at + 1);
    if is_before_year(before) {
        return !counts || value >= 1900;
    }
    if counts {
        return false;
    }
    match before {
        Lexeme::Mark(Mark::Currency | Mark::Percent) => false,
        Lexeme::Other if line.is_in(at.wrapping_sub(1), &line.sets().numbered_things) => false,
        // `Euro 2024`, `Highway 1920`, `No. 1850`: part of a name, unless the capital is due to the start of the sentence.
        Lexeme::Other if line.is_capital(at.wrapping_sub(1)) => false,
        Lexeme::Digits { .. } | Lexeme::Cardinal(_) => false,
        Lexeme::Keyword(
            Keyword::By | Keyword::From | Keyword::Before | Keyword::After | Keyword::Through | Keyword::Between,
        ) => true,
        Lexeme::Mark(Mark::Comma | Mark::Dash | Mark::Hyphen) => (1500..2100).contains(&value),
        _ => (1700..2100).contains(&value) && (!value.is_multiple_of(100) || value == 2000 || value == 1900),
    }
}

/// The most years in the name of a series: *they won Worlds 2013, 2015 and 2016*.
const YEARS_OF_NAME: usize = 4;

/// *they won Worlds 2013,* `2015`: a list of years that belong to the name before them.
fn is_listed_after_name(line: &Line<'_>, at: usize) -> bool {
    let mut first = at;
    for _ in 0..YEARS_OF_NAME {
        let and = usize::from(line.is(first.wrapping_sub(1), Keyword::And));
        let joined = first.wrapping_sub(1 + and);
        let comma = usize::from(line.is_mark(joined, Mark::Comma));
        let before = first.wrapping_sub(1 + and + comma);
        if and + comma == 0 || !matches!(line.at(before), Lexeme::Digits { value: 1900..2100, length: 4 }) {
            break;
        }
        first = before;
    }
    first < at
        && line.before(first) == Lexeme::Other
        && line.is_capital(first.wrapping_sub(1))
        && !line.begins_sentence(first - 1)
}

/// *in 2003, 2005 and* `2009`
fn is_last_of_years(line: &Line<'_>, at: usize) -> bool {
    line.is(at.wrapping_sub(1), Keyword::And)
        && matches!(line.at(at.wrapping_sub(2)), Lexeme::Digits { value: 1900..2100, length: 4 })
}

/// Whether the word before a number is strong evidence for a year.
fn is_before_year(before: Lexeme) -> bool {
    matches!(
        before,
        Lexeme::Keyword(
            Keyword::In
                | Keyword::Since
                | Keyword::During
                | Keyword::Early
                | Keyword::Late
                | Keyword::Mid
                | Keyword::Fiscal
                | Keyword::Until
        )
    )
}

/// Whether the digits belong to something longer, as in a telephone number.
fn is_part_of_longer(line: &Line<'_>, at: usize) -> bool {
    let begins = !line.glued(at)
        || match line.before(at) {
            Lexeme::Mark(Mark::Open | Mark::Quote | Mark::Apostrophe | Mark::Dash) => true,
            // `mid-2024`, `pre-2020`, `1939-1945`, `2023/2024`; but `555-1234` is a telephone number.
            Lexeme::Mark(Mark::Hyphen | Mark::Slash) => at.checked_sub(2).is_some_and(|joined| match line.at(joined) {
                Lexeme::Digits { length, .. } => length == 4,
                Lexeme::Other => line.is_word(joined) && !line.is_capital(joined),
                Lexeme::Keyword(_) | Lexeme::Season(_) | Lexeme::Month { .. } => true,
                _ => false,
            }),
            _ => false,
        };
    let goes_on = line.glued(at + 1)
        && match line.at(at + 1) {
            Lexeme::Mark(Mark::Hyphen) if line.glued(at + 2) => {
                matches!(line.at(at + 2), Lexeme::Digits { length, .. } if !matches!(length, 2 | 4))
            }
            Lexeme::Other => line.is_word(at + 1),
            _ => false,
        };
    !begins || goes_on
}

/// *the 2019 Film Festival*
fn is_in_name_of_event(line: &Line<'_>, at: usize) -> bool {
    (matches!(line.before(at), Lexeme::Keyword(Keyword::The | Keyword::A | Keyword::Possessive))
        || line.begins_sentence(at))
        && line.at(at + 1) == Lexeme::Other
        && line.is_capital(at + 1)
        && (at + 1..at + 6).any(|token| line.is_in(token, &line.sets().nouns_of_yearly_events))
}

/// Whether the next words are what the number counts: a plural noun or a unit of measure.
fn counts_something(line: &Line<'_>, next: usize) -> bool {
    if line.glued(next) || line.at(next) != Lexeme::Other || line.is_capital(next) {
        return false;
    }
    let word = line.written(next);
    line.sets().after_count.has(word)
        || word.len() > 3
            && line.sets().plural_endings.is_ending_of(word)
            && !line.sets().singular_endings_in_s.is_ending_of(word)
}

/// Whether a bare month or weekday is a verb, a name or part of a name.
pub(super) fn is_name(line: &Line<'_>, start: usize, end: usize) -> bool {
    match line.at(start) {
        Lexeme::Month { short: true, .. } => is_no_short_month(line, start, end),
        Lexeme::Month { short: false, .. } => is_no_month(line, start, end),
        Lexeme::Weekday { .. } => is_weekday_in_name(line, start, end),
        _ => false,
    }
}

/// Whether the word before a month shows that it is one.
fn is_timely(before: Lexeme) -> bool {
    matches!(
        before,
        Lexeme::Keyword(
            Keyword::In
                | Keyword::On
                | Keyword::Since
                | Keyword::By
                | Keyword::Until
                | Keyword::From
                | Keyword::During
                | Keyword::Before
                | Keyword::After
                | Keyword::Through
                | Keyword::Between
                | Keyword::Early
                | Keyword::Late
                | Keyword::Mid
                | Keyword::Last
                | Keyword::Next
                | Keyword::This
                | Keyword::Every
                | Keyword::Each
                | Keyword::Of
                | Keyword::To
                | Keyword::For
                | Keyword::Past
                | Keyword::At
                | Keyword::Earlier
                | Keyword::Later
                | Keyword::Following
                | Keyword::Previous
                | Keyword::Coming
                | Keyword::That
                | Keyword::Same
        )
    )
}

/// Whether the token is a capitalised word that is never part of a date.
fn is_capital_word(line: &Line<'_>, at: usize) -> bool {
    line.at(at) == Lexeme::Other && line.is_capital(at)
}

/// *Jan* and *Mar* can be names; an abbreviated month has its full stop or a preposition.
fn is_no_short_month(line: &Line<'_>, start: usize, end: usize) -> bool {
    // `Mar-a-Lago`
    let hyphenated =
        line.is_mark(end, Mark::Hyphen) && line.glued(end) && line.at(end + 1) == Lexeme::Keyword(Keyword::A);
    !line.is_capital(start)
        || hyphenated
        || !(is_timely(line.before(start)) || line.is_mark(end, Mark::Dot))
        || is_capital_word(line, end)
}

fn is_no_month(line: &Line<'_>, start: usize, end: usize) -> bool {
    let before = line.before(start);
    // *mid-March*
    let part = line.is_dash(start.wrapping_sub(1))
        && matches!(line.at(start.wrapping_sub(2)), Lexeme::Keyword(Keyword::Mid | Keyword::Early | Keyword::Late));
    // *May of this year*
    let of_year = line.is(end, Keyword::Of)
        && matches!(line.at(end + 1), Lexeme::Keyword(Keyword::This | Keyword::Last | Keyword::Next | Keyword::That));
    let timely = is_timely(before) || part || of_year;
    let joined = matches!(before, Lexeme::Keyword(Keyword::And | Keyword::Or)) || line.is_dash(start.wrapping_sub(1));
    let capital_before = start > 0 && is_capital_word(line, start - 1);
    let capital_after = is_capital_word(line, end);
    if line.is_in(start, &line.sets().months_that_are_verbs) {
        let months = joined && near_month(line, start) || joins_month(line, end);
        // *the May survey*
        let describes = matches!(before, Lexeme::Keyword(Keyword::The))
            && line.at(end) == Lexeme::Other
            && line.kind(end) == Some(crate::text::TokenKind::Lower)
            && !line.is_in(end, &line.sets().passed_after_date);
        // *extend into May*
        let approached = line.is_in(start.wrapping_sub(1), &line.sets().prepositions_of_approach);
        return !(timely || months || describes || approached)
            || line.is(start.wrapping_sub(1), Keyword::To) && capital_after;
    }
    if line.is_in(start, &line.sets().months_that_are_names) {
        let says = line.is_in(end, &line.sets().saying_after_name);
        return capital_before || (capital_after || says) && !timely;
    }
    capital_before && !joined && !line.begins_sentence(start - 1)
}

/// *the Sunday Times*, *Black Friday*
fn is_weekday_in_name(line: &Line<'_>, start: usize, end: usize) -> bool {
    let sets = line.sets();
    let holiday = start > 0 && line.is_in(start - 1, &sets.before_weekday_in_name);
    // *Saturday Night Live*, *Monday Night Football*
    let programme = line.is_in(end, &sets.parts_of_day_in_programmes) && is_capital_word(line, end + 1);
    // *the Mail on Sunday*
    let paper = line.is(start.wrapping_sub(1), Keyword::On)
        && line.is_in(start.wrapping_sub(2), &sets.papers_on_sunday)
        && line.is_in(start, &sets.day_of_papers);
    // *Fox News Sunday*
    let channel = line.is_in(start.wrapping_sub(1), &sets.news_before_day)
        && line.is_in(start.wrapping_sub(2), &sets.channels_with_day)
        && line.is_in(start, &sets.day_of_papers);
    holiday || programme || paper || channel || line.is_in(end, &sets.after_weekday_in_name)
}

/// *the film “Until Dawn”*, *Dawn French*: a name, unless it begins the sentence or nothing capitalised stands beside it.
pub(super) fn is_part_of_day_in_name(line: &Line<'_>, at: usize) -> bool {
    let beside = |token: usize| line.is_capital(token) && token < line.len();
    line.is_in(at, &line.sets().parts_of_day_in_names)
        && (beside(at.wrapping_sub(1)) && !line.is(at.wrapping_sub(1), Keyword::At)
            || is_capital_word(line, at + 1)
            || line.is_in(at + 1, &line.sets().saying_after_name))
}

fn near_month(line: &Line<'_>, start: usize) -> bool {
    start >= 2 && matches!(line.at(start - 2), Lexeme::Month { .. } | Lexeme::Digits { .. })
}

fn joins_month(line: &Line<'_>, end: usize) -> bool {
    (matches!(line.at(end), Lexeme::Keyword(Keyword::And | Keyword::Or | Keyword::To | Keyword::Through))
        || line.is_dash(end))
        && matches!(line.at(end + 1), Lexeme::Month { .. })
}

/// Whether *spring*, *fall* etc. are the season: not a verb (*to fall*), another noun (*the fall of the city*) or a name.
pub(super) fn may_be_season(line: &Line<'_>, start: usize, at: usize) -> bool {
    let end = at + 1;
    if line.is_capital(at) && line.is_capital(end) && line.at(end) == Lexeme::Other {
        return false;
    }
    // *the summer months*
    if matches!(line.at(end), Lexeme::Units(_)) {
        return false;
    }
    if is_paired(line, at) {
        return true;
    }
    if line.is(end, Keyword::Of) && !line.is_in(at, &line.sets().seasons_before_of) {
        return false;
    }
    let in_time = |at: usize| {
        matches!(
            line.before(at),
            Lexeme::Keyword(
                Keyword::In
                    | Keyword::During
                    | Keyword::Since
                    | Keyword::Until
                    | Keyword::By
                    | Keyword::For
                    | Keyword::Through
                    | Keyword::Of
                    | Keyword::Early
                    | Keyword::Late
                    | Keyword::Mid
                    | Keyword::Before
                    | Keyword::After
                    | Keyword::Over
                    | Keyword::To
                    | Keyword::At
                    | Keyword::From
            )
        )
    };
    let ambiguous = line.is_in(at, &line.sets().ambiguous_seasons);
    if start < at {
        // *the fall*, *the spring*: without a temporal preposition, a drop and a coil.
        return !ambiguous || in_time(start) || line.is_dash(start.wrapping_sub(1));
    }
    if matches!(line.before(at), Lexeme::Keyword(Keyword::To)) && ambiguous {
        return false;
    }
    // *where winter temperatures stay below zero*
    let described = line.at(end) == Lexeme::Other && line.kind(end) == Some(crate::text::TokenKind::Lower);
    in_time(at)
        || !ambiguous
            && (line.before(at) != Lexeme::Other || described && !line.is_capital(at))
            && !line.is_mark(end, Mark::Hyphen)
            && !line.is_dash(at.wrapping_sub(1))
}

/// *the spring and early summer*, *spring or fall*
fn is_paired(line: &Line<'_>, season: usize) -> bool {
    let joins = |at: usize| matches!(line.at(at), Lexeme::Keyword(Keyword::And | Keyword::Or | Keyword::Through));
    let is_season = |at: usize| matches!(line.at(at), Lexeme::Season(_));
    let part = usize::from(matches!(line.at(season + 2), Lexeme::Keyword(Keyword::Early | Keyword::Late)));
    joins(season + 1) && is_season(season + 2 + part)
        || joins(season.wrapping_sub(1)) && is_season(season.wrapping_sub(2))
}

/// How many tokens before *the 80s* are read to recognise a temperature: *highs in the 60s, 70s and 80s across the southern states*.
const MEASURE_REACH: usize = 24;

/// Whether *the 80s* is an age or a temperature.
pub(super) fn is_measure(line: &Line<'_>, at: usize) -> bool {
    let mut before = at.saturating_sub(MEASURE_REACH)..at;
    before.any(|token| line.is_in(token, &line.sets().measures_in_tens))
        || at >= 2 && (line.is(at - 1, Keyword::Possessive) || line.is(at - 2, Keyword::Possessive))
}
