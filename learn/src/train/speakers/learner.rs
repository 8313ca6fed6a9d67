//! Trains the ranker of candidates: boosted trees, and the evidence of single words as one of their features.

use super::evidence::{self, Evidence};
use crate::train::boost::{Boosted, Settings, Table};
use crate::train::listwise::{Groups, rank};
use verbatim::training::attribution::RankerExample;
use verbatim::training::{DEPTH, WIDTH};

const SETTINGS: Settings = Settings { trees: 400, depth: DEPTH, rate: 0.06, penalty: 5.0, least: 2.0, columns: 0.3 };

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

/// An example with the evidence of words for its candidates.
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
    let sizes: Vec<usize> = examples.iter().map(|told| told.example.right.len()).collect();
    let weights = examples.iter().map(|told| told.weight).collect();
    rank(&table, &Groups { right, sizes, weights }, SETTINGS)
}
