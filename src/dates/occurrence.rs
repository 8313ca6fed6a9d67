//! An expression in its context, with the tense of its clause.

use super::meaning::{Found, Signal};
use super::tense::{Tense, Tenses};
use crate::text::BlockText;
use std::cell::OnceCell;
use std::ops::Range;

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

    /// The tense around the expression, and the words that indicate it: the signal before it, or the verb.
    pub fn tense(&self) -> Option<(Tense, Range<usize>)> {
        let start = self.tokens.start;
        let before = start.saturating_sub(1)..start;
        match self.found.signal {
            Some(Signal::Since) => Some((Tense::Past, before)),
            Some(Signal::ForecastFor) => Some((Tense::Future, start.saturating_sub(2)..start.saturating_sub(1))),
            Some(Signal::By) => self.verb().or(Some((Tense::Future, before))),
            Some(Signal::Until | Signal::Through) => {
                self.verb().or(Some((Tense::Future, before))).filter(|(tense, _)| *tense != Tense::Past)
            }
            _ => self.verb(),
        }
    }
}
