//! The examples that it had better not be learned from.

use super::examples::Example;
use super::settings::Settings;
use crate::train::regression::{Row, fit};

/// How many parts the articles are cut into to find the implausible examples.
const PARTS: usize = 5;

/// The examples without those whose label the others speak strongly against.
pub fn plausible<'a>(
    keys: usize,
    examples: Vec<(&'a Example, bool, f64)>,
    settings: &Settings,
) -> Vec<(&'a Example, bool, f64)> {
    // Other parts than those of the folds.
    let part_of = |example: &Example| example.article / PARTS % PARTS;
    let mut kept = Vec::with_capacity(examples.len());
    let weights: Vec<Vec<f64>> = (0..PARTS)
        .map(|part| {
            let others: Vec<_> =
                examples.iter().filter(|(example, ..)| example.own || part_of(example) != part).copied().collect();
            fit(keys, &rows_of(&others), settings.penalties)
        })
        .collect();
    for (example, said, importance) in examples {
        let margin: f64 = weights
            .get(part_of(example))
            .map_or(0.0, |weights| example.features.iter().filter_map(|&feature| weights.get(feature as usize)).sum());
        let implausible = if said { margin < -settings.mistaken } else { margin > settings.missed };
        if example.own || !implausible {
            kept.push((example, said, importance));
        }
    }
    kept
}

/// Examples as rows for the regression.
pub fn rows_of<'a>(examples: &[(&'a Example, bool, f64)]) -> Vec<Row<'a>> {
    examples.iter().map(|&(example, said, weight)| (example.features.as_slice(), said, weight)).collect()
}
