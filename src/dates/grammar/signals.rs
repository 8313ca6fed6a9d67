//! The context of an expression: signals such as *since* and *until*, and whether it is in a dateline, stands for any of its kind, or is
//! not a calendar date at all.

use super::nowadays;
use crate::dates::lexemes::{Keyword, Lexeme, Line, Mark};
use crate::dates::meaning::{
    Clock, Found, From, Meaning, Part, PartOfDay, Point, Reference, SeasonScope, Signal, Unit, Year,
};
use crate::text::TokenKind;
use std::ops::Range;

/// Adds to each expression of the line what its context says.
pub(super) fn read(line: &Line<'_>, found: &mut [(Found, Range<usize>)]) {
    for (found, tokens) in found {
        found.signal = found.signal.or_else(|| signal(line, tokens.start));
        found.joined_to_weekday = is_joined_to_weekday(line, tokens.start);
        found.in_dateline = is_in_dateline(line, tokens);
        match &mut found.meaning {
            Meaning::Point(point) => point.any = is_any(line, tokens.start, *point),
            Meaning::Part(Part::Season { scope, .. }, Year::Absent) => *scope = season_scope(line, tokens),
            Meaning::Overnight if is_no_certain_night(line, tokens) => {
                found.meaning = Meaning::Step { unit: Unit::Day, steps: 0, from: From::Event };
            }
            Meaning::OnlyClock if is_habitual_time(line, found.clock, tokens) => {
                found.meaning = Meaning::Step { unit: Unit::Day, steps: 0, from: From::Event };
            }
            Meaning::OnlyClock | Meaning::Step { unit: Unit::Day, steps: 0, from: From::Text } => {
                found.points_back = points_back(line, tokens.start);
            }
            Meaning::Days(0) if found.clock.is_none() && nowadays::is_nowadays(line, tokens) => {
                found.meaning = Meaning::Reference(Reference::Present);
            }
            Meaning::Days(0) => found.in_speech = is_in_speech(line, tokens.start),
            _ => {}
        }
    }
}

/// *at night*, or a time in a sentence about what happens regularly: a time of no certain day.
fn is_habitual_time(line: &Line<'_>, clock: Option<Clock>, tokens: &Range<usize>) -> bool {
    let at_night = clock == Some(Clock::Part(PartOfDay::Night))
        && tokens.len() == 1
        && line.is(tokens.start.wrapping_sub(1), Keyword::At);
    at_night || is_habit(line, tokens.start) || is_of_those_years(line, tokens.start)
}

/// *three overnight jobs*, *won't happen overnight*: no certain night.
fn is_no_certain_night(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let next = tokens.end;
    let describes = line.at(next) == Lexeme::Other
        && line.kind(next) == Some(TokenKind::Lower)
        && !line.is_in(next, &line.sets().passed_after_date)
        && matches!(
            line.before(tokens.start),
            Lexeme::Keyword(Keyword::A | Keyword::The) | Lexeme::Cardinal(_) | Lexeme::Other
        );
    let describes =
        describes && !matches!(line.before(tokens.start), Lexeme::Other if !line.is_word(tokens.start.wrapping_sub(1)));
    describes && line.sets().plural_endings.is_ending_of(line.written(next + 1)) && line.at(next + 1) == Lexeme::Other
        || line.is_in(tokens.start.wrapping_sub(1), &line.sets().verbs_of_change)
}

/// *In those years the taverns shut at 9pm.*
fn is_of_those_years(line: &Line<'_>, start: usize) -> bool {
    let first = sentence_of(line, start).max(start.saturating_sub(HABIT_REACH));
    (first..start)
        .any(|at| matches!(line.at(at), Lexeme::Units(_)) && line.is_in(at.wrapping_sub(1), &line.sets().those))
}

/// The most tokens of a quotation that are read for the mark that opens it.
const QUOTATION_REACH: usize = 100;

/// Whether the token is inside quotation marks that open in its block.
fn is_in_speech(line: &Line<'_>, at: usize) -> bool {
    (at.saturating_sub(QUOTATION_REACH)..at).filter(|&at| line.is_mark(at, Mark::Quote)).count() % 2 == 1
}

/// The signal before the expression.
fn signal(line: &Line<'_>, start: usize) -> Option<Signal> {
    let before = start.checked_sub(1)?;
    match line.at(before) {
        Lexeme::Keyword(keyword) => match keyword {
            Keyword::Since => Some(Signal::Since),
            Keyword::By => Some(Signal::By),
            Keyword::Until => Some(Signal::Until),
            Keyword::Through => Some(Signal::Through),
            Keyword::During => Some(Signal::During),
            Keyword::In => Some(Signal::In),
            Keyword::Last => Some(Signal::Last),
            Keyword::From => Some(Signal::From),
            Keyword::To => Some(Signal::To),
            Keyword::Of if line.is(before.wrapping_sub(1), Keyword::Ahead) => Some(Signal::AheadOf),
            Keyword::For if line.is_in(before.wrapping_sub(1), &line.sets().nouns_of_forecast) => {
                Some(Signal::ForecastFor)
            }
            _ => None,
        },
        Lexeme::Other if line.is_in(before, &line.sets().participles_of_past_end) => Some(Signal::Ended),
        Lexeme::Other if line.is_in(before, &line.sets().prepositions_of_approach) => Some(Signal::Into),
        _ => None,
    }
}

/// *Sunday or* `Monday`
fn is_joined_to_weekday(line: &Line<'_>, start: usize) -> bool {
    start >= 2
        && matches!(line.at(start - 2), Lexeme::Weekday { .. })
        && matches!(line.at(start - 1), Lexeme::Keyword(Keyword::And | Keyword::Or | Keyword::To | Keyword::Through))
}

/// The most tokens that a place and its state take before the date: *FORT WAYNE, Ind., Nov. 6 —*.
const DATELINE_REACH: usize = 10;

/// The most blocks before an article's first paragraph: headlines, a byline.
const DATELINE_BLOCKS: usize = 4;

/// Whether the date is in a dateline: after a place, at the beginning of a paragraph, before a dash.
fn is_in_dateline(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let (start, end) = (tokens.start, tokens.end);
    line.block.index < DATELINE_BLOCKS
        && (2..=DATELINE_REACH).contains(&start)
        && line.is_mark(start - 1, Mark::Comma)
        && (0..start).all(|at| line.is_capital(at) || !line.is_word(at))
        && (line.is_dash(end)
            || line.written(end) == "_"
            || line.is_mark(end, Mark::Open)
            || line.is_mark(end, Mark::Dot) && line.is_dash(end + 1))
}

/// Whether a bare month or weekday stands for any of its kind: *on a Tuesday*, *usually in April*.
fn is_any(line: &Line<'_>, start: usize, point: Point) -> bool {
    if point.day.is_some() || point.pointer.is_some() || matches!(point.year, Year::Known(_)) {
        return point.any;
    }
    match (point.month, point.weekday) {
        (Some(_), _) => {
            // *April is when the storms begin*
            let yearly = line.begins_sentence(start)
                && line.is_in(start + 1, &line.sets().be_present_singular)
                && line.is_in(start + 2, &line.sets().after_is_of_habit);
            yearly || is_of_season(line, start) || is_habit(line, start) || is_best_of_its_kind(line, start)
        }
        (None, Some(_)) => {
            point.any || line.before(start) == Lexeme::Keyword(Keyword::A) || is_best_of_its_kind(line, start)
        }
        _ => point.any,
    }
}

/// *The season runs* `June` *through* `August`.
fn is_of_season(line: &Line<'_>, start: usize) -> bool {
    let reached = matches!(line.before(start), Lexeme::Keyword(Keyword::To | Keyword::Through))
        && matches!(line.at(start.wrapping_sub(2)), Lexeme::Month { .. });
    let first = if reached { start - 2 } else { start };
    let verb = first.wrapping_sub(1 + usize::from(line.is(first.wrapping_sub(1), Keyword::From)));
    line.is_in(verb, &line.sets().verbs_of_duration)
        && line.is_in(verb.wrapping_sub(1), &line.sets().nouns_of_yearly_times)
}

/// The first token of a token's sentence.
pub(super) fn sentence_of(line: &Line<'_>, at: usize) -> usize {
    let sentences = line.block.sentences;
    sentences.get(sentences.partition_point(|sentence| sentence.end <= at)).map_or(0, |sentence| sentence.start)
}

/// The largest distance in tokens from an adverb such as *usually* to its month.
const HABIT_REACH: usize = 15;

/// Whether the sentence is habitual: it describes what happens regularly.
fn is_habit(line: &Line<'_>, start: usize) -> bool {
    let first = sentence_of(line, start).max(start.saturating_sub(HABIT_REACH));
    (first..start).any(|at| line.is_in(at, &line.sets().adverbs_of_habit) && !is_manner(line, at))
}

/// *landed* `normally`
fn is_manner(line: &Line<'_>, adverb: usize) -> bool {
    line.is_in(adverb, &line.sets().adverbs_of_habit_and_manner)
        && line.sets().past_endings.is_ending_of(line.written(adverb.wrapping_sub(1)))
}

/// The largest distance in tokens from the superlative to *is*.
const SUPERLATIVE_REACH: usize = 8;

/// Whether the sentence calls it the best, worst or busiest of all days or months: *the best month to travel is January*.
fn is_best_of_its_kind(line: &Line<'_>, start: usize) -> bool {
    let sets = line.sets();
    let Some(is) = start.checked_sub(1).filter(|&at| line.is_in(at, &sets.be_present_singular)) else { return false };
    let first = sentence_of(line, start).max(is.saturating_sub(SUPERLATIVE_REACH));
    (first..is).any(|at| {
        let word = line.written(at);
        let superlative = sets.superlatives.has(word)
            || word.len() > 5 && sets.superlative_endings.is_ending_of(word) && line.at(at) == Lexeme::Other;
        superlative && matches!(line.at(at + 1), Lexeme::Unit(Unit::Day | Unit::Month) | Lexeme::Keyword(Keyword::Time))
    })
}

fn season_scope(line: &Line<'_>, tokens: &Range<usize>) -> SeasonScope {
    if line.is_in(tokens.end, &line.sets().subject_pronouns) {
        SeasonScope::OfEvent
    } else if is_full_of(line, tokens) {
        SeasonScope::OfEvents
    } else if matches!(line.at(tokens.start), Lexeme::Keyword(_)) {
        SeasonScope::Determined
    } else {
        SeasonScope::Bare
    }
}

/// *a* `summer` *of protests*, *a* `summer` *and* `autumn` *of rain*
fn is_full_of(line: &Line<'_>, tokens: &Range<usize>) -> bool {
    let is_season = |at: usize| matches!(line.at(at), Lexeme::Season(_));
    let (start, end) = (tokens.start, tokens.end);
    let joined = line.is(end, Keyword::And) && is_season(end + 1);
    let goes_on = line.is(start.wrapping_sub(1), Keyword::And) && is_season(start.wrapping_sub(2));
    let first = if goes_on { start - 2 } else { start };
    line.is(if joined { end + 2 } else { end }, Keyword::Of) && line.is(first.wrapping_sub(1), Keyword::A)
}

/// Whether it refers back to a date mentioned before: *that night*, *the same day*.
fn points_back(line: &Line<'_>, first: usize) -> bool {
    line.is(first, Keyword::That) || line.is(first, Keyword::The) && line.is(first + 1, Keyword::Same)
}
