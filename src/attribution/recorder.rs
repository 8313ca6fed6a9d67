//! The reader, with a record of how it came to each answer.

use super::chains;
use super::decide::Policy;
use super::features::{Feature, Features};
use super::forms;
use super::question::{Choice, Question};
use super::reader::{Belief, Reader};
use super::rules;
use crate::analysis::StretchId;
use crate::analysis::{MentionId, Passage};
use crate::models::trees::Forest;

/// How many features are told of.
const TOLD: usize = 5;

/// How one quotation came to its speaker.
pub(crate) struct Decision {
    /// The quotation.
    pub stretch: StretchId,
    /// What decided.
    pub ground: Ground,
    /// Whom that names.
    pub chosen: Option<MentionId>,
    /// The speaker once relays are looked through: another one, or nobody, where the one chosen only hands on or hears what is said.
    pub settled: Option<MentionId>,
}

/// What decides who speaks.
pub(crate) enum Ground {
    /// The form of this name.
    Form(&'static str),
    /// It goes on with the list that the quotation before is in.
    List,
    /// The ranker: its candidates, the one believed in most first, and what speaks for the first against the second.
    Ranker(Vec<Candidate>, Vec<Telling>),
    /// Nothing: the article has more quotations than are ranked.
    Unranked,
}

/// A candidate as the ranker sees it.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    /// Who it is; nothing for nobody.
    pub mention: Option<MentionId>,
    /// The sum of its leaves.
    pub score: f32,
    /// Its share of the belief, from 0 to 1.
    pub share: f32,
}

/// A feature that tells two candidates apart.
pub(crate) struct Telling {
    /// Its name.
    pub feature: &'static str,
    /// Its value for the first.
    pub first: u8,
    /// Its value for the second.
    pub second: u8,
    /// How much the score of the first is above what it would be with the value of the second.
    pub gain: f32,
}

/// Answers as the reader does, and keeps a record.
pub(super) struct Recorder {
    reader: Reader,
    /// One for each quotation that was asked about.
    pub decisions: Vec<Decision>,
}

impl Recorder {
    /// For an article.
    pub fn of(passages: &[Passage]) -> Recorder {
        Recorder { reader: Reader::of(passages), decisions: Vec::new() }
    }
}

impl Policy for Recorder {
    fn believe(&mut self, question: &Question) -> Option<Choice> {
        self.reader.believe(question)
    }

    fn answer(&mut self, question: &Question) -> Option<Choice> {
        let plain = rules::plain(question);
        let (ground, choice) = match plain {
            Some(_) => match forms::verdict(question.quotation(), question.passage()) {
                Some(verdict) => (Ground::Form(verdict.form), plain),
                None => (Ground::List, plain),
            },
            None => match self.reader.weigh(question) {
                Some(belief) => (ranked(question, &belief), belief.choice(chains::is_paragraph(question))),
                None => (Ground::Unranked, None),
            },
        };
        let settled = choice.and_then(|choice| rules::settle(question, choice));
        self.decisions.push(Decision {
            stretch: question.stretch,
            ground,
            chosen: choice.map(|choice| choice.speaker),
            settled: settled.map(|choice| choice.speaker),
        });
        settled
    }
}

/// The candidates by their shares of belief, and what tells the first two apart.
fn ranked(question: &Question, belief: &Belief) -> Ground {
    let Some(forest) = question.passage().block.language.ranker() else { return Ground::Unranked };
    let scores = forest.scores(&belief.features);
    let mut order: Vec<usize> = (0..belief.shares.len()).collect();
    order.sort_by(|&one, &other| belief.shares[other].total_cmp(&belief.shares[one]));
    let candidate = |&index: &usize| Candidate {
        mention: belief.candidates.get(index).copied(),
        score: scores[index],
        share: belief.shares[index],
    };
    let telling = match order.as_slice() {
        [first, second, ..] => telling(forest, &belief.features[*first], &belief.features[*second]),
        _ => Vec::new(),
    };
    Ground::Ranker(order.iter().map(candidate).collect(), telling)
}

/// The features whose values speak most for the first of two candidates: how far its score falls where one feature has the value of the
/// second. Features hang together, so that the gains do not add up to the distance between the two.
fn telling(forest: &Forest, first: &Features, second: &Features) -> Vec<Telling> {
    let score = |row: Features| forest.scores(&[row]).first().copied().unwrap_or_default();
    let whole = score(*first);
    let differs = Feature::ALL.iter().filter(|&&feature| first[feature as usize] != second[feature as usize]);
    let mut telling: Vec<Telling> = differs
        .map(|&feature| {
            let at = feature as usize;
            let mut changed = *first;
            changed[at] = second[at];
            Telling { feature: feature.name(), first: first[at], second: second[at], gain: whole - score(changed) }
        })
        .filter(|telling| telling.gain > 0.0)
        .collect();
    telling.sort_by(|one, other| other.gain.total_cmp(&one.gain));
    telling.truncate(TOLD);
    telling
}
