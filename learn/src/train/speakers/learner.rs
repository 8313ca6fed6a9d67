//! Trains the ranker of candidates: boosted trees, and the evidence of single words as one of their features.

use super::evidence::{self, Evidence};
use crate::train::boost::{Boosted, Settings, Table};
use crate::train::listwise::{Groups, rank};
use verbatim::training::attribution::RankerExample;
use verbatim::training::{DEPTH, WIDTH};

const SETTINGS: Settings =
    Settings { trees: 400, depth: DEPTH, rate: 0.06, penalty: 5.0, least: 2.0, columns: 0.3, forests: 2 };

/// Learns trees and evidence from articles.
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
    let weights = vec![1.0; examples.len()];
    rank(&table, &Groups { right, sizes, weights }, SETTINGS)
}
