//! The features of a token that tell whose name it belongs to.

use super::facts::{Facts, Place, around};
use super::memory::{Memory, Trace};
use crate::models::sequence::{Sink, Template, mixed};
use std::ops::Range;

/// The features.
#[derive(Clone, Copy)]
enum Feature {
    Always,
    Written,
    Word,
    WordBefore,
    WordBeforeThat,
    WordAfter,
    WordAfterThat,
    WordAndBefore,
    WordAndAfter,
    WordBeforeAndShape,
    WordAfterAndShape,
    WordsBefore,
    WordsAfter,
    WordsAround,
    Class,
    ClassBefore,
    ClassBeforeThat,
    ClassAfter,
    ClassAfterThat,
    ClassAndBefore,
    ClassAndAfter,
    ClassAndShape,
    Coarse,
    CoarseBefore,
    CoarseAfter,
    CoarseAround,
    CoarseThree,
    Prefix,
    Suffix,
    SuffixBefore,
    SuffixAfter,
    Shape,
    ShapeBefore,
    ShapeAfter,
    ShapesAround,
    Listed,
    ListedBefore,
    ListedAfter,
    ListedAndBefore,
    Part,
    PartBefore,
    PartAfter,
    PartsAround,
    Beginning,
    RunFirst,
    RunLast,
    RunFirstClass,
    RunLastClass,
    RunLastSuffix,
    RunBefore,
    RunAfter,
    RunBeforeClass,
    RunAfterClass,
    RunPlace,
    RunWhole,
    Bridge,
    Memory,
    MemoryBefore,
    MemoryAfter,
    MemoryAndShape,
    MemoryAndPlace,
    Unread,
    UnreadShape,
    UnreadPlace,
}

impl Template for Feature {
    fn number(self) -> u64 {
        // The templates of the parts of speech have a model of their own, so that numbers may be the same.
        self as u64
    }
}

/// Writes the features of a token of a stretch that tell what its word and the words beside it were taken for in the article; without a
/// memory, that the article has not been read yet. No word with a capital stands beside a stretch.
pub(super) fn describe_memory(stretch: &[Trace], at: usize, memory: Option<&Memory>, sink: &mut impl Sink) {
    use Feature as F;
    let Some(Trace { shape, begins, .. }) = stretch.get(at) else { return };
    let Some(memory) = memory else {
        sink.add(F::Unread, 0);
        sink.add(F::UnreadShape, *shape);
        sink.add(F::UnreadPlace, mixed(*shape, u64::from(*begins)));
        return;
    };
    let remembered = |offset: isize| {
        let trace = at.checked_add_signed(offset).and_then(|at| stretch.get(at));
        trace.map_or(0, |trace| memory.of(trace).as_value())
    };
    let (before, here, after) = (remembered(-1), remembered(0), remembered(1));
    sink.add(F::Memory, here);
    sink.add(F::MemoryBefore, mixed(here, before));
    sink.add(F::MemoryAfter, mixed(here, after));
    sink.add(F::MemoryAndShape, mixed(here, *shape));
    sink.add(F::MemoryAndPlace, mixed(here, u64::from(*begins)));
}

/// Writes the features of a token that one word alone is enough for.
pub(super) fn describe_word(word: &Facts, place: Place, sink: &mut impl Sink) {
    use Feature as F;
    match place {
        Place::TwoBefore => {
            sink.add(F::WordBeforeThat, word.lower);
            sink.add(F::ClassBeforeThat, word.class);
        }
        Place::Before => {
            sink.add(F::WordBefore, word.lower);
            sink.add(F::ClassBefore, word.class);
            sink.add(F::ListedBefore, word.listed);
            sink.add(F::SuffixBefore, word.suffixes[2]);
        }
        Place::Here => {
            sink.add(F::Always, 0);
            sink.add(F::Written, word.written);
            sink.add(F::Word, word.lower);
            sink.add(F::Class, word.class);
            sink.add(F::ClassAndShape, mixed(word.class, word.shape));
            sink.add(F::Coarse, word.coarse);
            sink.add(F::Shape, word.shape);
            sink.add(F::Listed, word.listed);
            for prefix in word.prefixes.into_iter().filter(|&prefix| prefix != 0) {
                sink.add(F::Prefix, prefix);
            }
            for suffix in word.suffixes.into_iter().filter(|&suffix| suffix != 0) {
                sink.add(F::Suffix, suffix);
            }
        }
        Place::After => {
            sink.add(F::WordAfter, word.lower);
            sink.add(F::ClassAfter, word.class);
            sink.add(F::ListedAfter, word.listed);
            sink.add(F::SuffixAfter, word.suffixes[2]);
        }
        Place::TwoAfter => {
            sink.add(F::WordAfterThat, word.lower);
            sink.add(F::ClassAfterThat, word.class);
        }
    }
}

/// How many tokens from the next capital a token is still worth a look: `Bank of the |West|`.
const REACH: usize = 2;

/// A sentence as the entity model sees it.
pub(super) struct Sentence<'a> {
    pub facts: &'a [Facts],
    /// The part of speech of each token.
    pub parts: &'a [u8],
    /// The run of capitals that each token belongs to, or that it stands between.
    runs: Vec<Range<usize>>,
}

impl<'a> Sentence<'a> {
    pub fn new(facts: &'a [Facts], parts: &'a [u8]) -> Sentence<'a> {
        let mut runs: Vec<Range<usize>> = Vec::with_capacity(facts.len());
        let mut at = 0;
        while at < facts.len() {
            let mut end = at + 1;
            if facts[at].capital {
                while facts.get(end).is_some_and(|facts| facts.capital)
                    || facts.get(end).is_some_and(|facts| facts.joins)
                        && facts.get(end + 1).is_some_and(|facts| facts.capital)
                {
                    end += 1;
                }
            }
            for _ in at..end {
                runs.push(at..end);
            }
            at = end;
        }
        Sentence { facts, parts, runs }
    }

    /// The stretches whose tokens may belong to names, those near a capital.
    pub fn stretches(&self) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for at in (0..self.facts.len()).filter(|&at| self.facts[at].capital) {
            let (start, end) = (at.saturating_sub(REACH), (at + 1 + REACH).min(self.facts.len()));
            match stretches.last_mut() {
                Some(last) if last.end >= start => last.end = end,
                _ => stretches.push(start..end),
            }
        }
        stretches
    }

    /// Writes the features of a token.
    #[cfg(feature = "training")]
    pub fn describe(&self, at: usize, sink: &mut impl Sink) {
        for (place, word) in Place::ALL.into_iter().zip(around(self.facts, at)) {
            describe_word(word, place, sink);
        }
        self.describe_neighbours(at, sink);
    }

    /// Writes the features of a token that several words are needed for, or more than the word.
    pub fn describe_neighbours(&self, at: usize, sink: &mut impl Sink) {
        use Feature as F;
        let part = |offset: isize| {
            at.checked_add_signed(offset).and_then(|at| self.parts.get(at)).map_or(0, |&part| u64::from(part) + 1)
        };
        let [two_before, before, here, after, two_after] = around(self.facts, at);
        sink.add(F::WordAndBefore, mixed(here.lower, before.lower));
        sink.add(F::WordAndAfter, mixed(here.lower, after.lower));
        sink.add(F::WordBeforeAndShape, mixed(here.shape, before.lower));
        sink.add(F::WordAfterAndShape, mixed(here.shape, after.lower));
        sink.add(F::WordsBefore, mixed(two_before.lower, before.lower));
        sink.add(F::WordsAfter, mixed(after.lower, two_after.lower));
        sink.add(F::WordsAround, mixed(before.lower, after.lower));
        sink.add(F::ClassAndBefore, mixed(here.class, before.class));
        sink.add(F::ClassAndAfter, mixed(here.class, after.class));
        sink.add(F::CoarseBefore, mixed(here.coarse, before.coarse));
        sink.add(F::CoarseAfter, mixed(here.coarse, after.coarse));
        sink.add(F::CoarseAround, mixed(before.coarse, after.coarse));
        sink.add(F::CoarseThree, mixed(mixed(here.coarse, before.coarse), after.coarse));
        sink.add(F::ShapeBefore, mixed(here.shape, before.shape));
        sink.add(F::ShapeAfter, mixed(here.shape, after.shape));
        sink.add(F::ShapesAround, mixed(mixed(here.shape, before.shape), after.shape));
        sink.add(F::ListedAndBefore, mixed(here.listed, before.listed));
        sink.add(F::Part, part(0));
        sink.add(F::PartBefore, mixed(part(0), part(-1)));
        sink.add(F::PartAfter, mixed(part(0), part(1)));
        sink.add(F::PartsAround, mixed(mixed(part(-1), part(0)), part(1)));
        sink.add(F::Beginning, mixed(here.shape, u64::from(self.begins(at))));
        self.describe_run(at, sink);
    }

    /// What is remembered by of the tokens of a stretch.
    pub fn traces(&self, stretch: Range<usize>) -> Vec<Trace> {
        let trace = |at: usize| {
            let Facts { capital, lower, shape, .. } = self.facts[at];
            Trace { name: capital.then_some(lower), shape, begins: self.begins(at) }
        };
        stretch.map(trace).collect()
    }

    /// Whether the token is the first word of the sentence.
    fn begins(&self, at: usize) -> bool {
        self.facts[..at].iter().all(|facts| !facts.is_word)
    }

    /// The features of the run of capitals.
    fn describe_run(&self, at: usize, sink: &mut impl Sink) {
        use Feature as F;
        let run = &self.runs[at];
        let edge = &Facts::EDGE;
        let before = run.start.checked_sub(1).and_then(|at| self.facts.get(at)).unwrap_or(edge);
        let after = self.facts.get(run.end).unwrap_or(edge);
        if self.facts[run.start].capital {
            let (first, last) = (&self.facts[run.start], &self.facts[run.end - 1]);
            let place = mixed((at - run.start).min(3) as u64, (run.end - at).min(4) as u64);
            sink.add(F::RunFirst, first.lower);
            sink.add(F::RunLast, last.lower);
            sink.add(F::RunFirstClass, mixed(first.class, u64::from(run.len() > 1)));
            sink.add(F::RunLastClass, mixed(last.class, u64::from(run.len() > 1)));
            sink.add(F::RunLastSuffix, last.suffixes[2]);
            sink.add(F::RunBefore, before.lower);
            sink.add(F::RunAfter, after.lower);
            sink.add(F::RunBeforeClass, mixed(before.class, u64::from(run.len() > 1)));
            sink.add(F::RunAfterClass, mixed(after.class, u64::from(run.len() > 1)));
            sink.add(F::RunPlace, mixed(place, u64::from(run.start == 0)));
            sink.add(F::RunWhole, self.facts[run.clone()].iter().fold(0, |sum, facts| mixed(sum, facts.lower)));
        } else {
            // What lies between two runs, if it is short.
            let next = (at + 1..self.facts.len().min(at + 4)).find(|&at| self.facts[at].capital);
            let back = (at.saturating_sub(3)..at).rev().find(|&at| self.facts[at].capital);
            if let (Some(next), Some(back)) = (next, back) {
                let last = &self.facts[self.runs[back].start];
                let first = &self.facts[self.runs[next].end - 1];
                let here = self.facts[at].lower;
                sink.add(F::Bridge, mixed(mixed(last.coarse, first.coarse), here));
                sink.add(F::RunFirst, mixed(last.lower, here));
                sink.add(F::RunLast, mixed(first.lower, here));
            }
        }
    }
}
