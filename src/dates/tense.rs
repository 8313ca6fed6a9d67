//! Whether the words around a date tell of the past or of what is to come.
//!
//! A bare *Friday* is the last one or the next one by the verb it belongs to. HeidelTime (Strötgen and Gertz 2013) takes the
//! tense of the nearest verb before the expression; modals, *to* with a verb of planning and words like *scheduled* are added here,
//! since news tells of what will be far more often with those than with *will*. Where the expression opens a clause (*…, but on
//! Friday the court will*), the verb after it counts.

use super::table::Table;
use crate::text::{BlockText, TokenKind};
use std::ops::Range;
use std::sync::OnceLock;

/// Where on the line of time the words put their event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
}

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 40;

const WEEKDAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// What a list of fixtures says of a team, as an order: what is to come.
const FIXTURES: &[&str] =
    &["Continue", "Face", "Finish", "Head", "Host", "Meet", "Open", "Play", "Return", "Start", "Travel", "Visit"];

/// What a word says of the tense, if the words beside it agree.
#[derive(Clone, Copy, PartialEq)]
enum Sign {
    Past,
    Present,
    Future,
    /// Of the future before *to*: *plans to*.
    FutureBeforeTo,
    /// Of the future before *for* or *to*: *planned for*.
    FutureBeforeFor,
    /// Of the future before *to*, of the past otherwise: *set*.
    PastButFutureBeforeTo,
    /// Of the future before a weekday, as in a timetable: *the trial starts Monday*.
    Timetable,
}

/// A power of two, several times the number of signs.
const SLOTS: usize = 512;

/// The words and what they tell.
fn signs() -> &'static Table<Sign> {
    static SIGNS: OnceLock<Table<Sign>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let lists = [
            (include_str!("../language/en/dates/tense-past.txt"), Sign::Past),
            (include_str!("../language/en/dates/tense-present.txt"), Sign::Present),
            (include_str!("../language/en/dates/tense-future.txt"), Sign::Future),
            (include_str!("../language/en/dates/tense-future-before-to.txt"), Sign::FutureBeforeTo),
            (include_str!("../language/en/dates/tense-future-before-for.txt"), Sign::FutureBeforeFor),
            (include_str!("../language/en/dates/tense-past-or-future.txt"), Sign::PastButFutureBeforeTo),
            (include_str!("../language/en/dates/tense-timetable.txt"), Sign::Timetable),
        ];
        let mut table = Table::new(SLOTS, Sign::Past);
        for (list, sign) in lists {
            list.lines().for_each(|word| table.insert(word, sign));
        }
        table
    })
}

/// The tenses of a block's words: found once a block, then each question is answered without a walk.
pub(super) struct Tenses {
    tenses: Vec<Option<Tense>>,
    /// The nearest tense at or before each token, by its index plus one.
    before: Vec<u32>,
    /// The nearest tense at or after each token.
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

    /// The tense of the clause around the expression, and the word that tells it.
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
        Some((tense, at..at + 1))
    }
}

/// Whether the expression, with its preposition, stands at the beginning of a clause.
fn opens_clause(block: &BlockText<'_>, start: usize, first: usize) -> bool {
    let word = |back: usize| start.checked_sub(back).filter(|&at| at >= first).map(|at| block.word(at));
    let back = match word(1) {
        Some("on" | "On" | "in" | "In" | "by" | "By" | "late" | "early") => 2,
        None => return true,
        _ => 1,
    };
    matches!(
        word(back),
        None | Some("that" | "but" | "where" | "when" | "while" | "because" | "which" | ";" | "—" | "–" | "“")
    )
}

/// What the word says of the tense.
fn tense_at(block: &BlockText<'_>, at: usize) -> Option<Tense> {
    let token = block.tokens.get(at)?;
    if !matches!(token.kind, TokenKind::Lower | TokenKind::Capital) {
        return None;
    }
    let word = block.word(at);
    let neighbour = |at: Option<usize>| at.filter(|&at| at < block.tokens.len()).map_or("", |at| block.word(at));
    let next = neighbour(at.checked_add(1));
    let back = |count: usize| neighbour(at.checked_sub(count));
    // *UP NEXT: Host the visitors on Friday*
    if token.kind == TokenKind::Capital && back(1) == ":" && FIXTURES.contains(&word) {
        return Some(Tense::Future);
    }
    if let Some(sign) = signs().get(word) {
        return match sign {
            Sign::Past => Some(participle(back(1))),
            Sign::Present if next == "to" && matches!(word, "is" | "are") => Some(Tense::Future),
            // *the first game is Friday*
            Sign::Present if matches!(word, "is" | "are") && WEEKDAYS.contains(&next) => Some(Tense::Future),
            Sign::Present => Some(Tense::Present),
            Sign::Future => Some(if was(back(1), back(2)) { Tense::Past } else { Tense::Future }),
            Sign::FutureBeforeTo if next == "to" => Some(Tense::Future),
            // *she expected to return* tells of the past; *is expected to*, *planned for* do not.
            Sign::FutureBeforeFor if word == "expected" => {
                let passive = (1..=3)
                    .any(|count| matches!(back(count), "is" | "are" | "be" | "'s" | "’s" | "not" | "widely" | "been"));
                Some(if passive { Tense::Future } else { Tense::Past })
            }
            Sign::FutureBeforeFor if matches!(next, "for" | "to" | "in") => {
                Some(if was(back(1), back(2)) { Tense::Past } else { Tense::Future })
            }
            Sign::PastButFutureBeforeTo => {
                Some(if next == "to" || back(1) == "be" { Tense::Future } else { Tense::Past })
            }
            // *agreed to meet Monday*, *did not meet Monday*: the verb before it tells.
            Sign::Timetable if matches!(back(1), "to" | "not" | "n't" | "did" | "didn't" | "didn’t") => None,
            Sign::Timetable => {
                let adverb = usize::from(next.ends_with("ly"));
                let [first, second] = [1, 2].map(|count| neighbour(at.checked_add(count + adverb)));
                Some(if names_weekday(first, second) { Tense::Future } else { Tense::Present })
            }
            Sign::FutureBeforeTo | Sign::FutureBeforeFor => None,
        };
    }
    if word.ends_with("'ll") || word.ends_with("’ll") {
        return Some(Tense::Future);
    }
    // *a still unspecified date*: before a noun it is no verb.
    let adjective = matches!(back(1), "a" | "an" | "the" | "its" | "his" | "her" | "their" | "still");
    if token.kind == TokenKind::Lower && word.len() > 4 && word.ends_with("ed") && !adjective {
        return Some(participle(back(1)));
    }
    None
}

/// *Monday*, *on Monday*
fn names_weekday(next: &str, after: &str) -> bool {
    WEEKDAYS.contains(&next) || next == "on" && WEEKDAYS.contains(&after)
}

/// What a participle tells: *to be signed*, *will be announced* of what is to come, *is cut* of what happens.
fn participle(before: &str) -> Tense {
    match before {
        "be" => Tense::Future,
        "is" | "are" => Tense::Present,
        _ => Tense::Past,
    }
}

/// *had been due* is over.
fn was(one: &str, two: &str) -> bool {
    one == "been" && two == "had"
}
