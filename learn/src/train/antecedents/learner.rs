//! Learning to rank whom a pronoun may mean.

use super::sources::Document;
use crate::train::boost::{Boosted, Settings, Table};
use crate::train::listwise::{Groups, rank};
use anyhow::{Context, Result};
use verbatim::annotations::Span;
use verbatim::training::coreference::{AntecedentExample, Belief, Shown, Teacher};
use verbatim::training::{DEPTH, Forest, Reader, WIDTH};

const SETTINGS: Settings =
    Settings { trees: 100, depth: DEPTH, rate: 0.1, penalty: 6.0, least: 4.0, columns: 0.4, forests: 3 };

/// How often the articles are read: the pronouns that nobody annotated mean what the trees of the time before believe.
const ROUNDS: usize = 2;

/// Annotated articles of one kind.
pub struct Source {
    pub name: &'static str,
    /// How much each pronoun counts.
    pub weight: f64,
    /// Its articles, each with its fold.
    pub documents: Vec<(Document, usize)>,
}

/// The examples of an article, by the trees learned so far.
pub fn examples(reader: &Reader, document: &Document, forest: Option<&Forest>, reads: bool) -> Vec<AntecedentExample> {
    let judge = |span: Span, shown: &[Shown]| document.judge(span, shown);
    let believed = |features: &[[u8; WIDTH]]| forest.map_or(Vec::new(), |forest| forest.shares(features));
    let belief: Option<&Belief> = forest.is_some().then_some(&believed);
    reader.antecedent_examples(&document.article, &Teacher { judge: &judge, belief, reads })
}

/// Learns from the articles of these folds, with the speakers that a reader finds.
pub fn learn_from(reader: &Reader, sources: &[Source], learned_fold: &dyn Fn(usize) -> bool) -> Result<Boosted> {
    let mut learned: Option<Boosted> = None;
    for _ in 0..ROUNDS {
        let file = learned.as_ref().map(Boosted::file);
        let forest = file.as_deref().map(|file| Forest::read(file).context("the learned file cannot be read back"));
        let forest = forest.transpose()?;
        let mut table = Table { width: WIDTH, features: Vec::new() };
        let mut groups = Groups { right: Vec::new(), sizes: Vec::new(), weights: Vec::new() };
        for source in sources {
            for (document, _) in source.documents.iter().filter(|(_, fold)| learned_fold(*fold)) {
                for example in examples(reader, document, forest.as_ref(), true) {
                    table.features.extend(example.features.iter().flatten());
                    groups.sizes.push(example.right.len());
                    groups.right.extend(&example.right);
                    groups.weights.push(source.weight);
                }
            }
        }
        learned = Some(rank(&table, &groups, SETTINGS));
    }
    learned.context("nothing was learned")
}
