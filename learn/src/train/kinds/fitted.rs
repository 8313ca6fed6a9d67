//! The fitted weights of both models, and the table to write.

use super::examples::{Example, Examples, Label};
use super::plausible::{plausible, rows_of};
use super::settings::Settings;
use crate::train::regression::fit;

/// The two fitted models, over the keys of the examples.
pub struct Fitted {
    said: Vec<f64>,
    clause: Vec<f64>,
}

/// Fits both models to the examples that are suitable for training.
pub fn fit_both(examples: &Examples, learned: &dyn Fn(&Example) -> bool, settings: &Settings) -> Fitted {
    let mut said = Vec::new();
    let mut clause = Vec::new();
    for example in examples.list.iter().filter(|example| learned(example) && example.words > 0) {
        let weight = match example {
            Example { own: true, .. } => settings.own,
            Example { modern: true, .. } => settings.modern,
            Example { careful: true, .. } => settings.careful,
            _ => settings.politics,
        };
        match example.label {
            // A long stretch that is not annotated is most likely a quotation that the annotators missed.
            Label::Nobody if example.words >= settings.longest || example.alone && !example.careful => {}
            Label::Nobody if !example.careful => said.push((example, false, weight)),
            Label::Nobody => said.push((example, false, weight * settings.nobody)),
            Label::Said(is_clause, _) => {
                said.push((example, true, weight));
                if let Some(is_clause) = is_clause {
                    clause.push((example, is_clause, weight));
                }
            }
            Label::Unknown => {}
        }
    }
    let said = plausible(examples.keys.len(), said, settings);
    let mut said = fit(examples.keys.len(), &rows_of(&said), settings.penalties);
    if let Some(always) = examples.keys.iter().position(|key| key == "always").and_then(|at| said.get_mut(at)) {
        *always += settings.bias;
    }
    Fitted { said, clause: fit(examples.keys.len(), &rows_of(&clause), settings.penalties) }
}

/// A feature is written if one of its two weights is at least so large, in hundredths. Smaller ones move a probability by less than one
/// hundredth, and both are so small for a quarter of the features: left out, they make what every reader downloads 5 KB smaller.
const LEAST: i32 = 4;

/// The lines of the table, for all keys with a weight that counts.
pub fn table(keys: &[String], fitted: &Fitted) -> String {
    let mut lines: Vec<String> = keys
        .iter()
        .zip(fitted.said.iter().zip(&fitted.clause))
        .map(|(key, (said, clause))| (key, (said * 100.0).round() as i32, (clause * 100.0).round() as i32))
        .filter(|(_, said, clause)| said.abs().max(clause.abs()) >= LEAST)
        .map(|(key, said, clause)| format!("{key}\t{said}\t{clause}\n"))
        .collect();
    lines.sort_unstable();
    lines.concat()
}
