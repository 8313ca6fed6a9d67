//! Whether the words around a date indicate the past or the future.
//!
//! A bare *Friday* is the last or the next one depending on the tense of its verb. HeidelTime (Strötgen and Gertz 2013) takes the tense of
//! the nearest verb before the expression. This module adds modals, *to* after a verb of planning and words like *scheduled*, because news
//! announces future events with these far more often than with *will*. If the expression begins a clause (*…, but on Friday the court
//! will*), the verb after it counts.

use crate::language::Sets;
use crate::language::lexeme::TenseEvidence;
use crate::text::{BlockText, TokenKind};
use std::ops::Range;

/// The time of the event according to the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
}

/// The largest distance in tokens from the expression to its verb.
const REACH: usize = 40;

/// The tenses of a block's words, computed once for each block so that each query takes constant time.
pub(super) struct Tenses {
    tenses: Vec<Option<Tense>>,
    /// For each token, the nearest tense at or before it, by its index plus one.
    before: Vec<u32>,
    /// For each token, the nearest tense at or after it.
    after: Vec<u32>,
}

impl Tenses {
    pub fn of(block: &BlockText<'_>) -> Tenses {
        let count = block.tokens.len();
        let tenses: Vec<Option<Tense>> = (0..count).map(|at| tense_at(block, at)).collect();
        let (mut before, mut after) = (vec![0; count], vec![u32::MAX; count]);
        let mut last = 0;
        for (at, slot) in before.iter_mut().enumerate() {
            if tenses[at].is_some() {
                last = at as u32 + 1;
            }
            *slot = last;
        }
        let mut next = u32::MAX;
        for (at, slot) in after.iter_mut().enumerate().rev() {
            if tenses[at].is_some() {
                next = at as u32;
            }
            *slot = next;
        }
        Tenses { tenses, before, after }
    }

    /// The tense of the clause around the expression, and the word that indicates it.
    pub fn around(
        &self,
        block: &BlockText<'_>,
        sentence: &Range<usize>,
        expression: &Range<usize>,
    ) -> Option<(Tense, Range<usize>)> {
        let first = sentence.start.max(expression.start.saturating_sub(REACH));
        let last = sentence.end.min(expression.end.saturating_add(REACH));
        let before = expression
            .start
            .checked_sub(1)
            .and_then(|at| (*self.before.get(at)? as usize).checked_sub(1))
            .filter(|&at| at >= first);
        let after = self.after.get(expression.end).map(|&at| at as usize).filter(|&at| at < last);
        let at = if opens_clause(block, expression.start, first) { after.or(before) } else { before.or(after) }?;
        let tense = self.tenses.get(at).copied().flatten()?;
        let tense = if at < expression.start {
            tense_of_later_date(block, at, expression.start, tense)
        } else if block.language.sets.decided_before_infinitive.has(block.word(at)) {
            // *on Tuesday agreed to pay*: they agreed on Tuesday, and pay later.
            Tense::Past
        } else {
            tense
        };
        Some((tense, at..at + 1))
    }
}

/// The tense for a date after the verb: a timetable, or a copula right before the date, announces what is to come (*the trial starts in
/// Leeds on Monday*, *the launch is at 6 p.m. on Saturday*).
fn tense_of_later_date(block: &BlockText<'_>, verb: usize, start: usize, tense: Tense) -> Tense {
    let sets = &block.language.sets;
    let announces = match block.language.dates().tense(block.word(verb)) {
        Some(TenseEvidence::Timetable | TenseEvidence::TimetableAfterPlural) => tense == Tense::Present,
        Some(TenseEvidence::TimetableBesideDate) => verb + 1 == start,
        Some(TenseEvidence::CopulaPresent) => {
            (verb + 1..start).all(|at| sets.passed_before_date_in_clause.has(block.word(at)))
        }
        _ => false,
    };
    if announces { Tense::Future } else { tense }
}

/// Whether the expression, with its preposition, begins a clause.
fn opens_clause(block: &BlockText<'_>, start: usize, first: usize) -> bool {
    let sets = &block.language.sets;
    let word = |back: usize| start.checked_sub(back).filter(|&at| at >= first).map(|at| block.word(at));
    let Some(before) = word(1) else { return true };
    let back = if sets.passed_before_date_in_clause.has(before) { 2 } else { 1 };
    word(back).is_none_or(|word| sets.before_clause.has(word))
}

/// The tense that the word indicates.
fn tense_at(block: &BlockText<'_>, at: usize) -> Option<Tense> {
    let token = block.tokens.get(at)?;
    if !matches!(token.kind, TokenKind::Lower | TokenKind::Capital) {
        return None;
    }
    let (words, sets) = (block.language.dates(), &block.language.sets);
    let word = block.word(at);
    let beside = Beside { block, at };
    // *UP NEXT: Host the visitors on Friday*
    if token.kind == TokenKind::Capital && beside.back(1) == ":" && sets.orders_of_fixtures.has(word) {
        return Some(Tense::Future);
    }
    // *in May*: the month.
    let inside = at.checked_sub(1).and_then(|before| block.tokens.get(before)).is_some_and(|before| before.is_word());
    if inside && token.kind == TokenKind::Capital && sets.months_that_are_verbs.has(word) {
        return None;
    }
    if let Some(evidence) = words.tense(word) {
        return beside.tense(sets, evidence);
    }
    // *from taking effect July 1*
    if sets.verbs_of_effect.has(word) && sets.nouns_of_effect.has(beside.ahead(1)) {
        return Some(Tense::Future);
    }
    if sets.future_endings.is_ending_of(word) {
        return Some(Tense::Future);
    }
    // *a still unspecified date*: before a noun, a participle is not a verb.
    let past = token.kind == TokenKind::Lower && word.len() > 4 && sets.past_endings.is_ending_of(word);
    (past && !sets.before_adjective.has(beside.back(1)) && !sets.before_infinitive.has(beside.back(1)))
        .then(|| beside.participle(sets))
}

/// A word and its neighbours.
struct Beside<'a> {
    block: &'a BlockText<'a>,
    at: usize,
}

impl Beside<'_> {
    fn word(&self, at: Option<usize>) -> &str {
        at.filter(|&at| at < self.block.tokens.len()).map_or("", |at| self.block.word(at))
    }

    fn back(&self, count: usize) -> &str {
        self.word(self.at.checked_sub(count))
    }

    fn ahead(&self, count: usize) -> &str {
        self.word(self.at.checked_add(count))
    }

    /// The tense for a word's evidence, given its neighbours.
    fn tense(&self, sets: &Sets, evidence: TenseEvidence) -> Option<Tense> {
        let next = self.ahead(1);
        let before_infinitive = sets.infinitive_markers.has(next);
        let unless_over = || if self.is_over(sets) { Tense::Past } else { Tense::Future };
        match evidence {
            // *will hit the shops in May*: the verb before it decides.
            TenseEvidence::Past if sets.before_infinitive.has(self.back(1)) => None,
            TenseEvidence::Past => Some(self.participle(sets)),
            // *is to open*, *the first game is Friday*
            TenseEvidence::CopulaPresent if before_infinitive || sets.weekdays.has(next) => Some(Tense::Future),
            // *has to leave on Tuesday*
            TenseEvidence::Present if before_infinitive && sets.have_present.has(self.back(0)) => Some(Tense::Future),
            TenseEvidence::Present | TenseEvidence::CopulaPresent => Some(Tense::Present),
            // *could not be found*, *may have left*
            TenseEvidence::Future if self.is_done(sets) => Some(Tense::Past),
            TenseEvidence::Future => Some(unless_over()),
            TenseEvidence::FutureBeforeTo => before_infinitive.then_some(Tense::Future),
            // *she expected to return* is past; *is expected to* is not.
            TenseEvidence::FutureIfPassive => {
                let passive = (1..=3).any(|count| sets.near_passive.has(self.back(count)));
                Some(if passive { Tense::Future } else { Tense::Past })
            }
            TenseEvidence::FutureBeforeFor => sets.after_plan.has(next).then(unless_over),
            TenseEvidence::PastButFutureBeforeTo => {
                let future = before_infinitive
                    || sets.be_infinitive.has(self.back(1))
                    || sets.plan_prepositions.has(next) && sets.be_present.has(self.back(1));
                Some(if future { Tense::Future } else { Tense::Past })
            }
            // *agreed to meet Monday*, *did not meet Monday*: the verb before it decides.
            TenseEvidence::Timetable if sets.before_bare_verb.has(self.back(1)) => None,
            TenseEvidence::Timetable => Some(Tense::Present),
            TenseEvidence::TimetableAfterPlural => {
                (sets.plural_endings.is_ending_of(self.back(1)) && !before_infinitive).then_some(Tense::Present)
            }
            // *runs 12-15 October*
            TenseEvidence::TimetableBesideDate => {
                next.starts_with(|c: char| c.is_ascii_digit()).then_some(Tense::Present)
            }
        }
    }

    /// The tense of a participle: *to be signed* and *will be announced* are future, *is cut* is present.
    fn participle(&self, sets: &Sets) -> Tense {
        match self.back(1) {
            before if sets.be_infinitive.has(before) => {
                // *could not be found*
                let unable = sets.negations.has(self.back(2)) && sets.modals_of_inability.has(self.back(3))
                    || sets.negated_modals_of_inability.has(self.back(2));
                if unable { Tense::Past } else { Tense::Future }
            }
            before if sets.be_present.has(before) => Tense::Present,
            _ => Tense::Past,
        }
    }

    /// Whether a modal speaks of the past: *could not be found*, *may have left*.
    fn is_done(&self, sets: &Sets) -> bool {
        let unable = sets.modals_of_inability.has(self.back(0)) && sets.negations.has(self.ahead(1))
            || sets.negated_modals_of_inability.has(self.back(0));
        let have = 1 + usize::from(sets.negations.has(self.ahead(1)));
        let perfect = sets.modals_of_possibility.has(self.back(0))
            && sets.have_infinitive.has(self.ahead(have))
            && !sets.infinitive_markers.has(self.ahead(have + 1));
        unable || perfect
    }

    /// *had been due* is past.
    fn is_over(&self, sets: &Sets) -> bool {
        sets.be_participle.has(self.back(1)) && sets.have_past.has(self.back(2))
    }
}
