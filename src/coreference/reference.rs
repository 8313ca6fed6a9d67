//! Pronouns and descriptions tied to entities, in reading order.

use super::antecedents::{AntecedentSearch, Leaders};
use super::entity::{Entity, EntityId};
use super::introductions::introduction;
use super::people::{Belief, People};
use super::phrase::{all_mentions, is_definite};
use super::ranking::{Answer, Candidate, Policy, Profiles, Question, Who};
use super::titles::Titles;
use super::watch::Watch;
use crate::analysis::{MentionId, MentionKind, Passage, Pronoun};
use rustc_hash::FxHashMap;

/// Ties pronouns and descriptions to entities. `speakers` are the mentions that speak, in reading order; the policy says whom a
/// pronoun means, and a description that speaks.
pub(super) fn resolve(
    people: &mut People,
    passages: &[Passage],
    speakers: &[MentionId],
    policy: &mut impl Policy,
    watch: &mut impl Watch,
) {
    let Some(first) = passages.first() else { return };
    let titles = Titles::of(&first.block.language.sets, people);
    let mut profiles = Profiles::of(people, passages, speakers);
    let mut last_speaker = None;
    let leaders = Leaders::default();
    for id in all_mentions(passages) {
        let speaks = speakers.binary_search(&id).is_ok();
        if people.entity_of(id).is_none() {
            let search = AntecedentSearch { people, passages, id, last_speaker, leaders: &leaders, titles: &titles };
            if let Some(question) = Question::of(&search, &profiles, speaks) {
                let answer = policy.answer(&question);
                let candidates = question.candidates;
                if let Some(answer) = answer {
                    watch.ranked(id, &candidates, &answer);
                    tie(people, passages, id, &candidates, &answer);
                }
            } else {
                let known = antecedent(&search, speaks);
                watch.found(&search, known);
                if let Some(known) = known {
                    people.assign(id, known);
                }
            }
            let describes = || matches!(id.mention(passages).kind, MentionKind::Nominal(_));
            if speaks && people.entity_of(id).is_none() && describes() {
                let entity = add_unnamed(people, passages, id);
                people.assign(id, entity);
            }
        }
        let entity = people.entity_of(id);
        if let Some(entity) = entity {
            profiles.note(id, passages, entity, speaks);
        }
        if speaks {
            last_speaker = entity.or(last_speaker);
        }
    }
}

/// Ties a pronoun or a description to the candidate that was chosen.
fn tie(people: &mut People, passages: &[Passage], id: MentionId, candidates: &[Candidate], answer: &Answer) {
    let who = |&(place, share): &(usize, f32)| Some((candidates.get(place)?.who, share));
    let Some((chosen, share)) = answer.ranked.first().and_then(who) else { return };
    let entity = match chosen {
        Who::Known(entity) => entity,
        Who::Described(description) => people.add_description(passages, description),
    };
    people.assign(id, entity);
    let runner_up = match answer.ranked.get(1).and_then(who) {
        Some((Who::Known(entity), share)) => Some((entity, share)),
        _ => None,
    };
    people.doubt(id, Belief { share, runner_up });
}

/// Whom a description or a relative pronoun goes back to, if it is somebody known.
fn antecedent(search: &AntecedentSearch, speaks: bool) -> Option<EntityId> {
    let mention = search.mention();
    match mention.kind {
        MentionKind::Pronoun(Pronoun::Who) => search.antecedent_of_who(),
        MentionKind::Nominal(kind) if speaks || is_definite(search.passage(), mention) => search.description(kind),
        _ => None,
    }
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

/// Names the sources that are only reported: a description that means nobody known is a source without a name.
pub(crate) fn name_sources(people: &mut People, passages: &[Passage], sources: impl Iterator<Item = MentionId>) {
    let mut sources: Vec<MentionId> = sources.collect();
    sources.sort_unstable();
    sources.dedup();
    let describes = |id: &MentionId| matches!(id.mention(passages).kind, MentionKind::Nominal(_));
    let unnamed = people.entities().filter(|(_, entity)| !entity.named);
    let called = |entity: &Entity| entity.name.to_lowercase();
    let mut by_name: FxHashMap<String, EntityId> = unnamed.map(|(id, entity)| (called(entity), id)).collect();
    for id in sources.into_iter().filter(describes) {
        if people.entity_of(id).is_some() {
            continue;
        }
        let (passage, mention) = (id.passage(passages), id.mention(passages));
        let phrase = Entity::from_phrase(passage, mention);
        // `police`, `the report`: the same each time. `A resident`, `his lawyer` and `those experts` may be others.
        let is_same = phrase.determiner.is_empty() || passage.sets().definite_article.has(&phrase.determiner);
        let known = by_name.get(&called(&phrase)).copied().filter(|_| is_same);
        let entity = known.unwrap_or_else(|| add_unnamed(people, passages, id));
        by_name.insert(called(&phrase), entity);
        people.assign(id, entity);
    }
    people.sort_mentions();
}
