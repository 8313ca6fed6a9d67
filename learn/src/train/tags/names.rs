//! Trains the model of names. It reads an article twice, so it learns from articles as they look at the first and at the second reading.

use super::chain::{Chain, Example, Numbering, Settings};
use super::compile::{Form, file_of};
use crate::tags::Annotated;
use anyhow::Result;
use std::collections::HashMap;
use verbatim::training::tags::{ENTITY_LABELS, Models, Sequence, label_of_name};

/// How to train.
const SETTINGS: Settings = Settings { epochs: 5, rate: 0.1, penalty: 2.0, dropout: 0.2 };

/// In how many items a feature must be.
const FEWEST: u32 = 2;

/// How many features are kept.
const MOST: usize = 130_000;

/// How the model is compiled.
const FORM: Form = Form { row_bits: 12, print_bits: 11 };

/// How many parts the articles are cut into: what is remembered of the first reading of one is found by a model that did not see it.
const FOLDS: usize = 4;

/// The file of a model that learned from these articles.
pub fn learn(articles: &[Annotated], models: &Models) -> Result<Vec<u8>> {
    let first: Vec<Vec<Sequence>> = articles.iter().map(|article| models.stretches(&article.article, None)).collect();
    let labels: Vec<Vec<Vec<u8>>> =
        articles.iter().zip(&first).map(|(article, first)| labels_of(article, first)).collect();
    let read = read_by_others(&first, &labels);
    let second: Vec<Vec<Sequence>> = articles
        .iter()
        .zip(&read)
        .map(|(article, read)| {
            let known = |block: usize, start: usize| read.get(&(block, start)).copied().unwrap_or(0);
            models.stretches(&article.article, Some(&known))
        })
        .collect();
    let both: Vec<(&Sequence, &Vec<u8>)> =
        first.iter().chain(&second).flatten().zip(labels.iter().chain(&labels).flatten()).collect();
    let keys = both.iter().flat_map(|(sequence, _)| sequence.keys.iter().flatten());
    // Every feature but those of memory is there twice.
    let numbering = Numbering::of(keys, 2 * FEWEST);
    let examples: Vec<Example> = both
        .into_iter()
        .map(|(sequence, labels)| Example { features: numbering.of_items(&sequence.keys), labels: labels.clone() })
        .collect();
    let examples: Vec<&Example> = examples.iter().collect();
    let blank = Chain::new(ENTITY_LABELS, numbering.counts.len(), &may_follow);
    let chain = blank.learn_most(&examples, &numbering.counts, &SETTINGS, MOST);
    file_of(&chain, &numbering, FORM)
}

/// The inside of a name follows its beginning or its inside.
fn may_follow(before: Option<u8>, label: u8) -> bool {
    label == 0 || label % 2 == 1 || before == Some(label) || before == Some(label - 1)
}

/// For each article, the labels of a first reading by a model that learned from other articles; by block and first byte.
fn read_by_others(sequences: &[Vec<Sequence>], labels: &[Vec<Vec<u8>>]) -> Vec<HashMap<(usize, usize), u8>> {
    let keys = sequences.iter().flatten().flat_map(|sequence| sequence.keys.iter().flatten());
    let numbering = Numbering::of(keys, FEWEST);
    let examples: Vec<Vec<Example>> = sequences
        .iter()
        .zip(labels)
        .map(|(sequences, labels)| {
            let pairs = sequences.iter().zip(labels);
            pairs
                .map(|(sequence, labels)| Example {
                    features: numbering.of_items(&sequence.keys),
                    labels: labels.clone(),
                })
                .collect()
        })
        .collect();
    let mut read = vec![HashMap::new(); sequences.len()];
    for fold in 0..FOLDS {
        let others = examples.iter().enumerate().filter(|(article, _)| article % FOLDS != fold);
        let others: Vec<&Example> = others.flat_map(|(_, examples)| examples).collect();
        let mut chain = Chain::new(ENTITY_LABELS, numbering.counts.len(), &may_follow);
        chain.train(&others, &numbering.counts, &SETTINGS, 1);
        for article in (fold..sequences.len()).step_by(FOLDS) {
            for (sequence, example) in sequences[article].iter().zip(&examples[article]) {
                let places = sequence.tokens.iter().map(|token| (sequence.block, token.start));
                read[article].extend(places.zip(chain.label(&example.features)));
            }
        }
    }
    read
}

/// The label of each token.
fn labels_of(annotated: &Annotated, sequences: &[Sequence]) -> Vec<Vec<u8>> {
    let mut at = 0;
    let mut of_sequence = |sequence: &Sequence| {
        let mut before = None;
        let label = |token: &std::ops::Range<usize>| {
            at += annotated.names[at..]
                .iter()
                .take_while(|(stretch, _)| stretch.ends_before(sequence.block, token.start))
                .count();
            let name = annotated.names.get(at);
            let inside = name.filter(|(stretch, _)| stretch.block == sequence.block && stretch.range.start < token.end);
            let label = inside.map_or(0, |&(_, class)| label_of_name(class, before != Some(at)));
            before = inside.map(|_| at);
            label
        };
        sequence.tokens.iter().map(label).collect()
    };
    sequences.iter().map(&mut of_sequence).collect()
}
