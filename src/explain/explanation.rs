//! What an explanation holds: plain words and numbers.

use crate::annotations::{Annotations, DateExpression, QuoteKind};

/// How the answer for an article was found.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// The answer.
    pub annotations: Annotations,
    /// The article's blocks.
    pub blocks: Vec<ExplainedBlock>,
    /// Who or what its mentions mean.
    pub entities: Vec<ExplainedEntity>,
}

/// A block of the article.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedBlock {
    /// What it is: `headline`, `paragraph`.
    pub kind: String,
    /// Its sentences.
    pub sentences: Vec<ExplainedSentence>,
}

/// A sentence, with what begins in it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedSentence {
    /// Its words as they are written.
    pub text: String,
    /// Its words, numbers and marks.
    pub words: Vec<ExplainedWord>,
    /// The names in it that the tagger found, each with what it names, in words.
    pub names: Vec<(String, &'static str)>,
    /// The mentions in it.
    pub mentions: Vec<ExplainedMention>,
    /// Its clauses.
    pub clauses: Vec<ExplainedClause>,
    /// The stretches between marks that begin in it.
    pub stretches: Vec<ExplainedStretch>,
    /// Its date expressions.
    pub dates: Vec<ExplainedDate>,
}

/// A word, a number or a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedWord {
    /// The word as the rules see it.
    pub text: String,
    /// What it may be, in words.
    pub tags: Vec<String>,
    /// Its part of speech here, by its name in Universal Dependencies.
    pub part_of_speech: &'static str,
}

/// A name, a pronoun or a noun phrase.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedMention {
    /// Its words.
    pub text: String,
    /// What it is: `name`, `pronoun he`, `person`.
    pub kind: String,
    /// The word that says what it is.
    pub head: String,
    /// Whether it stands in a quotation, where it names no speaker and nobody looks for whom it means.
    pub quoted: bool,
    /// The index of the entity that it means, in [`Explanation::entities`].
    pub entity: Option<usize>,
    /// What tied it to the entity, in words.
    pub reason: String,
    /// For a pronoun those who may be meant with their shares of belief, the largest first.
    pub scores: Vec<(String, f32)>,
}

/// A verb and its subject.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedClause {
    /// The verb.
    pub verb: String,
    /// Whether it attributes words to its subject.
    pub attributes: bool,
    /// Whether it is in the passive.
    pub passive: bool,
    /// Its subject, if one is found.
    pub subject: Option<String>,
}

/// A stretch between marks.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedStretch {
    /// Its words with the marks.
    pub text: String,
    /// Its kind.
    pub kind: QuoteKind,
    /// What decided on the kind, in words.
    pub ground: String,
    /// The sums of the two models, where they were asked: positive for somebody's words, and for at least a clause.
    pub sums: Option<[f32; 2]>,
    /// The features with the greatest weights in each sum.
    pub features: [Vec<ExplainedFeature>; 2],
    /// Who speaks, where it is somebody's words.
    pub speaker: Option<ExplainedSpeaker>,
}

/// A feature that counts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedFeature {
    /// Its name, with its value.
    pub name: String,
    /// What it adds.
    pub weight: f32,
}

/// How a quotation came to its speaker.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedSpeaker {
    /// The words that name the speaker; nothing where nobody is named.
    pub name: Option<String>,
    /// How sure that is, from 0 to 1.
    pub confidence: f32,
    /// What decided, step by step, in words: the form and its name, a list, the ranker, then relays and quotations that go on.
    pub steps: Vec<String>,
    /// The ranker's candidates, the one believed in most first; none where a form or a list decided.
    pub candidates: Vec<ExplainedCandidate>,
    /// What speaks for the first candidate against the second: how far its score falls with the other's value.
    pub telling: Vec<ExplainedFeature>,
}

/// A candidate for a speaker.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedCandidate {
    /// Its words, and in which block it stands where that is another one; `nobody` for nobody.
    pub text: String,
    /// Its score.
    pub score: f32,
    /// Its share of the belief, from 0 to 1.
    pub share: f32,
}

/// A date expression.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ExplainedDate {
    /// Its words.
    pub text: String,
    /// What they mean, with those beside them.
    pub meaning: String,
    /// What it is resolved against, in words.
    pub anchor: String,
    /// The tense around it and the word that tells it.
    pub tense: Option<(String, String)>,
    /// Whether the tense decided.
    pub tense_decided: bool,
    /// The answer for it.
    pub expression: DateExpression,
}

/// A person, an organisation, a document, a place.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ExplainedEntity {
    /// The fullest name, or a description.
    pub name: String,
    /// What kind of entity it is, in words.
    pub kind: String,
    /// What the article calls it beside the name.
    pub role: Option<String>,
    /// How many mentions mean it.
    pub mentions: usize,
}
