//! How likely content and source of reported speech are right.

use super::{ALWAYS, Answers, HEADING, KIND, LENGTH, add_above, class_of, kind_of, probability};
use crate::language::{PartOfSpeech, WordClass, stem};
use crate::models::linear::{Family, Features};
use crate::reporting::{Reported, Side};

const NEAR_EDGE: Family = Family::new("near");
const FAR_EDGE: Family = Family::new("far");
const SOURCE: Family = Family::new("source");
const ALL: Family = Family::new("all");
const SIDE: Family = Family::new("side");
const CUE: Family = Family::new("cue");
const CUE_WORD: Family = Family::new("cue word");
const JOINED: Family = Family::new("joined");
const FIRST_PART: Family = Family::new("first part");
const FINITE: Family = Family::new("finite");
const QUOTED: Family = Family::new("quoted");
const NEAR_CUE: Family = Family::new("near cue");

/// How far from its cue a source is counted.
const FAR_FROM_CUE: usize = 9;

impl Answers<'_, '_> {
    /// How likely it is that content and source of reported speech are right, and the name shown.
    pub fn certainty_of_reported(&self, reported: &Reported, features: &mut Features) -> f32 {
        self.describe_reported(reported, features);
        let language = self.passages[reported.block].block.language;
        let [sum] = language.reporting_certainty().score(features.keys());
        probability(sum)
    }

    /// Writes the features of the answer.
    pub fn describe_reported(&self, reported: &Reported, features: &mut Features) {
        features.clear();
        features.add(ALWAYS, &[]);
        add_above(features, NEAR_EDGE, reported.shares.near);
        add_above(features, FAR_EDGE, reported.shares.far);
        add_above(features, SOURCE, reported.shares.source);
        add_above(features, ALL, reported.confidence);
        self.content(reported, features);
        self.source(reported, features);
    }

    /// What was said, and what attributes it.
    fn content(&self, reported: &Reported, features: &mut Features) {
        let passage = &self.passages[reported.block];
        let part = |token: usize| passage.tags.part_of_speech(token);
        let (content, cue) = (&reported.content, reported.cue.start);
        let behind = reported.side == Side::Behind;
        let adjacent = if behind { content.start == cue + 1 } else { content.end == cue };
        features.add(SIDE, &[&behind, &adjacent]);
        let cue_part = class_of_part(part(cue));
        features.add(CUE, &[&cue_part, &usize::from(reported.evidence / 4)]);
        let word = passage.block.word(cue).to_lowercase();
        features.add(CUE_WORD, &[&stem(&word, &mut Default::default()).unwrap_or(&word)]);
        let that = content.start.checked_sub(1).is_some_and(|before| passage.block.word(before) == "that");
        features.add(JOINED, &[&that, &cue_part]);
        features.add(FIRST_PART, &[&class_of_part(part(content.start)), &behind]);
        let words = content.clone().filter(|&token| passage.block.tokens[token].is_word()).count();
        features.add(LENGTH, &[&words.div_ceil(3).min(6)]);
        let finite = content.clone().any(|token| part(token).is_some_and(PartOfSpeech::is_finite));
        features.add(FINITE, &[&finite, &behind]);
        let quoted = content.clone().any(|token| passage.is_stretch(passage.element_of(token)));
        features.add(QUOTED, &[&quoted]);
        features.add(HEADING, &[&passage.block.is_heading(self.passages.len())]);
    }

    /// Who said it.
    fn source(&self, reported: &Reported, features: &mut Features) {
        let Some(source) = reported.source else {
            features.add(KIND, &[&"none"]);
            features.cross("none");
            return;
        };
        let mention = source.mention(self.passages);
        let kind = kind_of(mention);
        features.add(KIND, &[&kind]);
        let (cue, tokens) = (reported.cue.start, &mention.tokens);
        let place = if tokens.start < cue { "before" } else { "behind" };
        let between =
            if tokens.start < cue { cue.saturating_sub(tokens.end) } else { tokens.start.saturating_sub(cue + 1) };
        features.add(NEAR_CUE, &[&place, &between.min(FAR_FROM_CUE)]);
        let titled = self.passages[source.block].words.get(mention.head).is_some_and(|head| head.is(WordClass::Title));
        features.add(KIND, &[&kind, &titled]);
        if let Some(entity) = self.people.entity_of(source) {
            self.name(entity, features);
            self.antecedent(source, reported.confidence, entity, features);
        }
        features.cross(class_of(kind));
    }
}

fn class_of_part(part: Option<PartOfSpeech>) -> &'static str {
    use PartOfSpeech as P;
    match part {
        Some(part) if part.is_finite() => "finite",
        Some(P::VerbBase) => "verb",
        Some(P::VerbIng | P::VerbParticiple) => "participle",
        Some(P::Noun | P::NounPlural | P::Propn) => "noun",
        Some(P::Det) => "determiner",
        Some(P::Pron) => "pronoun",
        Some(P::Adp | P::Sconj | P::Part) => "small",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use crate::language::language_of;

    #[test]
    fn every_line_of_the_table_is_read() {
        let table = include_str!("../language/en/models/reporting-certainty.weights.txt");
        let lines = table.lines().filter(|line| !line.starts_with('#'));
        assert_eq!(language_of(None).unwrap().reporting_certainty().len(), lines.count());
    }
}
