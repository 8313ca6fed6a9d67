//! Learning to rank whom a pronoun or a description may mean.

use super::sources::Document;
use crate::train::boost::{Boosted, Settings, Table};
use crate::train::listwise::{Groups, rank};
use anyhow::{Context, Result};
use verbatim::annotations::Span;
use verbatim::training::coreference::{AntecedentExample, Asked, Belief, Shown, Teacher};
use verbatim::training::{DEPTH, Forest, Reader, WIDTH};

const PRONOUNS: Settings = Settings { trees: 100, depth: DEPTH, rate: 0.1, penalty: 6.0, least: 4.0, columns: 0.4 };

const DESCRIPTIONS: Settings =
    Settings { trees: 100, depth: DEPTH, rate: 0.08, penalty: 6.0, least: 2.0, columns: 0.3 };

/// How often the articles are read: those that nobody annotated mean what the trees of the time before believe.
const ROUNDS: usize = 2;

/// Annotated articles of one kind.
pub struct Source {
    pub name: &'static str,
    /// How much each pronoun counts, and each description.
    pub weights: [f64; 2],
    /// Its articles, each with its fold.
    pub documents: Vec<(Document, usize)>,
}

/// The trees of both.
pub struct Forests<'a> {
    pub pronouns: Forest<'a>,
    pub descriptions: Forest<'a>,
}

impl<'a> Forests<'a> {
    /// Reads the files of both.
    pub fn read([pronouns, descriptions]: [&'a [u8]; 2]) -> Result<Forests<'a>> {
        let read = |file| Forest::read(file).context("the learned file cannot be read back");
        Ok(Forests { pronouns: read(pronouns)?, descriptions: read(descriptions)? })
    }

    /// The shares of belief in each candidate and, last, in nobody.
    pub fn shares(&self, asked: Asked, features: &[[u8; WIDTH]]) -> Vec<f32> {
        match asked {
            Asked::Pronoun => self.pronouns.shares(features),
            Asked::Description => self.descriptions.shares(features),
        }
    }
}

/// The examples of an article, by the trees learned so far.
pub fn examples(
    reader: &Reader,
    document: &Document,
    forests: Option<&Forests>,
    reads: bool,
) -> Vec<AntecedentExample> {
    let judge = |asked: Asked, span: Span, shown: &[Shown]| document.judge(asked, span, shown);
    let believed =
        |asked: Asked, features: &[[u8; WIDTH]]| forests.map_or(Vec::new(), |forests| forests.shares(asked, features));
    let belief: Option<&Belief> = forests.is_some().then_some(&believed);
    reader.antecedent_examples(&document.article, &Teacher { judge: &judge, belief, reads })
}

/// What the trees of one of the two are learned from.
struct Examples {
    table: Table,
    groups: Groups,
}

impl Examples {
    fn new() -> Examples {
        Examples {
            table: Table { width: WIDTH, features: Vec::new() },
            groups: Groups { right: Vec::new(), sizes: Vec::new(), weights: Vec::new() },
        }
    }

    fn add(&mut self, example: &AntecedentExample, weight: f64) {
        if !example.right.contains(&true) {
            return;
        }
        self.table.features.extend(example.features.iter().flatten());
        self.groups.sizes.push(example.right.len());
        self.groups.right.extend(&example.right);
        self.groups.weights.push(weight);
    }
}

/// Learns from the articles of these folds, with the speakers that a reader finds: the trees of pronouns, and of descriptions.
pub fn learn_from(reader: &Reader, sources: &[Source], learned_fold: &dyn Fn(usize) -> bool) -> Result<[Boosted; 2]> {
    let mut learned: Option<[Boosted; 2]> = None;
    for _ in 0..ROUNDS {
        let files = learned.as_ref().map(|learned| learned.each_ref().map(Boosted::file));
        let forests = files.as_ref().map(|files| Forests::read(files.each_ref().map(Vec::as_slice))).transpose()?;
        let [mut pronouns, mut descriptions] = [Examples::new(), Examples::new()];
        for source in sources {
            for (document, _) in source.documents.iter().filter(|(_, fold)| learned_fold(*fold)) {
                for example in examples(reader, document, forests.as_ref(), true) {
                    match example.asked {
                        Asked::Pronoun => pronouns.add(&example, source.weights[0]),
                        Asked::Description => descriptions.add(&example, source.weights[1]),
                    }
                }
            }
        }
        learned = Some([
            rank(&pronouns.table, &pronouns.groups, PRONOUNS),
            rank(&descriptions.table, &descriptions.groups, DESCRIPTIONS),
        ]);
    }
    learned.context("nothing was learned")
}
