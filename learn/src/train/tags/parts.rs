//! Trains the model of parts of speech.

use super::chain::{Chain, Example, Numbering, Settings};
use super::compile::{Form, file_of};
use crate::tags::Annotated;
use anyhow::Result;
use verbatim::training::tags::{Models, PARTS_OF_SPEECH, PartOfSpeech, Sequence};

/// How to train.
const SETTINGS: Settings = Settings { epochs: 8, rate: 0.15, penalty: 1.0, dropout: 0.15 };

/// In how many items a feature must be.
const FEWEST: u32 = 2;

/// How many features are kept.
const MOST: usize = 40_000;

/// How the model is compiled.
const FORM: Form = Form { row_bits: 11, print_bits: 10 };

/// The file of a model that learned from these articles.
pub fn learn(articles: &[Annotated], models: &Models) -> Result<Vec<u8>> {
    let mut sequences = Vec::new();
    for annotated in articles {
        let found = models.sentences(&annotated.article);
        let labels = labels_of(annotated, &found);
        sequences.extend(found.into_iter().zip(labels));
    }
    let keys = sequences.iter().flat_map(|(sequence, _)| sequence.keys.iter().flatten());
    let numbering = Numbering::of(keys, FEWEST);
    let examples: Vec<Example> = sequences
        .into_iter()
        .map(|(sequence, labels)| Example { features: numbering.of_items(&sequence.keys), labels })
        .collect();
    let examples: Vec<&Example> = examples.iter().collect();
    let blank = Chain::new(PARTS_OF_SPEECH, numbering.counts.len(), &|_, _| true);
    let chain = blank.learn_most(&examples, &numbering.counts, &SETTINGS, MOST);
    file_of(&chain, &numbering, FORM)
}

/// The label of each token: the part of speech of the first of the annotation's tokens that it holds.
fn labels_of(annotated: &Annotated, sequences: &[Sequence]) -> Vec<Vec<u8>> {
    let mut at = 0;
    let mut label = |block: usize, start: usize, end: usize| {
        at += annotated.parts[at..].iter().take_while(|(stretch, _)| stretch.ends_before(block, start)).count();
        let part = annotated.parts.get(at).filter(|(stretch, _)| stretch.block == block && stretch.range.start < end);
        part.map_or(PartOfSpeech::X, |&(_, part)| part) as u8
    };
    let of_sequence = |sequence: &Sequence| {
        sequence.tokens.iter().map(|token| label(sequence.block, token.start, token.end)).collect()
    };
    sequences.iter().map(of_sequence).collect()
}
