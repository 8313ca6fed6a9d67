//! What tells whom a description means: its words, beside those by which the article calls somebody.

use super::determiner::Determiner;
use super::features::{Feature, Features};
use super::question::Question;
use super::who::Who;
use crate::analysis::tagger::hash_of_word;
use crate::analysis::{Mention, MentionId, MentionKind, NominalKind, Passage};
use crate::coreference::antecedents::before;
use crate::coreference::entity::{Entity, EntityId};
use crate::language::{Language, WordClass};
use crate::models::features::{Row, or_none};
use crate::text::TokenKind;

/// How many blocks before a description are searched for its head, and how many behind it.
const BLOCKS: (usize, usize) = (30, 5);

/// How many tokens of them.
const TOKENS: usize = 3000;

/// How many mentions before a description are looked at for its head.
const NEAR: usize = 120;

/// How many words of titles are looked up.
const ROLE_WORDS: usize = 12;

/// Somebody in a sentence that holds the head of the description too.
struct Beside {
    entity: EntityId,
    /// Words between the two.
    words: usize,
    how: How,
}

/// How somebody stands to the head.
#[derive(Clone, Copy)]
enum How {
    Before = 1,
    Behind,
    /// `Reyes's letter`
    Owner,
    /// `a letter by Reyes`
    Author,
    /// `a letter to Reyes`
    Hearer,
}

/// A description and where the article has its head.
pub(super) struct Description {
    kind: NominalKind,
    /// Its words in lower case, those that determine it left out.
    words: Vec<String>,
    head: String,
    /// The classes of the head, fine and coarse.
    classes: (u16, u16),
    determiner: Determiner,
    plural: bool,
    number: bool,
    lists: u8,
    countries: Vec<&'static str>,
    same_head_before: usize,
    beside: Vec<Beside>,
}

impl Description {
    pub fn of(question: &Question, kind: NominalKind) -> Description {
        let passage = question.passage();
        let mention = question.id.mention(question.passages);
        let phrase = Entity::from_phrase(passage, mention);
        let head = passage.block.word(mention.head).to_lowercase();
        let number = |token: usize| passage.block.tokens[token].kind == TokenKind::Number;
        Description {
            kind,
            classes: classes_of(passage.block.language, &head),
            determiner: Determiner::of(passage, mention),
            plural: phrase.plural,
            number: mention.tokens.clone().any(number),
            lists: lists(passage, mention, &head),
            same_head_before: same_head_before(question, &head),
            beside: beside(question, &head),
            words: phrase.words,
            countries: phrase.countries,
            head,
        }
    }

    /// Writes what is seen of the description alone.
    pub fn write(&self, question: &Question, row: &mut Features) {
        row.set(Feature::Description, 1 + self.kind as u8);
        row.set(Feature::Determiner, self.determiner);
        row.set(Feature::DescriptionPlural, self.plural);
        row.set(Feature::DescriptionWords, self.words.len());
        row.set(Feature::DescriptionNumber, self.number);
        row.set(Feature::HeadLists, self.lists);
        row.set(Feature::HeadClass, self.classes.1 as u8);
        row.set(Feature::DescriptionBlock, question.id.block);
        row.set(Feature::SameHeadBefore, self.same_head_before);
    }

    /// Writes what the description and somebody have in common.
    pub fn compare(&self, question: &Question, who: Who, entity: &Entity, row: &mut Features) {
        let in_roles = entity.role_words.contains(&self.head);
        let language = question.passage().block.language;
        let alike = |word: &String| self.classes.0 > 0 && classes_of(language, word).0 == self.classes.0;
        row.set(Feature::HeadInRoles, in_roles);
        row.set(Feature::AlikeInRoles, in_roles || entity.role_words.iter().take(ROLE_WORDS).any(alike));
        let others = || self.words.iter().filter(|word| **word != self.head);
        let told = |word: &&String| entity.role_words.contains(word) || entity.words.contains(word);
        let count = others().filter(told).count();
        row.set(Feature::WordsInRoles, count);
        row.set(Feature::WordsMissing, others().count() - count);
        row.set(Feature::HeadInName, entity.words.contains(&self.head));
        let country: u8 = match (&self.countries[..], &entity.countries[..]) {
            ([], _) | (_, []) => 0,
            (own, other) if own.iter().any(|country| other.contains(country)) => 1,
            _ => 2,
        };
        row.set(Feature::Country, country);
        row.set(Feature::DescribedLast, question.profiles.described_last(&self.head, who));
        if let Who::Known(id) = who {
            let beside = || self.beside.iter().filter(|beside| beside.entity == id);
            row.set(Feature::Together, beside().count());
            if let Some(nearest) = beside().min_by_key(|beside| beside.words) {
                row.set(Feature::TogetherWords, or_none(nearest.words));
            }
            row.set(Feature::TogetherHow, beside().map(|beside| beside.how as u8).max().unwrap_or(0));
        }
        let first = question.profiles.get(who).and_then(|profile| profile.first);
        row.set(Feature::FirstBlock, first.map_or(0, |first| or_none(first.block)));
    }
}

fn classes_of(language: &Language, word: &str) -> (u16, u16) {
    language.tags().map_or((0, 0), |tags| tags.classes.of(hash_of_word(word)))
}

/// Which lists the head is in, a bit for each.
fn lists(passage: &Passage, mention: &Mention, head: &str) -> u8 {
    let sets = passage.sets();
    let lists = [
        passage.words[mention.head].is(WordClass::Title),
        sets.leaders.has(head),
        sets.epithets.has(head),
        sets.writings.has(head),
        sets.generic_organisations.has(head),
    ];
    lists.into_iter().enumerate().map(|(bit, is_in)| u8::from(is_in) << bit).sum()
}

/// How many descriptions of nobody known have the same head: `a police spokesman … the spokesman`.
fn same_head_before(question: &Question, head: &str) -> usize {
    let passages = question.passages;
    let near = before(passages, question.id, BLOCKS.0).take(NEAR);
    let unknown = near.filter(|&id| question.people.entity_of(id).is_none());
    let same = unknown.filter(|id| matches!(id.mention(passages).kind, MentionKind::Nominal(_)));
    same.filter(|id| id.head(passages).eq_ignore_ascii_case(head)).count()
}

/// Everybody who stands in one sentence with the head elsewhere.
fn beside(question: &Question, head: &str) -> Vec<Beside> {
    let block = question.id.block;
    let last = (block + BLOCKS.1 + 1).min(question.passages.len());
    // The blocks before the description come first, nearest first, and then those behind it.
    let blocks = (block.saturating_sub(BLOCKS.0)..=block).rev().chain(block + 1..last);
    let mut left = TOKENS;
    let mut found = Vec::new();
    for block in blocks {
        let passage = &question.passages[block];
        let tokens = passage.block.tokens.len().min(left);
        left -= tokens;
        for token in (0..tokens).filter(|&token| passage.block.word(token).eq_ignore_ascii_case(head)) {
            if block != question.id.block || token != question.id.mention(question.passages).head {
                beside_head(question, block, token, &mut found);
            }
        }
        if left == 0 {
            break;
        }
    }
    found
}

fn beside_head(question: &Question, block: usize, head: usize, found: &mut Vec<Beside>) {
    let passage = &question.passages[block];
    let sets = passage.sets();
    for index in passage.mentions_within(passage.sentence_of(head)) {
        let Some(entity) = question.people.entity_of(MentionId { block, index }) else { continue };
        let mention = &passage.mentions[index];
        let (start, end) = (mention.phrase_start, mention.tokens.end);
        let owns = || passage.block.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Possessive);
        let before = start.checked_sub(1).map_or("", |before| passage.block.word(before));
        let how = if end <= head {
            if owns() { How::Owner } else { How::Before }
        } else if sets.before_author.has(before) {
            How::Author
        } else if sets.before_hearer.has(before) {
            How::Hearer
        } else {
            How::Behind
        };
        let words = if end <= head { head - end } else { start.saturating_sub(head) };
        found.push(Beside { entity, words, how });
    }
}
