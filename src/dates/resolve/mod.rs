//! Which days the words name: against the publication date, or against the date the text is telling about.

mod context;
mod order;
mod parts;
mod points;
mod steps;

pub(super) use context::Context;

use super::calendar::days_between;
use super::lexemes::{Keyword, Lexeme, Line, Mark};
use super::meaning::{Count, Found, Meaning, Part, Point, Unit, Year};
use super::tense::{Tense, Tenses};
use super::value::{self, Period};
use crate::annotations::{DateAnchor, DateKind};
use crate::text::TokenKind;
use context::Mention;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::ops::Range;

/// An expression with its value.
pub(super) struct Resolved {
    pub kind: DateKind,
    pub value: String,
    pub days: Option<(Date, Date)>,
    pub anchor: DateAnchor,
    /// The words that decided between past and future, as tokens.
    pub decided_by: Option<Range<usize>>,
    /// Whether day and month may as well be the other way round.
    pub ambiguous: bool,
}

/// What a date comes to.
pub(super) enum Outcome {
    /// A stretch of the calendar.
    Period(Period, DateAnchor),
    /// A value with parts left open.
    Open(String, DateAnchor),
}

/// Where an expression stands.
pub(super) struct Place<'a> {
    pub line: &'a Line<'a>,
    pub tokens: Range<usize>,
    pub sentence: Range<usize>,
    /// The tenses of the block, found when first asked for.
    pub tenses: &'a OnceCell<Tenses>,
}

impl Place<'_> {
    /// The tense of the verb that governs the expression, and that verb.
    fn verb(&self) -> Option<(Tense, Range<usize>)> {
        let block = &self.line.block;
        self.tenses.get_or_init(|| Tenses::of(block)).around(block, &self.sentence, &self.tokens)
    }

    /// The tense around the expression, and the words that tell it.
    fn tense(&self) -> Option<(Tense, Range<usize>)> {
        let before = self.tokens.start.checked_sub(1);
        let preposition = before.map_or(Lexeme::Other, |at| self.line.at(at));
        let words = before.unwrap_or(0)..self.tokens.start;
        if preposition == Lexeme::Keyword(Keyword::Since) {
            return Some((Tense::Past, words));
        }
        if preposition == Lexeme::Keyword(Keyword::For)
            && self.line.is_in(words.start.wrapping_sub(1), &self.line.sets().nouns_of_forecast)
        {
            return Some((Tense::Future, words.start - 1..words.start));
        }
        self.verb()
            .or_else(|| {
                matches!(preposition, Lexeme::Keyword(Keyword::By | Keyword::Until | Keyword::Through))
                    .then_some((Tense::Future, words))
            })
            .filter(|(tense, _)| {
                !(matches!(preposition, Lexeme::Keyword(Keyword::Until | Keyword::Through)) && *tense == Tense::Past)
            })
    }
}

/// The value of an expression, which stands at `index` in the list.
pub(super) fn resolve(context: &mut Context, found: &Found, place: &Place<'_>, index: usize) -> Resolved {
    let (mut decided_by, mut ambiguous) = (None, false);
    let (kind, outcome) = match found.meaning {
        Meaning::Length { count, unit, rest } => {
            // After *the first nine months*, *a year earlier* is no longer told of a quarter.
            if unit == Unit::Month && matches!(count, Count::Exact(3 | 6 | 9)) {
                context.forget_quarter();
            }
            return unanchored(DateKind::Duration, value::length(count, unit, rest));
        }
        Meaning::Repetition(repetition) => {
            let mut value = value::repetition(repetition, found.clock.is_some());
            if let Some(clock) = found.clock {
                value.push_str(&value::clock(clock));
            }
            return unanchored(DateKind::Set, value);
        }
        Meaning::Reference(reference) => return unanchored(DateKind::Date, reference_value(reference).to_owned()),
        Meaning::Days(0) if found.clock.is_none() && is_nowadays(place) => {
            return unanchored(DateKind::Date, "PRESENT_REF".to_owned());
        }
        Meaning::Point(point) => {
            let (point, unsettled) = order::settle(context, point);
            ambiguous = unsettled;
            (DateKind::Date, points::resolve(context, point, place, &mut decided_by))
        }
        Meaning::Part(part, year) => (DateKind::Date, parts::resolve(context, part, year, place, &mut decided_by)),
        _ => (DateKind::Date, steps::resolve(context, found, place)),
    };
    let kind = if found.clock.is_some() { DateKind::Time } else { kind };
    let (mut value, days, anchor) = match outcome {
        Outcome::Period(period, anchor) => {
            let written = matches!(
                found.meaning,
                Meaning::Point(Point { year: Year::Known(_), .. }) | Meaning::Part(_, Year::Known(_))
            );
            let mention = Mention { index, block: place.line.block.index, sentence: place.sentence.start, period };
            // *overnight* and *a year ago* go by; nothing is told from them.
            let in_passing = match found.meaning {
                Meaning::Overnight => true,
                Meaning::Away { unit: Unit::Year, forward: false, .. } => !context.narrative,
                _ => false,
            };
            // A quarter told only from another (*a year earlier*) is not the one the text is about.
            // What is told from the publication does not move a story on.
            let of_story = !(context.narrative && anchor == DateAnchor::Published);
            if of_story
                && !in_passing
                && !matches!(
                    (found.meaning, period),
                    (
                        Meaning::Away { .. } | Meaning::Part(_, Year::Step(..0)) | Meaning::Part(Part::SamePeriod, _),
                        Period::Quarter(..)
                    )
                )
            {
                context.remember(mention, written);
            }
            if let (Period::Day(day), Some(published)) = (period, context.published)
                && is_dateline(place)
                && (0..=DATELINE_AGE).contains(&days_between(day, published))
            {
                context.dateline = Some((day, DateAnchor::Expression(index)));
            }
            (period.value(), period.days(), anchor)
        }
        Outcome::Open(value, anchor) => (value, None, anchor),
    };
    if let Some(clock) = found.clock {
        value.push_str(&value::clock(clock));
    }
    Resolved { kind, value, days, anchor, decided_by, ambiguous }
}

/// The most days that lie between a dateline and the publication.
const DATELINE_AGE: i32 = 7;

/// How many tokens a place and its state take before the date: *FORT WAYNE, Ind., Nov. 6 —*.
const DATELINE_REACH: usize = 10;

/// How many blocks an article may have before its first paragraph: headlines, a line of authors.
const DATELINE_BLOCKS: usize = 4;

/// Whether the date stands in a dateline: after a place, at the beginning of a paragraph, before a dash.
fn is_dateline(place: &Place<'_>) -> bool {
    let line = place.line;
    let (start, end) = (place.tokens.start, place.tokens.end);
    line.block.index < DATELINE_BLOCKS
        && (2..=DATELINE_REACH).contains(&start)
        && line.is_mark(start - 1, Mark::Comma)
        && (0..start).all(|at| line.is_capital(at) || !line.is_word(at))
        && (line.is_dash(end)
            || line.written(end) == "_"
            || line.is_mark(end, Mark::Open)
            || line.is_mark(end, Mark::Dot) && line.is_dash(end + 1))
}

fn unanchored(kind: DateKind, value: String) -> Resolved {
    Resolved { kind, value, days: None, anchor: DateAnchor::None, decided_by: None, ambiguous: false }
}

fn reference_value(reference: super::meaning::Reference) -> &'static str {
    use super::meaning::Reference;
    match reference {
        Reference::Past => "PAST_REF",
        Reference::Present => "PRESENT_REF",
        Reference::Future => "FUTURE_REF",
    }
}

/// How many tokens before *today* the quotation may have begun.
const QUOTATION_REACH: usize = 60;

/// *today* for *nowadays*: the clause states what is, in the present tense, of nobody's doing on that day.
fn is_nowadays(place: &Place<'_>) -> bool {
    let line = place.line;
    if line.is_in(place.tokens.start.wrapping_sub(1), &line.sets().before_nowadays) {
        return true;
    }
    if line.kind(place.tokens.end) == Some(TokenKind::Possessive) && place.tokens.end + 1 < line.len() {
        // *today's world*
        return line.is_in(place.tokens.end + 1, &line.sets().nouns_of_nowadays);
    }
    line.is_in(place.tokens.end, &line.sets().be_present) && !line.begins_sentence(place.tokens.start) && {
        // *the mood here today is tense* tells of the day; only a statement about the world at large does not.
        let quote_marks = (place.tokens.start.saturating_sub(QUOTATION_REACH)..place.tokens.start)
            .filter(|&at| line.is_mark(at, Mark::Quote))
            .count();
        quote_marks % 2 == 1
    }
}
