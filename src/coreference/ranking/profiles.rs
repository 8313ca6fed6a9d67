//! What the article tells of each entity: by names in all of it, by pronouns and speaking up to where the walk is.

use super::looks::Looks;
use super::who::Who;
use crate::analysis::clauses::{is_finite, sayers};
use crate::analysis::{ElementId, MentionId, MentionKind, Passage, Pronoun};
use crate::coreference::entity::EntityId;
use crate::coreference::people::People;
use crate::coreference::phrase::all_mentions;
use crate::language::EntityClass;
use std::cell::OnceCell;
use std::ops::Range;

/// What is known of an entity.
#[derive(Clone, Default)]
pub(super) struct Profile {
    /// What its name looks like, looked at when first asked for.
    pub looks: OnceCell<Looks>,
    /// How often it is mentioned by name.
    pub names: usize,
    /// How often it speaks by name, anywhere in the article.
    pub quoted: usize,
    /// How often its name stands beside a cue.
    pub cued: usize,
    /// How often its name follows a preposition of place.
    pub located: usize,
    /// How often its name has an article.
    pub articled: usize,
    /// How often an age or *who* follows its name.
    pub human: usize,
    /// How often a verb follows its name.
    pub active: usize,
    /// How often the tagger takes its name for a person's.
    pub tagged_person: usize,
    /// How often it takes it for the name of something else.
    pub tagged_else: usize,
    /// Whether a heading names it.
    pub in_heading: bool,
    /// Its first mention by name.
    pub first: Option<MentionId>,
    /// How often it was called *he*, *she*, *they* and *it* so far.
    pub pronouns: [usize; 4],
    /// How often it has spoken so far.
    pub spoken: usize,
    /// Where it spoke last.
    pub spoke: Option<MentionId>,
}

/// The profiles of an article's entities, and who spoke last.
#[derive(Default)]
pub(in crate::coreference) struct Profiles {
    profiles: Vec<Profile>,
    /// For each block the number of its first sentence.
    sentences: Vec<usize>,
    /// How many sentences outside quotations have begun up to each of the article's.
    outside: Vec<usize>,
    /// For each block the number of its first mention.
    mentions: Vec<usize>,
    /// For each block the mentions that are the subject of a verb of saying.
    sayers: Vec<Vec<usize>>,
    /// Whom *he*, *she*, *they* and *it* meant last.
    meant: [Option<EntityId>; 4],
    last: Option<EntityId>,
    before: Option<EntityId>,
}

impl Profiles {
    /// What is known before the walk: who is named where, and who speaks by name.
    pub fn of(people: &People, passages: &[Passage], speakers: &[MentionId]) -> Profiles {
        let number = |count: fn(&Passage) -> usize| {
            let first = |total: &mut usize, passage: &Passage| Some(std::mem::replace(total, *total + count(passage)));
            passages.iter().scan(0, first).collect()
        };
        let mut profiles = Profiles {
            profiles: vec![Profile::default(); people.len()],
            sentences: number(|passage| passage.block.sentences.len()),
            mentions: number(|passage| passage.mentions.len()),
            outside: outside(passages),
            sayers: passages.iter().map(sayers).collect(),
            ..Profiles::default()
        };
        for id in all_mentions(passages) {
            let mention = id.mention(passages);
            let (MentionKind::Name, Some(entity)) = (mention.kind, people.entity_of(id)) else { continue };
            let passage = id.passage(passages);
            let behind = passage.element_of(mention.tokens.end - 1).next();
            let before = passage.element_of(mention.phrase_start).before();
            let cued = behind.until(behind.plus(2)).any(|element| passage.known(element).cue() >= 3)
                || before.is_some_and(|element| passage.known(element).cue() >= 3);
            let word = |element: Option<ElementId>| element.map_or("", |element| passage.word(element));
            let sets = passage.sets();
            let profile = &mut profiles.profiles[entity.0];
            profile.names += 1;
            profile.quoted += usize::from(speakers.binary_search(&id).is_ok());
            profile.cued += usize::from(cued);
            profile.located += usize::from(sets.before_place.has_any_case(word(before)));
            profile.articled += usize::from(
                sets.articles.has(passage.block.word(mention.phrase_start)) || sets.articles.has(word(before)),
            );
            profile.human += usize::from(is_human(passage, behind));
            profile.active += usize::from(is_finite(passage, behind));
            match passage.tags.class_of(mention) {
                Some(EntityClass::Person) => profile.tagged_person += 1,
                Some(_) => profile.tagged_else += 1,
                None => {}
            }
            profile.in_heading |= passage.block.is_heading(passages.len());
            profile.first.get_or_insert(id);
        }
        profiles
    }

    /// What is known of an entity; of one that is only described nothing.
    pub(super) fn get(&self, who: Who) -> Option<&Profile> {
        match who {
            Who::Known(entity) => self.profiles.get(entity.0),
            Who::Described(_) => None,
        }
    }

    /// Takes note that a mention means somebody.
    pub fn note(&mut self, id: MentionId, passages: &[Passage], entity: EntityId, speaks: bool) {
        if self.profiles.len() <= entity.0 {
            self.profiles.resize(entity.0 + 1, Profile::default());
        }
        let profile = &mut self.profiles[entity.0];
        if let MentionKind::Pronoun(pronoun) = id.mention(passages).kind
            && let Some(place) = place_of(pronoun)
        {
            profile.pronouns[place] += 1;
            self.meant[place] = Some(entity);
        }
        if speaks {
            profile.spoken += 1;
            profile.spoke = Some(id);
            if self.last != Some(entity) {
                self.before = self.last.replace(entity);
            }
        }
    }

    /// Who spoke last, and who spoke before.
    pub fn speakers(&self) -> impl Iterator<Item = EntityId> {
        [self.last, self.before].into_iter().flatten()
    }

    /// Whether somebody spoke last: 2, before that: 1.
    pub(super) fn turn_of(&self, who: Who) -> u8 {
        match who {
            Who::Known(entity) if self.last == Some(entity) => 2,
            Who::Known(entity) if self.before == Some(entity) => 1,
            _ => 0,
        }
    }

    /// Whether a pronoun meant somebody when it stood last.
    pub(super) fn meant_last(&self, pronoun: Pronoun, who: Who) -> bool {
        let meant = place_of(pronoun).and_then(|place| self.meant[place]);
        meant.is_some_and(|meant| who == Who::Known(meant))
    }

    /// Where somebody spoke last.
    pub(super) fn last_place(&self, who: Who) -> Option<MentionId> {
        self.get(who)?.spoke
    }

    /// Whether a mention is the subject of a verb of saying.
    pub(super) fn says(&self, id: MentionId) -> bool {
        self.sayers[id.block].binary_search(&id.index).is_ok()
    }

    /// The mentions before another that are the subject of a verb of saying, nearest first, no more than so many blocks back.
    pub(super) fn sayers_before(&self, id: MentionId, blocks: usize) -> impl Iterator<Item = MentionId> {
        let of_block = move |block: usize| {
            let before = move |&index: &usize| block < id.block || index < id.index;
            self.sayers[block].iter().rev().copied().filter(before).map(move |index| MentionId { block, index })
        };
        (id.block.saturating_sub(blocks)..=id.block).rev().flat_map(of_block)
    }

    /// The number of a mention among the article's.
    pub(super) fn number(&self, id: MentionId) -> usize {
        self.mentions[id.block] + id.index
    }

    /// The number of a mention's sentence among the article's, those within quotations left out.
    pub(super) fn sentence(&self, id: MentionId, passages: &[Passage]) -> usize {
        let sentence = id.passage(passages).sentences_between(0, id.mention(passages).head);
        self.outside.get(self.sentences[id.block] + sentence).copied().unwrap_or(0)
    }
}

/// Whether what follows a name tells of a person: `Reyes, who`, `Reyes, 44, `.
fn is_human(passage: &Passage, behind: ElementId) -> bool {
    let second = passage.word(behind.next());
    let age =
        || second.len() == 2 && second.bytes().all(|byte| byte.is_ascii_digit()) && passage.word(behind.plus(2)) == ",";
    passage.word(behind) == "who" || passage.word(behind) == "," && (second == "who" || age())
}

/// For each sentence of the article how many have begun outside quotations up to it.
fn outside(passages: &[Passage]) -> Vec<usize> {
    let begins = |passage: &Passage, sentence: &Range<usize>| {
        let first = passage.element_of(sentence.start);
        let before = sentence.start.checked_sub(1).map(|token| passage.element_of(token));
        !passage.is_stretch(first) || before.is_none()
    };
    let mut count = 0;
    let sentences = passages.iter().flat_map(|passage| passage.block.sentences.iter().map(move |one| (passage, one)));
    sentences
        .map(|(passage, sentence)| {
            count += usize::from(begins(passage, sentence));
            count
        })
        .collect()
}

/// Which count a pronoun adds to.
pub(super) fn place_of(pronoun: Pronoun) -> Option<usize> {
    match pronoun {
        Pronoun::He => Some(0),
        Pronoun::She => Some(1),
        Pronoun::They => Some(2),
        Pronoun::It => Some(3),
        Pronoun::I | Pronoun::We | Pronoun::Who => None,
    }
}
