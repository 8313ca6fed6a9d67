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

use crate::language::{EntityClass, OUTSIDE, PartOfSpeech, TagModels, Word, entity_of_label};
use crate::text::{BlockText, Document};
use entities::Sentence;
use facts::{Facts, facts_of};
use memory::Memory;

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

/// Tags the plain view of a document whose words were looked up.
pub(crate) fn tag(document: &Document, words: &[Vec<Word>], models: &TagModels) -> Vec<BlockTags> {
    let mut readings = with_parts_of_speech(document, words, models);
    name_entities(&mut readings, None, models);
    let memory = remember(&readings);
    name_entities(&mut readings, Some(&memory), models);
    readings.into_iter().map(|reading| reading.tags).collect()
}

/// Finds the parts of speech.
fn with_parts_of_speech<'a>(document: &'a Document, words: &[Vec<Word>], models: &TagModels) -> Vec<Reading<'a>> {
    let read = |(block, words): (BlockText<'a>, &Vec<Word>)| {
        let facts = facts_of(&block, words, &models.classes);
        let mut parts = Vec::with_capacity(facts.len());
        let mut sums = Vec::new();
        for sentence in block.sentences {
            let facts = &facts[sentence.clone()];
            sums.clear();
            sums.extend((0..facts.len()).map(|at| models.parts_of_speech.sums(|sums| parts_of_speech::describe(facts, at, sums))));
            parts.extend(models.parts_of_speech.labels(&sums));
        }
        let entities = vec![OUTSIDE; facts.len()];
        Reading { block, facts, tags: BlockTags { parts, entities } }
    };
    document.plain_blocks().zip(words).map(read).collect()
}

/// Finds the names.
fn name_entities(readings: &mut [Reading], memory: Option<&Memory>, models: &TagModels) {
    let mut sums = Vec::new();
    for reading in readings {
        for range in reading.block.sentences {
            let sentence = Sentence::new(&reading.facts[range.clone()], &reading.tags.parts[range.clone()]);
            for stretch in sentence.stretches() {
                sums.clear();
                sums.extend(stretch.clone().map(|at| models.entities.sums(|sums| sentence.describe(at, memory, sums))));
                let labels = models.entities.labels(&sums);
                reading.tags.entities[range.start + stretch.start..range.start + stretch.end].copy_from_slice(&labels);
            }
        }
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

    /// The class of the name that a token belongs to, and whether the token begins it.
    pub fn entity(&self, token: usize) -> Option<(EntityClass, bool)> {
        entity_of_label(*self.entities.get(token)?)
    }
}
