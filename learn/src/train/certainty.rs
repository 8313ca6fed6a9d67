//! How likely an answer is right: two logistic regressions, learned from answers that were given by models which had not seen their articles.

use super::corpus::{Entry, FOLDS, Source};
use super::regression::{Penalties, Row, fit};
use crate::eval::{By, Prediction, is_right, is_somebodys};
use std::collections::BTreeMap;

/// What the table begins with.
const HEAD: &str = "# The weights of what tells how likely an answer is right, in hundredths, written by `cargo xtask train`.\n\
    # feature, towards the name being right, towards somebody's words\n";

/// Fewer names are annotated than words, so that their weights are held smaller.
const OF_NAMES: Penalties = Penalties { least: 15, absolute: 0.5, square: 30.0, sweeps: 60 };
const OF_WORDS: Penalties = Penalties { least: 8, absolute: 1.0, square: 2.0, sweeps: 60 };

/// How much the stretches of PolNeAR count, which says nothing of nobody's words.
const UNSAID: f64 = 0.1;

/// The answer for a stretch that may be somebody's words.
pub struct Answer {
    /// The number of its article.
    pub article: usize,
    /// Which of the article's stretches.
    pub index: usize,
    /// The fold of its article.
    fold: usize,
    /// The keys of its features.
    keys: Vec<String>,
    /// Whether the name is right; nothing where none is given or the annotation does not tell.
    name: Option<bool>,
    /// Whether the words are somebody's.
    words: Option<bool>,
    /// How much it counts.
    weight: f64,
}

/// The answers in an article, with whether they are right.
pub fn answers(article: usize, entry: &Entry, found: &Prediction, keys: Vec<Vec<String>>) -> Vec<Answer> {
    let names = is_right(&entry.document, found, By::Name);
    let words = is_somebodys(&entry.document, found);
    let weight = if entry.document.nonquotes.is_some() { 1.0 } else { UNSAID };
    let given =
        keys.into_iter().zip(names.into_iter().zip(words)).enumerate().filter(|(_, (keys, _))| !keys.is_empty());
    given
        .map(|(index, (keys, (name, words)))| Answer {
            article,
            index,
            fold: entry.fold,
            keys,
            name: name.filter(|_| entry.source != Source::Polnear),
            words,
            weight,
        })
        .collect()
}

/// How likely an answer is right.
pub struct Likely {
    /// That the name is.
    pub name: f64,
    /// That the words are somebody's.
    pub words: f64,
}

/// The answers with the numbers of their keys.
pub struct Learner<'a> {
    answers: &'a [Answer],
    keys: Vec<&'a str>,
    features: Vec<Vec<u32>>,
}

impl<'a> Learner<'a> {
    /// Takes up answers.
    pub fn new(answers: &'a [Answer]) -> Learner<'a> {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        let mut keys = Vec::new();
        let mut features = Vec::new();
        for answer in answers {
            let mut row = Vec::new();
            for key in &answer.keys {
                row.push(*numbers.entry(key).or_insert_with(|| {
                    keys.push(key.as_str());
                    u32::try_from(keys.len() - 1).unwrap_or(u32::MAX)
                }));
            }
            features.push(row);
        }
        Learner { answers, keys, features }
    }

    /// The weights in hundredths, learned from the answers of these folds.
    fn weights(&self, learned: &dyn Fn(usize) -> bool) -> Vec<[i32; 2]> {
        let fitted = |right: &dyn Fn(&Answer) -> Option<bool>, penalties: Penalties| {
            let usable = self.answers.iter().zip(&self.features).filter(|(answer, _)| learned(answer.fold));
            let rows: Vec<Row> =
                usable.filter_map(|(answer, row)| Some((row.as_slice(), right(answer)?, answer.weight))).collect();
            fit(self.keys.len(), &rows, penalties)
        };
        let hundredths = |weight: f64| (weight * 100.0).round() as i32;
        let names = fitted(&|answer| answer.name, OF_NAMES);
        let words = fitted(&|answer| answer.words, OF_WORDS);
        names.into_iter().zip(words).map(|(name, words)| [hundredths(name), hundredths(words)]).collect()
    }

    /// The table, learned from all answers.
    pub fn table(&self) -> String {
        let weights = self.weights(&|_| true);
        let heavy = self.keys.iter().zip(weights).filter(|(_, weights)| *weights != [0, 0]);
        let mut lines: Vec<String> = heavy.map(|(key, [name, words])| format!("{key}\t{name}\t{words}\n")).collect();
        lines.sort_unstable();
        format!("{HEAD}{}", lines.concat())
    }

    /// How likely each answer is right by what the other folds teach.
    pub fn held_back(&self) -> Vec<Likely> {
        let weights: Vec<_> = (0..FOLDS).map(|fold| self.weights(&|other| other != fold)).collect();
        let likely = |(answer, row): (&Answer, &Vec<u32>)| {
            let sum = |column: usize| row.iter().map(|&key| weights[answer.fold][key as usize][column]).sum::<i32>();
            let probability = |sum: i32| 1.0 / (1.0 + (-f64::from(sum) / 100.0).exp());
            Likely { name: probability(sum(0)), words: probability(sum(1)) }
        };
        self.answers.iter().zip(&self.features).map(likely).collect()
    }
}
