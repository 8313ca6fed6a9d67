//! The gender that the text itself tells: `Tesfalem Okwuosa … his yard`.

use super::entity::{EntityId, Gender, Kind};
use super::people::People;
use crate::analysis::{Mention, MentionId, MentionKind, NominalKind, Passage};
use crate::language::Sets;

/// How many tokens of a sentence are read.
const LONGEST_SENTENCE: usize = 100;

/// Gives people whose names show no gender that of the pronouns that can refer to nobody else: those after the only person of a sentence.
pub(super) fn learn(people: &mut People, passages: &[Passage]) {
    let mut votes = vec![0_i32; people.len()];
    for (block, passage) in passages.iter().enumerate() {
        let sets = &passage.block.language.sets;
        let mut next = 0;
        for sentence in passage.block.sentences {
            let first = next;
            while passage.mentions.get(next).is_some_and(|mention| mention.tokens.start < sentence.end) {
                next += 1;
            }
            let only = only_person(people, passage, block, first..next);
            if let Some((entity, mention)) = only {
                let behind = passage.mentions[mention].tokens.end..sentence.end;
                let outside = |token: &usize| !passage.is_stretch(passage.element_of(*token));
                let words = behind.take(LONGEST_SENTENCE).filter(outside).map(|token| passage.block.word(token));
                votes[entity.0] += words.map(|word| vote(sets, word)).sum::<i32>();
            }
        }
    }
    for (index, vote) in votes.into_iter().enumerate() {
        let entity = people.entity_mut(EntityId(index));
        if entity.gender == Gender::Unknown && matches!(entity.kind, Kind::Person | Kind::Unknown) && entity.named {
            entity.gender = match vote {
                1.. => Gender::Male,
                0 => Gender::Unknown,
                _ => Gender::Female,
            };
        }
    }
}

/// The only mention of a sentence that may mean a person, if it is a name; its entity and its index.
fn only_person(
    people: &People,
    passage: &Passage,
    block: usize,
    mentions: std::ops::Range<usize>,
) -> Option<(EntityId, usize)> {
    let may_be_person = |mention: &Mention, entity: Option<EntityId>| match mention.kind {
        MentionKind::Name => entity.is_none_or(|entity| people.entity(entity).may_be(Gender::Unknown)),
        MentionKind::Nominal(kind) => matches!(kind, NominalKind::Person | NominalKind::Unknown),
        MentionKind::Pronoun(_) => false,
    };
    let mut only = None;
    for index in mentions {
        let mention = &passage.mentions[index];
        let entity = people.entity_of(MentionId { block, index });
        if !may_be_person(mention, entity) {
            continue;
        }
        match (only, entity) {
            (None, Some(entity)) => only = Some((entity, index)),
            (Some((known, _)), Some(entity)) if known == entity => {}
            _ => return None,
        }
    }
    only
}

/// Positive for a man, negative for a woman.
fn vote(sets: &Sets, word: &str) -> i32 {
    i32::from(sets.masculine.has(word)) - i32::from(sets.feminine.has(word))
}
