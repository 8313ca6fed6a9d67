//! Whom a description means: who has that role in the article, whose words a document holds, which organisation is called so.

use super::antecedents::{AntecedentSearch, FAR, NEAR};
use super::entity::{Entity, EntityId, Gender, Kind};
use super::introductions::introduction;
use super::phrase::is_definite;
use super::titles::is_leader;
use crate::analysis::{MentionId, MentionKind, NominalKind};
use crate::language::{EntityClass, Sets, WordClass};
use crate::text::TokenKind;

impl AntecedentSearch<'_, '_> {
    pub fn description(&self, kind: NominalKind) -> Option<EntityId> {
        let passage = self.passage();
        let mention = self.mention();
        let phrase = Entity::from_phrase(passage, mention);
        let head = passage.block.word(mention.head).to_lowercase();
        if let Some(known) = self.same_phrase(&phrase, &head) {
            return Some(known);
        }
        // What it holds may still be a known person's.
        let document = kind == NominalKind::Document;
        if !is_definite(passage, mention) || !document && self.is_nameless() {
            return None;
        }
        match kind {
            NominalKind::Person if !phrase.plural => self
                .holder_of_role(&phrase, &head)
                .or_else(|| self.leader_of_country(&head))
                .or_else(|| self.speaker_by_epithet(&phrase, &head)),
            // `the 34-year-old`
            NominalKind::Unknown if !phrase.plural => self.speaker_by_epithet(&phrase, &head),
            NominalKind::Document => self.author(&head),
            NominalKind::Organisation if !self.holds_name() => self.organisation(&head),
            _ => None,
        }
    }

    /// Whether a word of the description tells that hardly anybody would name whom it means: `a police source`, `her neighbour`.
    pub fn is_nameless(&self) -> bool {
        let (passage, tokens) = (self.passage(), self.mention().tokens.clone());
        let mut words = tokens.filter(|&token| passage.block.tokens[token].is_word());
        words.any(|token| self.sets().without_name.has_any_case(passage.block.word(token)))
    }

    /// Whether the words before the noun are a name of its own: `the United Harbour Workers |union|`, unlike `the Norland |union|`.
    pub fn holds_name(&self) -> bool {
        let (passage, mention) = (self.passage(), self.mention());
        let named = |at: usize| {
            let word = passage.words[at];
            passage.block.tokens[at].is_capital()
                && !word.is(WordClass::Determiner)
                && !word.is(WordClass::Place)
                && !word.is(WordClass::Demonym)
                && !matches!(passage.tags.entity(at), Some((EntityClass::Place | EntityClass::People, _)))
        };
        (mention.tokens.start..mention.head).filter(|&at| named(at)).count() > 1
    }

    /// The same description before: `a police spokesman … the spokesman`.
    fn same_phrase(&self, phrase: &Entity, head: &str) -> Option<EntityId> {
        if !self.people.has_unnamed(head) {
            return None;
        }
        let same = |entity: &Entity| {
            !entity.named
                && entity.words.last().is_some_and(|last| last == head)
                && phrase.words.iter().all(|word| {
                    entity.words.contains(word)
                        || entity.words.len() == phrase.words.len() && entity.words == phrase.words
                })
        };
        self.before(usize::MAX)
            .take(FAR)
            .find(|&(_, entity)| same(self.people.entity(entity)))
            .map(|(_, entity)| entity)
    }

    /// Who has that role in the article: `Mayor Ana Reyes … the mayor`, `Russian President Vladimir Putin … the Russian leader`.
    fn holder_of_role(&self, phrase: &Entity, head: &str) -> Option<EntityId> {
        let sets = self.sets();
        let countries = self.countries();
        let leads = sets.leaders.has(head);
        if !(self.titles.roles.contains(head) || leads && self.titles.leads) {
            return None;
        }
        let modifiers: Vec<&String> =
            phrase.words.iter().filter(|word| *word != head && !sets.role_owners.has(word)).collect();
        // `the town's leader`
        let local = phrase.words.iter().any(|word| sets.role_owners.has(word));
        let has_role = |entity: &Entity| {
            let role =
                entity.role_words.iter().any(|word| word == head || leads && is_leader(sets, entity, word, local));
            let fits = if countries.is_empty() {
                modifiers.iter().all(|&word| entity.role_words.contains(word) || entity.words.contains(word))
            } else {
                countries.iter().all(|country| entity.countries.contains(country))
            };
            role && fits && entity.may_be(phrase.gender)
        };
        let fitting = |(_, entity): &(MentionId, EntityId)| {
            let entity = self.people.entity(*entity);
            entity.named && has_role(entity)
        };
        self.before(usize::MAX)
            .take(FAR)
            .find(fitting)
            .or_else(|| self.after().take(FAR).find(fitting))
            .map(|(_, entity)| entity)
    }

    /// `the expert`, `the 34-year-old`: whoever spoke last, where the description tells no office that another may hold.
    fn speaker_by_epithet(&self, phrase: &Entity, head: &str) -> Option<EntityId> {
        let introduced = || introduction(self.people, self.passages, self.id).is_some();
        if !self.sets().epithets.has(head) || introduced() || self.sets().kin.has(head) && self.is_owned() {
            return None;
        }
        let fits = |entity: EntityId| {
            let entity = self.people.entity(entity);
            entity.named && entity.may_be(phrase.gender)
        };
        let near = |speaker: &EntityId| self.before(2).take(NEAR).any(|(_, entity)| entity == *speaker);
        let speaker = || self.last_speaker.filter(|&speaker| fits(speaker) && near(&speaker));
        self.of_age(&fits).or_else(speaker).or_else(|| self.last_subject(&fits))
    }

    /// Whether somebody stands in the description whose it is: `|her| mother`.
    fn is_owned(&self) -> bool {
        let (passage, own) = (self.passage(), self.mention());
        passage.mentions_within(own.tokens.start..own.head).any(|index| index != self.id.index)
    }

    /// Who is of the age that a description tells: `Ana Reyes, 34, … the 34-year-old`.
    fn of_age(&self, fits: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
        let age = self.age()?;
        let of_age = |&(id, entity): &(MentionId, EntityId)| {
            let (passage, end) = (id.passage(self.passages), id.mention(self.passages).tokens.end);
            let told = passage.block.tokens.get(end + 1).is_some()
                && passage.block.word(end) == ","
                && passage.block.word(end + 1) == age;
            told && fits(entity)
        };
        let before = self.before(usize::MAX).take(FAR).find(of_age);
        before.or_else(|| self.after().take(FAR).find(of_age)).map(|(_, entity)| entity)
    }

    /// The age that the description tells: `34` of *the 34-year-old*.
    pub fn age(&self) -> Option<&str> {
        let block = &self.passage().block;
        let number = |&token: &usize| block.tokens[token].kind == TokenKind::Number;
        self.mention().tokens.clone().find(number).map(|token| block.word(token))
    }

    /// The person whom the sentence that begins with somebody before the description is about: `Reyes won in three sets. …, said the
    /// 34-year-old`.
    fn last_subject(&self, fits: &dyn Fn(EntityId) -> bool) -> Option<EntityId> {
        let own = self.passage().sentence_of(self.mention().head);
        let is_subject = |&(id, entity): &(MentionId, EntityId)| {
            let mention = id.mention(self.passages);
            let passage = id.passage(self.passages);
            let same_sentence = id.block == self.id.block && own.contains(&mention.head);
            !same_sentence
                && passage.begins_sentence(mention)
                && self.people.entity(entity).kind == Kind::Person
                && fits(entity)
        };
        self.before(2).take(NEAR).find(is_subject).map(|(_, entity)| entity)
    }

    /// Whose words a document holds: `Birk's letter`, `her post`.
    fn author(&self, head: &str) -> Option<EntityId> {
        if !self.sets().writings.has(head) {
            return None;
        }
        let MentionId { block, index } = self.id;
        let passage = self.passage();
        let mention = self.mention();
        match passage.block.word(mention.tokens.start) {
            "his" | "His" => return self.person(Gender::Male),
            "her" | "Her" => return self.person(Gender::Female),
            _ => {}
        }
        let owner = (0..index).rev().take(3).find(|&owner| {
            let owner = &passage.mentions[owner];
            let possessive = passage.block.tokens.get(owner.tokens.end).map(|token| token.kind);
            owner.kind == MentionKind::Name
                && owner.tokens.start >= mention.tokens.start
                && possessive == Some(TokenKind::Possessive)
        })?;
        let owner = self.people.entity_of(MentionId { block, index: owner })?;
        self.people.entity(owner).may_be(Gender::Unknown).then_some(owner)
    }

    /// `the ministry` → the Ministry of Health; `the company` → the organisation named last.
    fn organisation(&self, head: &str) -> Option<EntityId> {
        let is_seat = |entity: &Entity| is_seat_of(self.sets(), entity, head);
        let named = |entity: &Entity| {
            let called_so = entity.words.iter().any(|word| word == head);
            entity.named && entity.kind == Kind::Organisation && called_so && !is_seat(entity)
        };
        let by_name = || {
            let known = self.titles.organisations.contains(head);
            known.then(|| self.before(usize::MAX).take(FAR).find(|&(_, entity)| named(self.people.entity(entity))))?
        };
        let generic = self.sets().generic_organisations.has(head);
        let last = || {
            self.before(3).take(NEAR).find(|&(_, entity)| {
                let entity = self.people.entity(entity);
                generic && entity.named && entity.kind == Kind::Organisation
            })
        };
        // A company's name often tells only that it is no person's.
        let thing = || {
            self.before(3).take(NEAR).find(|&(mention, entity)| {
                let entity = self.people.entity(entity);
                // A capital that the tagger takes for no name may be any word: `Rescuers found …`.
                let class = mention.passage(self.passages).tags.class_of(mention.mention(self.passages));
                generic && class.is_some() && entity.kind != Kind::Place && entity.may_be_a_thing()
            })
        };
        by_name().or_else(last).or_else(thing).map(|(_, entity)| entity)
    }
}

/// Whether an entity is the seat of an organisation that is called by a noun: `the police` is not the Police Headquarters.
pub(super) fn is_seat_of(sets: &Sets, entity: &Entity, noun: &str) -> bool {
    let last = entity.words.last().map_or("", String::as_str);
    last != noun && sets.seats.has(last)
}
