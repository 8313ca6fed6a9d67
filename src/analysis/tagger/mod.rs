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
mod word_sums;

use super::mention::Mention;
use crate::language::{
    ENTITY_LABELS, EntityClass, Language, OUTSIDE, PARTS_OF_SPEECH, PartOfSpeech, TagModels, Word, entity_of_label,
};
use crate::text::{BlockText, Document};
use entities::{Sentence, describe_memory};
use facts::{Facts, Place, facts_of, hash_of_word};
use memory::{Memory, Trace};
use std::ops::Range;
use word_sums::WordSums;

/// The tags of a block's tokens.
#[derive(Clone, Debug, Default)]
pub(crate) struct BlockTags {
    /// For each token the label of its part of speech.
    parts: Vec<u8>,
    /// For each token its entity label.
    entities: Vec<u8>,
    /// For each token the class of words that are used like its own; 0 if it is unknown.
    classes: Vec<u16>,
}

/// The class of words that are used like a word, and the coarse class that it is a part of; 0 if the word is unknown.
pub(crate) fn class_of_word(language: &Language, word: &str) -> (u16, u16) {
    language.tags().map_or((0, 0), |models| models.classes.of(hash_of_word(word)))
}

/// How often the names are read again with what was remembered.
const READINGS: usize = 2;

/// A block on the way. Its facts are large, so that only one block has them at a time.
struct Reading<'a> {
    block: BlockText<'a>,
    facts: Vec<Facts>,
    tags: BlockTags,
}

/// What the models say of the words of an article.
struct Words {
    parts_of_speech: WordSums<PARTS_OF_SPEECH>,
    entities: WordSums<ENTITY_LABELS>,
}

impl Words {
    fn new(models: &TagModels) -> Words {
        Words {
            parts_of_speech: WordSums::new(|word, place| part_of_word(models, word, place)),
            entities: WordSums::new(|word, place| entity_of_word(models, word, place)),
        }
    }
}

fn part_of_word(models: &TagModels, word: &Facts, place: Place) -> [i16; PARTS_OF_SPEECH] {
    models.parts_of_speech.sums([0; PARTS_OF_SPEECH], |sink| parts_of_speech::describe_word(word, place, sink))
}

fn entity_of_word(models: &TagModels, word: &Facts, place: Place) -> [i16; ENTITY_LABELS] {
    models.entities.sums([0; ENTITY_LABELS], |sink| entities::describe_word(word, place, sink))
}

/// Tokens that may belong to names, with the sums of the entity model. They are only needed for a while: lists of their own for each
/// stretch would leave holes between what is kept, which a large article pays for.
#[derive(Default)]
struct Stretches {
    /// Where each stretch is.
    places: Vec<Span>,
    /// What is remembered of each token.
    traces: Vec<Trace>,
    sums: Vec<[i16; ENTITY_LABELS]>,
}

/// Where a stretch is.
struct Span {
    /// The index of the block among those that are read.
    block: usize,
    /// The tokens within the block.
    tokens: Range<usize>,
    /// The first of them among the tokens of all stretches.
    first: usize,
}

/// One stretch.
struct Stretch<'a> {
    block: usize,
    tokens: Range<usize>,
    traces: &'a [Trace],
    sums: &'a [[i16; ENTITY_LABELS]],
}

impl Stretches {
    fn iter(&self) -> impl Iterator<Item = Stretch<'_>> {
        self.places.iter().map(|place| {
            let range = place.first..place.first + place.tokens.len();
            let (traces, sums) = (self.traces.get(range.clone()), self.sums.get(range));
            let (traces, sums) = (traces.unwrap_or_default(), sums.unwrap_or_default());
            Stretch { block: place.block, tokens: place.tokens.clone(), traces, sums }
        })
    }
}

/// Tags the plain view of a document whose words were looked up.
pub(super) fn tag(document: &Document, words: &[Vec<Word>]) -> Vec<BlockTags> {
    let Some(models) = document.language().tags() else { return vec![BlockTags::default(); words.len()] };
    let mut tags = Vec::with_capacity(words.len());
    let mut stretches = Stretches::default();
    let mut known = Words::new(models);
    for (index, (block, words)) in document.plain_blocks().zip(words).enumerate() {
        let reading = read(block, words, models, &mut known);
        reading.find_stretches(index, models, &mut known, &mut stretches);
        tags.push(reading.tags);
    }
    name_entities(&mut tags, &stretches, models);
    tags
}

/// Finds the parts of speech of a block.
fn read<'a>(block: BlockText<'a>, words: &[Word], models: &TagModels, known: &mut Words) -> Reading<'a> {
    let model = &models.parts_of_speech;
    let known = &mut known.parts_of_speech;
    let facts = facts_of(&block, words, &models.classes);
    let mut parts = Vec::with_capacity(facts.len());
    let mut sums = Vec::new();
    known.begin_block();
    for sentence in block.sentences {
        let facts = &facts[sentence.clone()];
        let indices = known.indices(facts, |word, place| part_of_word(models, word, place));
        let words = known.sentence(&indices);
        let describe = |at| model.sums(words.sums(at), |sink| parts_of_speech::describe_neighbours(facts, at, sink));
        sums.clear();
        sums.extend((0..facts.len()).map(describe));
        parts.extend(model.labels(&sums));
    }
    let entities = vec![OUTSIDE; facts.len()];
    let class = |facts: &Facts| if facts.is_word { facts.class as u16 } else { 0 };
    let classes = facts.iter().map(class).collect();
    Reading { block, facts, tags: BlockTags { parts, entities, classes } }
}

impl Reading<'_> {
    /// A sentence as the entity model sees it.
    fn sentence(&self, tokens: &Range<usize>) -> Sentence<'_> {
        Sentence::new(&self.facts[tokens.clone()], &self.tags.parts[tokens.clone()])
    }

    /// Adds the stretches of the block, which has this index.
    fn find_stretches(&self, index: usize, models: &TagModels, known: &mut Words, stretches: &mut Stretches) {
        let known = &mut known.entities;
        known.begin_block();
        for range in self.block.sentences {
            let sentence = self.sentence(range);
            let found = sentence.stretches();
            if found.is_empty() {
                continue;
            }
            let indices = known.indices(sentence.facts, |word, place| entity_of_word(models, word, place));
            let words = known.sentence(&indices);
            for stretch in found {
                let describe = |at| models.entities.sums(words.sums(at), |sink| sentence.describe_neighbours(at, sink));
                stretches.places.push(Span {
                    block: index,
                    tokens: range.start + stretch.start..range.start + stretch.end,
                    first: stretches.sums.len(),
                });
                stretches.traces.extend(sentence.traces(stretch.clone()));
                stretches.sums.extend(stretch.map(describe));
            }
        }
    }
}

/// Finds the names, reading twice: what the capitals were taken for at first is a feature the second time.
fn name_entities(tags: &mut [BlockTags], stretches: &Stretches, models: &TagModels) {
    label(tags, stretches, None, models);
    for _ in 0..READINGS {
        let memory = remember(tags, stretches);
        label(tags, stretches, Some(&memory), models);
    }
}

/// Labels the tokens of stretches.
fn label(tags: &mut [BlockTags], stretches: &Stretches, memory: Option<&Memory>, models: &TagModels) {
    let model = &models.entities;
    let mut sums = Vec::new();
    for stretch in stretches.iter() {
        let Some(known) = tags.get_mut(stretch.block).and_then(|tags| tags.entities.get_mut(stretch.tokens.clone()))
        else {
            continue;
        };
        let with_memory = |(at, known): (usize, &[i16; ENTITY_LABELS])| {
            model.sums(*known, |sink| describe_memory(stretch.traces, at, memory, sink))
        };
        sums.clear();
        sums.extend(stretch.sums.iter().enumerate().map(with_memory));
        known.copy_from_slice(&model.labels(&sums));
    }
}

/// What the capitals of the article were taken for.
fn remember(tags: &[BlockTags], stretches: &Stretches) -> Memory {
    let mut memory = Memory::default();
    for stretch in stretches.iter() {
        let labels =
            tags.get(stretch.block).and_then(|tags| tags.entities.get(stretch.tokens.clone())).unwrap_or_default();
        for (trace, &label) in stretch.traces.iter().zip(labels) {
            memory.add(trace, label);
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

    /// The tokens of the name that a token belongs to.
    pub fn name_around(&self, token: usize) -> Option<Range<usize>> {
        let (class, _) = self.entity(token)?;
        let goes_on = |at: usize| self.entity(at) == Some((class, false));
        let mut range = token..token + 1;
        while goes_on(range.start) && range.start > 0 {
            range.start -= 1;
        }
        while goes_on(range.end) {
            range.end += 1;
        }
        Some(range)
    }

    /// The class of words that are used like a token's; 0 if it is unknown.
    pub fn word_class(&self, token: usize) -> u16 {
        self.classes.get(token).copied().unwrap_or(0)
    }

    /// The class of the name that a token belongs to, and whether the token begins it.
    pub fn entity(&self, token: usize) -> Option<(EntityClass, bool)> {
        entity_of_label(*self.entities.get(token)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::analysis::tags::{LexiconTagger, Tagger};
    use crate::language::language_of;

    fn tagged(text: &str) -> Vec<(String, &'static str, &'static str)> {
        let article = Article::from_text(text, false);
        let document = Document::new(&article, language_of(None).unwrap());
        let words: Vec<_> = document.plain_blocks().map(|block| LexiconTagger.tag(&block)).collect();
        let mut found = Vec::new();
        for (block, tags) in document.plain_blocks().zip(tag(&document, &words)) {
            for at in 0..block.tokens.len() {
                let class = tags.entity(at).map_or("", |(class, _)| class.name());
                found.push((block.word(at).to_owned(), tags.part_of_speech(at).unwrap().upos(), class));
            }
        }
        found
    }

    #[test]
    fn names_are_found_with_what_they_name() {
        type Row<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);
        let rows: &[Row] = &[
            ("a person", "Later Ana Reyes said no.", &[("Ana", "Person"), ("Reyes", "Person"), ("Later", "")]),
            ("a surname alone", "Wambui Otieno spoke.\n\n“No,” Otieno said.", &[("Otieno", "Person")]),
            ("a people", "The Kenyan farmers left.", &[("Kenyan", "People"), ("farmers", "")]),
            ("a place", "He was born in Lagos.", &[("Lagos", "Place")]),
            (
                "a ministry",
                "The Ministry of Health closed.",
                &[("Ministry", "Organisation"), ("Health", "Organisation")],
            ),
            ("no name at the beginning", "Yesterday it rained. Farmers left.", &[("Yesterday", ""), ("Farmers", "")]),
            ("a title is none", "Mayor Ana Reyes left.", &[("Mayor", ""), ("Ana", "Person")]),
        ];
        for (name, text, expected) in rows {
            let found = tagged(text);
            for &(word, class) in *expected {
                let last = found.iter().rfind(|(found, ..)| found == word);
                assert_eq!(last.map(|&(.., class)| class), Some(class), "{name}: {word}");
            }
        }
    }

    #[test]
    fn words_are_tagged_by_their_sentence() {
        let rows: &[(&str, &str, &str)] = &[
            ("plain", "The old man went home.", "DET ADJ NOUN VERB ADV PUNCT"),
            (
                "a verb and a noun of one form",
                "They plan to leave. The plan failed.",
                "PRON VERB PART VERB PUNCT DET NOUN VERB PUNCT",
            ),
            ("a modal and a name", "Ana Reyes will go.", "PROPN PROPN AUX VERB PUNCT"),
        ];
        for &(name, text, expected) in rows {
            let found: Vec<&str> = tagged(text).into_iter().map(|(_, part, _)| part).collect();
            assert_eq!(found.join(" "), expected, "{name}");
        }
    }

    #[test]
    fn nothing_and_marks_are_tagged() {
        for text in ["", "…", "ÀÉ", "“ ”", "A"] {
            assert!(tagged(text).len() <= text.len(), "{text}");
        }
    }

    #[test]
    fn the_models_are_small() {
        let models: [&[u8]; 3] = [
            include_bytes!("../../language/en/models/word-classes.bin"),
            include_bytes!("../../language/en/models/parts-of-speech.bin"),
            include_bytes!("../../language/en/models/names.bin"),
        ];
        assert!(models.iter().map(|file| file.len()).sum::<usize>() <= 1_400_000);
        assert!(language_of(None).unwrap().tags().is_some());
    }
}
