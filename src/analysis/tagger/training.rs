//! What the tagger learns from: the sentences of an article as it sees them, made by the very code that runs it.

use super::entities::describe_memory;
use super::facts::hash_of_word;
use super::memory::Memory;
use super::{Reading, name_entities, read};
use crate::analysis::tags::{LexiconTagger, Tagger};
use crate::article::Article;
use crate::language::{TagModels, entity_label, language_of};
use crate::models::filter;
pub use crate::models::sequence::FORBIDDEN;
use crate::text::Document;
use std::ops::Range;

pub use crate::language::{ENTITY_LABELS, EntityClass, PARTS_OF_SPEECH, PartOfSpeech};
pub use crate::models::filter::Layout;

/// The models of the tagger.
pub struct Models(&'static TagModels);

/// A run of tokens whose labels the model chooses together.
#[derive(Clone, Debug)]
pub struct Sequence {
    /// The block.
    pub block: usize,
    /// Where the tokens are in the block's text, in bytes.
    pub tokens: Vec<Range<usize>>,
    /// The keys of the features of each token.
    pub keys: Vec<Vec<u64>>,
}

/// What the models say of a token.
#[derive(Clone, Debug)]
pub struct Tagged {
    /// The block.
    pub block: usize,
    /// Where it is in the block's text, in bytes.
    pub range: Range<usize>,
    /// Its part of speech.
    pub part_of_speech: PartOfSpeech,
    /// The class of the name that it belongs to, and whether it begins the name.
    pub entity: Option<(EntityClass, bool)>,
}

/// The number of the label of the first token of a name, or of a later one. Outside of names it is 0.
pub fn label_of_name(class: EntityClass, first: bool) -> u8 {
    entity_label(class, first)
}

/// The hash by which a word is looked up in the file of classes.
pub fn hash_of(word: &str) -> u64 {
    hash_of_word(word)
}

/// A file of a map from hashes to numbers.
pub fn filter_of(entries: &[(u64, u32)], layout: Layout) -> Option<Vec<u8>> {
    filter::build(entries, layout)
}

impl Models {
    /// Reads the three files, as they are compiled in.
    pub fn read(classes: Vec<u8>, parts_of_speech: Vec<u8>, entities: Vec<u8>) -> Option<Models> {
        let models = TagModels::read(classes.leak(), parts_of_speech.leak(), entities.leak())?;
        Some(Models(Box::leak(Box::new(models))))
    }

    /// The compiled-in models of the engine's English.
    pub fn compiled_in() -> Option<Models> {
        language_of(None)?.tags().map(Models)
    }

    /// The sentences of an article as the model of parts of speech sees them.
    pub fn sentences(&self, article: &Article) -> Vec<Sequence> {
        self.reading(article, |readings| {
            let mut sequences = Vec::new();
            for reading in readings {
                for range in reading.block.sentences {
                    let facts = &reading.facts[range.clone()];
                    let describe = |at| {
                        let mut keys = Vec::new();
                        super::parts_of_speech::describe(facts, at, &mut keys);
                        keys
                    };
                    sequences.push(Sequence {
                        block: reading.block.index,
                        tokens: reading.block.tokens[range.clone()].iter().map(|token| token.range()).collect(),
                        keys: (0..facts.len()).map(describe).collect(),
                    });
                }
            }
            sequences
        })
    }

    /// The stretches of an article that may hold names, as the model of entities sees them; `known` gives the label of each token in the
    /// first reading, by block and first byte. Without it, they are as in the first reading.
    pub fn stretches(&self, article: &Article, known: Option<&dyn Fn(usize, usize) -> u8>) -> Vec<Sequence> {
        self.reading(article, |readings| {
            let memory = known.map(|known| {
                let mut memory = Memory::default();
                for reading in &readings {
                    let label = |at: usize| known(reading.block.index, reading.block.tokens[at].start as usize);
                    for range in reading.block.sentences {
                        let traces = reading.sentence(range).traces(0..range.len());
                        traces.iter().zip(range.clone()).for_each(|(trace, at)| memory.add(trace, label(at)));
                    }
                }
                memory
            });
            let mut sequences = Vec::new();
            for reading in &readings {
                for range in reading.block.sentences {
                    let sentence = reading.sentence(range);
                    for stretch in sentence.stretches() {
                        let traces = sentence.traces(stretch.clone());
                        let describe = |at: usize| {
                            let mut keys = Vec::new();
                            sentence.describe(at, &mut keys);
                            describe_memory(&traces, at - stretch.start, memory.as_ref(), &mut keys);
                            keys
                        };
                        let tokens = range.start + stretch.start..range.start + stretch.end;
                        sequences.push(Sequence {
                            block: reading.block.index,
                            tokens: reading.block.tokens[tokens].iter().map(|token| token.range()).collect(),
                            keys: stretch.clone().map(describe).collect(),
                        });
                    }
                }
            }
            sequences
        })
    }

    /// Tags an article as reading does.
    pub fn tag(&self, article: &Article) -> Vec<Tagged> {
        self.reading(article, |mut readings| {
            let mut stretches = super::Stretches::default();
            let mut known = super::Words::new(self.0);
            for (index, reading) in readings.iter().enumerate() {
                reading.find_stretches(index, self.0, &mut known, &mut stretches);
            }
            let mut tags: Vec<_> = readings.iter_mut().map(|reading| std::mem::take(&mut reading.tags)).collect();
            name_entities(&mut tags, &stretches, self.0);
            readings.iter_mut().zip(tags).for_each(|(reading, tags)| reading.tags = tags);
            let tagged = |reading: &Reading| -> Vec<Tagged> {
                let tokens = reading.block.tokens.iter().enumerate();
                let tag = |(at, token): (usize, &crate::text::Token)| {
                    Some(Tagged {
                        block: reading.block.index,
                        range: token.range(),
                        part_of_speech: reading.tags.part_of_speech(at)?,
                        entity: reading.tags.entity(at),
                    })
                };
                tokens.filter_map(tag).collect()
            };
            readings.iter().flat_map(tagged).collect()
        })
    }

    fn reading<T: Default>(&self, article: &Article, use_it: impl FnOnce(Vec<Reading>) -> T) -> T {
        let Some(language) = language_of(article.language.as_deref()) else { return T::default() };
        let document = Document::new(article, language);
        let words: Vec<_> = document.plain_blocks().map(|block| LexiconTagger.tag(&block)).collect();
        let mut known = super::Words::new(self.0);
        let read = |(block, words): (_, &Vec<_>)| read(block, words, self.0, &mut known);
        use_it(document.plain_blocks().zip(&words).map(read).collect())
    }
}
