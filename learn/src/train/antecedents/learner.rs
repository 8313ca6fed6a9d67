//! Learning to rank whom a pronoun or a description may mean.

use super::sources::Document;
use crate::train::boost::{Boosted, Settings, Table};
use crate::train::listwise::{Groups, rank};
use anyhow::{Context, Result};
use verbatim::annotations::Span;
use verbatim::training::coreference::{AntecedentExample, Belief, Feature, Shown, Teacher};
use verbatim::training::{DEPTH, Forest, Models, Reader, WIDTH};

const OF_PRONOUNS: Settings =
    Settings { trees: 60, depth: DEPTH, rate: 0.14, penalty: 6.0, least: 4.0, columns: 0.3, forests: 5 };

/// There are few descriptions that speak.
const OF_DESCRIPTIONS: Settings = Settings { trees: 40, rate: 0.13, columns: 0.2, forests: 3, ..OF_PRONOUNS };

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

/// The trees.
pub struct Learned {
    pronouns: Boosted,
    descriptions: Boosted,
}

impl Learned {
    /// The files of the trees of pronouns and of descriptions.
    pub fn files(&self) -> (Vec<u8>, Vec<u8>) {
        (self.pronouns.file(), self.descriptions.file())
    }

    /// How often the trees ask for each feature, in lines.
    pub fn uses(&self) -> String {
        format!("pronouns: {}\ndescriptions: {}", uses(&self.pronouns), uses(&self.descriptions))
    }
}

fn uses(learned: &Boosted) -> String {
    let names = Feature::ALL.iter().map(|feature| feature.name());
    let mut uses: Vec<(usize, &str)> = learned.uses().into_iter().zip(names).collect();
    uses.sort_by(|one, other| other.cmp(one));
    uses.iter().map(|(count, name)| format!("{name} {count}")).collect::<Vec<_>>().join(", ")
}

/// The trees as they are read.
pub struct Trees<'a> {
    pronouns: Forest<'a>,
    descriptions: Forest<'a>,
}

impl<'a> Trees<'a> {
    /// Those of these models.
    pub fn of(models: &'a Models) -> Result<Trees<'a>> {
        Trees::read(&models.antecedents, &models.descriptions)
    }

    fn read(pronouns: &'a [u8], descriptions: &'a [u8]) -> Result<Trees<'a>> {
        let read = |file| Forest::read(file).context("the learned file cannot be read back");
        Ok(Trees { pronouns: read(pronouns)?, descriptions: read(descriptions)? })
    }

    /// The shares of belief in each candidate and, last, in nobody.
    pub fn shares(&self, features: &[[u8; WIDTH]], describes: bool) -> Vec<f32> {
        if describes { self.descriptions.shares(features) } else { self.pronouns.shares(features) }
    }
}

/// The examples of an article, by the trees learned so far.
pub fn examples(reader: &Reader, document: &Document, trees: Option<&Trees>, reads: bool) -> Vec<AntecedentExample> {
    let judge = |span: Span, shown: &[Shown]| document.judge(span, shown);
    let believed =
        |features: &[[u8; WIDTH]], describes: bool| trees.map_or(Vec::new(), |trees| trees.shares(features, describes));
    let belief: Option<&Belief> = trees.is_some().then_some(&believed);
    reader.antecedent_examples(&document.article, &Teacher { judge: &judge, belief, reads })
}

/// Learns from the articles of these folds, with the speakers that a reader finds.
pub fn learn_from(reader: &Reader, sources: &[Source], learned_fold: &dyn Fn(usize) -> bool) -> Result<Learned> {
    let mut learned: Option<Learned> = None;
    for _ in 0..ROUNDS {
        let files = learned.as_ref().map(Learned::files);
        let trees = files.as_ref().map(|(pronouns, descriptions)| Trees::read(pronouns, descriptions)).transpose()?;
        let (mut of_pronouns, mut of_descriptions) = (Lessons::default(), Lessons::default());
        for source in sources {
            for (document, _) in source.documents.iter().filter(|(_, fold)| learned_fold(*fold)) {
                for example in examples(reader, document, trees.as_ref(), true) {
                    let lessons = if example.describes { &mut of_descriptions } else { &mut of_pronouns };
                    lessons.add(&example, source.weight);
                }
            }
        }
        learned = Some(Learned {
            pronouns: of_pronouns.learn(OF_PRONOUNS),
            descriptions: of_descriptions.learn(OF_DESCRIPTIONS),
        });
    }
    learned.context("nothing was learned")
}

/// Examples as a table.
struct Lessons {
    table: Table,
    groups: Groups,
}

impl Default for Lessons {
    fn default() -> Lessons {
        Lessons {
            table: Table { width: WIDTH, features: Vec::new() },
            groups: Groups { right: Vec::new(), sizes: Vec::new(), weights: Vec::new() },
        }
    }
}

impl Lessons {
    fn add(&mut self, example: &AntecedentExample, weight: f64) {
        self.table.features.extend(example.features.iter().flatten());
        self.groups.sizes.push(example.right.len());
        self.groups.right.extend(&example.right);
        self.groups.weights.push(weight);
    }

    fn learn(&self, settings: Settings) -> Boosted {
        rank(&self.table, &self.groups, settings)
    }
}
