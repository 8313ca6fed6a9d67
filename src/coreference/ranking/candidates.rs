//! Whom a pronoun may mean: who was mentioned before it, nearest first, and who comes in the same sentence.

use super::anaphor::Anaphor;
use super::profiles::Profiles;
use super::who::Who;
use crate::analysis::{Mention, MentionId, MentionKind, NominalKind, Passage, Pronoun, led_by_according_to};
use crate::coreference::antecedents::before;
use crate::coreference::descriptions::is_seat_of;
use crate::coreference::entity::{Entity, EntityId, Gender, Kind, gender_of_noun};
use crate::coreference::people::People;
use crate::language::WordClass;

/// How many blocks back a pronoun may reach.
const REACH: usize = 10;

/// How many mentions a pronoun may reach back.
const NEAR: usize = 60;

/// How many blocks back a description may stand that means nobody known so far.
const REACH_OF_DESCRIPTION: usize = 2;

/// How many candidates are ranked.
const MOST: usize = 8;

/// How many of them may be descriptions that mean nobody known so far.
const MOST_DESCRIPTIONS: usize = 3;

/// How many mentions back a description may reach, how many candidates are the nearest, and how many are only called by its noun.
const FAR: usize = 500;
const MOST_NEAR: usize = 8;
const MOST_CALLED_SO: usize = 4;

/// How many mentions behind the pronoun are looked at.
const BEHIND: usize = 3;

/// How many tokens of a clause are looked at for the comma that ends it.
const LONGEST_CLAUSE: usize = 60;

/// Somebody whom a pronoun may mean, with the mentions before it.
#[derive(Clone, Copy, Debug)]
pub(in crate::coreference) struct Candidate {
    pub who: Who,
    /// The nearest mention.
    pub nearest: MentionId,
    /// The nearest mention with which a sentence begins.
    pub subject: Option<MentionId>,
    /// The nearest mention that is the subject of a verb of saying.
    pub said: Option<MentionId>,
    /// The nearest mention by name.
    pub name: Option<MentionId>,
    /// How many of the mentions looked at are its own.
    pub count: usize,
    /// How many of these stand in the pronoun's block.
    pub count_in_block: usize,
    /// Whether it is first named behind the pronoun.
    pub behind: bool,
}

/// The mention that is asked about.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a, 'b> {
    pub people: &'a People,
    pub passages: &'a [Passage<'b>],
    pub profiles: &'a Profiles,
    pub id: MentionId,
    pub anaphor: Anaphor,
}

/// The candidates for a pronoun, nearest first.
pub(super) fn of(asked: Asked) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::with_capacity(MOST + BEHIND);
    let mut descriptions = 0;
    for id in before(asked.passages, asked.id, REACH).take(NEAR) {
        let Some(who) = asked.who(id) else { continue };
        if let Some(candidate) = found.iter_mut().find(|candidate| candidate.who == who) {
            candidate.note(asked, id);
            continue;
        }
        let described = matches!(who, Who::Described(_));
        let full = found.len() >= MOST || described && descriptions == MOST_DESCRIPTIONS;
        if !full && asked.may_be(who) {
            descriptions += usize::from(described);
            found.push(Candidate::new(asked, who, id, false));
        }
    }
    for who in asked.profiles.speakers().map(Who::Known) {
        let Some(place) = asked.profiles.last_place(who) else { continue };
        if !found.iter().any(|candidate| candidate.who == who) && asked.may_be(who) {
            found.push(Candidate::new(asked, who, place, false));
        }
    }
    let MentionId { block, index } = asked.id;
    let passage = asked.id.passage(asked.passages);
    let sentence = passage.sentence_of(asked.id.mention(asked.passages).head);
    let behind = (index + 1..passage.mentions.len()).take(BEHIND).map(|index| MentionId { block, index });
    let pronoun = asked.id.mention(asked.passages).head;
    for id in behind.filter(|id| sentence.contains(&id.mention(asked.passages).head)) {
        // `Asked what |he| knew, Hill left`, but not `|He| said that Hill left`.
        let between = pronoun..id.mention(asked.passages).phrase_start;
        if !between.take(LONGEST_CLAUSE).any(|token| passage.block.word(token) == ",") {
            continue;
        }
        let named = id.mention(asked.passages).kind == MentionKind::Name;
        let Some(who) = asked.who(id).filter(|&who| named && asked.may_be(who)) else { continue };
        if !found.iter().any(|candidate| candidate.who == who) {
            found.push(Candidate::new(asked, who, id, true));
        }
    }
    found
}

/// The candidates for a description: those with a name who stand before it, nearest first, then who is called by its noun anywhere, who
/// spoke before it, and whom the rules find.
pub(super) fn of_description(asked: Asked, by_rule: Option<EntityId>) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::with_capacity(MOST_NEAR + MOST_CALLED_SO);
    let sets = asked.id.passage(asked.passages).sets();
    let head = asked.id.head(asked.passages).to_lowercase();
    let kin = sets.kin.has(&head);
    let others = asked.others_told_of();
    let may_be = |who: Who| {
        let Who::Known(id) = who else { return false };
        let entity = asked.people.entity(id);
        asked.may_be(who)
            && !others.contains(&id)
            && !is_seat_of(sets, entity, &head)
            && (!kin || entity.role_words.contains(&head))
    };
    for id in before(asked.passages, asked.id, FAR).take(FAR) {
        let Some(who) = asked.who(id) else { continue };
        if let Some(candidate) = found.iter_mut().find(|candidate| candidate.who == who) {
            candidate.note(asked, id);
        } else if found.len() < MOST_NEAR && may_be(who) {
            found.push(Candidate::new(asked, who, id, false));
        }
    }
    let called_so = asked.people.entities().filter(|(_, entity)| entity.named && entity.is_called(&head));
    let called_so = called_so.map(|(id, _)| id).take(MOST_CALLED_SO);
    for entity in called_so.chain(asked.profiles.speakers()).chain(by_rule) {
        let who = Who::Known(entity);
        if found.iter().any(|candidate| candidate.who == who) || !may_be(who) {
            continue;
        }
        let mentions = &asked.people.entity(entity).mentions;
        let earlier = mentions.iter().filter(|&&id| id < asked.id).max();
        if let Some(&nearest) = earlier.or_else(|| mentions.iter().min()) {
            found.push(Candidate::new(asked, who, nearest, earlier.is_none()));
        }
    }
    found
}

impl Asked<'_, '_> {
    /// Whom a mention near the pronoun means.
    fn who(self, id: MentionId) -> Option<Who> {
        let mention = id.mention(self.passages);
        // `His sister` is not he.
        if id.block == self.id.block && mention.tokens.contains(&self.id.mention(self.passages).head) {
            return None;
        }
        if let Some(entity) = self.people.entity_of(id) {
            return Some(Who::Known(entity));
        }
        let near = id.block + REACH_OF_DESCRIPTION >= self.id.block;
        (near && self.describes(id, mention)).then_some(Who::Described(id))
    }

    /// Whether a description of nobody known so far may be what the pronoun means.
    fn describes(self, id: MentionId, mention: &Mention) -> bool {
        let MentionKind::Nominal(kind) = mention.kind else { return false };
        let passage = id.passage(self.passages);
        let plural = passage.words[mention.head].is(WordClass::Plural);
        let Some(pronoun) = self.anaphor.pronoun() else { return false };
        match (pronoun, kind) {
            (Pronoun::He | Pronoun::She, NominalKind::Person | NominalKind::Unknown) => {
                !plural && !gender_of_noun(passage.sets(), passage.block.word(mention.head)).contradicts(self.gender())
            }
            (Pronoun::It, NominalKind::Organisation | NominalKind::Document) => !plural,
            (Pronoun::They, NominalKind::Person | NominalKind::Organisation) => true,
            _ => false,
        }
    }

    /// Who is somebody else than the description means: whoever stands in it (`her lawyer`), and whoever tells in the same sentence what it
    /// is told of (`Reyes said the guard shouted`).
    fn others_told_of(self) -> Vec<EntityId> {
        let MentionId { block, index } = self.id;
        let (passage, own) = (self.id.passage(self.passages), self.id.mention(self.passages));
        let is_other = |&id: &MentionId| {
            let mention = id.mention(self.passages);
            own.tokens.contains(&mention.head)
                || self.profiles.says(id)
                || led_by_according_to(passage, passage.element_of(mention.phrase_start)).is_some()
        };
        let sentence = passage.sentence_of(own.head);
        let near = passage.mentions_within(sentence.start..own.tokens.end.max(own.head + 1));
        let near = near.filter(|&other| other != index).map(|index| MentionId { block, index });
        near.take(NEAR).filter(is_other).filter_map(|id| self.people.entity_of(id)).collect()
    }

    /// Whether the description may mean somebody at all.
    fn may_be_described(self, who: Who, entity: &Entity) -> bool {
        let Anaphor::Description(kind) = self.anaphor else { return false };
        let fits = match kind {
            NominalKind::Person | NominalKind::Unknown => {
                let person = matches!(entity.kind, Kind::Person | Kind::Unknown) || self.lives(who, entity);
                person && !entity.gender.contradicts(self.gender())
            }
            NominalKind::Organisation => entity.kind != Kind::Person,
            NominalKind::Document => true,
        };
        fits && entity.named && !entity.plural
    }

    /// Whether the pronoun may mean somebody at all.
    fn may_be(self, who: Who) -> bool {
        let Who::Known(id) = who else { return true };
        let entity = self.people.entity(id);
        let Anaphor::Pronoun(pronoun) = self.anaphor else { return self.may_be_described(who, entity) };
        match pronoun {
            Pronoun::It => entity.kind != Kind::Person && !entity.plural,
            Pronoun::They => true,
            _ => {
                let person = matches!(entity.kind, Kind::Person | Kind::Unknown)
                    || entity.kind != Kind::Document && self.lives(who, entity);
                // A first name tells only what is likely: the trees weigh it.
                let other = entity.gender_by_title && entity.gender.contradicts(self.gender());
                person && !entity.plural && !other
            }
        }
    }

    /// Whether something tells that a name of a place or an organisation is a person's after all.
    fn lives(self, who: Who, entity: &Entity) -> bool {
        let profile = self.profiles.get(who);
        !entity.role_words.is_empty()
            || profile.is_some_and(|profile| profile.cued > 0 || profile.pronouns[0] + profile.pronouns[1] > 0)
    }

    /// The gender that the pronoun or the noun says.
    pub fn gender(self) -> Gender {
        match self.anaphor {
            Anaphor::Pronoun(Pronoun::He) => Gender::Male,
            Anaphor::Pronoun(Pronoun::She) => Gender::Female,
            Anaphor::Pronoun(_) => Gender::Unknown,
            Anaphor::Description(_) => {
                gender_of_noun(self.id.passage(self.passages).sets(), self.id.head(self.passages))
            }
        }
    }
}

impl Candidate {
    fn new(asked: Asked, who: Who, nearest: MentionId, behind: bool) -> Candidate {
        let mut candidate =
            Candidate { who, nearest, subject: None, said: None, name: None, count: 0, count_in_block: 0, behind };
        candidate.note(asked, nearest);
        candidate
    }

    /// Takes note of a mention further back.
    fn note(&mut self, asked: Asked, id: MentionId) {
        let mention = id.mention(asked.passages);
        self.count += 1;
        self.count_in_block += usize::from(id.block == asked.id.block);
        if self.subject.is_none() && id.passage(asked.passages).begins_sentence(mention) {
            self.subject = Some(id);
        }
        if self.said.is_none() && asked.profiles.says(id) {
            self.said = Some(id);
        }
        if self.name.is_none() && mention.kind == MentionKind::Name {
            self.name = Some(id);
        }
    }
}
