//! Learning to rank: rows in groups, of which some are right.

use super::boost::{Boosted, Settings, Table, boost};

/// The rows of a table, group after group.
pub struct Groups {
    /// For each row whether it is right.
    pub right: Vec<bool>,
    /// How many rows each group has.
    pub sizes: Vec<usize>,
    /// How much each group counts.
    pub weights: Vec<f64>,
}

/// Learns trees that rank the right rows of each group first.
pub fn rank(table: &Table, groups: &Groups, settings: Settings) -> Boosted {
    boost(table, &|scores, derivatives| loss(scores, groups, derivatives), settings)
}

/// The softmax over a group's rows should fall on the right ones (listwise ranking, Cao et al. 2007); where several are right, they share
/// the target as they share the belief.
fn loss(scores: &[f64], groups: &Groups, derivatives: &mut [(f64, f64)]) {
    let mut start = 0;
    for (&size, &weight) in groups.sizes.iter().zip(&groups.weights) {
        let group = start..start + size;
        start += size;
        let highest = scores[group.clone()].iter().copied().fold(f64::MIN, f64::max);
        let shares: Vec<f64> = scores[group.clone()].iter().map(|score| (score - highest).exp()).collect();
        let total: f64 = shares.iter().sum();
        let right = &groups.right[group.clone()];
        let total_right: f64 = shares.iter().zip(right).filter(|(_, right)| **right).map(|(share, _)| share).sum();
        for ((row, share), &right) in group.zip(shares).zip(right) {
            let belief = share / total;
            let target = if right { share / total_right } else { 0.0 };
            derivatives[row] = (weight * (belief - target), weight * (belief * (1.0 - belief)).max(1e-4));
        }
    }
}
