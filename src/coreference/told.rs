//! Which mentions mean somebody known, in reading order: a set in which the nearest one is found without going over those between.

use crate::analysis::MentionId;
use std::ops::Range;

/// Mentions, each of which may be in the set.
#[derive(Default)]
pub(super) struct Told {
    /// For each block the number of its first mention, and the number of all mentions.
    first: Vec<usize>,
    /// A bit for each mention.
    bits: Vec<u64>,
}

impl Told {
    /// The empty set for blocks of so many mentions.
    pub fn new(counts: impl Iterator<Item = usize>) -> Told {
        let mut first = vec![0];
        let mut total = 0;
        for count in counts {
            total += count;
            first.push(total);
        }
        Told { first, bits: vec![0; total / 64 + 1] }
    }

    /// Adds a mention.
    pub fn insert(&mut self, mention: MentionId) {
        let number = self.number(mention);
        self.bits[number / 64] |= 1 << (number % 64);
    }

    /// The mentions of the set that stand before this one, nearest first: of the `mentions` before it, and no more than `blocks` blocks back.
    pub fn before(&self, mention: MentionId, blocks: usize, mentions: usize) -> impl Iterator<Item = MentionId> {
        let number = self.number(mention);
        let from = number.saturating_sub(mentions).max(self.first[mention.block.saturating_sub(blocks)]);
        let mut block = mention.block;
        self.numbers(from..number).rev().map(move |number| {
            while self.first[block] > number {
                block -= 1;
            }
            MentionId { block, index: number - self.first[block] }
        })
    }

    /// The mentions of the set that follow this one: among the `mentions` after it, and no more than `blocks` blocks on.
    pub fn behind(&self, mention: MentionId, blocks: usize, mentions: usize) -> impl Iterator<Item = MentionId> {
        let from = self.number(mention) + 1;
        let last_block = (mention.block + blocks + 1).min(self.first.len() - 1);
        let mut block = mention.block;
        self.numbers(from..self.first[last_block].min(from + mentions)).map(move |number| {
            while self.first[block + 1] <= number {
                block += 1;
            }
            MentionId { block, index: number - self.first[block] }
        })
    }

    /// The number of a mention among all of the article.
    fn number(&self, mention: MentionId) -> usize {
        self.first[mention.block] + mention.index
    }

    /// The numbers of the set in a range.
    fn numbers(&self, range: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let words = range.start / 64..if range.is_empty() { range.start / 64 } else { (range.end - 1) / 64 + 1 };
        words
            .flat_map(move |word| Bits { word: self.bits[word], first: word * 64 })
            .filter(move |number| range.contains(number))
    }
}

/// The numbers of the bits of a word that are set.
struct Bits {
    word: u64,
    first: usize,
}

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let bit = (self.word != 0).then(|| self.word.trailing_zeros() as usize)?;
        self.word &= !(1 << bit);
        Some(self.first + bit)
    }
}

impl DoubleEndedIterator for Bits {
    fn next_back(&mut self) -> Option<usize> {
        let bit = (self.word != 0).then(|| 63 - self.word.leading_zeros() as usize)?;
        self.word &= !(1 << bit);
        Some(self.first + bit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_found_in_both_directions() {
        let id = |(block, index): (usize, usize)| MentionId { block, index };
        let mut told = Told::new([3, 0, 200, 2].into_iter());
        for place in [(0, 0), (0, 2), (2, 60), (2, 61), (2, 199), (3, 0)] {
            told.insert(id(place));
        }
        let places = |found: Vec<MentionId>| found.iter().map(|id| (id.block, id.index)).collect::<Vec<_>>();
        let before = |place, blocks, mentions| places(told.before(id(place), blocks, mentions).collect());
        let behind = |place, blocks, mentions| places(told.behind(id(place), blocks, mentions).collect());
        assert_eq!(before((3, 1), 9, 999), [(3, 0), (2, 199), (2, 61), (2, 60), (0, 2), (0, 0)]);
        assert_eq!(before((3, 0), 1, 999), [(2, 199), (2, 61), (2, 60)], "blocks");
        assert_eq!(before((2, 62), 9, 2), [(2, 61), (2, 60)], "mentions");
        assert_eq!(before((0, 0), 9, 999), []);
        assert_eq!(behind((0, 0), 9, 999), [(0, 2), (2, 60), (2, 61), (2, 199), (3, 0)]);
        assert_eq!(behind((0, 2), 2, 999), [(2, 60), (2, 61), (2, 199)], "blocks");
        assert_eq!(behind((2, 59), 9, 2), [(2, 60), (2, 61)], "mentions");
        assert_eq!(behind((3, 1), 9, 999), []);
    }
}
