//! Names grouped over the whole article: which of them are one person's.

use super::entity::{Entity, EntityId, Kind};
use super::names;
use super::people::People;
use super::phrase::all_mentions;
use crate::analysis::{MentionId, MentionKind, Passage};
use crate::language::Language;
use rustc_hash::FxHashMap;

/// How many times as often somebody is named whom a surname means by default.
const MUCH_MORE_OFTEN: usize = 3;

/// How many bearers of one name are told apart.
const MOST_BEARERS: usize = 100;

/// Ties every name to an entity. Full names come first, wherever they stand: a headline's surname means somebody who is introduced later.
pub(super) fn group_names(people: &mut People, passages: &[Passage]) {
    let is_name = |mention: &MentionId| mention.mention(passages).kind == MentionKind::Name;
    let names: Vec<MentionId> = all_mentions(passages).filter(is_name).collect();
    let mut grouping = Grouping { people, passages, bearers: Bearers::default(), latest: FxHashMap::default() };
    // Headings come last: what stands before a surname in one may be a word with a capital.
    let (headings, text): (Vec<MentionId>, Vec<MentionId>) =
        names.iter().partition(|name| name.passage(passages).block.is_heading(passages.len()));
    for &name in text.iter().chain(&headings) {
        grouping.take_full_name(name);
    }
    for &name in &names {
        grouping.take_short_name(name);
    }
}

/// Who bears which word in a full name.
#[derive(Default)]
struct Bearers {
    by_last_word: FxHashMap<String, Vec<EntityId>>,
    by_any_word: FxHashMap<String, Vec<EntityId>>,
    /// The persons by the first and by the last letters of the last word.
    by_edge: FxHashMap<String, Vec<EntityId>>,
    /// No person is called by initials.
    by_initials: FxHashMap<String, EntityId>,
}

impl Bearers {
    fn add(&mut self, language: &Language, entity: &Entity, id: EntityId) {
        if entity.kind != Kind::Person {
            self.by_initials.entry(names::initials(language, &entity.words)).or_insert(id);
        }
        if let Some(last) = entity.words.last() {
            for edge in names::edges(last).into_iter().flatten() {
                self.by_edge.entry(edge).or_default().push(id);
            }
            self.by_last_word.entry(last.clone()).or_default().push(id);
        }
        for word in &entity.words {
            let bearers = self.by_any_word.entry(word.clone()).or_default();
            if bearers.last() != Some(&id) {
                bearers.push(id);
            }
        }
    }

    /// Those whose name ends in a word of which another may be a misspelling, the last ones first.
    fn like(&self, word: &str) -> impl Iterator<Item = EntityId> + '_ {
        let edges = names::edges(word).into_iter().flatten();
        edges.flat_map(|edge| self.by_edge.get(&edge).into_iter().flatten().rev().take(MOST_BEARERS).copied())
    }

    /// Those whose name ends in a word, or else holds it.
    fn of(&self, word: &str) -> &[EntityId] {
        self.by_last_word.get(word).or_else(|| self.by_any_word.get(word)).map_or(&[], Vec::as_slice)
    }
}

/// Whether a later name with more first names is another person's: after `Tom Reyes`, `Hal Tom Reyes` is his son. Articles introduce
/// people by their longest name, but for nicknames (`Robert “Bob” Reyes`).
fn is_relative(language: &Language, known: &Entity, later: &Entity) -> bool {
    let first_name = |name: &[String]| name.first().is_some_and(|word| language.look_up(word).is_first_name());
    names::is_end_of(&known.words, &later.words)
        && !names::holds_nickname(&later.name)
        && first_name(&known.words)
        && first_name(&later.words)
}

struct Grouping<'g, 'a, 'b> {
    people: &'g mut People,
    passages: &'a [Passage<'b>],
    bearers: Bearers,
    /// For each word the entity last called so, and in which block.
    latest: FxHashMap<String, (EntityId, usize)>,
}

impl Grouping<'_, '_, '_> {
    fn take_full_name(&mut self, name: MentionId) {
        let passage = name.passage(self.passages);
        let language = passage.block.language;
        let entity = Entity::from_name(passage, name.mention(self.passages));
        if entity.words.len() < 2 {
            return;
        }
        let heading = passage.block.is_heading(self.passages.len());
        let agrees = |&id: &EntityId| {
            let known = self.people.entity(id);
            names::full_names_agree(language, &known.words, &entity.words)
                && known.may_belong_to(&entity.owner)
                && (heading || !is_relative(language, known, &entity))
        };
        let same = |&id: &EntityId| {
            let known = self.people.entity(id);
            known.words == entity.words && known.may_belong_to(&entity.owner)
        };
        let last = entity.words.last().map_or("", String::as_str);
        let namesakes = self.bearers.by_last_word.get(last).map_or(&[][..], Vec::as_slice);
        let mut namesakes = namesakes.iter().rev().take(MOST_BEARERS).copied();
        let known = namesakes.clone().find(same).or_else(|| namesakes.find(agrees));
        let known = known.or_else(|| self.with_other_surnames(&entity)).or_else(|| self.with_misspelt_surname(&entity));
        if known.is_none()
            && let Some(id) = self.behind_capital(name, &entity)
        {
            self.people.assign(name, id);
            return;
        }
        let id = known.unwrap_or_else(|| {
            let id = self.people.add(entity.clone());
            self.bearers.add(language, &entity, id);
            id
        });
        let known = self.people.entity_mut(id);
        // Who is called by the nickname is named so: `Harold “Bunny” Reeve`, and further on `Bunny Reeve`.
        let nicknamed = |one: &Entity, other: &Entity| {
            names::holds_nickname(&one.name) && one.words.len() > other.words.len() && one.words.ends_with(&other.words)
        };
        let longer = entity.words.len() > known.words.len() || entity.name.chars().count() > known.name.chars().count();
        if longer && !nicknamed(&entity, known) || nicknamed(known, &entity) {
            known.name = entity.name;
            known.words = entity.words;
            known.owner = entity.owner;
        }
        self.tie(name, id);
    }

    /// The person whom the article calls by one surname more or less: `Luis Reyes Tarn` and `Luis Reyes`.
    fn with_other_surnames(&self, entity: &Entity) -> Option<EntityId> {
        let first = entity.words.first().filter(|_| entity.kind == Kind::Person)?;
        let bearers = self.bearers.by_any_word.get(first)?;
        bearers.iter().rev().take(MOST_BEARERS).copied().find(|&id| {
            let known = self.people.entity(id);
            known.kind == Kind::Person && names::differ_by_second_surname(&known.words, &entity.words)
        })
    }

    /// The only person of a surname that follows a word with a capital in a heading: `Mother Corners |Reyes|`.
    fn behind_capital(&self, name: MentionId, entity: &Entity) -> Option<EntityId> {
        let passage = name.passage(self.passages);
        let first = passage.words[name.mention(self.passages).tokens.start];
        if first.is_first_name() || !passage.block.is_heading(self.passages.len()) {
            return None;
        }
        match self.bearers.by_last_word.get(entity.words.last()?)?.as_slice() {
            &[bearer] if self.people.entity(bearer).kind == Kind::Person => Some(bearer),
            _ => None,
        }
    }

    fn take_short_name(&mut self, name: MentionId) {
        if let Some(id) = self.people.entity_of(name) {
            // The full name settles whom the surname means from here on.
            for word in self.people.entity(id).words.clone() {
                self.latest.insert(word, (id, name.block));
            }
            return;
        }
        let entity = Entity::from_name(name.passage(self.passages), name.mention(self.passages));
        let Some(word) = entity.words.first().cloned() else { return };
        // `KCNA` is the Korean Central News Agency, if the article has it.
        let initials = self.bearers.by_initials.get(&word).filter(|_| entity.kind == Kind::Organisation);
        if let Some(&id) = initials {
            self.tie(name, id);
            return;
        }
        let known = self.bearer(name, &word, &entity).or_else(|| self.misspelt(&word, &entity));
        let found = known.unwrap_or_else(|| self.people.add(entity));
        self.latest.insert(word, (found, name.block));
        self.tie(name, found);
    }

    /// The person whose surname a word that nobody bears misspells.
    fn misspelt(&self, word: &str, entity: &Entity) -> Option<EntityId> {
        let unclear = matches!(entity.kind, Kind::Person | Kind::Unknown);
        let means = |&id: &EntityId| {
            let known = self.people.entity(id);
            known.kind == Kind::Person && known.words.last().is_some_and(|last| names::may_be_misspelt(last, word))
        };
        self.bearers.like(word).find(|id| unclear && means(id))
    }

    /// The person of the same name but for a letter in the surname.
    fn with_misspelt_surname(&self, entity: &Entity) -> Option<EntityId> {
        let (last, first) = entity.words.split_last()?;
        let same = |&id: &EntityId| {
            let known = self.people.entity(id);
            let surname = known.words.split_last().filter(|(_, known)| *known == first).map(|(surname, _)| surname);
            let person = matches!(known.kind, Kind::Person | Kind::Unknown);
            person && surname.is_some_and(|surname| names::may_be_misspelt_behind(first, surname, last))
        };
        self.bearers.like(last).find(same)
    }

    /// Whom a name of one word means: the one last called so, or else the one named most often.
    fn bearer(&self, name: MentionId, word: &str, entity: &Entity) -> Option<EntityId> {
        let mention = name.mention(self.passages);
        let mut titled = entity.clone();
        titled.add_role(name.passage(self.passages), mention.phrase_start..mention.tokens.start, mention.tokens.start);
        let bearers = self.bearers.of(word);
        let bearers = &bearers[..bearers.len().min(MOST_BEARERS)];
        // `Mr. Odell` is not Karen Odell.
        let fits = |id: EntityId| !self.people.entity(id).gender.contradicts(titled.gender);
        let count = |id: EntityId| self.people.mentions(id).len();
        // Who is named only further on is nobody's Reyes yet, where another was named before.
        let introduced = |id: EntityId| self.people.mentions(id).first().is_some_and(|&first| first < name);
        let usual = bearers.iter().copied().filter(|&id| fits(id)).max_by_key(|&id| (introduced(id), count(id)));
        // Somebody named once, far above, does not take over the surname of the one whom the article is about.
        let is_alive = |(id, block): (EntityId, usize)| {
            name.block == block || usual.is_none_or(|usual| count(usual) < MUCH_MORE_OFTEN * count(id))
        };
        let is_meant = |last: &(EntityId, usize)| {
            (bearers.is_empty() || bearers.contains(&last.0)) && fits(last.0) && is_alive(*last)
        };
        self.latest.get(word).copied().filter(is_meant).map(|(id, _)| id).or(usual)
    }

    /// Ties a name to an entity, and takes up the titles before it.
    fn tie(&mut self, name: MentionId, entity: EntityId) {
        let mention = name.mention(self.passages);
        self.people.assign(name, entity);
        let titles = mention.phrase_start..mention.tokens.start;
        self.people.entity_mut(entity).add_role(name.passage(self.passages), titles, mention.tokens.start);
    }
}
