//! Whom each mention means, and why.

use super::antecedents::AntecedentSearch;
use super::entity::{EntityId, Gender, Kind};
use super::people::People;
use super::ranking::{Answer, Candidate};
use super::resolve_watched;
use super::watch::{Step, Watch};
use crate::analysis::{MentionId, Passage};
use rustc_hash::{FxHashMap, FxHashSet};

/// How many of a pronoun's antecedents are told of.
const TOLD: usize = 4;

/// What ties a mention to an entity.
#[derive(Clone, Debug)]
pub(crate) struct Tie {
    /// The mention.
    pub mention: MentionId,
    /// Whom it means.
    pub entity: EntityId,
    /// The step that found it.
    pub step: Step,
    /// The nearest mention of the same entity at that time, before it or else behind it, for a pronoun or a description.
    pub antecedent: Option<MentionId>,
    /// For a pronoun the most believed of those who may be meant, each by its nearest mention, with their shares of belief.
    pub scores: Vec<(MentionId, f32)>,
}

/// The people of an article as [`super::resolve`] finds them, and what ties each mention, in reading order.
pub(crate) fn resolve_and_explain(
    passages: &[Passage],
    speakers: impl Iterator<Item = MentionId>,
) -> (People, Vec<Tie>) {
    let mut watcher =
        Watcher { passages, ties: Vec::new(), tied: FxHashSet::default(), searches: FxHashMap::default() };
    let people = resolve_watched(passages, speakers, &mut watcher);
    let mut ties = watcher.ties;
    ties.sort_by_key(|tie| tie.mention);
    (people, ties)
}

/// What a search went back to: the antecedent, the scores.
type Search = (Option<MentionId>, Vec<(MentionId, f32)>);

struct Watcher<'a, 'b> {
    passages: &'a [Passage<'b>],
    ties: Vec<Tie>,
    /// The mentions that have their tie.
    tied: FxHashSet<MentionId>,
    searches: FxHashMap<MentionId, Search>,
}

impl Watch for Watcher<'_, '_> {
    fn done(&mut self, step: Step, people: &People) {
        for mention in super::phrase::all_mentions(self.passages) {
            let Some(entity) = people.entity_of(mention) else { continue };
            if !self.tied.insert(mention) {
                continue;
            }
            let (antecedent, scores) = self.searches.remove(&mention).unwrap_or_default();
            self.ties.push(Tie { mention, entity, step, antecedent, scores });
        }
    }

    fn found(&mut self, search: &AntecedentSearch, entity: Option<EntityId>) {
        let same = |&(_, other): &(MentionId, EntityId)| Some(other) == entity;
        let antecedent = search.before(usize::MAX).find(same).or_else(|| search.after().find(same));
        self.searches.insert(search.id, (antecedent.map(|(id, _)| id), Vec::new()));
    }

    fn ranked(&mut self, anaphor: MentionId, candidates: &[Candidate], answer: &Answer) {
        let nearest = |&(place, share): &(usize, f32)| Some((candidates.get(place)?.nearest, share));
        let scores: Vec<(MentionId, f32)> = answer.ranked.iter().filter_map(nearest).take(TOLD).collect();
        self.searches.insert(anaphor, (scores.first().map(|&(id, _)| id), scores));
    }
}

impl People {
    /// What kind of entity it is, in words: `person, female`.
    pub fn describe(&self, entity: EntityId) -> String {
        let entity = self.entity(entity);
        let kind = match entity.kind {
            Kind::Person => "person",
            Kind::Organisation => "organisation",
            Kind::Document => "document",
            Kind::Place => "place",
            Kind::Unknown => "kind unknown",
        };
        let gender = match entity.gender {
            Gender::Male => ", male",
            Gender::Female => ", female",
            Gender::Unknown => "",
        };
        let plural = if entity.plural { ", plural" } else { "" };
        let unnamed = if entity.named { "" } else { ", without a name" };
        format!("{kind}{gender}{plural}{unnamed}")
    }
}
