//! An explanation as lines for people.

use super::explanation::{
    ExplainedDate, ExplainedFeature, ExplainedMention, ExplainedSentence, ExplainedSpeaker, ExplainedStretch,
    ExplainedWord, Explanation,
};
use std::fmt;

/// How many columns a line takes up at most, unless a word is longer.
const COLUMNS: usize = 110;

/// How many columns the label takes up.
const LABEL: usize = 12;

/// What a line tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum LineKind {
    /// A block or the list of entities begins.
    Heading,
    /// A sentence as it is written.
    Sentence,
    /// Something that was decided.
    Fact,
    /// Why.
    Reason,
}

/// A line, not yet wrapped.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Line {
    /// What it tells of.
    pub kind: LineKind,
    /// A word that says what it is; empty for one that goes on with the line before.
    pub label: &'static str,
    /// What it says.
    pub text: String,
}

impl Line {
    /// The line in rows that fit into the columns: what stands before the text, the label or blanks, and the text.
    pub fn rows(&self) -> Vec<(String, String)> {
        let indent = match self.kind {
            LineKind::Heading => 0,
            LineKind::Sentence => 2,
            LineKind::Fact => 4 + LABEL,
            LineKind::Reason => 6 + LABEL,
        };
        let text = self.text.trim_start();
        // Blanks before numbers that stand under each other are no places to wrap.
        let mut rows = vec![" ".repeat(self.text.len() - text.len())];
        for word in text.split(' ') {
            match rows.last_mut() {
                Some(row) if indent + row.chars().count() + 1 + word.chars().count() > COLUMNS && !row.is_empty() => {
                    rows.push(word.to_owned());
                }
                Some(row) => {
                    if !row.trim_start().is_empty() {
                        row.push(' ');
                    }
                    row.push_str(word);
                }
                None => {}
            }
        }
        let label = |index: usize| if index == 0 { self.label } else { "" };
        let lead = |index: usize| match self.kind {
            LineKind::Fact | LineKind::Reason => format!("{:indent$}", format!("    {}", label(index))),
            _ => " ".repeat(indent),
        };
        rows.iter().enumerate().map(|(index, row)| (lead(index), row.trim_end().to_owned())).collect()
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        for (number, line) in self.lines().iter().enumerate() {
            if line.kind == LineKind::Heading && number > 0 {
                writeln!(formatter)?;
            }
            for (lead, row) in line.rows() {
                writeln!(formatter, "{lead}{row}")?;
            }
        }
        Ok(())
    }
}

impl Explanation {
    /// The explanation for people, line by line.
    pub fn lines(&self) -> Vec<Line> {
        let mut lines = Lines { explanation: self, lines: Vec::new() };
        for (index, block) in self.blocks.iter().enumerate() {
            lines.add(LineKind::Heading, "", format!("Block {}, {}", index + 1, block.kind));
            for sentence in &block.sentences {
                lines.sentence(sentence);
            }
        }
        if !self.entities.is_empty() {
            lines.add(LineKind::Heading, "", "Entities".to_owned());
        }
        for (index, entity) in self.entities.iter().enumerate() {
            let role = entity.role.as_ref().map_or(String::new(), |role| format!("; called {role}"));
            let count = entity.mentions;
            let text = format!("{} {}: {}; mentions: {count}{role}", number(index), entity.name, entity.kind);
            lines.add(LineKind::Sentence, "", text);
        }
        lines.lines
    }
}

struct Lines<'e> {
    explanation: &'e Explanation,
    lines: Vec<Line>,
}

impl Lines<'_> {
    fn add(&mut self, kind: LineKind, label: &'static str, text: String) {
        self.lines.push(Line { kind, label, text });
    }

    fn sentence(&mut self, sentence: &ExplainedSentence) {
        self.add(LineKind::Sentence, "", sentence.text.clone());
        let words = sentence.words.iter().map(word).collect::<Vec<_>>();
        self.add(LineKind::Fact, "words", words.join("  "));
        let parts = sentence.words.iter().map(|word| format!("{} {}", word.text, word.part_of_speech));
        self.add(LineKind::Fact, "grammar", parts.collect::<Vec<_>>().join("  "));
        for (name, class) in &sentence.names {
            self.add(LineKind::Fact, "name", format!("{name}: {class}"));
        }
        for mention in &sentence.mentions {
            self.mention(mention);
        }
        for clause in &sentence.clauses {
            let subject =
                clause.subject.as_ref().map_or("no subject".to_owned(), |subject| format!("subject {subject}"));
            let passive = if clause.passive { ", passive" } else { "" };
            let attributes = if clause.attributes { ", may attribute words" } else { "" };
            self.add(LineKind::Fact, "clause", format!("{}{passive}: {subject}{attributes}", clause.verb));
        }
        for stretch in &sentence.stretches {
            self.stretch(stretch);
        }
        for date in &sentence.dates {
            self.date(date);
        }
    }

    fn mention(&mut self, mention: &ExplainedMention) {
        let head = if mention.head == mention.text { String::new() } else { format!(", head {}", mention.head) };
        let whom = match mention.entity.and_then(|entity| Some((entity, self.explanation.entities.get(entity)?))) {
            Some((index, entity)) => format!(" → {} {}, {}", number(index), entity.name, mention.reason),
            None if mention.quoted => ", in a quotation".to_owned(),
            None => " → nobody".to_owned(),
        };
        self.add(LineKind::Fact, "mention", format!("{}: {}{head}{whom}", mention.text, mention.kind));
        if !mention.scores.is_empty() {
            let scores = mention.scores.iter().map(|(name, score)| format!("{name} {score:.2}"));
            self.add(LineKind::Reason, "", format!("may mean: {}", scores.collect::<Vec<_>>().join(", ")));
        }
    }

    fn stretch(&mut self, stretch: &ExplainedStretch) {
        let text = format!("{} is {}: {}", stretch.text, stretch.kind.name(), stretch.ground);
        self.add(LineKind::Fact, "marks", text);
        if let Some([said, clause]) = stretch.sums {
            let [of_said, of_clause] = &stretch.features;
            self.add(LineKind::Reason, "", format!("somebody’s words {said:+.2}: {}", features(of_said)));
            self.add(LineKind::Reason, "", format!("a clause {clause:+.2}: {}", features(of_clause)));
        }
        if let Some(speaker) = &stretch.speaker {
            self.speaker(speaker);
        }
    }

    fn speaker(&mut self, speaker: &ExplainedSpeaker) {
        let name = speaker.name.as_deref().unwrap_or("nobody");
        let text = format!("{name}, confidence {:.3}: {}", speaker.confidence, speaker.steps.join("; "));
        self.add(LineKind::Fact, "speaker", text);
        for candidate in &speaker.candidates {
            let share = 100.0 * candidate.share;
            let text = format!("{share:5.1} %  score {:+6.2}  {}", candidate.score, candidate.text);
            self.add(LineKind::Reason, "", text);
        }
        if !speaker.telling.is_empty() {
            let text = format!("the first leads by {}", features(&speaker.telling));
            self.add(LineKind::Reason, "", text);
        }
    }

    fn date(&mut self, date: &ExplainedDate) {
        let expression = &date.expression;
        let modifier = expression.modifier.map_or(String::new(), |modifier| format!(" {}", modifier.name()));
        let ambiguous = if expression.ambiguous { ", day and month may be the other way round" } else { "" };
        let text = format!("{} = {} {}{modifier}{ambiguous}", date.text, expression.value, expression.kind.name());
        self.add(LineKind::Fact, "date", text);
        self.add(LineKind::Reason, "", format!("means {}; resolved against {}", date.meaning, date.anchor));
        if let Some((tense, word)) = &date.tense {
            let decided = if date.tense_decided { "which decided" } else { "which was not asked" };
            self.add(LineKind::Reason, "", format!("tense: {tense} by “{word}”, {decided}"));
        }
    }
}

fn word(word: &ExplainedWord) -> String {
    match word.tags.as_slice() {
        [] => word.text.clone(),
        tags => format!("{} [{}]", word.text, tags.join(", ")),
    }
}

fn features(features: &[ExplainedFeature]) -> String {
    let feature = |feature: &ExplainedFeature| format!("{} {:+.2}", feature.name, feature.weight);
    features.iter().map(feature).collect::<Vec<_>>().join("; ")
}

/// How an entity is referred to.
fn number(index: usize) -> String {
    format!("#{}", index + 1)
}
