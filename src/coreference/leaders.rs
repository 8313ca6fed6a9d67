//! Who leads a country.

use super::antecedents::{AntecedentSearch, FAR};
use super::entity::{Entity, EntityId, Gender, country_of_word};
use crate::analysis::{MentionId, Passage};

/// How many tokens of a sentence are looked at for a country.
const LONGEST_SENTENCE: usize = 100;

impl AntecedentSearch<'_, '_> {
    /// The countries in the description: `Russian`, `China's`.
    pub fn countries(&self) -> Vec<&'static str> {
        let passage = self.passage();
        self.mention().tokens.clone().filter_map(|token| country_of_or_named(passage, token)).collect()
    }

    /// A country's leader whom the article gives no title: the person most often named in one sentence with the country, unless a
    /// title ties him to another.
    pub fn leader_of_country(&self, head: &str) -> Option<EntityId> {
        let country = *self.countries().first()?;
        if !self.sets().leaders.has(head) {
            return None;
        }
        if let Some(&known) = self.leaders.borrow().get(country) {
            return known;
        }
        let people = self.people.entities();
        let free = people.filter(|(_, entity)| {
            entity.named && entity.countries.is_empty() && entity.may_be(Gender::Unknown) && entity.mentions.len() > 1
        });
        let scored = free
            .map(|(id, entity)| (self.times_with(entity, country), entity.mentions.len(), id))
            .filter(|&(times, ..)| times > 0);
        let leader = scored.max().map(|(_, _, id)| id);
        self.leaders.borrow_mut().insert(country, leader);
        leader
    }

    /// In how many sentences an entity and a country stand together.
    fn times_with(&self, entity: &Entity, country: &str) -> usize {
        let together = |mention: &&MentionId| {
            let passage = mention.passage(self.passages);
            let mut sentence = passage.sentence_of(mention.mention(self.passages).head).take(LONGEST_SENTENCE);
            sentence.any(|token| country_of_or_named(passage, token) == Some(country))
        };
        entity.mentions.iter().take(FAR).filter(together).count()
    }
}

/// The country that a token belongs to or names.
fn country_of_or_named(passage: &Passage, token: usize) -> Option<&'static str> {
    let named = || passage.block.language.country_named(passage.block.word(token));
    country_of_word(passage, token).or_else(named)
}
