//! How a description agrees with somebody whom it may mean.

use super::features::{Feature, Features};
use super::question::Question;
use super::who::Who;
use crate::analysis::tagger::class_of_word;
use crate::analysis::{MentionId, MentionKind};
use crate::coreference::entity::Entity;
use crate::coreference::titles::{is_leader, is_short_for};
use crate::language::Sets;
use crate::models::features::Row;
use crate::text::TokenKind;

/// How many mentions of a candidate are looked at.
const NEAR: usize = 60;

/// How many words of its titles and its name.
const MOST_WORDS: usize = 20;

/// A description that is asked about.
pub(super) struct Described<'a> {
    phrase: Entity,
    head: &'a str,
    owned: bool,
    /// Whether the noun means a leader, and one of a place within a country.
    leads: bool,
    is_local: bool,
    class: (u16, u16),
}

impl<'a> Described<'a> {
    /// The description, if the question is about one.
    pub fn of(question: &Question<'a, '_>) -> Option<Described<'a>> {
        if question.anaphor.pronoun().is_some() {
            return None;
        }
        let passage = question.passage();
        let mention = question.id.mention(question.passages);
        let head = passage.block.word(mention.head);
        let phrase = Entity::from_phrase(passage, mention);
        let sets = passage.sets();
        Some(Described {
            leads: sets.leaders.has_any_case(head),
            is_local: phrase.words.iter().any(|word| sets.role_owners.has(word)),
            phrase,
            head,
            class: class_of_word(passage.block.language, head),
            owned: mention.tokens.clone().any(|token| passage.block.tokens[token].kind == TokenKind::Possessive),
        })
    }

    /// What is the same for all candidates.
    pub fn write(&self, question: &Question, row: &mut Features) {
        row.set(Feature::Noun, noun_class(question.passage().sets(), self.head));
        row.set(Feature::Owned, self.owned);
    }

    /// Writes how it agrees with a candidate. Gives whether the candidate is called by its noun.
    pub fn compare(&self, question: &Question, who: Who, entity: &Entity, row: &mut Features) -> bool {
        let language = question.passage().block.language;
        let sets = &language.sets;
        let head = self.head.to_lowercase();
        let in_roles = |word: &String| entity.role_words.contains(word);
        let in_name = |word: &String| entity.words.contains(word);
        let others = || self.phrase.words.iter().filter(|word| **word != head);
        let met = others().filter(|word| in_roles(word) || in_name(word)).count();
        let has_office = in_roles(&head)
            || self.leads && entity.role_words.iter().any(|role| is_leader(sets, entity, role, self.is_local))
            || entity.roles.iter().any(|role| is_short_for(language, self.head, role));
        let head_met = u8::from(has_office) + 2 * u8::from(in_name(&head));
        row.set(Feature::HeadMet, head_met);
        row.set(Feature::ClassMet, self.class_met(question, entity));
        row.set(Feature::WordsMet, met);
        row.set(Feature::WordsUnmet, others().count() - met);
        let country = match (self.phrase.countries.as_slice(), entity.countries.as_slice()) {
            ([], _) => 0,
            (_, []) => 1,
            (told, known) => 2 + u8::from(!told.iter().any(|country| known.contains(country))),
        };
        row.set(Feature::Country, country);
        row.set(Feature::ByRule, question.by_rule.is_some_and(|known| who == Who::Known(known)));
        let called_so = |id: &&MentionId| {
            let mention = id.mention(question.passages);
            let same = || id.head(question.passages).eq_ignore_ascii_case(&head);
            matches!(mention.kind, MentionKind::Nominal(_)) && same()
        };
        row.set(Feature::CalledSo, entity.mentions.iter().rev().take(NEAR).filter(called_so).count());
        head_met > 0
    }

    /// Whether a word of the candidate's titles or name is used like the noun.
    fn class_met(&self, question: &Question, entity: &Entity) -> u8 {
        let (fine, coarse) = self.class;
        let words = entity.role_words.iter().chain(&entity.words).filter(|_| fine > 0).take(MOST_WORDS);
        let met = words.map(|word| match class_of_word(question.passage().block.language, word) {
            (other, _) if other == fine => 2,
            (_, other) if other == coarse => 1,
            _ => 0,
        });
        met.max().unwrap_or(0)
    }
}

/// What sort of noun it is.
fn noun_class(sets: &Sets, noun: &str) -> u8 {
    let classes = [&sets.leaders, &sets.epithets, &sets.generic_organisations, &sets.writings];
    classes.iter().position(|class| class.has_any_case(noun)).map_or(0, |place| 1 + place as u8)
}
