//! Who says each quotation.

mod beside;
mod candidates;
mod cues;
mod evidence;
mod feature_list;
mod features;
mod forms;
mod passages;
mod phrase;
mod ranker;
mod relay;
mod sides;
#[cfg(feature = "training")]
pub mod training;

use crate::analysis::{BlockAnalysis, Passage};
use crate::annotations::{Person, Quote, Span};
use crate::coreference::People;
use crate::speech::Quotation;
use ranker::Choice;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// The quotations with their speakers, and the people who speak.
pub(crate) fn attribute(blocks: Vec<BlockAnalysis>, quotations: &[Quotation]) -> (Vec<Quote>, Vec<Person>) {
    let passages = passages::passages(blocks, quotations);
    let mut choices = ranker::choose(quotations, &passages);
    for choice in choices.iter_mut().flatten() {
        choice.candidate = phrase::speaker_in(choice.candidate, &passages);
    }
    share_among_reopened(quotations, &mut choices);
    let mut speakers: Vec<(usize, usize)> =
        choices.iter().flatten().map(|choice| (choice.candidate.block, choice.candidate.mention)).collect();
    speakers.sort_unstable();
    speakers.dedup();
    let people = People::of(&passages, &speakers);
    let mut listed = Listed { people: &people, passages: &passages, indices: FxHashMap::default(), list: Vec::new() };
    let quotes = quotations
        .iter()
        .zip(&choices)
        .map(|(quotation, choice)| quote(quotation, *choice, &passages, &mut listed))
        .collect();
    (quotes, listed.list)
}

/// A quotation that goes on over paragraphs has one speaker: where one is missing at its beginning, it is the one told further on.
fn share_among_reopened(quotations: &[Quotation], choices: &mut [Option<Choice>]) {
    for index in (1..quotations.len()).rev() {
        let goes_on = !quotations[index - 1].closed && quotations[index].reopens;
        if goes_on && quotations[index - 1].is_said() && choices[index - 1].is_none() {
            choices[index - 1] = choices[index];
        }
    }
}

fn quote(quotation: &Quotation, choice: Option<Choice>, passages: &[Passage], listed: &mut Listed) -> Quote {
    let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
    let Some(Choice { candidate, confidence }) = choice else {
        return Quote { span, kind: quotation.kind, mention: None, cue: None, person: None, confidence: 0.0 };
    };
    let passage = &passages[candidate.block];
    let mention = candidate.mention(passages);
    let to_span = |tokens: &Range<usize>| {
        let bytes = passage.bytes(tokens);
        Span { block: candidate.block, start: bytes.start, end: bytes.end }
    };
    Quote {
        span,
        kind: quotation.kind,
        mention: Some(to_span(&mention.tokens)),
        cue: cues::of_mention(passage, mention).map(|tokens| to_span(&tokens)),
        person: listed.index_of(candidate.block, candidate.mention),
        confidence,
    }
}

/// The people who speak, in the order in which they first do.
struct Listed<'a, 'b> {
    people: &'a People,
    passages: &'a [Passage<'b>],
    indices: FxHashMap<usize, usize>,
    list: Vec<Person>,
}

impl Listed<'_, '_> {
    fn index_of(&mut self, block: usize, mention: usize) -> Option<usize> {
        let entity = self.people.entity_of(block, mention)?;
        let next = self.list.len();
        let index = *self.indices.entry(entity).or_insert(next);
        if index == next {
            let span = |&(block, mention): &(usize, usize)| {
                let passage = &self.passages[block];
                let bytes = passage.bytes(&passage.mentions[mention].tokens);
                Span { block, start: bytes.start, end: bytes.end }
            };
            let mut mentions: Vec<Span> = self.people.mentions(entity).iter().map(span).collect();
            // A noun phrase that holds a name begins before it and comes after it in the passage.
            mentions.sort_unstable();
            self.list.push(Person {
                name: self.people.name(entity).to_owned(),
                role: self.people.role(entity).map(str::to_owned),
                mentions,
            });
        }
        Some(index)
    }
}
