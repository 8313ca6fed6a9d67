//! Who is who: names, pronouns and epithets that mean one person.
//!
//! Names are grouped first, over the whole article; then pronouns and descriptions are tied to them in reading order, by gender,
//! recency and place in the sentence, in the tradition of Lappin & Leass (1994) and Hobbs (1978).

mod entity;
mod gender;
mod names;
mod pronouns;
mod reference;
mod told;
mod words;

use crate::analysis::Passage;
use crate::analysis::{LONGEST_PHRASE, Mention, MentionKind};
use crate::article::BlockKind;
use crate::language::WordClass;
use crate::text::TokenKind;
use entity::{Entity, Kind};
use rustc_hash::{FxHashMap, FxHashSet};
use told::Told;

/// How many bearers of one name are told apart.
const MOST_BEARERS: usize = 100;

/// How many times as often somebody is named whom a surname means by default.
const MUCH_MORE_OFTEN: usize = 3;

/// The entities of an article and which mention means which.
pub(crate) struct People {
    entities: Vec<Entity>,
    /// For each passage, for each of its mentions.
    entity_of: Vec<Vec<Option<usize>>>,
    /// The mentions that have one.
    told: Told,
    /// The last words of the entities without a name.
    unnamed: FxHashSet<String>,
}

impl People {
    /// Groups the names, then resolves pronouns and descriptions in reading order.
    ///
    /// `speakers` are the mentions that speak, block and index, in reading order.
    pub fn of(passages: &[Passage], speakers: &[(usize, usize)]) -> People {
        let mut people = People {
            entities: Vec::new(),
            entity_of: passages.iter().map(|passage| vec![None; passage.mentions.len()]).collect(),
            told: Told::new(passages.iter().map(|passage| passage.mentions.len())),
            unnamed: FxHashSet::default(),
        };
        people.group_names(passages);
        people.link_appositions(passages);
        gender::learn(&mut people, passages);
        reference::resolve(&mut people, passages, speakers);
        for entity in &mut people.entities {
            entity.mentions.sort_unstable();
        }
        people
    }

    /// Whom the mention means.
    pub fn entity_of(&self, block: usize, mention: usize) -> Option<usize> {
        self.entity_of[block][mention]
    }

    /// The fullest name.
    pub fn name(&self, entity: usize) -> &str {
        &self.entities[entity].name
    }

    /// What the article calls the person beside the name.
    pub fn role(&self, entity: usize) -> Option<&str> {
        self.entities[entity].roles.iter().max_by_key(|role| role.len()).map(String::as_str)
    }

    /// Every mention, block and index.
    pub fn mentions(&self, entity: usize) -> &[(usize, usize)] {
        &self.entities[entity].mentions
    }

    fn assign(&mut self, block: usize, mention: usize, entity: usize) {
        self.entity_of[block][mention] = Some(entity);
        self.told.insert(block, mention);
        self.entities[entity].mentions.push((block, mention));
    }

    fn add(&mut self, entity: Entity) -> usize {
        if !entity.named {
            self.unnamed.extend(entity.words.last().cloned());
        }
        self.entities.push(entity);
        self.entities.len() - 1
    }

    fn group_names(&mut self, passages: &[Passage]) {
        let names: Vec<(usize, usize)> = all_mentions(passages)
            .filter(|&(block, index)| passages[block].mentions[index].kind == MentionKind::Name)
            .collect();
        // Full names first, wherever they stand: a headline's surname means somebody who is introduced later.
        let mut by_last_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut by_any_word: FxHashMap<String, Vec<usize>> = FxHashMap::default();
        let mut by_initials: FxHashMap<String, usize> = FxHashMap::default();
        for &(block, index) in &names {
            let entity = Entity::from_name(&passages[block], &passages[block].mentions[index]);
            if entity.words.len() < 2 {
                continue;
            }
            let last = entity.words.last().cloned().unwrap_or_default();
            let known = by_last_word.get(&last).and_then(|entities| {
                entities.iter().rev().take(MOST_BEARERS).copied().find(|&known| {
                    names::full_names_agree(&self.entities[known].words, &entity.words)
                        && self.entities[known].may_belong_to(&entity.owner)
                })
            });
            let known = known.unwrap_or_else(|| {
                let known = self.add(entity.clone());
                if entity.kind != Kind::Person {
                    by_initials.entry(names::initials(&entity.words)).or_insert(known);
                }
                by_last_word.entry(last).or_default().push(known);
                for word in &entity.words {
                    let bearers = by_any_word.entry(word.clone()).or_default();
                    if bearers.last() != Some(&known) {
                        bearers.push(known);
                    }
                }
                known
            });
            if entity.words.len() > self.entities[known].words.len()
                || entity.name.chars().count() > self.entities[known].name.chars().count()
            {
                self.entities[known].name = entity.name;
                self.entities[known].words = entity.words;
                self.entities[known].owner = entity.owner;
            }
            self.take_name(passages, (block, index), known);
        }
        // For each word the entity last called so, and in which block.
        let mut latest: FxHashMap<String, (usize, usize)> = FxHashMap::default();
        for &(block, index) in &names {
            if let Some(entity) = self.entity_of[block][index] {
                // The full name settles whom the surname means from here on.
                for word in self.entities[entity].words.clone() {
                    latest.insert(word, (entity, block));
                }
                continue;
            }
            let mention = &passages[block].mentions[index];
            let entity = Entity::from_name(&passages[block], mention);
            let Some(word) = entity.words.first().cloned() else { continue };
            let mut titled = entity.clone();
            titled.add_role(&passages[block], mention.phrase_start..mention.tokens.start);
            // `KCNA` is the Korean Central News Agency, if the article has it.
            if let Some(&known) = by_initials.get(&word).filter(|_| entity.kind == Kind::Organisation) {
                self.take_name(passages, (block, index), known);
                continue;
            }
            let bearers = by_last_word.get(&word).or_else(|| by_any_word.get(&word)).map_or(&[][..], Vec::as_slice);
            let bearers = &bearers[..bearers.len().min(MOST_BEARERS)];
            // `Mr. Odell` is not Karen Odell.
            let fits = |bearer: usize| !self.entities[bearer].gender.contradicts(titled.gender);
            let count = |bearer: usize| self.entities[bearer].mentions.len();
            let usual = bearers.iter().copied().filter(|&bearer| fits(bearer)).max_by_key(|&bearer| count(bearer));
            // Somebody named once, far above, does not take over the surname of the one whom the article is about.
            let is_alive = |(entity, last): (usize, usize)| {
                block == last || usual.is_none_or(|usual| count(usual) < MUCH_MORE_OFTEN * count(entity))
            };
            let found = match latest.get(&word) {
                Some(&last) if (bearers.is_empty() || bearers.contains(&last.0)) && fits(last.0) && is_alive(last) => {
                    Some(last.0)
                }
                _ => usual,
            };
            let found = found.unwrap_or_else(|| self.add(entity));
            latest.insert(word, (found, block));
            self.take_name(passages, (block, index), found);
        }
    }

    /// Ties a name to an entity, and takes up the titles before it.
    fn take_name(&mut self, passages: &[Passage], (block, index): (usize, usize), entity: usize) {
        let mention = &passages[block].mentions[index];
        self.assign(block, index, entity);
        self.entities[entity].add_role(&passages[block], mention.phrase_start..mention.tokens.start);
    }

    /// `Ana Reyes, the mayor, …` and `The mayor, Ana Reyes, …`.
    fn link_appositions(&mut self, passages: &[Passage]) {
        for (block, passage) in passages.iter().enumerate() {
            for index in 0..passage.mentions.len() {
                let one = &passage.mentions[index];
                let Some(comma) = passage.comma_behind(one) else { continue };
                // A phrase with a possessive holds its owner, which begins where it does: the longest is meant.
                let start = behind_age(passage, comma + 1);
                let behind = (index + 1..passage.mentions.len())
                    .take(LONGEST_PHRASE)
                    .take_while(|&next| passage.mentions[next].phrase_start <= start)
                    .filter(|&next| passage.mentions[next].phrase_start == start)
                    .last();
                let Some(next) = behind else { continue };
                let other = &passage.mentions[next];
                match (one.kind, other.kind) {
                    // `In Chelsea, the mayor said` is none.
                    (MentionKind::Name, MentionKind::Nominal(_))
                        if passage.words.get(other.tokens.end).is_none_or(|behind| behind.cue() < 3) =>
                    {
                        self.link_apposition(passages, (block, index), (block, next))
                    }
                    (MentionKind::Nominal(_), MentionKind::Name)
                        if is_definite(passage, one) || passage.introduces(one, other) =>
                    {
                        self.link_apposition(passages, (block, next), (block, index))
                    }
                    _ => {}
                }
            }
        }
    }

    fn link_apposition(&mut self, passages: &[Passage], name: (usize, usize), description: (usize, usize)) {
        let Some(entity) = self.entity_of[name.0][name.1] else { return };
        let passage = &passages[description.0];
        let mention = &passage.mentions[description.1];
        let describes = Entity::from_phrase(passage, mention);
        let singular_person = describes.kind == Kind::Person && !describes.plural;
        let same_kind = self.entities[entity].kind == describes.kind || self.entities[entity].kind == Kind::Unknown;
        if same_kind && (singular_person || describes.kind == Kind::Organisation) && mention.tokens.len() <= 8 {
            self.assign(description.0, description.1, entity);
            self.entities[entity].add_role(passage, mention.tokens.clone());
        }
    }
}

/// Where a description begins behind a comma, an age left out: `Ana Reyes, 34, |a nurse|`.
fn behind_age(passage: &Passage, start: usize) -> usize {
    let age = passage.block.tokens.get(start).is_some_and(|token| token.kind == TokenKind::Number);
    let comma = passage.block.tokens.get(start + 1).is_some_and(|_| passage.block.word(start + 1) == ",");
    if age && comma { start + 2 } else { start }
}

/// Every mention, block and index, in reading order.
fn all_mentions<'a>(passages: &'a [Passage]) -> impl Iterator<Item = (usize, usize)> + 'a {
    passages
        .iter()
        .enumerate()
        .flat_map(|(block, passage)| (0..passage.mentions.len()).map(move |index| (block, index)))
}

/// `the mayor`, `his wife`, `China's number one`: whom the reader is to know already.
fn is_definite(passage: &Passage, mention: &Mention) -> bool {
    let first = passage.block.word(mention.tokens.start);
    let indefinite = matches!(
        first.to_lowercase().as_str(),
        "a" | "an"
            | "one"
            | "another"
            | "some"
            | "several"
            | "many"
            | "most"
            | "other"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "no"
            | "any"
            | "each"
            | "every"
    );
    // Headlines leave out articles: `Mayor calls vote a farce`.
    let headline = passage.block.kind == BlockKind::Headline;
    !indefinite
        && (headline
            || passage.words[mention.tokens.start].is(WordClass::Determiner)
            || mention.tokens.clone().any(|token| passage.block.tokens[token].kind == TokenKind::Possessive))
}
