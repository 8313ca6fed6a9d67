//! Whether the words around a date tell of the past or of what is to come.
//!
//! A bare *Friday* is the last one or the next one by the verb it belongs to. HeidelTime (Strötgen and Gertz 2013) takes the
//! tense of the nearest verb before the expression; modals, *to* with a verb of planning and words like *scheduled* are added here,
//! since news tells of what will be far more often with those than with *will*.

use crate::text::BlockText;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

/// Where on the line of time the words put their event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
}

/// How far from the expression a verb is looked for.
const REACH: usize = 40;

struct Verbs {
    past: HashSet<&'static str>,
    present: HashSet<&'static str>,
    future: HashSet<&'static str>,
    planning: HashSet<&'static str>,
}

fn verbs() -> &'static Verbs {
    static VERBS: OnceLock<Verbs> = OnceLock::new();
    VERBS.get_or_init(|| Verbs {
        past: include_str!("../lexicon/dates/tense-past.txt").lines().collect(),
        present: include_str!("../lexicon/dates/tense-present.txt").lines().collect(),
        future: include_str!("../lexicon/dates/tense-future.txt").lines().collect(),
        planning: include_str!("../lexicon/dates/tense-planning.txt").lines().collect(),
    })
}

/// The tense of the clause around the expression, and the words that decided.
pub(super) fn around(
    block: &BlockText<'_>,
    sentence: Range<usize>,
    expression: Range<usize>,
) -> Option<(Tense, Range<usize>)> {
    let first = sentence.start.max(expression.start.saturating_sub(REACH));
    let last = sentence.end.min(expression.end.saturating_add(REACH));
    for at in (first..expression.start).rev() {
        if let Some(tense) = tense_at(block, at, first) {
            return Some((tense, at..at + 1));
        }
    }
    for at in expression.end..last {
        if let Some(tense) = tense_at(block, at, expression.end) {
            return Some((tense, at..at + 1));
        }
    }
    None
}

/// What the word at `at` tells, with the words before it down to `first`.
fn tense_at(block: &BlockText<'_>, at: usize, first: usize) -> Option<Tense> {
    if !block.tokens[at].is_word() {
        return None;
    }
    let verbs = verbs();
    let written = block.word(at);
    if written.len() > 20 {
        return None;
    }
    let word = written.to_ascii_lowercase();
    let word = word.as_str();
    let before = |back: usize| {
        at.checked_sub(back)
            .filter(|&token| token >= first)
            .map(|token| block.word(token).to_ascii_lowercase())
            .unwrap_or_default()
    };
    if verbs.future.contains(word) || word.ends_with("'ll") || word.ends_with("’ll") {
        return Some(Tense::Future);
    }
    if word == "be" && matches!(before(1).as_str(), "to") {
        return Some(Tense::Future);
    }
    if verbs.planning.contains(word) {
        // *had been scheduled*, *was due* are of the past when said of it: the auxiliary tells nothing about when.
        return Some(Tense::Future);
    }
    if verbs.past.contains(word)
        || word.len() > 4 && word.ends_with("ed") && block.tokens[at].kind == crate::text::TokenKind::Lower
    {
        // *to be signed*, *will be announced*, *is expected*
        let one = before(1);
        if matches!(one.as_str(), "be") {
            return Some(Tense::Future);
        }
        return Some(Tense::Past);
    }
    if verbs.present.contains(word) {
        return Some(Tense::Present);
    }
    None
}
