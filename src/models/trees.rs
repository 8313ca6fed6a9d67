//! Boosted decision trees over one-byte features: the form in which what was learned is compiled in.
//!
//! Gradient boosting after Friedman (2001), *Greedy function approximation: a gradient boosting machine*. Every tree is complete and asks
//! [`DEPTH`] questions in a row, each "is feature *f* above threshold *t*". Leaves are whole numbers, so that the sum is the same on every
//! machine and in wasm.
//!
//! The file: scale (4 bytes, little-endian float: what one unit of a leaf is worth), then tree by tree 32 questions (feature, threshold: 1
//! byte each; the root is number 1, the questions behind number *n* are 2*n* and 2*n* + 1; the first byte of number 0 is the tree's
//! shift) and 32 leaves (1 byte each, signed, to be shifted left by the shift).

/// How many questions in a row a tree asks.
pub const DEPTH: usize = 5;

/// How many features an input has; those that mean nothing are 0.
pub const WIDTH: usize = 128;

/// After how many trees the hopeless inputs are left behind.
const FIRST: usize = 40;

/// How far behind the best is hopeless: the softmax over such scores leaves it hardly any share.
const HOPELESS: f32 = 4.0;

/// How many leaves a tree has, and one more than it has questions.
const LEAVES: usize = 1 << DEPTH;

/// How long a tree is in the file, in bytes.
const TREE: usize = 3 * LEAVES;

/// A sum of trees, read in place from its file.
#[derive(Clone, Copy)]
pub struct Forest<'a> {
    scale: f32,
    trees: &'a [[u8; TREE]],
}

impl<'a> Forest<'a> {
    /// Reads a file; nothing when its length is not that of such a file.
    pub fn read(file: &'a [u8]) -> Option<Forest<'a>> {
        let (scale, trees) = file.split_first_chunk::<4>()?;
        match trees.as_chunks::<TREE>() {
            (trees, []) => Some(Forest { scale: f32::from_le_bytes(*scale), trees }),
            _ => None,
        }
    }

    /// For each input the sum of the leaves that it falls into. An input that is hopelessly behind after the first trees is left there.
    pub fn scores(&self, inputs: &[[u8; WIDTH]]) -> Vec<f32> {
        let mut sums = vec![0i32; inputs.len()];
        let behind = (HOPELESS / self.scale) as i32;
        let mut least = i32::MIN;
        // Tree by tree: one stays near while all inputs walk down it. The masks say what is so anyway, and spare the bounds checks.
        for (index, tree) in self.trees.iter().enumerate() {
            if index == FIRST {
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

    /// One unit is worth 0.5. Every question is whether feature 1 is above 3; what is above at each is worth 2 units, all else -1, and the
    /// shift makes that 4 and -2.
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
