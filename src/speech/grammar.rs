//! What the tags tell of a quotation: the verbs and nouns around it, and words that are used like those that were learned from.

use super::context::{folded, sentence_of};
use super::families::{
    ALIKE_AFTER, ALIKE_BEFORE, ALIKE_FIRST, ALIKE_INSIDE, ALIKE_LAST, NOUN_AFTER, NOUN_BEFORE, SPEAKS_IN_SENTENCE,
    VERB_AFTER, VERB_BEFORE,
};
use super::quotation::Quotation;
use crate::analysis::{BlockAnalysis, Mention};
use crate::language::PartOfSpeech;
use crate::models::linear::{Family, Features, Value};
use std::ops::Range;

/// How far a verb is looked for, in tokens.
const VERB_REACH: usize = 25;

/// How far the noun before is looked for, in tokens.
const NOUN_REACH: usize = 8;

/// How long the noun phrase behind a quotation may be, in tokens.
const PHRASE: usize = 4;

/// How many words on either side are looked at by their class.
const BESIDE: [&str; 3] = ["1", "2", "3"];

/// The inside of a quotation of more words is not looked at by classes.
const LONGEST: usize = 8;

/// How near behind a mention the cue stands whose subject it seems to be, in tokens.
const CUE_REACH: usize = 3;

/// A quotation of a block, and what is known of it.
pub(super) struct Grammar<'a> {
    pub analysis: &'a BlockAnalysis<'a>,
    pub quotation: &'a Quotation,
    /// How many words it holds.
    pub count: usize,
    /// The same in few classes.
    pub size: &'static str,
    /// Which of its words are capitalised.
    pub case: &'static str,
    /// What leads to it.
    pub lead: &'static str,
}

impl Grammar<'_> {
    /// Writes the features.
    pub fn describe(&self, features: &mut Features) {
        self.describe_inside(features);
        self.describe_beside(features);
        self.describe_verbs(features);
        self.describe_nouns(features);
        let speaks = self.somebody_speaks();
        features.add(SPEAKS_IN_SENTENCE, &[&speaks, &self.size]);
        features.add(SPEAKS_IN_SENTENCE, &[&speaks, &self.lead, &self.case]);
    }

    fn describe_inside(&self, features: &mut Features) {
        if self.count > LONGEST {
            return;
        }
        let mut seen: Vec<Alike> = Vec::new();
        let words = self.quotation.tokens.clone().filter(|&token| self.is_word(token));
        let (first, last) = (words.clone().next(), words.clone().next_back());
        for (family, token) in [(ALIKE_FIRST, first), (ALIKE_LAST, last)] {
            let alike = self.alike(token);
            features.add(family, &[&alike]);
            features.add(family, &[&alike, &self.size]);
        }
        for alike in words.map(|token| self.alike(Some(token))) {
            if !seen.contains(&alike) {
                features.add(ALIKE_INSIDE, &[&alike]);
                seen.push(alike);
            }
        }
    }

    fn describe_beside(&self, features: &mut Features) {
        let (sentence, tokens) = (self.sentence(), &self.quotation.tokens);
        for (away, place) in BESIDE.iter().enumerate() {
            let before = tokens.start.checked_sub(away + 1).filter(|&token| token >= sentence.start);
            let after = Some(tokens.end + away).filter(|&token| token < sentence.end);
            for (family, token) in [(ALIKE_BEFORE, before), (ALIKE_AFTER, after)] {
                let alike = self.alike(token);
                features.add(family, &[place, &alike]);
                features.add(family, &[place, &alike, &self.size]);
            }
        }
    }

    fn describe_verbs(&self, features: &mut Features) {
        let (sentence, tokens) = (self.sentence(), &self.quotation.tokens);
        let is_verb = |token: &usize| self.is_word(*token) && self.part(*token).is_some_and(is_verb);
        let before = (sentence.start..tokens.start).rev().take(VERB_REACH).find(is_verb);
        let after = (tokens.end..sentence.end).take(VERB_REACH).find(is_verb);
        let before = before.map(|token| (token, tokens.start - token - 1));
        let after = after.map(|token| (token, token - tokens.end));
        for (family, verb) in [(VERB_BEFORE, before), (VERB_AFTER, after)] {
            self.describe_verb(family, verb, features);
        }
    }

    /// The nearest verb on a side, and how many tokens stand between.
    fn describe_verb(&self, family: Family, verb: Option<(usize, usize)>, features: &mut Features) {
        let Some((verb, between)) = verb else {
            features.add(family, &[&"none", &self.size]);
            return;
        };
        let near = match between {
            0 => "next",
            1..=2 => "near",
            3..=6 => "off",
            _ => "far",
        };
        let word = folded(self.analysis.block.word(verb));
        let cue = usize::from(self.analysis.block.language.look_up(&word).cue());
        let form = self.part(verb).map_or("", PartOfSpeech::name);
        let alike = self.alike(Some(verb));
        let word = word.as_str();
        let rows: [&[&dyn Value]; 7] = [
            &[&near, &self.size],
            &[&form, &near],
            &[&form, &cue, &self.size],
            &[&word],
            &[&word, &near],
            &[&alike, &near],
            &[&alike, &self.size],
        ];
        for values in rows {
            features.add(family, values);
        }
    }

    fn describe_nouns(&self, features: &mut Features) {
        use PartOfSpeech as P;
        let (sentence, tokens) = (self.sentence(), &self.quotation.tokens);
        let part_is = |token: usize, parts: &[P]| {
            self.is_word(token) && self.part(token).is_some_and(|part| parts.contains(&part))
        };
        // What it stands before: `the “quick edit” feature`.
        let phrase = [P::Adj, P::Noun, P::NounPlural, P::Propn];
        let end = sentence.end.min(tokens.end + PHRASE);
        if let Some(last) = (tokens.end..end).take_while(|&token| part_is(token, &phrase)).last() {
            let alike = self.alike(Some(last));
            features.add(NOUN_AFTER, &[&alike]);
            features.add(NOUN_AFTER, &[&alike, &self.lead]);
        }
        let mut before = (sentence.start..tokens.start).rev().take(NOUN_REACH);
        if let Some(noun) = before.find(|&token| part_is(token, &[P::Noun, P::NounPlural])) {
            let near = match tokens.start - noun {
                1 => "next",
                2..=3 => "near",
                _ => "far",
            };
            features.add(NOUN_BEFORE, &[&self.alike(Some(noun)), &near]);
        }
    }

    /// Whether a mention outside the quotation, in its sentence, stands beside a cue.
    fn somebody_speaks(&self) -> bool {
        let (sentence, tokens) = (self.sentence(), &self.quotation.tokens);
        let cue = |token: usize| self.analysis.words.get(token).is_some_and(|word| word.cue() >= 3);
        let speaks = |mention: &Mention| {
            let outside = mention.tokens.end <= tokens.start || tokens.end <= mention.tokens.start;
            let beside = (mention.tokens.end..mention.tokens.end + CUE_REACH).any(cue)
                || mention.phrase_start.checked_sub(1).is_some_and(cue);
            outside && mention.tokens.end <= sentence.end && beside
        };
        let mentions = &self.analysis.mentions;
        let first = mentions.partition_point(|mention| mention.tokens.start < sentence.start);
        mentions.iter().skip(first).take_while(|mention| mention.tokens.start < sentence.end).any(speaks)
    }

    fn part(&self, token: usize) -> Option<PartOfSpeech> {
        self.analysis.tags.part_of_speech(token)
    }

    fn is_word(&self, token: usize) -> bool {
        self.analysis.block.tokens.get(token).is_some_and(|token| token.is_word())
    }

    fn alike(&self, token: Option<usize>) -> Alike {
        match token {
            Some(token) if self.is_word(token) => Alike::Class(self.analysis.tags.word_class(token)),
            Some(_) => Alike::Mark,
            None => Alike::Border,
        }
    }

    /// The tokens of the sentences that the quotation lies in.
    fn sentence(&self) -> Range<usize> {
        let block = &self.analysis.block;
        sentence_of(block, self.quotation.tokens.start).start
            ..sentence_of(block, self.quotation.tokens.end.saturating_sub(1)).end
    }
}

/// Whether it is a verb that is no auxiliary.
fn is_verb(part: PartOfSpeech) -> bool {
    use PartOfSpeech as P;
    matches!(part, P::VerbBase | P::VerbPast | P::VerbPresent | P::VerbIng | P::VerbParticiple)
}

/// What stands at a token: a word by its class of words that are used alike.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Alike {
    Class(u16),
    Mark,
    Border,
}

impl Value for Alike {
    fn write_to(&self, key: &mut String) {
        match *self {
            Alike::Class(class) => {
                for shift in [4, 0] {
                    key.push(char::from_digit(u32::from(class) >> shift & 15, 16).unwrap_or('?'));
                }
            }
            Alike::Mark => key.push_str("mark"),
            Alike::Border => key.push('∅'),
        }
    }
}
