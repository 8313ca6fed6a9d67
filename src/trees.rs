//! Boosted decision trees over one-byte features: the form in which what was learned is compiled in.
//!
//! Gradient boosting after Friedman (2001), *Greedy function approximation: a gradient boosting machine*. Every tree is complete: of
//! depth `d` with `2^d - 1` questions, each "is feature *f* above threshold *t*", and `2^d` leaves. Leaves are whole numbers, so that
//! the sum is the same on every machine and in wasm.
//!
//! The file: depth (1 byte), how many features (1 byte), scale (4 bytes, little-endian float: what one unit of a leaf is worth), then
//! tree by tree the questions (feature, threshold: 1 byte each) and the leaves (2 bytes each, little-endian).

/// A sum of trees, read in place from its file.
#[derive(Clone, Copy, Debug)]
pub struct Forest<'a> {
    depth: u8,
    features: u8,
    scale: f32,
    trees: &'a [u8],
}

/// How long the file's head is, in bytes.
const HEAD: usize = 6;

impl<'a> Forest<'a> {
    /// Reads the head of a file and checks its length and every feature that it names.
    ///
    /// Returns nothing when the file is not such a file.
    pub fn read(file: &'a [u8]) -> Option<Forest<'a>> {
        let (head, trees) = file.split_at_checked(HEAD)?;
        let scale = f32::from_le_bytes(head.get(2..HEAD)?.try_into().ok()?);
        let forest = Forest { depth: head[0], features: head[1], scale, trees };
        let whole = (1..=12).contains(&forest.depth) && trees.len().is_multiple_of(forest.tree_length());
        let known = || {
            forest
                .trees
                .chunks_exact(forest.tree_length())
                .all(|tree| (0..forest.questions()).all(|question| tree[2 * question] < forest.features))
        };
        (whole && known()).then_some(forest)
    }

    fn questions(&self) -> usize {
        (1 << self.depth) - 1
    }

    fn tree_length(&self) -> usize {
        2 * self.questions() + 2 * (1 << self.depth)
    }

    /// How many features an input must have.
    pub fn features(&self) -> usize {
        self.features.into()
    }

    /// For each input the sum of the leaves that it falls into; 0 for an input with too few features.
    pub fn scores<Input: AsRef<[u8]>>(&self, inputs: &[Input]) -> Vec<f32> {
        let mut sums = vec![0i32; inputs.len()];
        let (questions, depth) = (self.questions(), self.depth);
        // Tree by tree: one stays near while all inputs walk down it.
        for tree in self.trees.chunks_exact(self.tree_length()) {
            let (asked, leaves) = tree.split_at(2 * questions);
            for (sum, input) in sums.iter_mut().zip(inputs) {
                let input = input.as_ref();
                if input.len() < self.features() {
                    continue;
                }
                let mut node = 0;
                for _ in 0..depth {
                    let above = input[asked[2 * node] as usize] > asked[2 * node + 1];
                    node = 2 * node + 1 + above as usize;
                }
                let leaf = 2 * (node - questions);
                *sum += i32::from(i16::from_le_bytes([leaves[leaf], leaves[leaf + 1]]));
            }
        }
        sums.into_iter().map(|sum| sum as f32 * self.scale).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_forest_adds_up_the_leaves() {
        // Depth 1, two features, one unit is worth 0.5: feature 1 above 3 gives 4 units, else -2.
        let mut file = vec![1, 2];
        file.extend(0.5f32.to_le_bytes());
        file.extend([1, 3]);
        file.extend((-2i16).to_le_bytes());
        file.extend(4i16.to_le_bytes());
        let forest = Forest::read(&file).unwrap();
        let rows: &[(&str, &[u8], f32)] =
            &[("at the threshold", &[9, 3], -1.0), ("above", &[0, 4], 2.0), ("too few features", &[1], 0.0)];
        for (name, input, expected) in rows {
            assert_eq!(forest.scores(&[input]), [*expected], "{name}");
        }
    }

    #[test]
    fn a_broken_file_is_refused() {
        let rows: &[(&str, &[u8])] = &[
            ("empty", &[]),
            ("cut short", &[1, 2, 0, 0, 0, 0, 1]),
            ("no depth", &[0, 2, 0, 0, 0, 0]),
            ("unknown feature", &[1, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0]),
        ];
        for (name, file) in rows {
            assert!(Forest::read(file).is_none(), "{name}");
        }
    }
}
