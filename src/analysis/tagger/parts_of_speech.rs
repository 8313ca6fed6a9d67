//! The features of a token that tell its part of speech.

use super::facts::{Facts, Place, around};
use crate::models::sequence::{Sink, Template, mixed};

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
    WordsAround,
    Class,
    ClassBefore,
    ClassBeforeThat,
    ClassAfter,
    ClassAfterThat,
    ClassAndBefore,
    ClassAndAfter,
    ClassesAround,
    ClassesBefore,
    Coarse,
    CoarseBefore,
    CoarseAfter,
    CoarseThree,
    Prefix,
    Suffix,
    SuffixBefore,
    SuffixAfter,
    SuffixAndClassBefore,
    SuffixAndWordBefore,
    Shape,
    ShapeBefore,
    ShapeAtBeginning,
    Listed,
}

impl Template for Feature {
    fn number(self) -> u64 {
        self as u64
    }
}

/// Writes the features of a token of a sentence.
#[cfg(feature = "training")]
pub(super) fn describe(sentence: &[Facts], at: usize, sink: &mut impl Sink) {
    for (place, word) in Place::ALL.into_iter().zip(around(sentence, at)) {
        describe_word(word, place, sink);
    }
    describe_neighbours(sentence, at, sink);
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
            sink.add(F::SuffixBefore, word.suffixes[2]);
        }
        Place::Here => {
            sink.add(F::Always, 0);
            sink.add(F::Word, word.lower);
            if !word.is_word {
                return;
            }
            sink.add(F::Written, word.written);
            sink.add(F::Class, word.class);
            sink.add(F::Coarse, word.coarse);
            for prefix in word.prefixes.into_iter().filter(|&prefix| prefix != 0) {
                sink.add(F::Prefix, prefix);
            }
            for suffix in word.suffixes.into_iter().filter(|&suffix| suffix != 0) {
                sink.add(F::Suffix, suffix);
            }
            sink.add(F::Shape, word.shape);
            sink.add(F::Listed, word.listed);
        }
        Place::After => {
            sink.add(F::WordAfter, word.lower);
            sink.add(F::ClassAfter, word.class);
            sink.add(F::SuffixAfter, word.suffixes[2]);
        }
        Place::TwoAfter => {
            sink.add(F::WordAfterThat, word.lower);
            sink.add(F::ClassAfterThat, word.class);
        }
    }
}

/// Writes the features of a token that several words are needed for.
pub(super) fn describe_neighbours(sentence: &[Facts], at: usize, sink: &mut impl Sink) {
    use Feature as F;
    let [two_before, before, here, after, _] = around(sentence, at);
    sink.add(F::WordAndBefore, mixed(here.lower, before.lower));
    sink.add(F::WordAndAfter, mixed(here.lower, after.lower));
    sink.add(F::WordsAround, mixed(before.lower, after.lower));
    sink.add(F::ClassesAround, mixed(before.class, after.class));
    sink.add(F::ClassesBefore, mixed(two_before.class, before.class));
    if !here.is_word {
        return;
    }
    sink.add(F::ClassAndBefore, mixed(here.class, before.class));
    sink.add(F::ClassAndAfter, mixed(here.class, after.class));
    sink.add(F::CoarseBefore, mixed(here.coarse, before.coarse));
    sink.add(F::CoarseAfter, mixed(here.coarse, after.coarse));
    sink.add(F::CoarseThree, mixed(mixed(here.coarse, before.coarse), after.coarse));
    sink.add(F::SuffixAndClassBefore, mixed(here.suffixes[2], before.class));
    sink.add(F::SuffixAndWordBefore, mixed(here.suffixes[1], before.lower));
    sink.add(F::ShapeBefore, mixed(here.shape, before.shape));
    let beginning = at == 0 || !before.is_word;
    sink.add(F::ShapeAtBeginning, mixed(here.shape, u64::from(beginning)));
}
