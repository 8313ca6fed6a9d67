//! Gradient boosting of trees with one-byte features, after Friedman (2001) and, for the second-order leaves, Chen & Guestrin
//! (2016), *XGBoost*. Deterministic: the same examples give the same trees.

/// Rows of features, in groups (the candidates of one quotation) or independent.
pub struct Table {
    /// The number of features of a row.
    pub width: usize,
    /// Row after row.
    pub features: Vec<u8>,
}

/// The hyperparameters.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The number of trees.
    pub trees: usize,
    /// The depth of each tree.
    pub depth: usize,
    /// The learning rate.
    pub rate: f64,
    /// The L2 penalty on the values of the leaves.
    pub penalty: f64,
    /// The smallest sum of second derivatives on either side of a question.
    pub least: f64,
    /// The share of the features that is sampled for each tree (Friedman 2002, *Stochastic gradient boosting*).
    pub columns: f64,
    /// How many forests are trained, each with samples of its own, and averaged: what one of them believes is partly chance.
    pub forests: usize,
}

/// A complete tree.
struct Tree {
    questions: Vec<(u8, u8)>,
    leaves: Vec<f64>,
}

/// The largest exponent of the power of two that scales a tree's leaves.
const LARGEST_SHIFT: u8 = 8;

/// The number of values that a feature can have.
const VALUES: usize = 64;

/// The loss: fills in its first and second derivatives for each row, given the current scores.
pub type Loss<'a> = dyn Fn(&[f64], &mut [(f64, f64)]) + 'a;

/// Trained trees.
pub struct Boosted {
    width: usize,
    trees: Vec<Tree>,
}

impl Table {
    fn rows(&self) -> usize {
        self.features.len() / self.width
    }

    fn row(&self, row: usize) -> &[u8] {
        &self.features[row * self.width..][..self.width]
    }

    /// The features whose values differ between rows.
    fn varied_features(&self) -> Vec<usize> {
        let varies = |&feature: &usize| (0..self.rows()).any(|row| self.row(row)[feature] != self.row(0)[feature]);
        (0..self.width).filter(varies).collect()
    }
}

/// A pseudo-random generator that is the same in every run: Marsaglia (2003), *Xorshift RNGs*.
struct Draw(u64);

impl Draw {
    /// A number from 0 (inclusive) to 1 (exclusive).
    fn share(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// Trains trees that minimise the loss. Of several forests the first trees come first, and each counts its part.
pub fn boost(table: &Table, loss: &Loss, settings: Settings) -> Boosted {
    let varied = table.varied_features();
    let mut draw = Draw(0x2545_F491_4F6C_DD1D);
    let forests: Vec<Vec<Tree>> =
        (0..settings.forests).map(|_| forest(table, loss, &varied, &mut draw, settings)).collect();
    let mut boosted = Boosted { width: table.width, trees: Vec::new() };
    let mut forests: Vec<_> = forests.into_iter().map(Vec::into_iter).collect();
    for _ in 0..settings.trees {
        for mut tree in forests.iter_mut().filter_map(Iterator::next) {
            tree.leaves.iter_mut().for_each(|leaf| *leaf /= settings.forests as f64);
            boosted.trees.push(tree);
        }
    }
    boosted
}

fn forest(table: &Table, loss: &Loss, varied: &[usize], draw: &mut Draw, settings: Settings) -> Vec<Tree> {
    let mut scores = vec![0.0; table.rows()];
    let mut derivatives = vec![(0.0, 0.0); table.rows()];
    let mut trees = Vec::with_capacity(settings.trees);
    for _ in 0..settings.trees {
        loss(&scores, &mut derivatives);
        let features: Vec<usize> = varied.iter().copied().filter(|_| draw.share() < settings.columns).collect();
        let (tree, leaf_of_row) = grow(table, &derivatives, &features, settings);
        for (score, leaf) in scores.iter_mut().zip(leaf_of_row) {
            *score += tree.leaves[leaf];
        }
        trees.push(tree);
    }
    trees
}

#[derive(Clone, Copy, Default)]
struct Sums {
    first: f64,
    second: f64,
}

impl Sums {
    fn gain(self, penalty: f64) -> f64 {
        self.first * self.first / (self.second + penalty)
    }
}

/// Grows one tree level by level; also returns the leaf of each row.
fn grow(table: &Table, derivatives: &[(f64, f64)], features: &[usize], settings: Settings) -> (Tree, Vec<usize>) {
    let mut node_of_row = vec![0usize; table.rows()];
    let mut questions = Vec::new();
    for level in 0..settings.depth {
        let nodes = 1 << level;
        let best = best_questions(table, derivatives, &node_of_row, nodes, features, settings);
        for (row, node) in node_of_row.iter_mut().enumerate() {
            let (feature, threshold) = best[*node];
            *node = 2 * *node + (table.row(row)[feature as usize] > threshold) as usize;
        }
        questions.extend(best);
    }
    let mut sums = vec![Sums::default(); 1 << settings.depth];
    for (&node, &(first, second)) in node_of_row.iter().zip(derivatives) {
        sums[node].first += first;
        sums[node].second += second;
    }
    let leaves = sums.iter().map(|sum| -settings.rate * sum.first / (sum.second + settings.penalty)).collect();
    (Tree { questions, leaves }, node_of_row)
}

/// For each node the best split of its rows, or one that does not split them if no split helps.
fn best_questions(
    table: &Table,
    derivatives: &[(f64, f64)],
    node_of_row: &[usize],
    nodes: usize,
    features: &[usize],
    settings: Settings,
) -> Vec<(u8, u8)> {
    let (one, other) = features.split_at(features.len() / 2);
    let halves = [one, other];
    let found: Vec<Vec<(f64, u8, u8)>> = std::thread::scope(|scope| {
        let workers: Vec<_> = halves
            .into_iter()
            .map(|features| scope.spawn(move || best_among(table, derivatives, node_of_row, nodes, settings, features)))
            .collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or_default()).collect()
    });
    (0..nodes)
        .map(|node| {
            let mut best = (0.0, 0, u8::MAX);
            for half in &found {
                if let Some(&question) = half.get(node).filter(|question| question.0 > best.0) {
                    best = question;
                }
            }
            (best.1, best.2)
        })
        .collect()
}

fn best_among(
    table: &Table,
    derivatives: &[(f64, f64)],
    node_of_row: &[usize],
    nodes: usize,
    settings: Settings,
    features: &[usize],
) -> Vec<(f64, u8, u8)> {
    let width = features.len();
    let mut histogram = vec![Sums::default(); nodes * width * VALUES];
    for (row, (&node, &(first, second))) in node_of_row.iter().zip(derivatives).enumerate() {
        let base = node * width * VALUES;
        let values = table.row(row);
        for (offset, &feature) in features.iter().enumerate() {
            let sums = &mut histogram[base + offset * VALUES + (values[feature] as usize).min(VALUES - 1)];
            sums.first += first;
            sums.second += second;
        }
    }
    (0..nodes)
        .map(|node| {
            let mut best = (1e-9, 0, u8::MAX);
            for offset in 0..width {
                let values = &histogram[(node * width + offset) * VALUES..][..VALUES];
                let total = values.iter().fold(Sums::default(), |sum, value| Sums {
                    first: sum.first + value.first,
                    second: sum.second + value.second,
                });
                let mut low = Sums::default();
                for (threshold, value) in values.iter().enumerate().take(VALUES - 1) {
                    low.first += value.first;
                    low.second += value.second;
                    let high = Sums { first: total.first - low.first, second: total.second - low.second };
                    if low.second < settings.least || high.second < settings.least {
                        continue;
                    }
                    let gain = low.gain(settings.penalty) + high.gain(settings.penalty) - total.gain(settings.penalty);
                    if gain > best.0 {
                        best = (gain, features[offset] as u8, threshold as u8);
                    }
                }
            }
            best
        })
        .collect()
}

impl Boosted {
    /// The file that is compiled into the engine, in the format of `src/models/trees.rs`.
    pub fn file(&self) -> Vec<u8> {
        let largest_of = |tree: &Tree| tree.leaves.iter().fold(1e-9f64, |largest, leaf| largest.max(leaf.abs()));
        let largest = self.trees.iter().map(largest_of).fold(1e-9, f64::max);
        let most = f64::from(i8::MAX);
        let scale = (largest / most / f64::from(1 << LARGEST_SHIFT)) as f32;
        let mut file = scale.to_le_bytes().to_vec();
        for tree in &self.trees {
            let unit = |shift: u8| f64::from(scale) * f64::from(1 << shift);
            let shift =
                (0..LARGEST_SHIFT).find(|&shift| largest_of(tree) <= most * unit(shift)).unwrap_or(LARGEST_SHIFT);
            file.extend([shift, 0]);
            for &(feature, threshold) in &tree.questions {
                file.extend([feature, threshold]);
            }
            file.extend(tree.leaves.iter().map(|leaf| ((leaf / unit(shift)).round() as i8).cast_unsigned()));
        }
        file
    }

    /// How often each feature is asked for.
    pub fn uses(&self) -> Vec<usize> {
        let mut uses = vec![0; self.width];
        for (feature, threshold) in self.trees.iter().flat_map(|tree| &tree.questions) {
            if *threshold != u8::MAX {
                uses[*feature as usize] += 1;
            }
        }
        uses
    }
}
