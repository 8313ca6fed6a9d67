//! Whom a pronoun or a description means.

use super::entity::{Entity, Gender, Kind, country_of_word};
use super::words::{EPITHETS, LEADERS, OWNERS, WRITINGS, holds};
use super::{People, all_mentions, is_definite};
use crate::analysis::Passage;
use crate::analysis::{Mention, MentionKind, NominalKind};
use crate::text::TokenKind;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;

/// How many blocks back a pronoun may reach.
pub(super) const REACH: usize = 4;

/// How many mentions a pronoun may reach back.
pub(super) const NEAR: usize = 60;

/// How many mentions are looked at where a description may mean anybody in the article.
const FAR: usize = 500;

/// How many tokens of a sentence are looked at for a country.
const LONGEST_SENTENCE: usize = 100;

/// Ties pronouns and descriptions to entities, in reading order.
pub(super) fn resolve(people: &mut People, passages: &[Passage], speakers: &[(usize, usize)]) {
    let mut last_speaker = None;
    let leaders = RefCell::default();
    let named = Named::of(people);
    for place in all_mentions(passages).collect::<Vec<_>>() {
        let (block, index) = place;
        let passage = &passages[block];
        let mention = &passage.mentions[index];
        let speaks = speakers.binary_search(&place).is_ok();
        if people.entity_of(block, index).is_none() {
            let resolver = Resolver { people, passages, place, last_speaker, leaders: &leaders, named: &named };
            let unnamed_subject = match mention.kind {
                MentionKind::Pronoun(pronoun) if speaks => resolver.unnamed_subject(pronoun),
                _ => None,
            };
            let found = match mention.kind {
                MentionKind::Pronoun(_) if unnamed_subject.is_some() => None,
                MentionKind::Pronoun(pronoun) => resolver.pronoun(pronoun),
                MentionKind::Nominal(kind) if speaks || is_definite(passage, mention) => resolver.description(kind),
                _ => None,
            };
            let unnamed = speaks && matches!(mention.kind, MentionKind::Nominal(_));
            let entity = match found {
                None if unnamed_subject.is_some() => unnamed_subject.map(|(block, index)| {
                    let entity = people.add(Entity::from_phrase(&passages[block], &passages[block].mentions[index]));
                    people.assign(block, index, entity);
                    entity
                }),
                None if unnamed => Some(people.add_unnamed(passages, place)),
                found => found,
            };
            if let Some(entity) = entity {
                people.assign(block, index, entity);
            }
        }
        if speaks {
            last_speaker = people.entity_of(block, index).or(last_speaker);
        }
    }
}

impl People {
    /// Adds a source without a name, under the words that introduce it.
    fn add_unnamed(&mut self, passages: &[Passage], place: (usize, usize)) -> usize {
        let introduction = introduction(self, passages, place);
        let (block, index) = introduction.unwrap_or(place);
        let entity = self.add(Entity::from_phrase(&passages[block], &passages[block].mentions[index]));
        if introduction.is_some() {
            self.assign(block, index, entity);
        }
        entity
    }
}

/// The description that introduces somebody who has not spoken before: `A police spokesman … the spokesman`.
fn introduction(people: &People, passages: &[Passage], (block, index): (usize, usize)) -> Option<(usize, usize)> {
    let passage = &passages[block];
    let mention = &passage.mentions[index];
    if !is_definite(passage, mention) {
        return None;
    }
    let phrase = Entity::from_phrase(passage, mention);
    let head = passage.block.word(mention.head);
    let fits = |&(block, index): &(usize, usize)| {
        let passage = &passages[block];
        let earlier = &passage.mentions[index];
        let same_head = || passage.block.word(earlier.head).eq_ignore_ascii_case(head);
        let tells_all = || {
            let words = Entity::from_phrase(passage, earlier).words;
            phrase.words.iter().all(|word| words.contains(word))
        };
        let free = people.entity_of(block, index).is_none();
        free && matches!(earlier.kind, MentionKind::Nominal(_)) && same_head() && tells_all()
    };
    let here = (0..index).rev().map(|other| (block, other));
    let earlier = (block.saturating_sub(REACH)..block)
        .rev()
        .flat_map(|block| (0..passages[block].mentions.len()).rev().map(move |other| (block, other)));
    here.chain(earlier).take(NEAR).find(fits)
}

/// Words that tell whether it is worth while to look for a named entity.
struct Named {
    /// All words of titles and descriptions.
    roles: FxHashSet<String>,
    /// Whether one of these may mean a leader.
    leads: bool,
    /// All words of the names of organisations.
    organisations: FxHashSet<String>,
}

impl Named {
    fn of(people: &People) -> Named {
        let named = || people.entities.iter().filter(|entity| entity.named);
        let organisations = named().filter(|entity| entity.kind == Kind::Organisation);
        let roles: FxHashSet<String> = named().flat_map(|entity| entity.role_words.iter().cloned()).collect();
        Named {
            leads: roles.iter().any(|word| is_local_leader(word) || holds(LEADERS, word)),
            roles,
            organisations: organisations.flat_map(|entity| entity.words.iter().cloned()).collect(),
        }
    }
}

/// Finds whom one mention means.
pub(super) struct Resolver<'a, 'b> {
    pub people: &'a People,
    pub passages: &'a [Passage<'b>],
    /// The mention to resolve: block and index.
    pub place: (usize, usize),
    /// Who spoke last before it.
    pub last_speaker: Option<usize>,
    /// The leaders found so far for countries whose leader has no title in the article.
    leaders: &'a RefCell<FxHashMap<&'static str, Option<usize>>>,
    /// What the named entities are called.
    named: &'a Named,
}

impl Resolver<'_, '_> {
    pub fn mention(&self) -> &Mention {
        &self.passages[self.place.0].mentions[self.place.1]
    }

    /// The mentions before this one with their entities, nearest first, no more than `blocks` blocks back.
    pub fn before(&self, blocks: usize) -> impl Iterator<Item = ((usize, usize), usize)> + '_ {
        // Mentions that mean nobody known count too, so that a text of nothing else costs no more than its length.
        let looked_at = if blocks == usize::MAX { 2 * FAR } else { 3 * NEAR };
        // `His plan` is about the plan: whom it means is told by what tells whose it is.
        let is_owner =
            |&(block, index): &(usize, usize)| self.passages[block].is_owner(&self.passages[block].mentions[index]);
        let places =
            self.people.told.before(self.place, blocks.min(FAR), looked_at).filter(move |place| !is_owner(place));
        places.filter_map(|place| Some((place, self.people.entity_of(place.0, place.1)?)))
    }

    fn description(&self, kind: NominalKind) -> Option<usize> {
        let (block, _) = self.place;
        let passage = &self.passages[block];
        let mention = self.mention();
        let phrase = Entity::from_phrase(passage, mention);
        let head = passage.block.word(mention.head).to_lowercase();
        if let Some(known) = self.same_phrase(&phrase, &head) {
            return Some(known);
        }
        if !is_definite(passage, mention) {
            return None;
        }
        match kind {
            NominalKind::Person if !phrase.plural => self
                .holder_of_role(&phrase, &head)
                .or_else(|| self.leader_of_country(&head))
                .or_else(|| self.speaker_by_epithet(&phrase, &head)),
            NominalKind::Document => self.author(&head),
            NominalKind::Organisation => self.organisation(&head),
            _ => None,
        }
    }

    /// The same description before: `a police spokesman … the spokesman`.
    fn same_phrase(&self, phrase: &Entity, head: &str) -> Option<usize> {
        if !self.people.unnamed.contains(head) {
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
            .find(|&(_, entity)| same(&self.people.entities[entity]))
            .map(|(_, entity)| entity)
    }

    /// Who has that role in the article: `Mayor Ana Reyes … the mayor`, `Russian President Vladimir Putin … the Russian leader`.
    fn holder_of_role(&self, phrase: &Entity, head: &str) -> Option<usize> {
        let countries = self.countries();
        let leads = holds(LEADERS, head);
        if !(self.named.roles.contains(head) || leads && self.named.leads) {
            return None;
        }
        let modifiers: Vec<&String> =
            phrase.words.iter().filter(|word| *word != head && !holds(OWNERS, word)).collect();
        // `the town's leader`
        let local = phrase.words.iter().any(|word| holds(OWNERS, word));
        let has_role = |entity: &Entity| {
            let role = entity.role_words.iter().any(|word| word == head || leads && is_leader(entity, word, local));
            let fits = if countries.is_empty() {
                modifiers.iter().all(|&word| entity.role_words.contains(word) || entity.words.contains(word))
            } else {
                countries.iter().all(|country| entity.countries.contains(country))
            };
            role && fits && entity.may_be(phrase.gender)
        };
        let fitting = |(_, entity): &((usize, usize), usize)| {
            let entity = &self.people.entities[*entity];
            entity.named && has_role(entity)
        };
        self.before(usize::MAX)
            .take(FAR)
            .find(fitting)
            .or_else(|| self.after().take(FAR).find(fitting))
            .map(|(_, entity)| entity)
    }

    /// `the expert`, `the 34-year-old`: whoever spoke last, where the description tells no office that another may hold.
    fn speaker_by_epithet(&self, phrase: &Entity, head: &str) -> Option<usize> {
        let speaker = self.last_speaker.filter(|_| holds(EPITHETS, head))?;
        let entity = &self.people.entities[speaker];
        let near = || self.before(2).take(NEAR).any(|(_, entity)| entity == speaker);
        (entity.named && entity.may_be(phrase.gender) && near()).then_some(speaker)
    }

    /// Whose words a document holds: `Birk's letter`, `her post`.
    fn author(&self, head: &str) -> Option<usize> {
        if !holds(WRITINGS, head) {
            return None;
        }
        let (block, index) = self.place;
        let passage = &self.passages[block];
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
        let owner = self.people.entity_of(block, owner)?;
        self.people.entities[owner].may_be(Gender::Unknown).then_some(owner)
    }

    /// The mentions behind this one: a caption or a later paragraph may be what introduces a person.
    fn after(&self) -> impl Iterator<Item = ((usize, usize), usize)> + '_ {
        let places = self.people.told.behind(self.place, FAR, 2 * FAR);
        places.filter_map(|place| Some((place, self.people.entity_of(place.0, place.1)?)))
    }

    /// The countries in the description: `Russian`, `China's`.
    fn countries(&self) -> Vec<&'static str> {
        let passage = &self.passages[self.place.0];
        self.mention()
            .tokens
            .clone()
            .filter_map(|token| {
                country_of_word(passage, token)
                    .or_else(|| passage.block.language.country_named(passage.block.word(token)))
            })
            .collect()
    }

    /// A country's leader whom the article gives no title: the person most often named in one sentence with the country, unless a
    /// title ties him to another.
    fn leader_of_country(&self, head: &str) -> Option<usize> {
        let country = *self.countries().first()?;
        if !holds(LEADERS, head) {
            return None;
        }
        if let Some(&known) = self.leaders.borrow().get(country) {
            return known;
        }
        let people = self.people.entities.iter().enumerate();
        let free = people.filter(|(_, entity)| {
            entity.named && entity.countries.is_empty() && entity.may_be(Gender::Unknown) && entity.mentions.len() > 1
        });
        let scored = free
            .map(|(index, entity)| (self.times_with(entity, country), entity.mentions.len(), index))
            .filter(|&(times, ..)| times > 0);
        let leader = scored.max().map(|(_, _, index)| index);
        self.leaders.borrow_mut().insert(country, leader);
        leader
    }

    /// In how many sentences an entity and a country stand together.
    fn times_with(&self, entity: &Entity, country: &str) -> usize {
        let together = |&&(block, index): &&(usize, usize)| {
            let passage = &self.passages[block];
            let sentence = passage.sentence_of(passage.mentions[index].head);
            let names = |token| {
                country_of_word(passage, token)
                    .or_else(|| passage.block.language.country_named(passage.block.word(token)))
            };
            sentence.take(LONGEST_SENTENCE).any(|token| names(token) == Some(country))
        };
        entity.mentions.iter().take(FAR).filter(together).count()
    }

    /// `the ministry` → the Ministry of Health; `the company` → the organisation named last.
    fn organisation(&self, head: &str) -> Option<usize> {
        let named = |entity: &Entity| {
            entity.named && entity.kind == Kind::Organisation && entity.words.iter().any(|word| word == head)
        };
        let by_name = || {
            let known = self.named.organisations.contains(head);
            known
                .then(|| self.before(usize::MAX).take(FAR).find(|&(_, entity)| named(&self.people.entities[entity])))?
        };
        let generic = matches!(
            head,
            "company"
                | "firm"
                | "organisation"
                | "organization"
                | "group"
                | "agency"
                | "union"
                | "airline"
                | "retailer"
        );
        let last = || {
            self.before(3).take(NEAR).find(|&(_, entity)| {
                generic && self.people.entities[entity].named && self.people.entities[entity].kind == Kind::Organisation
            })
        };
        // A company's name often tells only that it is no person's.
        let thing = || {
            self.before(3).take(NEAR).find(|&(_, entity)| {
                let entity = &self.people.entities[entity];
                generic && entity.kind != Kind::Place && entity.may_be_a_thing()
            })
        };
        by_name().or_else(last).or_else(thing).map(|(_, entity)| entity)
    }
}

/// Whether a title is that of the leader of a place within a country.
fn is_local_leader(word: &str) -> bool {
    matches!(word, "mayor" | "governor")
}

/// Whether one word of an entity's titles makes it the leader of a country or, where `local`, of a place within one: no transport minister
/// is, but a prime minister.
fn is_leader(entity: &Entity, word: &str, local: bool) -> bool {
    let first = || entity.role_words.iter().any(|other| other == "prime" || other == "first");
    match word {
        _ if is_local_leader(word) => local,
        "minister" => first(),
        _ => holds(LEADERS, word),
    }
}
