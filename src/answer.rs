//! Assembles the answer: quotations with their speakers, and the people who speak.

use crate::analysis::{MentionId, Passage};
use crate::annotations::{Person, Quote, Reported, Span};
use crate::attribution::{Choice, cue_of};
use crate::coreference::{EntityId, People};
use crate::reporting;
use crate::speech::Quotation;
use rustc_hash::FxHashMap;
use std::ops::Range;

/// Who says what.
pub(crate) struct Speech {
    /// The quotations with their speakers.
    pub quotes: Vec<Quote>,
    /// What is told in the reporter's words.
    pub reported: Vec<Reported>,
    /// The people who speak: in the order of their first quotation, then those who are only reported.
    pub people: Vec<Person>,
    /// All others in the order of their first mention.
    pub mentioned: Vec<Person>,
}

/// The answer about an article's quotations and reported speech.
pub(crate) fn speech(
    quotations: &[Quotation],
    passages: &[Passage],
    choices: &[Option<Choice>],
    reported: &[reporting::Reported],
    people: &People,
) -> Speech {
    let mut listed = Listed { people, passages, indices: FxHashMap::default(), list: Vec::new() };
    let quote = |(quotation, choice): (&Quotation, &Option<Choice>)| quote(quotation, *choice, &mut listed);
    let quotes = quotations.iter().zip(choices).map(quote).collect();
    let reported = reported.iter().map(|reported| self::reported(reported, &mut listed)).collect();
    let mentioned = listed.others();
    Speech { quotes, reported, people: listed.list, mentioned }
}

fn reported(reported: &reporting::Reported, listed: &mut Listed) -> Reported {
    let passage = &listed.passages[reported.block];
    Reported {
        span: span_of(passage, &reported.content),
        mention: reported.source.map(|source| span_of(passage, &source.mention(listed.passages).tokens)),
        cue: Some(span_of(passage, &reported.cue)),
        person: reported.source.and_then(|source| listed.index_of(source)),
        confidence: reported.confidence * reported.source.map_or(1.0, |source| listed.people.belief(source)),
    }
}

fn quote(quotation: &Quotation, choice: Option<Choice>, listed: &mut Listed) -> Quote {
    let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
    let Some(Choice { speaker, confidence }) = choice else {
        return Quote { span, kind: quotation.kind, mention: None, cue: None, person: None, confidence: 0.0 };
    };
    let passage = speaker.passage(listed.passages);
    let mention = speaker.mention(listed.passages);
    Quote {
        span,
        kind: quotation.kind,
        mention: Some(span_of(passage, &mention.tokens)),
        cue: cue_of(passage, mention).map(|tokens| span_of(passage, &tokens)),
        person: listed.index_of(speaker),
        confidence,
    }
}

/// The span of some tokens of a passage.
fn span_of(passage: &Passage, tokens: &Range<usize>) -> Span {
    let bytes = passage.bytes(tokens);
    Span { block: passage.block.index, start: bytes.start, end: bytes.end }
}

/// The people who speak, in the order of their first quotation.
struct Listed<'a, 'b> {
    people: &'a People,
    passages: &'a [Passage<'b>],
    indices: FxHashMap<EntityId, usize>,
    list: Vec<Person>,
}

impl Listed<'_, '_> {
    /// The index of the person that a mention refers to. Adds the person if new.
    fn index_of(&mut self, speaker: MentionId) -> Option<usize> {
        let entity = self.people.entity_of(speaker)?;
        let next = self.list.len();
        let index = *self.indices.entry(entity).or_insert(next);
        if index == next {
            self.list.push(self.person(entity));
        }
        Some(index)
    }

    /// Those who do not speak.
    fn others(&self) -> Vec<Person> {
        let silent = self.people.mentioned().filter(|entity| !self.indices.contains_key(entity));
        let mut others: Vec<Person> = silent.map(|entity| self.person(entity)).collect();
        others.sort_by_key(|person| person.mentions.first().copied());
        others
    }

    fn person(&self, entity: EntityId) -> Person {
        let span = |&id: &MentionId| span_of(id.passage(self.passages), &id.mention(self.passages).tokens);
        let mut mentions: Vec<Span> = self.people.mentions(entity).iter().map(span).collect();
        // A noun phrase around a name begins before the name, but comes after it in the passage's list.
        mentions.sort_unstable();
        let role = self.people.role(entity).map(str::to_owned);
        Person { name: self.people.name(entity).to_owned(), kind: self.people.kind(entity), role, mentions }
    }
}
