//! How likely a name shown is right: a logistic regression, learned from names that were shown by models which had not seen their articles.

use super::corpus::{Entry, FOLDS};
use super::regression::{Penalties, Row, fit};
use crate::eval::{Prediction, is_right};
use std::collections::BTreeMap;

/// What the table begins with.
const HEAD: &str = "# The weights of what tells how likely a name shown is right, in hundredths, written by `cargo xtask train`.\n";

const PENALTIES: Penalties = Penalties { least: 8, absolute: 1.0, square: 2.0, sweeps: 60 };

/// A name shown for a quotation.
pub struct Shown {
    /// The article's id.
    pub article: String,
    /// Which of the article's quotations.
    pub index: usize,
    /// The fold of its article.
    pub fold: usize,
    /// The keys of its features.
    pub keys: Vec<String>,
    /// Whether it is right; nothing where the annotation does not tell.
    pub right: Option<bool>,
}

/// The names shown in an article, with whether they are right.
pub fn shown(entry: &Entry, found: &Prediction, keys: Vec<Vec<String>>) -> Vec<Shown> {
    let rights = is_right(&entry.document, found);
    let named = keys.into_iter().zip(rights).enumerate().filter(|(_, (keys, _))| !keys.is_empty());
    named
        .map(|(index, (keys, right))| Shown { article: entry.document.id.clone(), index, fold: entry.fold, keys, right })
        .collect()
}

/// The numbers of the keys of all names shown.
pub struct Learner<'a> {
    shown: &'a [Shown],
    keys: Vec<&'a str>,
    features: Vec<Vec<u32>>,
}

impl<'a> Learner<'a> {
    /// Takes up names shown.
    pub fn new(shown: &'a [Shown]) -> Learner<'a> {
        let mut numbers: BTreeMap<&str, u32> = BTreeMap::new();
        let mut keys = Vec::new();
        let mut features = Vec::new();
        for name in shown {
            let mut row = Vec::new();
            for key in &name.keys {
                row.push(*numbers.entry(key).or_insert_with(|| {
                    keys.push(key.as_str());
                    u32::try_from(keys.len() - 1).unwrap_or(u32::MAX)
                }));
            }
            features.push(row);
        }
        Learner { shown, keys, features }
    }

    /// The weights in hundredths, learned from the names of these folds.
    fn weights(&self, learned: &dyn Fn(usize) -> bool) -> Vec<i32> {
        let usable = self.shown.iter().zip(&self.features).filter(|(name, _)| learned(name.fold));
        let rows: Vec<Row> =
            usable.filter_map(|(name, row)| Some((row.as_slice(), name.right?, 1.0))).collect();
        fit(self.keys.len(), &rows, PENALTIES).into_iter().map(|weight| (weight * 100.0).round() as i32).collect()
    }

    /// The table, learned from all names.
    pub fn table(&self) -> String {
        let weights = self.weights(&|_| true);
        let named = self.keys.iter().zip(weights).filter(|(_, weight)| *weight != 0);
        let mut lines: Vec<String> = named.map(|(key, weight)| format!("{key}\t{weight}\n")).collect();
        lines.sort_unstable();
        format!("{HEAD}{}", lines.concat())
    }

    /// For each name how likely it is right by what the other folds teach.
    pub fn held_back(&self) -> Vec<f64> {
        let weights: Vec<Vec<i32>> = (0..FOLDS).map(|fold| self.weights(&|other| other != fold)).collect();
        let likely = |(name, row): (&Shown, &Vec<u32>)| {
            let sum: i32 = row.iter().map(|&key| weights[name.fold][key as usize]).sum();
            1.0 / (1.0 + (-f64::from(sum) / 100.0).exp())
        };
        self.shown.iter().zip(&self.features).map(likely).collect()
    }
}
