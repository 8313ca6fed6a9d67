//! Learns from articles.

use super::documents::Document;
use super::evidence::Evidence;
use super::variants;
use crate::train::boost::{Boosted, Settings, Table};
use crate::train::listwise::{Groups, rank};
use verbatim::training::reporting::{Example, Question, examples};
use verbatim::training::{DEPTH, WIDTH};

const NEAR: Settings =
    Settings { trees: 130, depth: DEPTH, rate: 0.18, penalty: 4.0, least: 4.0, columns: 0.5, forests: 1 };
const FAR: Settings =
    Settings { trees: 100, depth: DEPTH, rate: 0.2, penalty: 4.0, least: 4.0, columns: 0.5, forests: 1 };
const SOURCE: Settings =
    Settings { trees: 80, depth: DEPTH, rate: 0.2, penalty: 4.0, least: 4.0, columns: 0.5, forests: 1 };

/// The evidence that examples are made with is counted in all parts of the articles but their own.
const PARTS: usize = 5;

/// What was learned.
pub struct Learned {
    /// The evidence of words.
    pub evidence: Evidence,
    /// For each question its trees.
    pub trees: [Boosted; 3],
}

/// Learns from articles.
pub fn learn_from(documents: &[&Document]) -> Learned {
    let mut tables = [(); 3].map(|()| Table { width: WIDTH, features: Vec::new() });
    let mut groups = [(); 3].map(|()| Groups { right: Vec::new(), sizes: Vec::new(), weights: Vec::new() });
    for part in 0..PARTS {
        let in_part = |index: usize| index % PARTS == part;
        let others = documents.iter().enumerate().filter(|(index, _)| !in_part(*index)).map(|(_, document)| *document);
        let evidence = Evidence::of(others);
        let asked: Vec<&Document> =
            documents.iter().enumerate().filter(|(index, _)| in_part(*index)).map(|(_, document)| *document).collect();
        let variants = variants::of(&asked);
        let all =
            asked.into_iter().map(|document| (document, false)).chain(variants.iter().map(|variant| (variant, true)));
        for (document, is_variant) in all {
            for Example { question, features, right } in examples(&document.lesson(), &|word| evidence.get(word)) {
                if is_variant && question != Question::Near {
                    continue;
                }
                let place = match question {
                    Question::Near => 0,
                    Question::Far => 1,
                    Question::Source => 2,
                };
                tables[place].features.extend(features.iter().flatten());
                groups[place].sizes.push(right.len());
                groups[place].right.extend(right);
                groups[place].weights.push(document.weight);
            }
        }
    }
    let all = [(0, NEAR, "near"), (1, FAR, "far"), (2, SOURCE, "source")];
    let trees = all.map(|(place, settings, name)| {
        println!("{name}: {} questions, {} candidates", groups[place].sizes.len(), groups[place].right.len());
        rank(&tables[place], &groups[place], settings)
    });
    Learned { evidence: Evidence::of(documents.iter().copied()), trees }
}
