//! The sums of the features that one word alone is enough for. Words come again and again, and most features are such.

use super::facts::{Facts, Place};
use rustc_hash::FxHashMap;

/// How many words are known at most when a block begins: some thousand make up most of a long article.
const MOST: usize = 4096;

/// The sums of a word's features at each place, one for each label.
type ByPlace<const LABELS: usize> = [[i16; LABELS]; Place::ALL.len()];

/// The sums of the words that were met.
pub(super) struct WordSums<const LABELS: usize> {
    /// The word's index in `sums`, by the key of its facts.
    indices: FxHashMap<u64, usize>,
    sums: Vec<ByPlace<LABELS>>,
}

/// The words of a sentence.
pub(super) struct KnownWords<'a, const LABELS: usize> {
    /// What stands beyond the ends of a sentence.
    edge: &'a ByPlace<LABELS>,
    sums: &'a [ByPlace<LABELS>],
    indices: &'a [usize],
}

impl<const LABELS: usize> WordSums<LABELS> {
    /// Knows no words yet.
    pub fn new(sums_of: impl Fn(&Facts, Place) -> [i16; LABELS]) -> Self {
        let edge = Place::ALL.map(|place| sums_of(&Facts::EDGE, place));
        WordSums { indices: FxHashMap::default(), sums: vec![edge] }
    }

    /// Begins a block: forgets what was met if it is too much.
    pub fn begin_block(&mut self) {
        if self.sums.len() > MOST {
            self.sums.truncate(1);
            self.indices.clear();
        }
    }

    /// The indices of words. They are valid until the next block begins.
    pub fn indices(&mut self, words: &[Facts], sums_of: impl Fn(&Facts, Place) -> [i16; LABELS]) -> Vec<usize> {
        let mut index_of = |word: &Facts| {
            *self.indices.entry(word.key()).or_insert_with(|| {
                self.sums.push(Place::ALL.map(|place| sums_of(word, place)));
                self.sums.len() - 1
            })
        };
        words.iter().map(&mut index_of).collect()
    }

    /// The words of a sentence, by their indices.
    pub fn sentence<'a>(&'a self, indices: &'a [usize]) -> KnownWords<'a, LABELS> {
        KnownWords { edge: &self.sums[0], sums: &self.sums, indices }
    }
}

impl<const LABELS: usize> KnownWords<'_, LABELS> {
    /// The sums of a token's features that one word alone is enough for.
    pub fn sums(&self, at: usize) -> [i16; LABELS] {
        let mut sums = [0_i16; LABELS];
        for (place, offset) in (-2..=2).enumerate() {
            let index = at.checked_add_signed(offset).and_then(|at| self.indices.get(at));
            let word = index.and_then(|&index| self.sums.get(index)).unwrap_or(self.edge);
            for (sum, more) in sums.iter_mut().zip(&word[place]) {
                *sum = sum.saturating_add(*more);
            }
        }
        sums
    }
}
