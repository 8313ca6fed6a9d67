//! What looks like a date and is none: people called April, the Sunday papers, 2000 people.

use crate::dates::lex::{Lexeme, Line, Mark, Word};

/// Whether four digits name a year, by the words around them.
pub(super) fn may_be_year(line: &Line<'_>, at: usize, value: u32) -> bool {
    let before = line.before(at);
    if line.glued(at) {
        match before {
            Lexeme::Mark(Mark::Open | Mark::Quote | Mark::Apostrophe | Mark::Dash) => {}
            // `mid-2024`, `pre-2020`, `1939-1945`, `2023/2024`; but `555-1234` is a telephone.
            Lexeme::Mark(Mark::Hyphen | Mark::Slash) => {
                let joined = at.checked_sub(2);
                let word = joined.is_some_and(|joined| match line.at(joined) {
                    Lexeme::Digits { length, .. } => length == 4,
                    Lexeme::Other => line.is_word(joined) && !line.is_capital(joined),
                    Lexeme::Word(_) => true,
                    Lexeme::Season(_) | Lexeme::Month { .. } => true,
                    _ => false,
                });
                if !word {
                    return false;
                }
            }
            _ => return false,
        }
    }
    if line.glued(at + 1) {
        match line.at(at + 1) {
            Lexeme::Mark(Mark::Hyphen) if line.glued(at + 2) => {
                if let Lexeme::Digits { length, .. } = line.at(at + 2)
                    && !matches!(length, 2 | 4)
                {
                    return false;
                }
            }
            Lexeme::Other if line.is_word(at + 1) => return false,
            _ => {}
        }
    }
    let preposition = matches!(
        before,
        Lexeme::Word(
            Word::In
                | Word::Since
                | Word::By
                | Word::Until
                | Word::From
                | Word::During
                | Word::Before
                | Word::After
                | Word::Through
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Fiscal
                | Word::Between
        )
    );
    if matches!(before, Lexeme::Word(Word::The | Word::A | Word::Possessive))
        && line.at(at + 1) == Lexeme::Other
        && line.is_capital(at + 1)
        && (at + 1..at + 6).any(|token| {
            matches!(line.written(token), "Festival" | "Cup" | "Championship" | "Championships" | "Awards" | "Act")
        })
    {
        return false;
    }
    let strong = matches!(
        before,
        Lexeme::Word(
            Word::In | Word::Since | Word::During | Word::Early | Word::Late | Word::Mid | Word::Fiscal | Word::Until
        )
    );
    let next = at + 1;
    let counts = counts_something(line, next);
    if strong {
        return !counts || value >= 1900;
    }
    if counts {
        return false;
    }
    match before {
        Lexeme::Mark(Mark::Currency | Mark::Percent) => false,
        // *page 1999*
        Lexeme::Other
            if matches!(
                line.written_before(at),
                "page"
                    | "pages"
                    | "chapter"
                    | "room"
                    | "number"
                    | "channel"
                    | "route"
                    | "section"
                    | "bus"
                    | "flight"
                    | "line"
                    | "case"
                    | "lot"
            ) =>
        {
            false
        }
        // `Euro 2024`, `Highway 1920`, `No. 1850`: part of a name, unless the sentence begins with the capital.
        Lexeme::Other if line.is_capital(at.wrapping_sub(1)) => false,
        Lexeme::Digits { .. } | Lexeme::Cardinal(_) => false,
        _ if preposition => true,
        Lexeme::Mark(Mark::Comma | Mark::Dash | Mark::Hyphen) => (1500..2100).contains(&value),
        _ => (1700..2100).contains(&value) && (!value.is_multiple_of(100) || value == 2000 || value == 1900),
    }
}

/// Whether what follows a number is what it counts: a plural noun or a unit of measure.
fn counts_something(line: &Line<'_>, next: usize) -> bool {
    if line.glued(next) || line.at(next) != Lexeme::Other || line.is_capital(next) {
        return false;
    }
    let word = line.written(next);
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "children"
            | "troops"
            | "km"
            | "miles"
            | "metres"
            | "meters"
            | "feet"
            | "percent"
            | "pounds"
            | "dollars"
            | "euros"
            | "tonnes"
            | "tons"
            | "square"
            | "or"
            | "additional"
            | "new"
            | "police"
    ) || word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
}

/// Whether a bare month, weekday or season is a verb, a name or part of one.
pub(super) fn is_name(line: &Line<'_>, start: usize, end: usize) -> bool {
    let before = line.before(start);
    let capital_before = start > 0 && before == Lexeme::Other && line.is_capital(start - 1);
    let capital_after = line.at(end) == Lexeme::Other && line.is_capital(end);
    let timely = matches!(
        before,
        Lexeme::Word(
            Word::In
                | Word::On
                | Word::Since
                | Word::By
                | Word::Until
                | Word::From
                | Word::During
                | Word::Before
                | Word::After
                | Word::Through
                | Word::Between
                | Word::Early
                | Word::Late
                | Word::Mid
                | Word::Last
                | Word::Next
                | Word::This
                | Word::Every
                | Word::Each
                | Word::Of
                | Word::To
                | Word::For
                | Word::Past
                | Word::At
                | Word::Earlier
                | Word::Later
                | Word::Following
                | Word::Previous
                | Word::Coming
                | Word::That
                | Word::Same
        )
    );
    match line.at(start) {
        Lexeme::Month { number, short } => {
            if short && !line.is_capital(start) {
                return true;
            }
            if short {
                // `Mar-a-Lago`
                if line.is_mark(end, Mark::Hyphen) && line.glued(end) && line.at(end + 1) == Lexeme::Word(Word::A) {
                    return true;
                }
                // *Jan* and *Mar* are names; *Sept.* has its full stop or a preposition.
                return !(timely || line.is_mark(end, Mark::Dot)) || capital_after;
            }
            let joined = matches!(before, Lexeme::Word(Word::And | Word::Or)) || line.is_dash(start.wrapping_sub(1));
            match number {
                // *May* and *March* are verbs, *April*, *June* and *August* women or adjectives.
                3 | 5 => {
                    if !line.is_capital(start) {
                        return true;
                    }
                    let months = joined && near_month(line, start, false) || joins_month(line, end);
                    !(timely || months) || line.is(start.wrapping_sub(1), Word::To) && capital_after
                }
                4 | 6 | 8
                    if matches!(line.written(end), "said" | "says" | "told" | "added" | "asked" | "wrote")
                        && !timely =>
                {
                    true
                }
                4 | 6 | 8 => capital_before || capital_after && !timely,
                _ => capital_before && !joined && !line.begins_sentence(start - 1),
            }
        }
        Lexeme::Weekday { .. } => {
            let name = matches!(
                line.written(end),
                "Times"
                    | "Telegraph"
                    | "Mirror"
                    | "Mail"
                    | "Express"
                    | "Post"
                    | "Herald"
                    | "Show"
                    | "People"
                    | "World"
                    | "Sport"
                    | "Politics"
                    | "Agreement"
                    | "Club"
            );
            let holiday = capital_before
                && matches!(
                    line.written(start - 1),
                    "Black"
                        | "Good"
                        | "Bloody"
                        | "Super"
                        | "Cyber"
                        | "Giving"
                        | "Ash"
                        | "Palm"
                        | "Shrove"
                        | "Wednesday"
                        | "Holy"
                        | "Ruby"
                        | "Sheffield"
                        | "Joe"
                        | "Fat"
                        | "Taco"
                        | "Blue"
                );
            name || line.written(end) == "Night" && line.written(end + 1) == "Live" || holiday
        }
        _ => false,
    }
}

fn near_month(line: &Line<'_>, start: usize, _after: bool) -> bool {
    start >= 2 && matches!(line.at(start - 2), Lexeme::Month { .. } | Lexeme::Digits { .. })
}

fn joins_month(line: &Line<'_>, end: usize) -> bool {
    (matches!(line.at(end), Lexeme::Word(Word::And | Word::Or | Word::To | Word::Through)) || line.is_dash(end))
        && matches!(line.at(end + 1), Lexeme::Month { .. })
}

/// Whether *spring*, *fall* and their kin are the season: not a verb (*to fall*), a drop (*the fall of the city*) or a name.
pub(super) fn may_be_season(line: &Line<'_>, start: usize, at: usize) -> bool {
    let end = at + 1;
    if line.is_capital(at) && line.is_capital(end) && line.at(end) == Lexeme::Other {
        return false;
    }
    // *the summer months*
    if matches!(line.at(end), Lexeme::Units(_)) {
        return false;
    }
    if line.is(end, Word::Of) && line.written(at) != "summer" {
        return false;
    }
    let in_time = |at: usize| {
        matches!(
            line.before(at),
            Lexeme::Word(
                Word::In
                    | Word::During
                    | Word::Since
                    | Word::Until
                    | Word::By
                    | Word::For
                    | Word::Through
                    | Word::Of
                    | Word::Early
                    | Word::Late
                    | Word::Mid
                    | Word::Before
                    | Word::After
                    | Word::Over
                    | Word::To
                    | Word::At
                    | Word::From
            )
        )
    };
    let ambiguous = matches!(line.written(at), "fall" | "Fall" | "spring" | "Spring");
    if start < at {
        // *the fall*, *the spring*: a drop and a coil without a preposition of time.
        return !ambiguous || in_time(start) || line.is_dash(start.wrapping_sub(1));
    }
    if matches!(line.before(at), Lexeme::Word(Word::To)) && ambiguous {
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

/// How many tokens before *the 80s* the temperature may be named: *highs in the 60s, 70s and 80s across the southern states*.
const MEASURE_REACH: usize = 24;

/// Whether *the 80s* is an age or a temperature.
pub(super) fn is_measure(line: &Line<'_>, at: usize) -> bool {
    let mut before = at.saturating_sub(MEASURE_REACH)..at;
    before.any(|token| {
        matches!(line.written(token), "temperatures" | "Temperatures" | "highs" | "Highs" | "lows" | "Lows" | "degrees")
    }) || at >= 2 && (line.is(at - 1, Word::Possessive) || line.is(at - 2, Word::Possessive))
}
