//! The people of an article and which mention means which.

use super::entity::{Entity, EntityId, Gender, Kind};
use super::told::Told;
use crate::analysis::{MentionId, MentionKind, Passage};
use crate::annotations::PersonKind;
use rustc_hash::{FxHashMap, FxHashSet};

/// The entities of an article and which mention means which.
pub(crate) struct People {
    entities: Vec<Entity>,
    /// For each passage, for each of its mentions.
    entity_of: Vec<Vec<Option<EntityId>>>,
    /// How sure the mentions are that do not say themselves whom they mean; the others are certain.
    beliefs: FxHashMap<MentionId, Belief>,
    /// The mentions that have one.
    told: Told,
    /// The last words of the entities without a name.
    unnamed: FxHashSet<String>,
}

/// How sure it is whom a mention means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Belief {
    /// How likely the entity is that was chosen, from 0 to 1.
    pub share: f32,
    /// The likeliest of the others that are known by now.
    pub runner_up: Option<(EntityId, f32)>,
}

/// How many of the mentions of somebody without a name are asked what determiner they have.
const MOST_PHRASES: usize = 8;

impl People {
    /// Nobody yet, for an article with these mentions.
    pub(super) fn new(passages: &[Passage]) -> People {
        let entity_of = passages.iter().map(|passage| vec![None; passage.mentions.len()]).collect();
        let told = Told::new(passages.iter().map(|passage| passage.mentions.len()));
        People { entities: Vec::new(), entity_of, beliefs: FxHashMap::default(), told, unnamed: FxHashSet::default() }
    }

    /// Whom the mention means.
    pub fn entity_of(&self, mention: MentionId) -> Option<EntityId> {
        self.entity_of[mention.block][mention.index]
    }

    /// How likely it is that the mention means its entity, from 0 to 1: 1 for names, 0 where it means nobody known.
    pub fn belief(&self, mention: MentionId) -> f32 {
        match self.beliefs.get(&mention) {
            Some(belief) => belief.share,
            None if self.entity_of(mention).is_some() => 1.0,
            None => 0.0,
        }
    }

    /// Who else the mention may mean, and how likely that is.
    pub fn runner_up(&self, mention: MentionId) -> Option<(EntityId, f32)> {
        self.beliefs.get(&mention).and_then(|belief| belief.runner_up)
    }

    /// The fullest name.
    pub fn name(&self, entity: EntityId) -> &str {
        &self.entity(entity).name
    }

    /// Whether it has a name of its own.
    pub fn is_named(&self, entity: EntityId) -> bool {
        self.entity(entity).named
    }

    /// How the article speaks of somebody without a name, where a determiner tells who is meant: `the keeper`, `his neighbour`.
    pub fn phrase(&self, entity: EntityId, passages: &[Passage]) -> Option<String> {
        let Entity { words, named: false, mentions, .. } = self.entity(entity) else { return None };
        mentions.iter().take(MOST_PHRASES).find_map(|id| {
            let (passage, mention) = (id.passage(passages), id.mention(passages));
            let phrase =
                matches!(mention.kind, MentionKind::Nominal(_)).then(|| Entity::from_phrase(passage, mention))?;
            let tells = phrase.words == *words
                && !phrase.determiner.is_empty()
                && !passage.sets().indefinite.has(&phrase.determiner)
                && !passage.sets().counting_words.has(&phrase.determiner);
            tells.then(|| [&phrase.determiner, " ", &phrase.name].concat())
        })
    }

    /// What the article calls the person beside the name.
    pub fn role(&self, entity: EntityId) -> Option<&str> {
        self.entity(entity).roles.iter().max_by_key(|role| role.len()).map(String::as_str)
    }

    /// What it is, as far as the article tells.
    pub fn kind(&self, entity: EntityId) -> PersonKind {
        let entity = self.entity(entity);
        match entity.kind {
            Kind::Person | Kind::Unknown if entity.plural => PersonKind::Group,
            Kind::Person => PersonKind::Person,
            Kind::Organisation => PersonKind::Organisation,
            Kind::Document => PersonKind::Document,
            Kind::Unknown if entity.gender != Gender::Unknown => PersonKind::Person,
            Kind::Place | Kind::Unknown => PersonKind::Other,
        }
    }

    /// All that are mentioned.
    pub fn mentioned(&self) -> impl Iterator<Item = EntityId> {
        self.entities().filter(|(_, entity)| !entity.mentions.is_empty()).map(|(id, _)| id)
    }

    /// Every mention, in reading order.
    pub fn mentions(&self, entity: EntityId) -> &[MentionId] {
        &self.entity(entity).mentions
    }

    /// What is known of an entity.
    pub(super) fn entity(&self, entity: EntityId) -> &Entity {
        &self.entities[entity.0]
    }

    /// The same, to be added to.
    pub(super) fn entity_mut(&mut self, entity: EntityId) -> &mut Entity {
        &mut self.entities[entity.0]
    }

    /// All entities with their ids.
    pub(super) fn entities(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.entities.iter().enumerate().map(|(index, entity)| (EntityId(index), entity))
    }

    /// Which mentions mean somebody.
    pub(super) fn told(&self) -> &Told {
        &self.told
    }

    /// Whether the description of an entity without a name ends in this word.
    pub(super) fn has_unnamed(&self, last: &str) -> bool {
        self.unnamed.contains(last)
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.entities.len()
    }

    /// Says whom a mention means.
    pub(super) fn assign(&mut self, mention: MentionId, entity: EntityId) {
        self.entity_of[mention.block][mention.index] = Some(entity);
        self.told.insert(mention);
        self.entity_mut(entity).mentions.push(mention);
    }

    /// Lets all mentions of one entity mean another.
    pub(super) fn merge(&mut self, from: EntityId, into: EntityId) {
        let mentions = std::mem::take(&mut self.entity_mut(from).mentions);
        for mention in &mentions {
            self.entity_of[mention.block][mention.index] = Some(into);
        }
        self.entity_mut(into).mentions.extend(mentions);
    }

    /// Says how sure it is whom a mention means.
    pub(super) fn doubt(&mut self, mention: MentionId, belief: Belief) {
        self.beliefs.insert(mention, belief);
    }

    /// Takes up an entity.
    pub(super) fn add(&mut self, entity: Entity) -> EntityId {
        if !entity.named {
            self.unnamed.extend(entity.words.last().cloned());
        }
        self.entities.push(entity);
        EntityId(self.entities.len() - 1)
    }

    /// Puts each entity's mentions into reading order.
    pub(super) fn sort_mentions(&mut self) {
        for entity in &mut self.entities {
            entity.mentions.sort_unstable();
        }
    }
}
