//! Assembles the answer: quotations with their speakers, and the people who speak.

use crate::analysis::{MentionId, Passage};
use crate::annotations::{NAME_FROM, Person, Quote, Reported, Span};
use crate::attribution::{Choice, cue_of};
use crate::certainty::Answers;
use crate::coreference::{EntityId, People};
use crate::models::linear::Features;
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
    let answers = Answers::new(quotations, passages, choices, people);
    let mut listed = Listed { people, passages, indices: FxHashMap::default(), list: Vec::new() };
    let mut features = Features::default();
    let quotes = (0..quotations.len()).map(|index| quote(&answers, index, &mut listed, &mut features)).collect();
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

fn quote(answers: &Answers, index: usize, listed: &mut Listed, features: &mut Features) -> Quote {
    let quotation = &answers.quotations[index];
    let span = Span { block: quotation.block, start: quotation.start, end: quotation.end };
    let certainty = answers.certainty(index, features);
    let kind = quotation.kind;
    let Some(Choice { speaker, .. }) = answers.choices[index] else {
        return Quote { span, kind, mention: None, cue: None, person: None, confidence: certainty.words };
    };
    let passage = speaker.passage(listed.passages);
    let mention = speaker.mention(listed.passages);
    // A description such as `the note` accuses nobody.
    let described = || listed.people.entity_of(speaker).is_some_and(|entity| !listed.people.is_named(entity));
    let name = certainty.name.filter(|&name| name >= NAME_FROM || described());
    let cue = cue_of(passage, mention);
    let person = name.and_then(|_| listed.index_of(speaker));
    // Whoever is the subject of an earlier paragraph, and of no verb of saying, is not named as the speaker there: the words merely go on.
    let goes_on = passage.block.index < quotation.block && cue.is_none() && person.is_some();
    Quote {
        span,
        kind,
        mention: (!goes_on).then(|| span_of(passage, &mention.tokens)),
        cue: cue.map(|tokens| span_of(passage, &tokens)),
        person,
        confidence: name.unwrap_or(certainty.words),
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
