//! Trains a linear-chain conditional random field (Lafferty et al. 2001) by stochastic gradient descent with AdaGrad (Duchi et al. 2011), an L2
//! penalty, and features dropped at random (Wang & Manning 2013, *Fast dropout training*).

use fastrand::Rng;
use std::collections::HashMap;

/// A labelled sequence: for each item its features and its label.
#[derive(Clone, Default)]
pub struct Example {
    /// The features of each item, by number.
    pub features: Vec<Vec<u32>>,
    /// The label of each item.
    pub labels: Vec<u8>,
}

/// How to train.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How often each sequence is seen.
    pub epochs: usize,
    /// The learning rate.
    pub rate: f32,
    /// The strength of the penalty on large weights.
    pub penalty: f32,
    /// The share of features that are left out at random.
    pub dropout: f32,
}

/// A model.
#[derive(Clone)]
pub struct Chain {
    /// The number of labels.
    pub labels: usize,
    /// For each feature, a weight for each label.
    pub rows: Vec<f32>,
    /// For each label, the weight of each label before it; at the end those of the labels at the beginning.
    pub before: Vec<f32>,
    /// Which labels may follow which.
    pub allowed: Vec<bool>,
}

/// Numbers the keys of features that occur in several sequences.
pub struct Numbering {
    /// The number of each key.
    pub numbers: HashMap<u64, u32>,
    /// In how many items each feature occurs.
    pub counts: Vec<u32>,
}

impl Numbering {
    /// Numbers the keys that occur at least so often.
    pub fn of<'a>(keys: impl Iterator<Item = &'a u64>, least: u32) -> Numbering {
        let mut counts: HashMap<u64, u32> = HashMap::new();
        for &key in keys {
            *counts.entry(key).or_default() += 1;
        }
        let mut kept: Vec<(u64, u32)> = counts.into_iter().filter(|&(_, count)| count >= least).collect();
        kept.sort_unstable();
        let numbers = kept.iter().enumerate().map(|(number, &(key, _))| (key, number as u32)).collect();
        Numbering { numbers, counts: kept.into_iter().map(|(_, count)| count).collect() }
    }

    /// The numbers of the features of items.
    pub fn of_items(&self, items: &[Vec<u64>]) -> Vec<Vec<u32>> {
        let of_item = |keys: &Vec<u64>| keys.iter().filter_map(|key| self.numbers.get(key)).copied().collect();
        items.iter().map(of_item).collect()
    }
}

impl Chain {
    /// A model without weights, where `allowed(before, label)` says which labels may follow which; a label before the first is `None`.
    pub fn new(labels: usize, features: usize, allowed: &dyn Fn(Option<u8>, u8) -> bool) -> Chain {
        let mut all = Vec::with_capacity(labels * (labels + 1));
        for label in 0..labels as u8 {
            all.extend((0..labels as u8).map(|before| allowed(Some(before), label)));
        }
        all.extend((0..labels as u8).map(|label| allowed(None, label)));
        Chain { labels, rows: vec![0.0; features * labels], before: vec![0.0; labels * (labels + 1)], allowed: all }
    }

    /// Learns from examples, and once more with only so many features: those that matter most.
    pub fn learn_most(mut self, examples: &[&Example], counts: &[u32], settings: &Settings, most: usize) -> Chain {
        let blank = self.clone();
        self.train(examples, counts, settings, 1);
        let kept = self.important(most, counts);
        let reduced = |example: &&Example| {
            let item =
                |features: &Vec<u32>| features.iter().copied().filter(|&feature| kept[feature as usize]).collect();
            Example { features: example.features.iter().map(item).collect(), labels: example.labels.clone() }
        };
        let reduced: Vec<Example> = examples.iter().map(reduced).collect();
        let mut chain = blank;
        chain.train(&reduced.iter().collect::<Vec<_>>(), counts, settings, 2);
        chain
    }

    /// Learns from examples.
    pub fn train(&mut self, examples: &[&Example], counts: &[u32], settings: &Settings, seed: u64) {
        let mut sums = vec![0.0_f32; self.rows.len()];
        let mut order: Vec<usize> = (0..examples.len()).collect();
        let first_of_mean = settings.epochs / 2;
        let mut descent = Descent {
            squares: vec![1e-2; self.rows.len()],
            square_pairs: vec![1.0; self.before.len()],
            chain: self,
            counts,
            settings,
            rate: settings.rate,
            random: Rng::with_seed(seed),
            scratch: Scratch::default(),
        };
        for epoch in 0..settings.epochs {
            descent.random.shuffle(&mut order);
            descent.rate = settings.rate * (1.0 - 0.9 * epoch as f32 / settings.epochs as f32);
            order.iter().for_each(|&index| descent.step(examples[index]));
            if epoch >= first_of_mean {
                sums.iter_mut().zip(&descent.chain.rows).for_each(|(sum, weight)| *sum += weight);
            }
        }
        // The mean over the later epochs depends less on the order of the examples.
        let epochs = settings.epochs.saturating_sub(first_of_mean).max(1) as f32;
        self.rows = sums.into_iter().map(|sum| sum / epochs).collect();
    }
}

/// A model that learns.
struct Descent<'a> {
    chain: &'a mut Chain,
    counts: &'a [u32],
    settings: &'a Settings,
    rate: f32,
    random: Rng,
    scratch: Scratch,
    /// For each weight of a feature, the sum of the squares of its gradients.
    squares: Vec<f32>,
    /// The same for each weight of a pair.
    square_pairs: Vec<f32>,
}

impl Descent<'_> {
    /// Learns from one sequence.
    fn step(&mut self, example: &Example) {
        self.add_up(example);
        self.scratch.forward_backward(self.chain);
        self.change_rows(example);
        self.change_pairs(example);
    }

    /// Chooses the features that are not dropped, and adds up the weights of each item.
    fn add_up(&mut self, example: &Example) {
        let (labels, scratch, dropout) = (self.chain.labels, &mut self.scratch, self.settings.dropout);
        scratch.kept.clear();
        scratch.ends.clear();
        scratch.items.clear();
        for features in &example.features {
            let start = scratch.items.len();
            scratch.items.resize(start + labels, 0.0);
            for &feature in features {
                if dropout > 0.0 && self.random.f32() < dropout {
                    continue;
                }
                scratch.kept.push(feature);
                let row = &self.chain.rows[feature as usize * labels..][..labels];
                scratch.items[start..].iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            scratch.items[start..].iter_mut().for_each(|sum| *sum /= 1.0 - dropout);
            scratch.ends.push(scratch.kept.len());
        }
    }

    /// Moves the weights of the features towards the labels.
    fn change_rows(&mut self, example: &Example) {
        let (labels, scratch) = (self.chain.labels, &mut self.scratch);
        let mut start = 0;
        for (at, &end) in scratch.ends.iter().enumerate() {
            let share = &mut scratch.shares[at * labels..(at + 1) * labels];
            share[usize::from(example.labels[at])] -= 1.0;
            for &feature in &scratch.kept[start..end] {
                let feature = feature as usize;
                let penalty = self.settings.penalty / self.counts[feature] as f32;
                for (label, &gradient) in share.iter().enumerate() {
                    if gradient.abs() < 1e-3 {
                        continue;
                    }
                    let place = feature * labels + label;
                    let gradient = gradient + penalty * self.chain.rows[place];
                    self.squares[place] += gradient * gradient;
                    self.chain.rows[place] -= self.rate * gradient / self.squares[place].sqrt();
                }
            }
            start = end;
        }
    }

    /// Moves the weights of pairs of labels towards those of the sequence.
    fn change_pairs(&mut self, example: &Example) {
        let (labels, scratch) = (self.chain.labels, &mut self.scratch);
        let mut before = None;
        for label in example.labels.iter().map(|&label| usize::from(label)) {
            let place = before.map_or(labels * labels + label, |before| label * labels + before);
            scratch.pairs[place] -= 1.0;
            before = Some(label);
        }
        for (place, &gradient) in scratch.pairs.iter().enumerate() {
            if gradient.abs() < 1e-4 || !self.chain.allowed[place] {
                continue;
            }
            self.square_pairs[place] += gradient * gradient;
            self.chain.before[place] -= self.rate * gradient / self.square_pairs[place].sqrt();
        }
    }
}

/// Room for one sequence at a time.
#[derive(Default)]
struct Scratch {
    kept: Vec<u32>,
    ends: Vec<usize>,
    items: Vec<f32>,
    shares: Vec<f32>,
    pairs: Vec<f32>,
    forward: Vec<f32>,
    backward: Vec<f32>,
    factors: Vec<f32>,
}

impl Scratch {
    /// The share of each label at each item, and how often each pair is expected.
    fn forward_backward(&mut self, chain: &Chain) {
        let labels = chain.labels;
        let count = self.ends.len();
        self.factors.clear();
        self.factors.extend(
            chain.before.iter().zip(&chain.allowed).map(|(weight, &allowed)| if allowed { weight.exp() } else { 0.0 }),
        );
        for item in self.items.chunks_mut(labels) {
            let most = item.iter().copied().fold(f32::MIN, f32::max);
            item.iter_mut().for_each(|sum| *sum = (*sum - most).exp());
        }
        self.forward.clear();
        self.forward.resize(count * labels, 0.0);
        self.backward.clear();
        self.backward.resize(count * labels, 1.0);
        for at in 0..count {
            let (done, rest) = self.forward.split_at_mut(at * labels);
            let now = &mut rest[..labels];
            for (label, now) in now.iter_mut().enumerate() {
                let sum: f32 = if at == 0 {
                    self.factors[labels * labels + label]
                } else {
                    let before = &done[(at - 1) * labels..];
                    before.iter().zip(&self.factors[label * labels..][..labels]).map(|(a, b)| a * b).sum()
                };
                *now = sum * self.items[at * labels + label];
            }
            normalise(now);
        }
        for at in (0..count.saturating_sub(1)).rev() {
            let (now, after) = self.backward.split_at_mut((at + 1) * labels);
            let now = &mut now[at * labels..];
            now.fill(0.0);
            for (label, after) in after.iter().take(labels).enumerate() {
                let factor = after * self.items[(at + 1) * labels + label];
                for (now, pair) in now.iter_mut().zip(&self.factors[label * labels..][..labels]) {
                    *now += pair * factor;
                }
            }
            normalise(now);
        }
        self.shares.clear();
        self.shares.extend(self.forward.iter().zip(&self.backward).map(|(a, b)| a * b));
        self.shares.chunks_mut(labels).for_each(normalise);
        self.pairs.clear();
        self.pairs.resize(labels * (labels + 1), 0.0);
        if count > 0 {
            self.pairs[labels * labels..].copy_from_slice(&self.shares[..labels]);
        }
        let mut here = vec![0.0; labels * labels];
        for at in 1..count {
            let before = &self.forward[(at - 1) * labels..at * labels];
            let mut all = 0.0;
            for label in 0..labels {
                let factor = self.items[at * labels + label] * self.backward[at * labels + label];
                for from in 0..labels {
                    let share = before[from] * self.factors[label * labels + from] * factor;
                    here[label * labels + from] = share;
                    all += share;
                }
            }
            if all > 0.0 {
                for (pair, share) in self.pairs.iter_mut().zip(&here) {
                    *pair += share / all;
                }
            }
        }
    }
}

fn normalise(shares: &mut [f32]) {
    let all: f32 = shares.iter().sum();
    if all > 0.0 {
        shares.iter_mut().for_each(|share| *share /= all);
    }
}

impl Chain {
    /// Which features are worth keeping: so many of those whose weights change most.
    pub fn important(&self, most: usize, counts: &[u32]) -> Vec<bool> {
        let mut order: Vec<(f32, usize)> = self
            .rows
            .chunks(self.labels)
            .zip(counts)
            .map(|(row, &count)| row.iter().map(|weight| weight.abs()).fold(0.0, f32::max) * (count as f32).sqrt())
            .enumerate()
            .map(|(index, value)| (value, index))
            .collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut kept = vec![false; order.len()];
        for &(_, index) in order.iter().take(most) {
            kept[index] = true;
        }
        kept
    }

    /// The best labels of a sequence (Viterbi 1967).
    pub fn label(&self, items: &[Vec<u32>]) -> Vec<u8> {
        let labels = self.labels;
        let pair = |place: usize| if self.allowed[place] { self.before[place] } else { -1e6 };
        let mut best = vec![0.0_f32; labels];
        let mut links: Vec<Vec<u8>> = Vec::with_capacity(items.len());
        for (at, features) in items.iter().enumerate() {
            let mut sums = vec![0.0_f32; labels];
            for &feature in features {
                for (sum, weight) in sums.iter_mut().zip(&self.rows[feature as usize * labels..]) {
                    *sum += weight;
                }
            }
            let mut link = vec![0; labels];
            for label in 0..labels {
                let (mut from, mut most) = (0, f32::MIN);
                if at == 0 {
                    most = pair(labels * labels + label);
                } else {
                    for (before, sum) in best.iter().enumerate() {
                        let sum = sum + pair(label * labels + before);
                        if sum > most {
                            (from, most) = (before, sum);
                        }
                    }
                }
                link[label] = from as u8;
                sums[label] += most;
            }
            best = sums;
            links.push(link);
        }
        let mut label = (0..labels).max_by(|&a, &b| best[a].total_cmp(&best[b])).unwrap_or(0) as u8;
        let mut found = Vec::with_capacity(items.len());
        for link in links.iter().rev() {
            found.push(label);
            label = link[usize::from(label)];
        }
        found.reverse();
        found
    }
}
