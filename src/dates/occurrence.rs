//! An expression in its context, with the tense of its clause.

use super::meaning::{Found, Meaning, Point, Signal};
use super::tense::{Tense, Tenses};
use crate::language::lexeme::TenseEvidence;
use crate::text::{BlockText, TokenKind};
use std::cell::OnceCell;
use std::ops::Range;

/// The largest distance in tokens from an adverb such as *usually* to a holiday.
const HABIT_REACH: usize = 15;

/// An expression in its context.
pub(super) struct Occurrence<'a> {
    /// The meaning of its words and their context.
    pub found: &'a Found,
    pub block: BlockText<'a>,
    pub tokens: Range<usize>,
    pub sentence: Range<usize>,
    /// The tenses of the block, computed on first use.
    pub tenses: &'a OnceCell<Tenses>,
}

impl Occurrence<'_> {
    /// The tense of the verb that governs the expression, and that verb.
    pub fn verb(&self) -> Option<(Tense, Range<usize>)> {
        self.tenses.get_or_init(|| Tenses::of(&self.block)).around(&self.block, &self.sentence, &self.tokens)
    }

    /// The verb of the past that puts off what it tells of: *adjourned until Tuesday*, *postponed to May*.
    fn postponed(&self) -> Option<Range<usize>> {
        let (_, verb) = self.verb().filter(|(tense, verb)| *tense == Tense::Past && verb.end <= self.tokens.start)?;
        self.block.language.sets.verbs_of_postponement.has(self.block.word(verb.start)).then_some(verb)
    }

    /// Whether it stands before the noun that it describes: *a Sunday evening wake*.
    pub fn is_attributive(&self) -> bool {
        let next = self.tokens.end;
        self.block.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Lower)
            && !self.block.language.sets.passed_after_date.has(self.block.word(next))
    }

    /// Whether it stands before the name of something that happens once: *a Monday headline*.
    pub fn describes_single_event(&self) -> bool {
        let next = self.tokens.end;
        next < self.block.tokens.len() && self.block.language.sets.nouns_of_single_events.has(self.block.word(next))
    }

    /// Whether it is the day of something that comes unplanned: *the explosion on Sunday*, *Monday's derailment*.
    fn is_of_mishap(&self) -> bool {
        let sets = &self.block.language.sets;
        let word =
            |at: Option<usize>| at.filter(|&at| at < self.block.tokens.len()).map_or("", |at| self.block.word(at));
        let back = |count: usize| word(self.tokens.start.checked_sub(count));
        let possessive = self.block.tokens.get(self.tokens.end).is_some_and(|next| next.kind == TokenKind::Possessive);
        let noun = if possessive {
            word(Some(self.tokens.end + 1))
        } else if sets.prepositions_of_day.has(back(1)) {
            back(2)
        } else {
            back(1)
        };
        sets.nouns_of_mishaps.has(noun)
    }

    /// Whether the verb that governs it tells of a plan of the past: *had been scheduled for Feb. 14*.
    pub fn is_of_past_plan(&self) -> bool {
        let planned = |word| matches!(self.block.language.dates().tense(word), Some(TenseEvidence::Future));
        self.verb().is_some_and(|(tense, verb)| tense == Tense::Past && planned(self.block.word(verb.start)))
    }

    /// Whether it begins what stands in parentheses, perhaps after *early* or *late*.
    pub fn is_in_parentheses(&self) -> bool {
        (1..=2).any(|back| self.tokens.start.checked_sub(back).is_some_and(|at| self.block.word(at) == "("))
            || self.block.word(self.tokens.start) == "("
    }

    /// Whether a preposition of time stands before it, and no noun that it only describes after it.
    pub fn is_after_temporal_preposition(&self) -> bool {
        let before = self.tokens.start.checked_sub(1).map(|at| self.block.word(at));
        let sets = &self.block.language.sets;
        before.is_some_and(|word| sets.prepositions_of_holiday.has(word))
            && !self.is_attributive()
            && !self.is_habitual()
    }

    /// Whether a holiday is what something is for: *home for Christmas*.
    pub fn is_aim(&self) -> bool {
        let before = self.tokens.start.checked_sub(1).map(|at| self.block.word(at));
        before.is_some_and(|word| self.block.language.sets.prepositions_of_aim.has(word))
            && !self.is_attributive()
            && !self.is_habitual()
    }

    /// Whether its sentence tells what happens time and again: *usually held in the fourth quarter*.
    pub fn is_habitual(&self) -> bool {
        (self.sentence.start..self.tokens.start)
            .rev()
            .take(HABIT_REACH)
            .any(|at| self.block.language.sets.adverbs_of_habit.has(self.block.word(at)))
    }

    fn is_weekday_at_all(&self) -> bool {
        matches!(self.found.meaning, Meaning::Point(Point { weekday: Some(_), month: None, .. }))
    }

    fn is_weekday(&self) -> bool {
        self.is_weekday_at_all()
            && self.block.tokens.get(self.tokens.end).is_none_or(|next| next.kind != TokenKind::Possessive)
    }

    /// Whether a second date follows: *from Monday to Friday*.
    fn is_first_of_two(&self) -> bool {
        self.tokens.end < self.block.tokens.len()
            && self.block.language.sets.between_dates.has(self.block.word(self.tokens.end))
    }

    /// The tense around the expression, and the words that indicate it: the signal before it, or the verb.
    pub fn tense(&self) -> Option<(Tense, Range<usize>)> {
        let start = self.tokens.start;
        let before = start.saturating_sub(1)..start;
        match self.found.signal {
            Some(Signal::Since) => Some((Tense::Past, before)),
            Some(Signal::ForecastFor) => Some((Tense::Future, start.saturating_sub(2)..start.saturating_sub(1))),
            Some(Signal::AheadOf) => Some((Tense::Future, start.saturating_sub(2)..start)),
            None if self.is_weekday_at_all() && self.is_of_mishap() => Some((Tense::Past, before)),
            Some(Signal::From | Signal::Into) if self.is_weekday() && !self.is_first_of_two() => {
                self.verb().filter(|(tense, _)| *tense != Tense::Present).or(Some((Tense::Future, before)))
            }
            Some(Signal::Until | Signal::To) if let Some(verb) = self.postponed() => Some((Tense::Future, verb)),
            Some(Signal::By) => {
                self.verb().filter(|(tense, _)| *tense != Tense::Present).or(Some((Tense::Future, before)))
            }
            Some(Signal::Until | Signal::Through) => {
                self.verb().or(Some((Tense::Future, before))).filter(|(tense, _)| *tense != Tense::Past)
            }
            _ => self.verb(),
        }
    }
}
