//! Descriptions that the article gives no name, tied to the names that they mean.
//!
//! It is a walk of its own, after pronouns are tied: those who are only described and those who have a name are all known by then.

use super::antecedents::{AntecedentSearch, Leaders};
use super::entity::EntityId;
use super::people::{Belief, People};
use super::phrase::all_mentions;
use super::ranking::{Answer, Candidate, Policy, Profiles, Question, Who};
use super::titles::Titles;
use super::watch::Watch;
use crate::analysis::{MentionId, MentionKind, Passage};

/// Ties descriptions of nobody with a name to those that they mean, with all that means the same. `speakers` are the mentions that speak, in
/// reading order; the policy says whom a description means.
pub(super) fn name(
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
        if people.entity_of(id).is_none_or(|entity| !people.is_named(entity)) {
            let search = AntecedentSearch { people, passages, id, last_speaker, leaders: &leaders, titles: &titles };
            if let Some(question) = Question::of_description(&search, &profiles, speaks) {
                let answer = policy.answer(&question);
                let candidates = question.candidates;
                if let Some(answer) = answer {
                    watch.ranked(id, &candidates, &answer);
                    tie(people, passages, id, &candidates, &answer);
                }
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

/// Ties a description, with all that means the same, to the candidate that was chosen, if one was.
fn tie(people: &mut People, passages: &[Passage], id: MentionId, candidates: &[Candidate], answer: &Answer) {
    let who = |&(place, share): &(usize, f32)| match candidates.get(place)?.who {
        Who::Known(entity) => Some((entity, share)),
        Who::Described(_) => None,
    };
    let before = people.entity_of(id);
    let chosen = answer.likely().as_ref().and_then(who);
    let second = usize::from(chosen.is_some());
    let share = chosen.map_or(answer.nobody, |(_, share)| share);
    let belief = Belief { share, runner_up: answer.ranked.get(second).and_then(who) };
    for description in descriptions(people, passages, id, before) {
        people.doubt(description, belief);
    }
    match (before, chosen) {
        (Some(before), Some((entity, _))) => people.merge(before, entity),
        (None, Some((entity, _))) => people.assign(id, entity),
        _ => {}
    }
}

/// The descriptions of the same, or the one alone.
fn descriptions(people: &People, passages: &[Passage], id: MentionId, entity: Option<EntityId>) -> Vec<MentionId> {
    let Some(entity) = entity else { return vec![id] };
    let describes = |id: &MentionId| matches!(id.mention(passages).kind, MentionKind::Nominal(_));
    people.mentions(entity).iter().copied().filter(describes).collect()
}
