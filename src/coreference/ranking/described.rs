//! Whom a description may mean: who was mentioned before it, who speaks or is named often, and who is named soon after it.

use super::candidates::Candidate;
use super::profiles::Profiles;
use super::surroundings::Neighbour;
use super::who::Who;
use crate::analysis::{MentionId, MentionKind, NominalKind};
use crate::coreference::antecedents::{AntecedentSearch, before};
use crate::coreference::entity::{Entity, EntityId, Kind, end_of_complement, gender_of_noun};
use crate::coreference::phrase::is_definite;
use crate::language::WordClass;

/// How many blocks back a description may reach.
const REACH: usize = 30;

/// How many mentions a description may reach back.
const NEAR: usize = 120;

/// How many of those mentioned near it are ranked.
const MOST: usize = 10;

/// How many mentions behind the description are looked at.
const BEHIND: usize = 12;

/// Whether a description asks whom it means: one that speaks or stands beside a cue, and that does not introduce somebody.
pub(super) fn asks(search: &AntecedentSearch, speaks: bool) -> bool {
    let (passage, mention) = (search.passage(), search.mention());
    let plural = passage.words[mention.head].is(WordClass::Plural);
    let indefinite = passage.sets().indefinite.has_any_case(passage.block.word(mention.tokens.start));
    let known = is_definite(passage, mention) || !indefinite && !plural;
    known && (speaks || Neighbour::cued(passage, mention))
}

/// The candidates for a description: those with a name who are mentioned before it, nearest first, and the others.
pub(super) fn candidates(search: &AntecedentSearch, profiles: &Profiles, kind: NominalKind) -> Vec<Candidate> {
    let &AntecedentSearch { people, passages, id, .. } = search;
    let owners = if kind == NominalKind::Document { Vec::new() } else { owners(search) };
    let mut candidates: Vec<Candidate> = Vec::with_capacity(MOST + BEHIND);
    for other in before(passages, id, REACH).take(NEAR) {
        let Some(entity) = people.entity_of(other).filter(|entity| !owners.contains(entity)) else { continue };
        let who = Who::Known(entity);
        if let Some(candidate) = candidates.iter_mut().find(|candidate| candidate.who == who) {
            candidate.note(passages, id, other);
        } else if candidates.len() < MOST && may_be(search, kind, entity) {
            candidates.push(Candidate::new(passages, id, who, other, false));
        }
    }
    let spoken = profiles.speakers().chain(profiles.most_named());
    for entity in spoken.filter(|entity| !owners.contains(entity) && may_be(search, kind, *entity)) {
        let who = Who::Known(entity);
        if candidates.iter().any(|candidate| candidate.who == who) {
            continue;
        }
        let mentions = || people.entity(entity).mentions.iter().copied();
        if let Some(nearest) = mentions().filter(|&other| other < id).max().or_else(|| mentions().min()) {
            candidates.push(Candidate::new(passages, id, who, nearest, nearest > id));
        }
    }
    for (other, entity) in search.after().take(BEHIND) {
        let who = Who::Known(entity);
        let named = other.mention(passages).kind == MentionKind::Name;
        let free = named && !owners.contains(&entity) && may_be(search, kind, entity);
        if free && !candidates.iter().any(|candidate| candidate.who == who) {
            candidates.push(Candidate::new(passages, id, who, other, true));
        }
    }
    candidates
}

/// Who stands within the description: `her lawyer` is not her, `Reyes's family` is not Reyes, nor is `a spokesman for Reyes`.
fn owners(search: &AntecedentSearch) -> Vec<EntityId> {
    let MentionId { block, index } = search.id;
    let own = search.mention();
    let passage = search.passage();
    let phrase = own.tokens.start..end_of_complement(passage, own, Kind::Person);
    let within = passage.mentions_within(phrase).filter(|&other| other != index);
    within.filter_map(|index| search.people.entity_of(MentionId { block, index })).collect()
}

/// Whether a description may mean somebody with a name at all.
fn may_be(search: &AntecedentSearch, kind: NominalKind, entity: EntityId) -> bool {
    let entity: &Entity = search.people.entity(entity);
    let head = search.id.head(search.passages);
    let gender = gender_of_noun(search.sets(), head);
    if !entity.named {
        return false;
    }
    match kind {
        NominalKind::Person | NominalKind::Unknown => {
            entity.kind != Kind::Document && !entity.gender.contradicts(gender)
        }
        NominalKind::Organisation => entity.kind != Kind::Person,
        NominalKind::Document => true,
    }
}
