//! Pronouns and descriptions tied to entities, in reading order.

use super::antecedents::{AntecedentSearch, Leaders, NEAR, REACH, before};
use super::entity::{Entity, EntityId};
use super::people::People;
use super::phrase::{all_mentions, is_definite};
use super::titles::Titles;
use super::watch::Watch;
use crate::analysis::{MentionId, MentionKind, Passage};

/// Ties pronouns and descriptions to entities. `speakers` are the mentions that speak, in reading order.
pub(super) fn resolve(people: &mut People, passages: &[Passage], speakers: &[MentionId], watch: &mut impl Watch) {
    let Some(first) = passages.first() else { return };
    let titles = Titles::of(&first.block.language.sets, people);
    let mut last_speaker = None;
    let leaders = Leaders::default();
    for id in all_mentions(passages) {
        let speaks = speakers.binary_search(&id).is_ok();
        if people.entity_of(id).is_none() {
            let search = AntecedentSearch { people, passages, id, last_speaker, leaders: &leaders, titles: &titles };
            let antecedent = antecedent(&search, speaks);
            watch.found(&search, if let Antecedent::Known(entity) = antecedent { Some(entity) } else { None });
            let entity = match antecedent {
                Antecedent::Known(entity) => Some(entity),
                Antecedent::Unnamed(subject) => Some(people.add_description(passages, subject)),
                Antecedent::Nobody if speaks && matches!(id.mention(passages).kind, MentionKind::Nominal(_)) => {
                    Some(add_unnamed(people, passages, id))
                }
                Antecedent::Nobody => None,
            };
            if let Some(entity) = entity {
                people.assign(id, entity);
            }
        }
        if speaks {
            last_speaker = people.entity_of(id).or(last_speaker);
        }
    }
}

/// What a mention goes back to.
enum Antecedent {
    /// Somebody known.
    Known(EntityId),
    /// A description that means nobody known so far.
    Unnamed(MentionId),
    /// Nothing.
    Nobody,
}

fn antecedent(search: &AntecedentSearch, speaks: bool) -> Antecedent {
    let mention = search.mention();
    let known = match mention.kind {
        MentionKind::Pronoun(pronoun) => match speaks.then(|| search.unnamed_subject(pronoun)).flatten() {
            Some(subject) => return Antecedent::Unnamed(subject),
            None => search.pronoun(pronoun),
        },
        MentionKind::Nominal(kind) if speaks || is_definite(search.passage(), mention) => search.description(kind),
        _ => None,
    };
    known.map_or(Antecedent::Nobody, Antecedent::Known)
}

impl People {
    /// Takes up an entity that a mention describes.
    fn add_description(&mut self, passages: &[Passage], description: MentionId) -> EntityId {
        let entity = self.add(Entity::from_phrase(description.passage(passages), description.mention(passages)));
        self.assign(description, entity);
        entity
    }
}

/// Adds a source without a name, under the words that introduce it.
fn add_unnamed(people: &mut People, passages: &[Passage], id: MentionId) -> EntityId {
    match introduction(people, passages, id) {
        Some(introduction) => people.add_description(passages, introduction),
        None => people.add(Entity::from_phrase(id.passage(passages), id.mention(passages))),
    }
}

/// The description that introduces somebody who has not spoken before: `A police spokesman … the spokesman`.
fn introduction(people: &People, passages: &[Passage], id: MentionId) -> Option<MentionId> {
    let passage = id.passage(passages);
    let mention = id.mention(passages);
    if !is_definite(passage, mention) {
        return None;
    }
    let phrase = Entity::from_phrase(passage, mention);
    let head = id.head(passages);
    let fits = |&other: &MentionId| {
        let earlier = other.mention(passages);
        let same_head = || other.head(passages).eq_ignore_ascii_case(head);
        let tells_all = || {
            let words = Entity::from_phrase(other.passage(passages), earlier).words;
            phrase.words.iter().all(|word| words.contains(word))
        };
        let free = people.entity_of(other).is_none();
        free && matches!(earlier.kind, MentionKind::Nominal(_)) && same_head() && tells_all()
    };
    before(passages, id, REACH).take(NEAR).find(fits)
}
