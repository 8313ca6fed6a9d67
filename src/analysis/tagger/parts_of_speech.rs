//! The features of a token that tell its part of speech.

use super::facts::{Facts, around};
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
pub(super) fn describe(sentence: &[Facts], at: usize, sink: &mut impl Sink) {
    use Feature as F;
    let [two_before, before, here, after, two_after] = around(sentence, at);
    sink.add(F::Always, 0);
    sink.add(F::Word, here.lower);
    sink.add(F::WordBefore, before.lower);
    sink.add(F::WordBeforeThat, two_before.lower);
    sink.add(F::WordAfter, after.lower);
    sink.add(F::WordAfterThat, two_after.lower);
    sink.add(F::WordAndBefore, mixed(here.lower, before.lower));
    sink.add(F::WordAndAfter, mixed(here.lower, after.lower));
    sink.add(F::WordsAround, mixed(before.lower, after.lower));
    sink.add(F::ClassBefore, before.class);
    sink.add(F::ClassBeforeThat, two_before.class);
    sink.add(F::ClassAfter, after.class);
    sink.add(F::ClassAfterThat, two_after.class);
    sink.add(F::ClassesAround, mixed(before.class, after.class));
    sink.add(F::ClassesBefore, mixed(two_before.class, before.class));
    sink.add(F::SuffixBefore, before.suffixes[2]);
    sink.add(F::SuffixAfter, after.suffixes[2]);
    if !here.is_word {
        return;
    }
    sink.add(F::Written, here.written);
    sink.add(F::Class, here.class);
    sink.add(F::ClassAndBefore, mixed(here.class, before.class));
    sink.add(F::ClassAndAfter, mixed(here.class, after.class));
    sink.add(F::Coarse, here.coarse);
    sink.add(F::CoarseBefore, mixed(here.coarse, before.coarse));
    sink.add(F::CoarseAfter, mixed(here.coarse, after.coarse));
    sink.add(F::CoarseThree, mixed(mixed(here.coarse, before.coarse), after.coarse));
    for prefix in here.prefixes.into_iter().filter(|&prefix| prefix != 0) {
        sink.add(F::Prefix, prefix);
    }
    for suffix in here.suffixes.into_iter().filter(|&suffix| suffix != 0) {
        sink.add(F::Suffix, suffix);
    }
    sink.add(F::SuffixAndClassBefore, mixed(here.suffixes[2], before.class));
    sink.add(F::SuffixAndWordBefore, mixed(here.suffixes[1], before.lower));
    sink.add(F::Shape, here.shape);
    sink.add(F::ShapeBefore, mixed(here.shape, before.shape));
    let beginning = at == 0 || !before.is_word;
    sink.add(F::ShapeAtBeginning, mixed(here.shape, u64::from(beginning)));
    sink.add(F::Listed, here.listed);
}
