//! Learning to rank the candidates of a quotation: boosted trees, and the evidence of single words beside them.

use super::boost::{Boosted, Settings, Table, boost};
use super::evidence::{self, Evidence};
use verbatim::training::attribution::RankerExample;
use verbatim::training::{DEPTH, WIDTH};

const SETTINGS: Settings = Settings { trees: 400, depth: DEPTH, rate: 0.09, penalty: 3.0, least: 2.0, columns: 0.3 };

/// Learns trees and evidence from articles.
pub fn learn_from(weighted: &[(&Vec<RankerExample>, f64)]) -> (Boosted, Evidence) {
    let articles: Vec<&Vec<RankerExample>> = weighted.iter().map(|(article, _)| *article).collect();
    let told = evidence::tell_crosswise(&articles);
    let weights = weighted.iter().flat_map(|&(article, weight)| article.iter().map(move |example| (example, weight)));
    let examples = weights.zip(told);
    let usable: Vec<Told> = examples
        .filter(|((example, _), _)| example.right.contains(&true))
        .map(|((example, weight), features)| Told { example, features, weight })
        .collect();
    (boost_ranker(&usable), Evidence::of(articles.iter().flat_map(|article| article.iter())))
}

/// An example with what words tell of its candidates.
struct Told<'a> {
    example: &'a RankerExample,
    features: Vec<[u8; WIDTH]>,
    /// How much it counts.
    weight: f64,
}

fn boost_ranker(examples: &[Told]) -> Boosted {
    let table = Table {
        width: WIDTH,
        features: examples.iter().flat_map(|told| told.features.iter().flatten().copied()).collect(),
    };
    let right: Vec<bool> = examples.iter().flat_map(|told| told.example.right.iter().copied()).collect();
    let groups: Vec<(usize, f64)> = examples.iter().map(|told| (told.example.right.len(), told.weight)).collect();
    boost(&table, &|scores, derivatives| listwise(scores, &right, &groups, derivatives), SETTINGS)
}

/// The softmax over a quotation's candidates should fall on the right ones (listwise ranking, Cao et al. 2007); where several are right,
/// they share the target as they share the belief.
fn listwise(scores: &[f64], right: &[bool], groups: &[(usize, f64)], derivatives: &mut [(f64, f64)]) {
    let mut start = 0;
    for &(size, weight) in groups {
        let group = start..start + size;
        start += size;
        let highest = scores[group.clone()].iter().copied().fold(f64::MIN, f64::max);
        let shares: Vec<f64> = scores[group.clone()].iter().map(|score| (score - highest).exp()).collect();
        let total: f64 = shares.iter().sum();
        let total_right: f64 =
            shares.iter().zip(&right[group.clone()]).filter(|(_, right)| **right).map(|(share, _)| share).sum();
        for (row, share) in group.zip(shares) {
            let belief = share / total;
            let target = if right[row] { share / total_right } else { 0.0 };
            derivatives[row] = (weight * (belief - target), weight * (belief * (1.0 - belief)).max(1e-4));
        }
    }
}
