//! Boosted decision trees over one-byte features.
//!
//! Gradient boosting after Friedman (2001), *Greedy function approximation: a gradient boosting machine*. Every tree is complete and has
//! [`DEPTH`] levels of questions "is feature *f* above threshold *t*". Leaves are integers, so that the sum is the same on every machine
//! and in wasm.
//!
//! The file begins with the scale, a little-endian 4-byte float: the value of one unit of a leaf. Then follow, for each tree, 32 questions
//! (feature and threshold, 1 byte each) and 32 leaves (1 signed byte each, to be shifted left by the tree's shift). The root is question 1,
//! the children of question *n* are 2*n* and 2*n* + 1, and the first byte of question 0 is the tree's shift.

/// The depth of a tree.
pub const DEPTH: usize = 5;

/// The number of features of an input; unused ones are 0.
pub const WIDTH: usize = 128;

/// After every so many trees hopeless inputs are dropped.
const ROUND: usize = 40;

/// An input this far below the best is hopeless: the softmax over the scores gives it almost no share.
const HOPELESS: f32 = 4.0;

/// The number of leaves of a tree, which is one more than its number of questions.
const LEAVES: usize = 1 << DEPTH;

/// The size of a tree in the file, in bytes.
const TREE: usize = 3 * LEAVES;

/// A sum of trees, read in place from its file.
#[derive(Clone, Copy)]
pub struct Forest<'a> {
    scale: f32,
    trees: &'a [[u8; TREE]],
}

impl<'a> Forest<'a> {
    /// Reads a file; `None` if its length is wrong.
    pub fn read(file: &'a [u8]) -> Option<Forest<'a>> {
        let (scale, trees) = file.split_first_chunk::<4>()?;
        match trees.as_chunks::<TREE>() {
            (trees, []) => Some(Forest { scale: f32::from_le_bytes(*scale), trees }),
            _ => None,
        }
    }

    /// The first few of the trees, which tell roughly what all tell.
    pub fn first(self, trees: usize) -> Forest<'a> {
        Forest { trees: &self.trees[..self.trees.len().min(trees)], ..self }
    }

    /// For each input its share of belief, from 0 to 1: the softmax over the scores.
    pub fn shares(&self, inputs: &[[u8; WIDTH]]) -> Vec<f32> {
        let scores = self.scores(inputs);
        let highest = scores.iter().copied().fold(f32::MIN, f32::max);
        let shares: Vec<f32> = scores.iter().map(|score| (score - highest).exp()).collect();
        let total: f32 = shares.iter().sum();
        shares.into_iter().map(|share| share / total).collect()
    }

    /// For each input, the sum of its leaves. An input that is hopelessly behind after a round of trees keeps its partial sum.
    pub fn scores(&self, inputs: &[[u8; WIDTH]]) -> Vec<f32> {
        let mut sums = vec![0i32; inputs.len()];
        let behind = (HOPELESS / self.scale) as i32;
        let mut least = i32::MIN;
        // Tree by tree, so that a tree stays in the cache while all inputs walk down it. The masks change nothing, but let the compiler drop
        // the bounds checks.
        for (index, tree) in self.trees.iter().enumerate() {
            if index > 0 && index % ROUND == 0 {
                least = sums.iter().max().map_or(least, |highest| highest.saturating_sub(behind));
            }
            for (sum, input) in sums.iter_mut().zip(inputs) {
                if *sum < least {
                    continue;
                }
                let mut node = 1;
                for _ in 0..DEPTH {
                    let question = 2 * (node % LEAVES);
                    let above = input[tree[question] as usize % WIDTH] > tree[question + 1];
                    node = 2 * node + above as usize;
                }
                let leaf = tree[2 * LEAVES + node % LEAVES].cast_signed();
                *sum += i32::from(leaf) << (tree[0] % 16);
            }
        }
        sums.into_iter().map(|sum| sum as f32 * self.scale).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One unit is 0.5. Every question asks whether feature 1 is above 3. The leaf for five times yes is 2 units, all others are -1; the shift
    /// makes that 4 and -2.
    fn file() -> Vec<u8> {
        let mut file = 0.5f32.to_le_bytes().to_vec();
        file.extend([1, 0]);
        file.extend([1, 3].repeat(LEAVES - 1));
        for leaf in 0..LEAVES {
            file.extend(if leaf == LEAVES - 1 { 2i8 } else { -1 }.to_le_bytes());
        }
        file
    }

    #[test]
    fn a_forest_adds_up_the_leaves() {
        let rows: &[(&str, u8, f32)] = &[("below", 0, -1.0), ("at the threshold", 3, -1.0), ("above", 4, 2.0)];
        let file = file();
        let forest = Forest::read(&file).unwrap();
        for &(name, value, expected) in rows {
            let mut input = [0; WIDTH];
            input[1] = value;
            assert_eq!(forest.scores(&[input]), [expected], "{name}");
        }
    }

    #[test]
    fn a_broken_file_is_refused() {
        let whole = file();
        let rows: &[(&str, &[u8])] =
            &[("empty", &[]), ("no scale", &[0, 0, 0]), ("cut short", &whole[..whole.len() - 1])];
        for (name, file) in rows {
            assert!(Forest::read(file).is_none(), "{name}");
        }
    }
}
