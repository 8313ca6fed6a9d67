//! Trains the ranker of candidates: boosted trees, and the evidence of single words as one of their features.

use super::boost::{Boosted, Settings, Table, boost};
use super::evidence::{self, Evidence};
use verbatim::training::attribution::RankerExample;
use verbatim::training::{DEPTH, WIDTH};

const SETTINGS: Settings = Settings { trees: 400, depth: DEPTH, rate: 0.09, penalty: 3.0, least: 2.0, columns: 0.3 };

/// Trains trees and evidence on articles.
pub fn learn_from(articles: &[&Vec<RankerExample>]) -> (Boosted, Evidence) {
    let told = evidence::tell_crosswise(articles);
    let examples = articles.iter().flat_map(|article| article.iter()).zip(told);
    let usable: Vec<Told> = examples
        .filter(|(example, _)| example.right.contains(&true))
        .map(|(example, features)| Told { example, features })
        .collect();
    (boost_ranker(&usable), Evidence::of(articles.iter().flat_map(|article| article.iter())))
}

/// An example with the evidence of words for its candidates.
struct Told<'a> {
    example: &'a RankerExample,
    features: Vec<[u8; WIDTH]>,
}

fn boost_ranker(examples: &[Told]) -> Boosted {
    let table = Table {
        width: WIDTH,
        features: examples.iter().flat_map(|told| told.features.iter().flatten().copied()).collect(),
    };
    let right: Vec<bool> = examples.iter().flat_map(|told| told.example.right.iter().copied()).collect();
    let sizes: Vec<usize> = examples.iter().map(|told| told.example.right.len()).collect();
    boost(&table, &|scores, derivatives| listwise(scores, &right, &sizes, derivatives), SETTINGS)
}

/// Listwise ranking loss (Cao et al. 2007): the cross entropy of the softmax over a quotation's candidates. If several candidates are right,
/// they share the target in proportion to their current probabilities.
fn listwise(scores: &[f64], right: &[bool], sizes: &[usize], derivatives: &mut [(f64, f64)]) {
    let mut start = 0;
    for &size in sizes {
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
            derivatives[row] = (belief - target, (belief * (1.0 - belief)).max(1e-4));
        }
    }
}
