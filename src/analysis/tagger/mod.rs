//! The learned tagger: the part of speech of each token, and the names of persons, organisations, places, peoples and other things.
//!
//! Two sequence models read the sentences. The second knows the parts of speech; it reads the article twice, and the second time it knows
//! what each capital was taken for elsewhere in the article.

mod entities;
mod facts;
mod memory;
mod parts_of_speech;
#[cfg(feature = "training")]
pub mod training;

use super::mention::Mention;
use crate::language::{ENTITY_LABELS, EntityClass, OUTSIDE, PartOfSpeech, TagModels, Word, entity_of_label};
use crate::text::{BlockText, Document};
use entities::Sentence;
use facts::{Facts, facts_of};
use memory::Memory;
use std::ops::Range;

/// The tags of a block's tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockTags {
    /// For each token the label of its part of speech.
    parts: Vec<u8>,
    /// For each token its entity label.
    entities: Vec<u8>,
}

/// A block on the way.
struct Reading<'a> {
    block: BlockText<'a>,
    facts: Vec<Facts>,
    tags: BlockTags,
}

/// Tokens that may belong to names, with the sums of the entity model.
struct Stretch {
    /// The index of the block.
    block: usize,
    /// The sentence, as a range of the block's tokens.
    sentence: Range<usize>,
    /// The tokens within the sentence.
    range: Range<usize>,
    sums: Vec<[i32; ENTITY_LABELS]>,
}

/// Tags the plain view of a document whose words were looked up.
pub(super) fn tag(document: &Document, words: &[Vec<Word>]) -> Vec<BlockTags> {
    let Some(models) = document.language().tags() else { return vec![BlockTags::default(); words.len()] };
    let mut readings = with_parts_of_speech(document, words, models);
    name_entities(&mut readings, models);
    readings.into_iter().map(|reading| reading.tags).collect()
}

/// Finds the parts of speech.
fn with_parts_of_speech<'a>(document: &'a Document, words: &[Vec<Word>], models: &TagModels) -> Vec<Reading<'a>> {
    let model = &models.parts_of_speech;
    let read = |(block, words): (BlockText<'a>, &Vec<Word>)| {
        let facts = facts_of(&block, words, &models.classes);
        let mut parts = Vec::with_capacity(facts.len());
        let mut sums = Vec::new();
        for sentence in block.sentences {
            let facts = &facts[sentence.clone()];
            sums.clear();
            sums.extend((0..facts.len()).map(|at| model.sums(|sink| parts_of_speech::describe(facts, at, sink))));
            parts.extend(model.labels(&sums));
        }
        let entities = vec![OUTSIDE; facts.len()];
        Reading { block, facts, tags: BlockTags { parts, entities } }
    };
    document.plain_blocks().zip(words).map(read).collect()
}

/// Finds the names, reading twice: what the capitals were taken for at first is a feature the second time.
fn name_entities(readings: &mut [Reading], models: &TagModels) {
    let model = &models.entities;
    let mut stretches = Vec::new();
    for (index, reading) in readings.iter_mut().enumerate() {
        for range in reading.block.sentences {
            let sentence = Sentence::new(&reading.facts[range.clone()], &reading.tags.parts[range.clone()]);
            for stretch in sentence.stretches() {
                let sums: Vec<_> = stretch.clone().map(|at| model.sums(|sink| sentence.describe(at, sink))).collect();
                let labels = model.labels(&sums);
                reading.tags.entities[range.start + stretch.start..range.start + stretch.end].copy_from_slice(&labels);
                stretches.push(Stretch { block: index, sentence: range.clone(), range: stretch, sums });
            }
        }
    }
    let memory = remember(readings);
    for stretch in &mut stretches {
        let Some(reading) = readings.get_mut(stretch.block) else { continue };
        let range = &stretch.sentence;
        let sentence = Sentence::new(&reading.facts[range.clone()], &reading.tags.parts[range.clone()]);
        for (at, sums) in stretch.range.clone().zip(&mut stretch.sums) {
            let more = model.sums(|sink| sentence.describe_memory(at, &memory, sink));
            sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
        let labels = model.labels(&stretch.sums);
        let (start, end) = (range.start + stretch.range.start, range.start + stretch.range.end);
        reading.tags.entities[start..end].copy_from_slice(&labels);
    }
}

/// What the capitals of the article were taken for.
fn remember(readings: &[Reading]) -> Memory {
    let mut memory = Memory::default();
    for reading in readings {
        for (facts, &label) in reading.facts.iter().zip(&reading.tags.entities) {
            memory.add(facts, label);
        }
    }
    memory
}

impl BlockTags {
    /// The part of speech of a token.
    pub fn part_of_speech(&self, token: usize) -> Option<PartOfSpeech> {
        PartOfSpeech::of_label(*self.parts.get(token)?)
    }

    /// The class of the name that the head of a mention belongs to.
    pub fn class_of(&self, mention: &Mention) -> Option<EntityClass> {
        self.entity(mention.head).map(|(class, _)| class)
    }

    /// The class of the name that a token belongs to, and whether the token begins it.
    pub fn entity(&self, token: usize) -> Option<(EntityClass, bool)> {
        entity_of_label(*self.entities.get(token)?)
    }
}
