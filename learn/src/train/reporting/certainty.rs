//! How likely reported speech and its source are right: a logistic regression, learned from what trees found that had not seen the article.
//! The models that name the source are those compiled in.

use super::documents::Document;
use crate::eval::{Characters, Quote, is_reported_right};
use crate::train::corpus::{FOLDS, Source};
use crate::train::regression::{Penalties, fit};
use std::collections::BTreeMap;
use verbatim::training::Named;

/// What the table begins with.
const HEAD: &str = "# The weights of what tells how likely reported speech and its source are right, in hundredths, written by `cargo \
    xtask train`.\n";

/// The smallest weight that is kept, in hundredths: smaller ones are many and say next to nothing.
const LEAST_WEIGHT: i32 = 4;

const PENALTIES: Penalties = Penalties { least: 20, absolute: 2.0, square: 8.0, sweeps: 60 };

/// What was found, with whether it is right.
pub struct Answer {
    fold: usize,
    keys: Vec<String>,
    /// Whether it is right.
    pub is_right: bool,
}

/// The answers in an article where that is known. PolNeAR does not tell who a source is.
pub fn answers(document: &Document, found: Vec<Named>) -> Vec<Answer> {
    let Some(record) = document.record.as_ref().filter(|_| document.source != Source::Polnear) else {
        return Vec::new();
    };
    let characters = Characters::of(&record.text);
    let quotes: Vec<Quote> = found
        .iter()
        .map(|named| Quote {
            place: characters.stretch(named.read.content),
            speaker: named.read.source.map(|source| characters.stretch(source)),
            canonical: named.name.clone(),
            is_other: false,
            confidence: named.read.confidence.into(),
        })
        .collect();
    let right = is_reported_right(record, &quotes);
    let answer = |(named, is_right): (Named, Option<bool>)| {
        Some(Answer { fold: document.fold, keys: named.certainty, is_right: is_right? })
    };
    found.into_iter().zip(right).filter_map(answer).collect()
}

/// The weights in hundredths, learned from the answers of these folds.
fn weights<'a>(answers: &'a [Answer], learned: impl Fn(usize) -> bool) -> BTreeMap<&'a str, i32> {
    let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
    let mut rows = Vec::new();
    for answer in answers.iter().filter(|answer| learned(answer.fold)) {
        let mut row = Vec::new();
        for key in &answer.keys {
            let next = numbers.len() as u32;
            row.push(*numbers.entry(key).or_insert(next));
        }
        rows.push((row, answer.is_right));
    }
    let rows: Vec<_> = rows.iter().map(|(row, is_right)| (row.as_slice(), *is_right, 1.0)).collect();
    let fitted = fit(numbers.len(), &rows, PENALTIES);
    let kept = |(key, number): (&'a str, u32)| {
        let weight = (fitted[number as usize] * 100.0).round() as i32;
        (weight.abs() >= LEAST_WEIGHT).then_some((key, weight))
    };
    numbers.into_iter().filter_map(kept).collect()
}

/// How likely each answer is right by what the other folds teach.
pub fn held_back(answers: &[Answer]) -> Vec<f64> {
    let weights: Vec<_> = (0..FOLDS).map(|fold| weights(answers, |other| other != fold)).collect();
    let likely = |answer: &Answer| {
        let of_key = |key: &String| weights[answer.fold].get(key.as_str()).copied().unwrap_or(0);
        let sum: i32 = answer.keys.iter().map(of_key).sum();
        1.0 / (1.0 + (-f64::from(sum) / 100.0).exp())
    };
    answers.iter().map(likely).collect()
}

/// The table that all answers teach.
pub fn table(answers: &[Answer]) -> String {
    let lines = weights(answers, |_| true).into_iter().map(|(key, weight)| format!("{key}\t{weight}\n"));
    format!("{HEAD}{}", lines.collect::<String>())
}
