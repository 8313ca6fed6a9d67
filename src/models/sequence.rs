//! Sequence models: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001), read in place.
//!
//! Each item of a sequence has features, each feature a row of weights, one for each label; a table has a weight for each pair of
//! neighbouring labels. The labels of a sequence are those with the greatest sum (Viterbi 1967). Weights are small integers, so that the
//! sum is the same on every machine. Many features share a row of a common table (vector quantisation), so that a feature takes as little
//! room as the number of its row.

use super::filter::Filter;

/// A type of feature: a property of an item, or of its neighbours. Each type of models declares its own as an enumeration.
pub(crate) trait Template: Copy {
    /// Its number among the templates of the model.
    fn number(self) -> u64;
}

/// The key of a feature: the template, and a hash of the value.
pub(crate) fn key(template: impl Template, value: u64) -> u64 {
    mixed(value, template.number() + 1)
}

/// One hash of two numbers.
pub(crate) fn mixed(one: u64, other: u64) -> u64 {
    let mixed = (one ^ other.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ mixed >> 32
}

/// Receives the features of an item.
pub(crate) trait Sink {
    /// The item has this feature.
    fn add(&mut self, template: impl Template, value: u64);
}

/// Collects keys, for training.
impl Sink for Vec<u64> {
    fn add(&mut self, template: impl Template, value: u64) {
        self.push(key(template, value));
    }
}

/// The weight of a pair of labels that must not follow each other: sums do not go below it.
#[cfg(any(test, feature = "training"))]
pub const FORBIDDEN: i16 = i16::MIN;

/// A model with this many labels.
///
/// Sums are as narrow as they can be, since so many more are added at once; an item's features are too few to reach their ends.
pub(crate) struct SequenceModel<'a, const LABELS: usize> {
    features: Filter<'a>,
    rows: &'a [[u8; LABELS]],
    /// For each label, the weight of each label after it.
    after: [[i16; LABELS]; LABELS],
    /// The weight of each label at the beginning.
    first: [i16; LABELS],
}

/// The sums of the weights of an item's features, one for each label.
pub(crate) struct Sums<'m, 'a, const LABELS: usize> {
    model: &'m SequenceModel<'a, LABELS>,
    sums: [i16; LABELS],
}

impl<const LABELS: usize> Sink for Sums<'_, '_, LABELS> {
    fn add(&mut self, template: impl Template, value: u64) {
        if let Some(row) = self.model.features.get(key(template, value))
            && let Some(row) = self.model.rows.get(row)
        {
            for (sum, weight) in self.sums.iter_mut().zip(row) {
                *sum = sum.saturating_add(weight.cast_signed().into());
            }
        }
    }
}

impl<'a, const LABELS: usize> SequenceModel<'a, LABELS> {
    /// Reads a model from the beginning of a file; returns it and the rest of the file, or `None` if the file is too short.
    ///
    /// The file holds the weights of the labels at the beginning, then for each label those of the labels before it, as little-endian
    /// 2-byte integers; the number of rows as a 4-byte integer, and the rows, a byte for each weight; and the filter from features to rows.
    pub fn read(file: &'a [u8]) -> Option<(SequenceModel<'a, LABELS>, &'a [u8])> {
        let (pairs, rest) = file.split_at_checked(2 * LABELS * (LABELS + 1))?;
        let (pairs, _) = pairs.as_chunks::<2>();
        let mut pairs = pairs.iter().map(|&bytes| i16::from_le_bytes(bytes));
        let mut next = || std::array::from_fn(|_| pairs.next().unwrap_or(0));
        let first = next();
        let before: [[i16; LABELS]; LABELS] = std::array::from_fn(|_| next());
        let after = std::array::from_fn(|label| std::array::from_fn(|next| before[next][label]));
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (rows, rest) = rest.split_at_checked((u32::from_le_bytes(*count) as usize).checked_mul(LABELS)?)?;
        let (rows, _) = rows.as_chunks::<LABELS>();
        let (features, rest) = Filter::read(rest)?;
        Some((SequenceModel { features, rows, after, first }, rest))
    }

    /// The sums of an item: those of some of its features, and the weights of the others, which `describe` writes.
    pub fn sums(&self, known: [i16; LABELS], describe: impl FnOnce(&mut Sums<'_, 'a, LABELS>)) -> [i16; LABELS] {
        let mut sums = Sums { model: self, sums: known };
        describe(&mut sums);
        sums.sums
    }

    /// The labels of a sequence whose items have these sums.
    pub fn labels(&self, items: &[[i16; LABELS]]) -> Vec<u8> {
        let Some((first, rest)) = items.split_first() else { return Vec::new() };
        let mut best: [i16; LABELS] = std::array::from_fn(|label| first[label].saturating_add(self.first[label]));
        let mut links: Vec<[u8; LABELS]> = Vec::with_capacity(rest.len());
        for item in rest {
            // How far each is behind the best is all that counts, and it does not grow with the sequence.
            let highest = best.iter().copied().max().unwrap_or(0);
            // Label by label before, so that all labels after it are compared at once.
            let (mut next, mut link) = ([i16::MIN; LABELS], [0_i16; LABELS]);
            for (before, &sum) in best.iter().enumerate() {
                let sum = sum.saturating_sub(highest);
                for label in 0..LABELS {
                    let sum = sum.saturating_add(self.after[before][label]);
                    let better = sum > next[label];
                    next[label] = if better { sum } else { next[label] };
                    link[label] = if better { before as i16 } else { link[label] };
                }
            }
            for (sum, &item) in next.iter_mut().zip(item) {
                *sum = sum.saturating_add(item);
            }
            links.push(link.map(|label| label as u8));
            best = next;
        }
        let mut label = (0..LABELS).rev().max_by_key(|&label| best[label]).unwrap_or(0);
        let mut labels = vec![label as u8];
        for link in links.iter().rev() {
            label = usize::from(link[label]);
            labels.push(label as u8);
        }
        labels.reverse();
        labels
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::models::filter::{Layout, build};

    #[derive(Clone, Copy)]
    struct Word;

    impl Template for Word {
        fn number(self) -> u64 {
            0
        }
    }

    /// Two labels: word 1 is for the first, word 2 for the second; the second must not begin, and is likelier after itself.
    fn file() -> Vec<u8> {
        let pairs = [0, FORBIDDEN, 0, 0, 0, 1];
        let mut file: Vec<u8> = pairs.iter().flat_map(|pair: &i16| pair.to_le_bytes()).collect();
        file.extend(2_u32.to_le_bytes());
        file.extend([2_i8, 0, -1, 4].map(i8::cast_unsigned));
        file.extend(build(&[(key(Word, 1), 0), (key(Word, 2), 1)], Layout { slot: 20, value: 1 }).unwrap());
        file
    }

    #[test]
    fn the_labels_are_those_with_the_greatest_sum() {
        let rows: &[(&str, &[u64], &[u8])] = &[
            ("nothing", &[], &[]),
            ("a forbidden beginning", &[2], &[0]),
            ("each its own", &[1, 2, 1], &[0, 1, 0]),
            ("a word without weights after the second", &[1, 2, 7], &[0, 1, 1]),
            ("and alone", &[7], &[0]),
        ];
        let file = file();
        let (model, rest) = SequenceModel::<2>::read(&file).unwrap();
        assert!(rest.is_empty());
        for &(name, words, expected) in rows {
            let sums: Vec<_> = words.iter().map(|&word| model.sums([0; 2], |sink| sink.add(Word, word))).collect();
            assert_eq!(model.labels(&sums), expected, "{name}");
        }
    }

    #[test]
    fn a_broken_file_is_refused() {
        let whole = file();
        for length in [0, 11, 15, 19, whole.len() - 1] {
            assert!(SequenceModel::<2>::read(&whole[..length]).is_none(), "{length}");
        }
    }
}
