//! How likely the name shown for a quotation or for reported speech is right: which words name the speaker, and whom they mean.
//!
//! Logistic regressions over a few named features. Its weights belong to the language.

mod reported;

use crate::analysis::{Mention, MentionId, MentionKind, NominalKind, Passage, Pronoun};
use crate::annotations::{PersonKind, QuoteKind};
use crate::attribution::{Basis, Choice, cue_of};
use crate::coreference::{EntityId, People};
use crate::language::WordClass;
use crate::models::linear::{Family, Features, Value};
use crate::speech::Quotation;
use rustc_hash::FxHashSet;

/// How likely an answer is right, from 0 to 1.
pub(crate) struct Certainty {
    /// That the name is; nothing where there is none.
    pub name: Option<f32>,
    /// That the words are somebody's.
    pub words: f32,
}

/// What is known of an article once it is known who is who.
pub(crate) struct Answers<'a, 'b> {
    /// All stretches between quotation marks.
    pub quotations: &'a [Quotation],
    /// The article's blocks.
    pub passages: &'a [Passage<'b>],
    /// The speakers, one for each stretch.
    pub choices: &'a [Option<Choice>],
    /// Who is who.
    pub people: &'a People,
    /// The mentions that speak, in reading order.
    speakers: Vec<MentionId>,
    /// Who speaks by name somewhere in the article.
    by_name: FxHashSet<EntityId>,
}

const ALWAYS: Family = Family::new("always");
const BASIS: Family = Family::new("basis");
const SHARE: Family = Family::new("share");
const MARGIN: Family = Family::new("margin");
const BELIEF: Family = Family::new("belief");
const SAID: Family = Family::new("said");
const KIND: Family = Family::new("kind");
const KIND_AND_BASIS: Family = Family::new("kind+basis");
const PLACE: Family = Family::new("place");
const GOES_ON: Family = Family::new("goes on");
const SHARE_BEFORE: Family = Family::new("share before");
const NAMED: Family = Family::new("named");
const WORDS: Family = Family::new("words");
const MENTIONS: Family = Family::new("mentions");
const ANTECEDENT: Family = Family::new("antecedent");
const RIVALS: Family = Family::new("rivals");
const SPOKE_BEFORE: Family = Family::new("spoke before");
const SPEAKS_BY_NAME: Family = Family::new("speaks by name");
const FRAGMENT: Family = Family::new("fragment");
const LENGTH: Family = Family::new("length");
const CUE_BEFORE: Family = Family::new("cue before");
const HEADING: Family = Family::new("heading");
const ALONE: Family = Family::new("alone");
const ENTITY: Family = Family::new("entity");
const CUED: Family = Family::new("cued");
const SAME_SENTENCE: Family = Family::new("same sentence");
const LEAD: Family = Family::new("lead");
const BOTH: Family = Family::new("both");
const FIRST_WORD: Family = Family::new("first word");
const SHARE_OF_FRAGMENT: Family = Family::new("share of fragment");

/// The bounds that shares and margins are compared with, in hundredths.
const SHARES: [u8; 11] = [30, 40, 50, 60, 70, 80, 90, 95, 97, 98, 99];

/// The bounds that the sum for somebody's words is compared with.
const SUMS: [i32; 8] = [-50, 0, 50, 100, 150, 200, 300, 500];

/// How many mentions before a pronoun are looked at.
const NEAR: usize = 60;

/// So few words beside a quotation are at most a label: `Q:`.
const LABEL: usize = 2;

/// How many tokens beside it are looked at.
const BESIDE: usize = 50;

/// A bound that a number lies above: such features add up, so that the model rises in steps.
struct Above(i32);

impl Value for Above {
    fn write_to(&self, key: &mut String) {
        key.push_str(&self.0.to_string());
    }
}

impl<'a, 'b> Answers<'a, 'b> {
    /// The answers of an article.
    pub fn new(
        quotations: &'a [Quotation],
        passages: &'a [Passage<'b>],
        choices: &'a [Option<Choice>],
        people: &'a People,
    ) -> Answers<'a, 'b> {
        let mut speakers: Vec<MentionId> = choices.iter().flatten().map(|choice| choice.speaker).collect();
        speakers.sort_unstable();
        speakers.dedup();
        let names = speakers.iter().filter(|speaker| speaker.mention(passages).kind == MentionKind::Name);
        let by_name = names.filter_map(|&speaker| people.entity_of(speaker)).collect();
        Answers { quotations, passages, choices, people, speakers, by_name }
    }

    /// How likely it is that the name shown for a quotation is right, and that its words are somebody's.
    pub fn certainty(&self, index: usize, features: &mut Features) -> Certainty {
        let quotation = &self.quotations[index];
        if !self.is_weighed(index) {
            let words = probability(quotation.said);
            return Certainty { name: None, words: if quotation.is_said() { words } else { words.min(0.5) } };
        }
        let named = self.describe(index, features);
        let language = self.passages[quotation.block].block.language;
        let [name, words] = language.certainty().score(features.keys());
        Certainty { name: named.map(|()| probability(name)), words: probability(words) }
    }

    /// Whether there is anything to weigh: not where the kind model takes a stretch for nobody's words, or for somebody's where the block
    /// holds nothing else that could tell of a speaker.
    pub fn is_weighed(&self, index: usize) -> bool {
        let quotation = &self.quotations[index];
        let doubtful = quotation.said < 0 || self.choices[index].is_some();
        quotation.is_said() && (doubtful || !self.is_alone(quotation))
    }

    /// Whether at most a label stands beside a quotation in its block.
    fn is_alone(&self, quotation: &Quotation) -> bool {
        let block = &self.passages[quotation.block].block;
        let beside = (0..quotation.tokens.start).chain(quotation.tokens.end..block.tokens.len());
        let mut words = beside.take(BESIDE).filter(|&token| block.tokens[token].is_word());
        words.nth(LABEL).is_none()
    }

    /// Writes the features of the answer for a quotation; nothing more than those of the quotation where nobody is named.
    pub fn describe(&self, index: usize, features: &mut Features) -> Option<()> {
        features.clear();
        self.quotation(index, features);
        let quotation = &self.quotations[index];
        let Some(choice) = self.choices[index] else {
            features.add(BASIS, &[&"none"]);
            return None;
        };
        let mention = choice.speaker.mention(self.passages);
        let kind = kind_of(mention);
        let basis = basis_of(choice.basis);
        features.add(BASIS, &[&basis]);
        features.add(KIND, &[&kind]);
        features.add(KIND_AND_BASIS, &[&kind, &basis]);
        add_above(features, SHARE, choice.share);
        if quotation.kind == QuoteKind::Partial {
            add_above(features, SHARE_OF_FRAGMENT, choice.share);
        }
        if choice.basis == Basis::Trees {
            add_above(features, MARGIN, choice.margin);
        }
        let place = match choice.speaker.block {
            block if block != quotation.block => "other block",
            _ if mention.tokens.start < quotation.tokens.start => "before",
            _ => "behind",
        };
        features.add(PLACE, &[&place, &kind]);
        let passage = choice.speaker.passage(self.passages);
        features.add(CUED, &[&cue_of(passage, mention).is_some(), &(kind == "name")]);
        if place != "other block" {
            let sentences = passage.sentences_between(mention.tokens.start, quotation.tokens.start);
            features.add(SAME_SENTENCE, &[&sentences.min(2)]);
        }
        self.chain(index, choice, features);
        let entity = self.people.entity_of(choice.speaker)?;
        self.name(entity, features);
        self.antecedent(choice.speaker, choice.share, entity, features);
        // What is telling of a name may tell little of a pronoun.
        features.cross(class_of(kind));
        Some(())
    }

    /// What the quotation is like.
    fn quotation(&self, index: usize, features: &mut Features) {
        let quotation = &self.quotations[index];
        features.add(ALWAYS, &[]);
        for bound in SUMS.into_iter().filter(|&bound| quotation.said >= bound) {
            features.add(SAID, &[&Above(bound)]);
        }
        let block = &self.passages[quotation.block].block;
        let words = quotation.tokens.clone().filter(|&token| block.tokens[token].is_word()).count();
        features.add(LENGTH, &[&words.div_ceil(3).min(5)]);
        features.add(FRAGMENT, &[&(quotation.kind == QuoteKind::Partial)]);
        let cue = quotation.tokens.start.saturating_sub(3)..quotation.tokens.start;
        let level = |token: usize| self.passages[quotation.block].words[token].cue();
        features.add(CUE_BEFORE, &[&usize::from(cue.map(level).max().unwrap_or(0)), &(words < 4)]);
        features.add(HEADING, &[&block.is_heading(self.passages.len())]);
        features.add(ALONE, &[&self.is_alone(quotation), &(words < 4)]);
    }

    /// Whether the quotation goes on with the words that named the speaker of the one before.
    fn chain(&self, index: usize, choice: Choice, features: &mut Features) {
        let same = |other: &&Choice| other.speaker == choice.speaker;
        let chain = self.choices[..index].iter().rev().flatten().take(NEAR).take_while(same);
        let (mut length, mut least) = (0, f32::MAX);
        for before in chain {
            length += 1;
            least = least.min(before.share);
        }
        features.add(GOES_ON, &[&length.min(3)]);
        if length > 0 {
            add_above(features, SHARE_BEFORE, least);
        }
    }

    /// What the name is like.
    fn name(&self, entity: EntityId, features: &mut Features) {
        let name = self.people.name(entity);
        let words = name.split_whitespace().count().min(4);
        let lower = name.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count().min(2);
        features.add(NAMED, &[&self.people.is_named(entity)]);
        let known = |word: &str| self.passages[0].block.language.look_up(word);
        let class = match name.split_whitespace().next().map(known) {
            _ if !self.people.is_named(entity) => "unnamed",
            Some(word) if word.is_first_name() => "first name",
            Some(word) if word.is_noun() || word.is(WordClass::Title) => "noun",
            Some(word) if word.is(WordClass::Place) || word.is(WordClass::Demonym) => "place",
            Some(word) if word.is(WordClass::Common) || word.cue() > 0 => "ordinary",
            _ => "unknown",
        };
        features.add(FIRST_WORD, &[&class, &words.min(3)]);
        let entity_kind = match self.people.kind(entity) {
            PersonKind::Person => "person",
            PersonKind::Organisation => "organisation",
            PersonKind::Group => "group",
            PersonKind::Document => "document",
            PersonKind::Other => "other",
        };
        features.add(ENTITY, &[&entity_kind]);
        features.add(WORDS, &[&self.people.is_named(entity), &words, &lower]);
        features.add(MENTIONS, &[&log(self.people.mentions(entity).len())]);
        features.add(SPEAKS_BY_NAME, &[&self.by_name.contains(&entity)]);
    }

    /// Whom a pronoun or a description goes back to, and who else could be meant.
    fn antecedent(&self, speaker: MentionId, share: f32, entity: EntityId, features: &mut Features) {
        let kind = kind_of(speaker.mention(self.passages));
        if kind == "name" {
            return;
        }
        let belief = self.people.belief(speaker);
        add_above(features, BELIEF, belief);
        let runner_up = self.people.runner_up(speaker).map_or(0.0, |(_, share)| share);
        add_above(features, LEAD, belief - runner_up);
        add_above(features, BOTH, belief * share);
        let mentions = self.people.mentions(entity);
        let before = mentions.partition_point(|&other| other < speaker);
        let is_name = |other: &&MentionId| other.mention(self.passages).kind == MentionKind::Name;
        let name = mentions[..before].iter().rev().take(NEAR).find(is_name);
        let distance = name.map_or(9, |name| (speaker.block - name.block).min(4));
        features.add(ANTECEDENT, &[&kind, &distance]);
        let last = before.checked_sub(1).map(|last| mentions[last]);
        features.add(RIVALS, &[&kind, &self.rivals(last, speaker, entity)]);
        let spoke = self.speakers.partition_point(|&other| other < speaker).checked_sub(1);
        let spoke = spoke.map_or("nobody", |other| match self.people.entity_of(self.speakers[other]) {
            Some(other) if other == entity => "same",
            _ => "other",
        });
        features.add(SPOKE_BEFORE, &[&kind, &spoke]);
    }

    /// How many others are named between the last mention of an entity and the words that name the speaker.
    fn rivals(&self, last: Option<MentionId>, speaker: MentionId, entity: EntityId) -> usize {
        let Some(last) = last else { return 9 };
        let mut others = Vec::new();
        let between = (last.block..=speaker.block).rev().flat_map(|block| {
            (0..self.passages[block].mentions.len()).rev().map(move |index| MentionId { block, index })
        });
        for other in between.skip_while(|&other| other >= speaker).take(NEAR).take_while(|&other| other > last) {
            if other.mention(self.passages).kind == MentionKind::Name
                && let Some(rival) = self.people.entity_of(other).filter(|&rival| rival != entity)
                && !others.contains(&rival)
            {
                others.push(rival);
            }
        }
        others.len().min(4)
    }
}

/// The logistic function of a sum in hundredths.
fn probability(sum: i32) -> f32 {
    1.0 / (1.0 + (-sum as f32 / 100.0).exp())
}

fn add_above(features: &mut Features, family: Family, share: f32) {
    for bound in SHARES.into_iter().filter(|&bound| share * 100.0 >= f32::from(bound)) {
        features.add(family, &[&Above(bound.into())]);
    }
}

/// The number of binary digits.
fn log(count: usize) -> usize {
    (usize::BITS - count.leading_zeros()) as usize
}

fn basis_of(basis: Basis) -> &'static str {
    match basis {
        Basis::Form => "form",
        Basis::List => "list",
        Basis::Trees => "trees",
    }
}

fn kind_of(mention: &Mention) -> &'static str {
    match mention.kind {
        MentionKind::Name => "name",
        MentionKind::Pronoun(Pronoun::He) => "he",
        MentionKind::Pronoun(Pronoun::She) => "she",
        MentionKind::Pronoun(Pronoun::They) => "they",
        MentionKind::Pronoun(Pronoun::It) => "it",
        MentionKind::Pronoun(Pronoun::I | Pronoun::We) => "I",
        MentionKind::Pronoun(Pronoun::Who) => "who",
        MentionKind::Nominal(NominalKind::Person) => "person",
        MentionKind::Nominal(NominalKind::Organisation) => "organisation",
        MentionKind::Nominal(NominalKind::Document) => "document",
        MentionKind::Nominal(NominalKind::Unknown) => "unknown",
    }
}

/// The class of a kind: those that go wrong in the same ways.
fn class_of(kind: &str) -> &'static str {
    match kind {
        "name" => "name",
        "he" | "she" => "person's pronoun",
        "they" | "it" => "other pronoun",
        "I" | "who" => "relative",
        _ => "description",
    }
}

#[cfg(test)]
mod tests {
    use crate::language::language_of;

    #[test]
    fn every_line_of_the_table_is_read() {
        let table = include_str!("../language/en/models/certainty.weights.txt");
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(language_of(None).unwrap().certainty().len(), lines.count());
    }
}
